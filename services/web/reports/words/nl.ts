/** A report in Dutch. */
import { DIMENSIONS_NL, FAILURES_NL, FINDING_STATES_NL, SITE_WORDS_NL } from '../../../../schemas/words/nl.ts'
import { NL_READING, NL_SUMMARY } from './nl-summary.ts'
import { percentOf } from './limits.ts'
import type { Words } from './words.ts'

export const NL: Words = {
  title: (tenant, month) => `Verbeterrapport van de vergaderomgeving: ${tenant}, ${month}`,
  headings: {
    summary: 'In het kort',
    reading: 'Zo leest u de cijfers',
    about: 'Hoe er is gemeten',
    health: 'Hoe goed de gegevens zijn',
    advice: 'Wat er beter kan',
    handled: 'Al afgehandeld',
    looked: 'Wat wij ook hebben bekeken',
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
      says: 'Alle verbindingen van mensen in deze maand. Ernaast staat de maand ervoor, als die is gepubliceerd.',
    },
    site: { title: 'Per locatie', says: 'Waar mensen waren. „Op afstand” is elke plek die geen locatie van u is.' },
    platform: { title: 'Per platform', says: 'Het platform waarop de vergadering was.' },
    network: {
      title: 'Per netwerk',
      says: 'Hoe het apparaat was aangesloten. Niet elk platform meldt dat.',
    },
    model: { title: 'Per app of apparaat', says: 'De app, de browser of het apparaat waarmee mensen deelnamen.' },
    size: {
      title: 'Per omvang van de vergadering',
      says: 'Hoeveel mensen en ruimtes er tegelijk in de vergadering waren, op het drukste moment.',
    },
    site_platform: { title: 'Locaties per platform', says: 'Heeft een locatie alleen last op één platform?' },
    site_network: { title: 'Locaties per netwerk', says: 'Heeft een locatie alleen last op één soort netwerk?' },
    site_transport: {
      title: 'Locaties per weg door het netwerk',
      says: 'Nemen beeld en geluid de snelle weg (UDP) of een tragere (TCP, TLS, relay)?',
    },
    model_software: {
      title: 'Apps en apparaten per versie',
      says: 'Doet één versie van een app of apparaat het slechter dan andere?',
    },
    weekday_hour: {
      title: 'Weekdag en uur',
      says: 'De dag en het uur waarop een verbinding begon, in plaatselijke tijd.',
    },
    room: {
      title: 'Per ruimte',
      says: 'Ruimtes die u als gedeeld hebt opgegeven. Minuten: hoe lang de ruimte in een vergadering was.',
    },
    room_site: { title: 'Ruimtes per locatie', says: 'De ruimtes van een locatie die hier staan, samen.' },
    room_model: { title: 'Ruimtesystemen', says: 'De ruimtes die hier staan, per model van hun apparatuur.' },
    room_model_software: {
      title: 'Ruimtesystemen per versie',
      says: 'Doet één versie van een ruimtesysteem het slechter dan andere?',
    },
    days: {
      title: 'Per dag',
      says: 'Een dag wordt twee dagen later gepubliceerd en daarna nooit meer gewijzigd. Daarom kunnen de dagen iets verschillen van de maand.',
    },
    days_site: { title: 'Per dag en locatie', says: 'Hetzelfde voor elke locatie die op die dag groot genoeg is.' },
  },
  measures: {
    legs: 'verbindingen',
    size: 'verbindingen (van … tot)',
    conferences: 'vergaderingen',
    persons: 'personen',
    minutes: 'minuten',
    mean_length: 'gemiddelde duur',
    failed: 'deelname mislukt (aantal)',
    dropped: 'afgebroken (aantal)',
    measured_poor: 'gemeten: slecht',
    measured_fair: 'gemeten: matig',
    measured_good: 'gemeten: goed',
    windows_poor: 'Pexip-score: slecht',
    windows_fair: 'Pexip-score: matig',
    windows_good: 'Pexip-score: goed',
    alarms_poor: 'alarmen: slecht',
    alarms_fair: 'alarmen: matig',
    alarms_good: 'alarmen: goed',
    failed_no_answer: FAILURES_NL.no_answer,
    failed_busy: FAILURES_NL.busy,
    failed_rejected: FAILURES_NL.rejected,
    failed_not_found: FAILURES_NL.not_found,
    failed_auth_or_pin: FAILURES_NL.auth_or_pin,
    failed_capacity: FAILURES_NL.capacity,
    failed_timeout: FAILURES_NL.timeout,
    failed_media_network: FAILURES_NL.media_network,
    failed_config_or_crypto: FAILURES_NL.config_or_crypto,
    failed_server_error: FAILURES_NL.server_error,
    measured_rate: 'slecht (gemeten)',
    windows_rate: 'slecht (Pexip-score)',
    alarms_rate: 'slecht (alarmen)',
    failed_rate: 'deelname mislukt',
    dropped_rate: 'afgebroken',
    alone_rate: 'wachtte alleen (2 min.)',
    alone_time_rate: 'deel van de tijd alleen',
    ungraded_rate: 'kwaliteit niet bekend',
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
    taken: 'meldingen bruikbaar',
  },
  // A column of a report says of what the size is; the other places stand below a title that does.
  dimensions: { ...DIMENSIONS_NL, size: 'in de vergadering', month: 'maand', day: 'dag' },
  values: {
    site: SITE_WORDS_NL,
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
    few: (k) => `< ${k} p.: minder dan ${k} personen, of één persoon heeft meer dan de helft, of er is niemand.`,
    fewOfDay: (k) => `te weinig: op die dag minder dan 50 verbindingen of minder dan ${k} personen.`,
    bounded:
      '≤ 5%, ≥ 95%: er zijn minder dan 50 verbindingen. Dan zeggen wij alleen „5% of minder” of „95% of meer”. ' +
      'Bij slechte verbindingen tellen alleen verbindingen die beoordeeld zijn, en bij afgebroken alleen die tot stand kwamen. Dat kunnen er veel minder zijn.',
    other:
      'overige: kleine groepen samen, zodat niemand te herkennen is. Vaak zit er ook bij wat niet bekend is, of een grotere groep. Het is dus geen soort op zichzelf.',
    causes:
      'De oorzaken samen kunnen minder zijn dan alles wat mislukte. Een oorzaak die te weinig mensen hadden, laten wij niet zien, en aantallen zijn afgerond op 5.',
    left: (k) =>
      `Combinaties die er niet staan: minder dan ${k} personen, of één persoon heeft meer dan de helft, of er is niemand.`,
    columns: (titles) => `Niet afgedrukt, omdat er overal te weinig is: ${titles.join(', ')}.`,
    kept: '† uit een eerdere uitgave. De verandering kwam van te weinig personen, of vooral van één.',
    none: '–: er was niets te tellen, of juist dit cijfer gaat over te weinig personen.',
  },

  summary: NL_SUMMARY,
  reading: NL_READING,

  facts: {
    customer: 'Klant',
    period: 'Periode',
    data_until: 'Ontvangen tot',
    completeness: 'Volledigheid',
    profile: 'Grenzen voor kwaliteit',
    measuring_point: 'Gemeten bij',
    revision: 'Uitgave',
    group: 'Kleinste groep',
    contact: 'Vragen',
    made_by: 'Voor technici',
  },
  about: {
    period: (month, from, until, zone, data) =>
      `${month} (${from} tot en met ${until}, tijd van ${zone})${data === null ? '' : `. Dit is geen hele maand: de gegevens gaan over ${data.from} tot en met ${data.until}`}`,
    dataUntil: (instant) => `${instant}. Wat later over deze maand kwam, telt niet mee`,
    completeness: ({ days, withData, complete, lowest }) =>
      withData === 0
        ? 'Er is van geen enkele dag een cijfer'
        : `Op ${withData} van de ${days} dagen is er vergaderd. Op ${complete} daarvan kennen wij van minstens 95% van de verbindingen het begin en het einde` +
          (lowest === null ? '' : `. Het laagst was ${lowest.percent}, op ${lowest.day}`),
    profile: (id, date) => (date === null ? id : `${id} van ${date}: grenzen die Avesqo zelf heeft gekozen`),
    measuringPoint: {
      measured: 'waar het platform meet (bij Pexip: in de dienst zelf; bij andere platforms: zoals zij melden)',
      windows: 'in de dienst zelf (de score van Pexip)',
      alarms: 'in de dienst zelf (alarmen van Cisco Meeting Server)',
    },
    revision: (number, sealed, reopened) =>
      `${number}, gepubliceerd op ${sealed}${reopened === null ? '' : `. De maand is heropend en wordt opnieuw gepubliceerd: ${reopened}`}`,
    group: (k) => `${k} personen, en geen van hen heeft meer dan de helft`,
    madeBy: (version, watermark) =>
      `avesqo ${version}, stand van de database ${watermark} (volgens de klok van de computer; in een demonstratie is dat niet de klok van het rapport)`,
    contact: 'Avesqo, info@avesqo.com, avesqo.com',
    connection:
      'Een verbinding is één persoon of één ruimte in één vergadering. Een poging om deel te nemen die mislukte, telt ook als verbinding. Mensen en gedeelde ruimtes tellen wij apart, en nooit bij elkaar op.',
    grades: ({ audio, video, windows, alarms }, format) => ({
      measured:
        `Metingen. Slecht is een verbinding waarbij, in welke richting ook, van het geluid ${percentOf(audio.poor.loss_mp, format)} of meer verloren gaat, ` +
        `de jitter boven ${audio.poor.jitter_us / 1_000} ms ligt, heen en terug langer duurt dan ${audio.poor.rtt_us / 1_000} ms, de MOS onder ${format.number(audio.poor.mos_c / 100)} ligt, ` +
        `van het beeld ${percentOf(video.poor.loss_mp, format)} of meer verloren gaat, of er minder dan ${video.poor.fps} beelden per seconde zijn. ` +
        `Matig begint bij ${percentOf(audio.fair.loss_mp, format)} verlies van geluid, ${audio.fair.jitter_us / 1_000} ms jitter, ${audio.fair.rtt_us / 1_000} ms heen en terug, ` +
        `MOS ${format.number(audio.fair.mos_c / 100)} of ${percentOf(video.fair.loss_mp, format)} verlies van beeld. De rest is goed.`,
      windows:
        `Score van Pexip. Pexip geeft een verbinding ongeveer elke 20 seconden een score. Slecht is een verbinding als minstens ${percentOf(windows.poor_mp, format)} van de scores slecht of zeer slecht was. ` +
        `Matig begint bij ${percentOf(windows.fair_mp, format)}.`,
      alarms:
        `Alarmen van Cisco Meeting Server. Slecht is een verbinding als een alarm minstens ${percentOf(alarms.poor_mp, format)} van de tijd duurde. ` +
        `Matig begint bij ${percentOf(alarms.fair_mp, format)}.`,
    }),
    ungraded: ({ shortest_ms, fewest_packets }, format) =>
      `Een verbinding korter dan ${shortest_ms / 1_000} seconden beoordelen wij niet. Beeld of geluid van minder dan ${format.number(fewest_packets)} pakketten ook niet. ` +
      'De drie manieren van beoordelen tellen wij nooit bij elkaar op.',
    withheld: (k, roomsOnly) => [
      `Een groep staat er pas bij ${k} personen of meer, en alleen als geen van hen meer dan de helft van de verbindingen of van de tijd heeft. Kleinere groepen staan samen onder „overige”. ` +
        `Bij twee kenmerken samen, zoals locatie en netwerk, geven wij geen aantal. Wij zeggen alleen tussen welke twee aantallen het ligt, en vanaf 50 verbindingen ook percentages. ` +
        `Waar een groep niet mag staan, ziet u „< ${k} p.” of „te weinig”. Dat staat er ook als er niemand was. Ontbreekt van een groep maar één cijfer, dan ziet u „–”: er was niets te tellen, of juist dit cijfer gaat over te weinig personen.`,
      'Aantallen zijn afgerond op 5. Percentages zijn afgerond op hele procenten, en vanaf 1.000 verbindingen op één decimaal. Zijn er minder dan 50 verbindingen, dan noemen wij een heel laag of heel hoog percentage niet precies, maar zeggen wij „5% of minder” (≤ 5%) of „95% of meer” (≥ 95%). ' +
        'Zo zegt geen cijfer iets over één persoon, en het verschil tussen twee cijfers ook niet.',
      roomsOnly
        ? 'Een ruimte staat er bij 20 vergaderingen of meer, op minstens 10 dagen. Andere ruimtes zitten in geen enkel cijfer.'
        : 'Een ruimte staat er bij 10 vergaderingen of meer, op minstens 5 dagen, met minstens 5 personen aan de andere kant. Andere ruimtes zitten in geen enkel cijfer.',
    ],
    noPeople: (k) =>
      `Er staan geen cijfers over mensen. Daarvoor zijn minstens ${k} personen nodig, en geen van hen mag meer dan de helft van de verbindingen of van de tijd hebben. U ziet alleen ruimtes en hoe volledig de gegevens zijn.`,
  },

  advice: {
    parts: {
      finding: 'Bevinding',
      comparison: 'Vergeleken',
      action: 'Wat te doen',
      check: 'Wanneer het hielp',
      impact: 'Wat u ervan merkt',
      evidence: 'Hoe zeker',
      method: 'Voor wie statistiek kent',
      state: 'Status',
    },
    states: FINDING_STATES_NL,
    none: 'Er zijn deze maand geen adviezen. Hieronder staat waarnaar wij hebben gekeken, en wat er nodig is om meer te kunnen zeggen.',
    unanswered: (open, all) =>
      `Op ${open} van de ${all} vragen weten wij het antwoord nog niet. Hieronder staat op welke, en waarom.`,
    healthHandled: 'Wat er mis was met de gegevens, is afgehandeld.',
    handled: 'Gedaan, bevestigd of afgewezen. De nummers lopen door na wat nog open is.',
    healthNone: 'De controles van de gegevens vonden deze maand niets.',
    groups: 'Een groep is hier: de verbindingen van één locatie, één model of één versie.',
    pending: 'Naar deze uitgave is nog niet gekeken. Dat gebeurt kort na het publiceren.',
    found: (rule, count) => `${rule}: ${count === 1 ? 'één bevinding' : `${count} bevindingen`}, hierboven.`,
  },

  part: {
    name: (month) => `${month} (deel)`,
    says: (month, from, until) =>
      `${month.charAt(0).toUpperCase()}${month.slice(1)} is geen hele maand: de gegevens gaan over ${from} tot en met ${until}.`,
    compare:
      'Vergelijk daarom de aantallen van deze maanden niet. De percentages kunt u wel vergelijken, met hun marges.',
  },

  notPublished: (k) =>
    `Hier kunnen wij niets laten zien. Er zijn geen twee groepen van minstens ${k} personen, of de platforms melden het niet.`,
  noRooms: 'Er staat geen ruimte. Er is er geen als gedeeld opgegeven, of geen is vaak genoeg gebruikt.',
  noDays: 'Er is van geen enkele dag een cijfer.',
  moreInFiles: 'Meer kolommen en rijen: avesqo cells --cut …, of de bestanden (--csv, --xlsx, --json).',

  files: {
    readme: [
      'Eén bestand per tabel, als UTF-8-tekst met komma’s (RFC 4180). Decimalen hebben een punt. In een rekenprogramma kiest u „tekst importeren”, komma, UTF-8.',
      'De kolomkoppen zijn in elke taal gelijk. Wat ze betekenen, staat hieronder. Ze eindigen op de eenheid: _pct procent, _ms milliseconden, _s seconden, _from het laagste van twee aantallen waartussen het aantal verbindingen ligt.',
      'In advice.csv is „number” het nummer van de bevinding op de pagina, in de PDF en in de tekst. Eerst komt wat open is over vergaderingen, dan wat open is over de gegevens, dan wat is afgehandeld.',
      'Bij een percentage staan de twee uiteinden van de 95%-marge. De kolom „mark” zegt at_most (hoogstens) of at_least (minstens) als er alleen een grens staat.',
      'few in een kolom „mark” of „row_mark”: minder personen dan de kleinste groep, of één persoon heeft meer dan de helft, of er is niemand. Een lege cel: er was niets te tellen, of juist dit cijfer gaat over te weinig personen.',
      'Begint tekst met een apostrof, dan is dat om te voorkomen dat een rekenprogramma er een formule van maakt.',
      'kept = yes: cijfers van deze rij zijn uit een eerdere uitgave. De verandering kwam van te weinig personen, of vooral van één.',
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
      impact: 'merkbaar in de maand',
      impact_low: 'merkbaar in de maand: minstens',
      impact_unit: 'merkbaar: eenheid',
      outcome: 'uitkomst',
      more_meetings: 'zo veel vergaderingen per maand meer nodig',
    },
  },
}
