/** A report in Dutch. */
import { NL_READING, NL_SUMMARY } from './nl-summary.ts'
import { percentOf } from './limits.ts'
import type { Words } from './words.ts'

export const NL: Words = {
  title: (tenant, month) => `Verbeterrapport van de vergaderomgeving: ${tenant}, ${month}`,
  headings: {
    summary: 'Samenvatting',
    reading: 'Zo leest u de cijfers',
    about: 'Over dit rapport',
    health: 'Hoe goed de gegevens zijn',
    advice: 'Adviezen',
    handled: 'Al afgehandeld',
    looked: 'Waarnaar is gekeken',
    key: 'Kerncijfers',
    site: 'Locaties',
    platform: 'Platforms',
    network: 'Netwerken',
    model: 'Apps en apparaten van mensen',
    size: 'Omvang van vergaderingen',
    time: 'Weekdagen en uren',
    rooms: 'Ruimtes en hun apparatuur',
    days: 'Dagen',
  },
  tables: {
    tenant: {
      title: 'Kerncijfers',
      says: 'Alle verbindingen van mensen in deze maand, naast de maand ervoor als die is gepubliceerd.',
    },
    site: { title: 'Per locatie', says: 'Waar mensen waren; op afstand is elke plek die geen locatie van u is.' },
    platform: { title: 'Per platform', says: 'Het platform waarop de vergadering was.' },
    network: {
      title: 'Per netwerk',
      says: 'Hoe het apparaat was aangesloten, voor zover het platform dat meldt.',
    },
    model: { title: 'Per app of apparaat', says: 'De app, de browser of het apparaat waarmee mensen deelnamen.' },
    size: {
      title: 'Per omvang van de vergadering',
      says: 'Naar het grootste aantal mensen en ruimtes dat tegelijk in de vergadering was.',
    },
    site_platform: { title: 'Locaties naar platform', says: 'Of een locatie alleen op één platform last heeft.' },
    site_network: { title: 'Locaties naar netwerk', says: 'Of een locatie alleen op één soort netwerk last heeft.' },
    site_transport: {
      title: 'Locaties naar transport',
      says: 'Of beeld en geluid rechtstreeks gaan (UDP) of een tragere weg nemen (TCP, TLS, relay).',
    },
    model_software: {
      title: 'Apps en apparaten naar versie',
      says: 'Of één versie van een app of apparaat het slechter doet dan andere.',
    },
    weekday_hour: { title: 'Weekdag en uur', says: 'Naar de lokale tijd waarop een verbinding begon.' },
    room: {
      title: 'Per ruimte',
      says: 'Ruimtes die als gedeeld zijn opgegeven; minuten waarin de ruimte in een vergadering was.',
    },
    room_site: { title: 'Ruimtes per locatie', says: 'De zichtbare ruimtes van een locatie samen.' },
    room_model: { title: 'Ruimtesystemen', says: 'De zichtbare ruimtes naar het model van hun apparatuur.' },
    room_model_software: {
      title: 'Ruimtesystemen naar versie',
      says: 'Of één versie van een ruimtesysteem het slechter doet dan andere.',
    },
    days: {
      title: 'Per dag',
      says: 'Twee dagen na elke dag gepubliceerd en nooit gewijzigd; daarom kunnen ze iets van de maand afwijken.',
    },
    days_site: { title: 'Per dag en locatie', says: 'Hetzelfde voor elke locatie die op die dag groot genoeg is.' },
  },
  measures: {
    legs: 'verbindingen',
    size: 'verbindingen (klasse)',
    conferences: 'vergaderingen',
    persons: 'personen',
    minutes: 'minuten',
    mean_length: 'gemiddelde duur',
    failed: 'deelname mislukt (aantal)',
    dropped: 'werd afgebroken (aantal)',
    measured_poor: 'gemeten: slecht',
    measured_fair: 'gemeten: matig',
    measured_good: 'gemeten: goed',
    windows_poor: 'vensters: slecht',
    windows_fair: 'vensters: matig',
    windows_good: 'vensters: goed',
    alarms_poor: 'alarmen: slecht',
    alarms_fair: 'alarmen: matig',
    alarms_good: 'alarmen: goed',
    failed_no_answer: 'geen antwoord',
    failed_busy: 'bezet',
    failed_rejected: 'geweigerd',
    failed_not_found: 'adres niet gevonden',
    failed_auth_or_pin: 'pincode of aanmelden',
    failed_capacity: 'geen capaciteit',
    failed_timeout: 'geen reactie op tijd',
    failed_media_network: 'netwerk houdt beeld en geluid tegen',
    failed_config_or_crypto: 'instelling of versleuteling',
    failed_server_error: 'fout van de server',
    measured_rate: 'slecht (gemeten)',
    windows_rate: 'slecht (vensters)',
    alarms_rate: 'slecht (alarmen)',
    failed_rate: 'deelname mislukt',
    dropped_rate: 'werd afgebroken',
    alone_rate: 'wachtte alleen',
    alone_time_rate: 'tijd alleen',
    ungraded_rate: 'niet beoordeeld',
    audio_up_rate: 'slecht geluid, verzonden',
    audio_down_rate: 'slecht geluid, ontvangen',
    video_up_rate: 'slecht beeld, verzonden',
    video_down_rate: 'slecht beeld, ontvangen',
    content_up_rate: 'slecht gedeeld scherm, verzonden',
    content_down_rate: 'slecht gedeeld scherm, ontvangen',
    loss_p50: 'verlies, mediaan',
    loss_p90: 'verlies, p90',
    jitter_p50: 'jitter, mediaan (ms)',
    jitter_p90: 'jitter, p90 (ms)',
    rtt_p50: 'heen en terug, mediaan (ms)',
    rtt_p90: 'heen en terug, p90 (ms)',
    mos_p50: 'MOS, mediaan',
    mos_p10: 'MOS, p10',
    fps_p50: 'beelden per seconde, mediaan',
    complete: 'begin en einde bekend',
    taken: 'records geaccepteerd',
  },
  dimensions: {
    site: 'locatie',
    platform: 'platform',
    network: 'netwerk',
    transport: 'transport',
    model: 'model',
    software: 'versie',
    size: 'in de vergadering',
    weekday: 'weekdag',
    hour: 'uur',
    room: 'ruimte',
    month: 'maand',
    day: 'dag',
  },
  values: {
    site: { ambiguous: 'tussen twee locaties', remote: 'op afstand', unknown: 'niet bekend', other: 'overige' },
    platform: { pexip: 'Pexip', cms: 'Cisco Meeting Server', generic: 'andere platforms' },
    network: { wired: 'bedraad', wifi: 'wifi', mobile: 'mobiel', vpn: 'VPN' },
    transport: { udp: 'UDP', tcp: 'TCP', tls: 'TLS', relay: 'relay' },
    size: { '1': '1', '2': '2', '3-5': '3–5', '6-10': '6–10', '11-20': '11–20', '21+': '21 en meer' },
    weekday: { mon: 'ma', tue: 'di', wed: 'wo', thu: 'do', fri: 'vr', weekend: 'weekend' },
    hour: { outside: 'voor 8, na 18', between: (from, until) => `${from}–${until}` },
  },
  other: 'overige',
  unknown: 'niet bekend',
  removed: (number) => `niet meer opgegeven (${number})`,

  few: (k) => `minder dan ${k} personen`,
  fewShort: (k) => `< ${k} p.`,
  fewOfDay: 'te weinig',
  atMost: (text) => `${text} of minder`,
  atLeast: (text) => `${text} of meer`,
  keptMark: '†',
  legend: {
    few: (k) => `< ${k} p.: minder dan ${k} personen, of een van hen heeft meer dan de helft, of niemand.`,
    fewOfDay: (k) => `te weinig: minder dan 50 verbindingen of dan ${k} personen op die dag.`,
    bounded:
      '≤ 5%, ≥ 95%: uit minder dan 50 verbindingen; dan zeggen wij alleen „5% of minder” of „95% of meer”. ' +
      'Bij slechte verbindingen tellen alleen de verbindingen die zijn beoordeeld, bij afgebroken alleen die tot stand kwamen. Dat kunnen er veel minder zijn dan alle.',
    other:
      'overige: groepen die te klein zijn om apart te tonen, als het nodig is samen met wat niet bekend is of met een grotere groep, zodat niemand te herkennen is.',
    causes:
      'De oorzaken samen kunnen minder zijn dan alles wat mislukte: een oorzaak die te weinig mensen hadden, wordt niet getoond, en aantallen zijn afgerond op 5.',
    left: (k) =>
      `Combinaties die er niet staan: minder dan ${k} personen, of een van hen heeft meer dan de helft, of niemand.`,
    columns: (titles) => `Niet afgedrukt, omdat er overal te weinig is: ${titles.join(', ')}.`,
    kept: '† uit een eerdere revisie: de verandering kwam van te weinig personen, of vooral van één.',
    none: '–: er viel niets te tellen, of er zijn te weinig personen voor alleen dit cijfer.',
  },

  summary: NL_SUMMARY,
  reading: NL_READING,

  facts: {
    customer: 'Klant',
    period: 'Periode',
    data_until: 'Ontvangen tot',
    completeness: 'Volledigheid',
    profile: 'Kwaliteitsprofiel',
    measuring_point: 'Gemeten bij',
    revision: 'Revisie',
    group: 'Kleinste groep',
    contact: 'Vragen',
    made_by: 'Voor technici',
  },
  about: {
    period: (month, from, until, zone, data) =>
      `${month} (${from} tot en met ${until}, ${zone})${data === null ? '' : `; geen hele maand: de gegevens gaan over ${data.from} tot en met ${data.until}`}`,
    dataUntil: (instant) => `${instant}; wat later over deze maand kwam, telt niet mee`,
    completeness: ({ days, withData, complete, lowest }) =>
      withData === 0
        ? 'van geen dag van deze maand is er een dagcijfer'
        : `op ${withData} van ${days} dagen is er vergaderd; op ${complete} daarvan zijn begin en einde van ten minste 95% van de verbindingen bekend` +
          (lowest === null ? '' : `; laagste ${lowest.percent} op ${lowest.day}`),
    profile: (id, date) => (date === null ? id : `${id} van ${date}, eigen grenzen van Avesqo`),
    measuringPoint: {
      measured: 'waar het platform meet (Pexip: bij de dienst; andere platforms: zoals hun records zeggen)',
      windows: 'bij de dienst (de eigen klassen van Pexip)',
      alarms: 'bij de dienst (alarmen van Cisco Meeting Server)',
    },
    revision: (number, sealed, reopened) =>
      `${number}, gepubliceerd op ${sealed}${reopened === null ? '' : `; heropend, wordt opnieuw gepubliceerd: ${reopened}`}`,
    group: (k) => `${k} personen, van wie niemand meer dan de helft heeft`,
    madeBy: (version, watermark) =>
      `avesqo ${version}, stand van de database ${watermark} (volgens de klok van de computer; in een demonstratie is dat niet de klok van het rapport)`,
    contact: 'Avesqo, info@avesqo.com, avesqo.com',
    connection:
      'Een verbinding is één persoon of één ruimte in één vergadering, of een poging om deel te nemen die mislukte. Mensen en opgegeven gedeelde ruimtes worden apart geteld en nooit opgeteld.',
    grades: ({ audio, video, windows, alarms }, format) => ({
      measured:
        `Gemeten verbindingen: slecht als in enig medium of enige richting het geluid ${percentOf(audio.poor.loss_mp, format)} van zijn pakketten of meer verliest, ` +
        `de jitter boven ${audio.poor.jitter_us / 1_000} ms ligt, heen en terug boven ${audio.poor.rtt_us / 1_000} ms of de MOS onder ${format.number(audio.poor.mos_c / 100)}, ` +
        `of een beeld ${percentOf(video.poor.loss_mp, format)} of meer verliest of minder dan ${video.poor.fps} beelden per seconde heeft; ` +
        `matig vanaf verlies ${percentOf(audio.fair.loss_mp, format)}, jitter ${audio.fair.jitter_us / 1_000} ms, heen en terug ${audio.fair.rtt_us / 1_000} ms, ` +
        `MOS ${format.number(audio.fair.mos_c / 100)}, verlies van beeld ${percentOf(video.fair.loss_mp, format)}; anders goed.`,
      windows:
        `Vensters (klassen van Pexip, van ongeveer 20 seconden): slecht als ten minste ${percentOf(windows.poor_mp, format)} van de vensters van een verbinding slecht of zeer slecht was, ` +
        `matig vanaf ${percentOf(windows.fair_mp, format)}.`,
      alarms:
        `Alarmen (Cisco Meeting Server): slecht als een alarm ten minste ${percentOf(alarms.poor_mp, format)} van een verbinding duurde, ` +
        `matig vanaf ${percentOf(alarms.fair_mp, format)}.`,
    }),
    ungraded: ({ shortest_ms, fewest_packets }, format) =>
      `Verbindingen korter dan ${shortest_ms / 1_000} seconden worden niet beoordeeld, en media van minder dan ${format.number(fewest_packets)} pakketten evenmin. ` +
      'De drie manieren van beoordelen worden nooit opgeteld.',
    withheld: (k, roomsOnly) => [
      `Wat er niet staat, en waarom: een groep staat er vanaf ${k} personen, van wie niemand meer dan de helft ervan heeft; kleinere staan samen als „overige”. ` +
        `Een combinatie van twee kenmerken heeft geen aantal, alleen tussen welke twee aantallen het ligt, en vanaf 50 verbindingen percentages; één teken, „minder dan ${k} personen”, staat voor elke groep die niet wordt getoond, ook waar niets is. Ontbreekt van een groep maar één cijfer, dan staat er „–”: er viel niets te tellen, of er waren te weinig personen voor alleen dit cijfer.`,
      'Aantallen zijn afgerond op 5, percentages op hele procenten (vanaf 1.000 verbindingen met één decimaal). Uit minder dan 50 verbindingen noemen wij een heel laag of heel hoog percentage niet precies, maar als „5% of minder” (≤ 5%) of „95% of meer” (≥ 95%). ' +
        'Zo zegt geen cijfer, en geen verschil tussen twee cijfers, iets over één persoon.',
      roomsOnly
        ? 'Een ruimte staat er vanaf 20 vergaderingen op 10 dagen; de andere zitten in geen enkel cijfer.'
        : 'Een ruimte staat er vanaf 10 vergaderingen op 5 dagen met 5 personen aan de andere kant; de andere zitten in geen enkel cijfer.',
    ],
    noPeople: (k) =>
      `Er staan geen cijfers over mensen: die van deze maand zijn geen groep van ten minste ${k} personen van wie niemand meer dan de helft heeft. Alleen ruimtes en volledigheid.`,
  },

  advice: {
    parts: {
      finding: 'Bevinding',
      comparison: 'Vergeleken',
      action: 'Wat te doen',
      check: 'Controle',
      impact: 'Wat het kost',
      evidence: 'Zekerheid',
      state: 'Status',
    },
    states: {
      new: 'nieuw',
      accepted: 'geaccepteerd',
      planned: 'gepland',
      done: 'gedaan',
      verified: 'bevestigd',
      rejected: 'afgewezen',
    },
    none: 'Geen adviezen in deze maand: waarnaar is gekeken, en wat nodig is om meer te zeggen, staat hieronder.',
    unanswered: (open, all) =>
      `Bij ${open} van de ${all} vragen is er nog niet genoeg om iets te zeggen; bij welke, en waarom, staat hieronder.`,
    healthHandled: 'Wat over de gegevens is gevonden, is afgehandeld.',
    handled: 'Gedaan, bevestigd of afgewezen. De nummers lopen door na wat nog open is.',
    healthNone: 'Met de gegevens van deze maand is niets mis, voor zover de regels daarvoor zien.',
    groups: 'Een groep is wat vergeleken wordt: de verbindingen van één locatie, één model of één versie.',
    pending: 'De regels hebben nog niet naar deze revisie gekeken; dat doen zij na het vaststellen.',
    found: (rule, count) => `${rule}: ${count === 1 ? 'één bevinding' : `${count} bevindingen`}, hierboven.`,
  },

  part: {
    name: (month) => `${month} (deel)`,
    says: (month, from, until) =>
      `${month.charAt(0).toUpperCase()}${month.slice(1)} is geen hele maand: de gegevens gaan over ${from} tot en met ${until}.`,
    compare:
      'Vergelijk de aantallen van deze maanden daarom niet; de percentages kunt u wel vergelijken, met hun marges.',
  },

  notPublished: (k) =>
    `Staat er niet: er zijn geen twee groepen van ten minste ${k} personen, of de platforms melden het niet.`,
  noRooms: 'Er staat geen ruimte: er is geen als gedeeld opgegeven, of geen is genoeg gebruikt.',
  noDays: 'Van geen dag van deze maand zijn er dagcijfers.',
  moreInFiles: 'Meer kolommen en rijen: avesqo cells --cut …, of de bestanden (--csv, --xlsx, --json).',

  files: {
    readme: [
      'Eén bestand per tabel, als UTF-8-tekst met komma’s (RFC 4180); decimalen hebben een punt. Een rekenprogramma opent het met „tekst importeren”, komma, UTF-8.',
      'De kolomkoppen zijn in elke taal gelijk; wat ze betekenen, staat hieronder. Ze eindigen op de eenheid: _pct procent, _ms milliseconden, _s seconden, _from de ondergrens van een klasse van verbindingen.',
      'In advice.csv is „number” het nummer van de bevinding op de pagina, in de PDF en in de tekst: eerst wat open is over vergaderingen, dan wat open is over de gegevens, dan wat is afgehandeld.',
      'Een percentage staat er met de uiteinden van zijn 95%-marge; de kolom „mark” zegt at_most (hoogstens) of at_least (ten minste) waar alleen een grens wordt genoemd.',
      'In een kolom „mark” of „row_mark”: few = minder personen dan de kleinste groep, of een van hen heeft meer dan de helft, of niemand. Een lege cel: er viel niets te tellen, of er zijn te weinig personen voor alleen dit cijfer.',
      'Tekst die een rekenprogramma voor een formule kan houden, begint met een apostrof.',
      'kept = yes: cijfers van de rij zijn uit een eerdere revisie, omdat de verandering van te weinig personen kwam, of vooral van één.',
    ],
    columns: 'Kolommen',
    low: '95%-marge, ondergrens',
    high: '95%-marge, bovengrens',
    mark: 'hoe te lezen',
    kept: 'eerder',
    part: 'onderdeel',
    text: 'tekst',
    from: 'vanaf',
    evidence: {
      number: 'nummer in het rapport',
      id: 'kenmerk van de bevinding',
      rule: 'regel',
      rule_version: 'versie van de regel',
      state: 'status',
      title: 'titel',
      group_pct: 'gevonden',
      group_low: 'gevonden: marge, ondergrens',
      group_high: 'gevonden: marge, bovengrens',
      reference_pct: 'vergeleken met',
      reference_low: 'vergeleken met: marge, ondergrens',
      reference_high: 'vergeleken met: marge, bovengrens',
      difference_pct: 'verschil (procentpunten)',
      difference_low: 'verschil: marge, ondergrens',
      difference_high: 'verschil: marge, bovengrens',
      impact: 'kost per maand',
      impact_low: 'kost per maand: minstens',
      impact_unit: 'kost: eenheid',
      outcome: 'uitkomst',
      more_meetings: 'vergaderingen per maand meer nodig',
    },
  },
}
