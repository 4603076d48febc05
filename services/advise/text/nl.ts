/** Nederlands. */
import type { RuleText, Said, TestCode, Texts } from './said.ts'

const quality = ({ by }: Said): string => `Beoordeeld naar ${by}.`
const times = ({ times: ratio }: Said): string => (ratio === '' ? '' : `, ${ratio} keer zoveel`)
const equipment = ({ rooms }: Said): string => (rooms ? 'ruimtes' : 'personen')
const trouble = ({ outcome }: Said): string => (outcome === 'dropped' ? 'afgebroken' : 'slecht')

const SITE_QUALITY: RuleText = {
  name: 'Locaties met meer slechte verbindingen dan de andere',
  needs:
    'Verbindingen met een locatie en met gemeten kwaliteit, kwaliteitsvensters of alarmen, op minstens twee locaties.',
  on: 'Twee locaties die genoemd mogen worden, elk met verbindingen waarvan de kwaliteit bekend is.',
  fires:
    'Een locatie waarvan het aandeel slechte verbindingen minstens 2 procentpunt en 1,5 keer hoger ligt dan bij vergelijkbare verbindingen elders (zelfde platform, netwerk en soort apparaat), dat minstens 10 uur per maand kost en geen toeval is (q < 0,10).',
  title: ({ name }) => `${name} heeft meer slechte verbindingen dan uw andere locaties`,
  finding: (said) => `Op locatie ${said.name} was ${said.group} van de verbindingen slecht. ${quality(said)}`,
  comparison: (said) =>
    `Vergelijkbare verbindingen op uw andere locaties (zelfde platform, netwerk en soort apparaat): ${said.reference}${times(said)}; het verschil is ${said.points}.${said.causes === '' ? '' : ` Waaruit het teveel bestaat: ${said.causes}.`}`,
  action: ({ name }) =>
    `Laat de aansluiting van locatie ${name} en de weg naar de platforms nakijken: belasting op drukke uren, voorrang voor beeld en geluid (QoS), wifi-dekking, en of UDP wordt doorgelaten.`,
  check: ({ name, most }) =>
    `Het heeft gewerkt als het aandeel op locatie ${name} een hele maand hooguit ${most} is, zoals bij vergelijkbare verbindingen.`,
}

const CHANGE: RuleText = {
  name: 'Locaties waarvan de kwaliteit op een datum veranderde',
  needs: 'Minstens 20 dagen met beoordeelde verbindingen van een locatie vóór de verandering, en 5 dagen erna.',
  on: 'Een locatie die genoemd mag worden, met zo’n zes weken aan verbindingen waarvan de kwaliteit bekend is.',
  fires:
    'Het dagelijkse aandeel slechte verbindingen van een locatie valt buiten zijn gewone grenzen, en een splitsing van de dagen verklaart dat beter dan toeval (q < 0,10): minstens 2 procentpunt en 1,5 keer meer dan daarvoor.',
  title: ({ name, since }) => `Sinds ${since} is de kwaliteit op locatie ${name} slechter`,
  finding: (said) =>
    `Sinds ${said.since} (tussen ${said.sinceLow} en ${said.sinceHigh}) was ${said.group} van de verbindingen op locatie ${said.name} slecht. ${quality(said)}`,
  comparison: (said) => `Daarvoor was het ${said.reference}${times(said)}; het verschil is ${said.points}.`,
  action: ({ name, sinceLow, sinceHigh }) =>
    `Zoek op wat er op locatie ${name} tussen ${sinceLow} en ${sinceHigh} is veranderd: provider, firewall, wifi, firmware, een verhuizing; draai het terug of herstel het.`,
  check: ({ name, most }) =>
    `Het heeft gewerkt als het dagelijkse aandeel op locatie ${name} vier weken lang weer hooguit ${most} is, zoals daarvoor.`,
}

const MODEL: RuleText = {
  name: 'Modellen die het slechter doen dan vergelijkbare apparatuur',
  needs: 'Verbindingen met een bekend model, op locaties en platforms waar ook andere modellen gebruikt worden.',
  on: 'Twee modellen die genoemd mogen worden; bij ruimtes minstens 3 ruimtes met het model.',
  fires:
    'Een model met minstens 2 procentpunt en 1,5 keer meer slechte of afgebroken verbindingen dan andere modellen op dezelfde locatie en hetzelfde platform, minstens 10 uur of 10 afgebroken verbindingen per maand, en geen toeval (q < 0,10).',
  title: (said) =>
    said.outcome === 'dropped'
      ? `${said.name} wordt vaker afgebroken dan vergelijkbare apparatuur`
      : `${said.name} heeft meer slechte verbindingen dan vergelijkbare apparatuur`,
  finding: (said) =>
    `Met ${said.name} (${equipment(said)}) werd ${said.group} van de verbindingen ${said.outcome === 'dropped' ? 'afgebroken' : 'als slecht beoordeeld'}.${said.by === '' ? '' : ` ${quality(said)}`}`,
  comparison: (said) =>
    `Andere modellen op dezelfde locaties en platforms: ${said.reference}${times(said)}; het verschil is ${said.points}.`,
  action: ({ name, rooms }) =>
    rooms
      ? `Breng ${name} naar de nieuwste software en controleer de netwerkaansluiting; helpt dat niet, plan dan vervanging, de drukste ruimtes eerst.`
      : `Laat ${name} bijwerken waar het gebruikt wordt; helpt dat niet, raad dan een andere app of een ander apparaat aan.`,
  check: ({ name, most }) =>
    `Het heeft gewerkt als het aandeel bij ${name} een hele maand hooguit ${most} is, zoals bij andere modellen.`,
}

const SOFTWARE: RuleText = {
  name: 'Softwareversies die het slechter doen dan andere van hetzelfde model',
  needs:
    'Verbindingen met model en versie, waar een model met twee versies op dezelfde locatie en hetzelfde platform in gebruik is.',
  on: 'Een model met twee versies die genoemd mogen worden.',
  fires:
    'Een versie met minstens 2 procentpunt en 1,5 keer meer slechte of afgebroken verbindingen dan andere versies van hetzelfde model, minstens 10 uur of 10 afgebroken verbindingen per maand, en geen toeval (q < 0,10).',
  title: (said) => `Versie ${said.second} van ${said.name} doet het slechter dan andere versies`,
  finding: (said) =>
    `Met versie ${said.second} van ${said.name} (${equipment(said)}) was ${said.group} van de verbindingen ${trouble(said)}.${said.by === '' ? '' : ` ${quality(said)}`}`,
  comparison: (said) =>
    `Andere versies van hetzelfde model op dezelfde locaties en platforms: ${said.reference}${times(said)}; het verschil is ${said.points}.`,
  action: ({ name, second }) =>
    `Breng ${name} van versie ${second} naar een van de versies die het beter doen, eerst op enkele apparaten.`,
  check: ({ name, second, most }) =>
    `Het heeft gewerkt als versie ${second} van ${name} niet meer in gebruik is, of het aandeel een hele maand hooguit ${most} is, zoals bij de andere versies.`,
}

const ALONE: RuleText = {
  name: 'Mensen die alleen wachten',
  needs: 'Vergaderingen met de tijden van al hun verbindingen.',
  on: 'Twee locaties die genoemd mogen worden, of een klant die genoemd mag worden.',
  fires:
    'Een locatie met minstens 2 procentpunt en 1,5 keer meer verbindingen die 2 minuten of langer alleen wachten dan de andere, of meer dan een kwart van alle verbindingen (eigen waarde van Avesqo); minstens 5 uur per maand, en geen toeval (q < 0,10).',
  title: ({ name }) =>
    name === '' ? 'Mensen wachten vaak alleen op anderen' : `Op locatie ${name} wachten mensen vaker alleen dan elders`,
  finding: ({ name, group }) =>
    `Bij ${group} van de verbindingen${name === '' ? '' : ` vanuit locatie ${name}`} wachtte iemand 2 minuten of langer alleen in de vergadering.`,
  comparison: (said) =>
    said.name === ''
      ? `Het streven is hooguit ${said.reference} (eigen waarde van Avesqo); het verschil is ${said.points}.`
      : `Vergelijkbare verbindingen op uw andere locaties: ${said.reference}${times(said)}; het verschil is ${said.points}.`,
  action: ({ name }) =>
    `Ga na of anderen${name === '' ? '' : ` op locatie ${name}`} niet binnenkomen, te laat komen of niet verwacht worden: in het eerste geval helpen uitleg, deelnemen met één knop in ruimtes en uitnodigingen met het juiste adres, anders afspraken over aanvangstijden.`,
  check: ({ most }) => `Het heeft gewerkt als het aandeel een hele maand hooguit ${most} is.`,
}

const FAILED: RuleText = {
  name: 'Locaties waar deelnemen mislukt',
  needs: 'Verbindingen met een locatie en de manier waarop ze eindigden.',
  on: 'Twee locaties die genoemd mogen worden.',
  fires:
    'Een locatie met minstens 2 procentpunt en 1,5 keer meer verbindingen waarbij deelnemen mislukt dan vergelijkbare elders, minstens 10 per maand, en geen toeval (q < 0,10).',
  title: ({ name, second }) =>
    second === ''
      ? `Op locatie ${name} mislukt deelnemen vaker`
      : `Op locatie ${name} mislukt deelnemen vaker: ${second}`,
  finding: ({ name, group }) => `Op locatie ${name} mislukte deelnemen bij ${group} van de verbindingen.`,
  comparison: (said) =>
    `Vergelijkbare verbindingen op uw andere locaties: ${said.reference}${times(said)}; het verschil is ${said.points}.${said.causes === '' ? '' : ` Waaruit het teveel bestaat: ${said.causes}.`}`,
  action: ({ name, second, steps }) =>
    `Volg één mislukkende verbinding op locatie ${name} van begin tot eind${second === '' ? '' : ` (${second})`}: ${steps === '' ? 'adressen en kiesplan, pincode en aanmelden, firewallpoorten voor opbouw en media, in deze volgorde' : steps}.`,
  check: ({ name, most }) =>
    `Het heeft gewerkt als deelnemen op locatie ${name} een hele maand bij hooguit ${most} van de verbindingen mislukt, zoals elders.`,
}

const UNGRADED: RuleText = {
  name: 'Verbindingen zonder kwaliteitsgegevens',
  needs: 'Verbindingen van minstens 20 seconden.',
  on: 'Minstens 50 zulke verbindingen waarover gesproken mag worden.',
  fires: 'Meer dan 20% van de verbindingen die lang genoeg zijn, bevat niets waaruit kwaliteit blijkt.',
  title: ({ name, rooms }) =>
    `Veel verbindingen${name === '' ? (rooms ? ' van ruimtes' : '') : ` op ${name}`} hebben geen kwaliteitsgegevens`,
  finding: ({ name, group, rooms }) =>
    `${group} van de verbindingen${name === '' ? (rooms ? ' van ruimtes' : '') : ` op ${name}`} bevat niets waaruit kwaliteit blijkt.`,
  comparison: ({ reference }) =>
    `Meer dan ${reference} is te veel: wat over kwaliteit gezegd wordt, gaat alleen over de andere verbindingen, en die kunnen anders zijn.`,
  action: ({ name }) =>
    `Zet mediastatistieken aan${name === '' ? '' : ` bij ${name}`} (Pexip: gebeurtenissen bij het verbreken, met mediastromen; Cisco Meeting Server: eindrecords van verbindingen) en controleer de versie van de bron.`,
  check: ({ reference }) => `Het heeft gewerkt als het aandeel een hele maand onder ${reference} blijft.`,
}

const SILENT: RuleText = {
  name: 'Bronnen die stil waren',
  needs: 'Minstens 20 werkdagen met records van de bron.',
  on: 'Een bron met zoveel geschiedenis.',
  fires:
    'Werkdagen zonder enig record die bij het gewone aantal per dag niet te verwachten zijn (p < 0,001, q < 0,10); weekenden en Nederlandse feestdagen tellen niet mee.',
  title: ({ name, sinceLow, sinceHigh }) =>
    sinceLow === sinceHigh
      ? `Van bron ${name} kwam op ${sinceLow} niets`
      : `Van bron ${name} kwam van ${sinceLow} tot en met ${sinceHigh} niets`,
  finding: ({ name, days, group }) =>
    `Bron ${name} stuurde ${days === 1 ? 'op 1 werkdag' : `${days} werkdagen achter elkaar`} niets; ${group} van de werkdagen van de maand is zonder record.`,
  comparison: () => 'Naar wat ze gewoonlijk stuurt, is zo’n stilte niet één keer op de duizend te verwachten.',
  action: ({ name, sinceLow }) =>
    `Controleer of ${name} op ${sinceLow} is uitgezet, de weg hierheen of de toegang kwijtraakte, en importeer wat bewaard is. Tot dan is geen cijfer van deze dagen volledig, en mag er geen verbetering uit gelezen worden.`,
  check: () => 'Het heeft gewerkt als elke werkdag weer records heeft en de ontbrekende dagen gevuld zijn.',
}

const NO_SITE: RuleText = {
  name: 'Verbindingen zonder locatie',
  needs: 'Verbindingen.',
  on: 'Minstens 50 verbindingen waarover gesproken mag worden.',
  fires: 'Meer dan 10% van de verbindingen heeft geen locatie, of twee locaties maken aanspraak op het adres.',
  title: ({ rooms }) => `Veel verbindingen${rooms ? ' van ruimtes' : ''} hebben geen locatie`,
  finding: ({ group, rooms }) =>
    `${group} van de verbindingen${rooms ? ' van ruimtes' : ''} heeft geen locatie: de records hebben geen adres, of twee locaties maken er aanspraak op.`,
  comparison: ({ reference }) =>
    `Meer dan ${reference} is te veel: wat over locaties gezegd wordt, laat deze verbindingen buiten beschouwing.`,
  action: ({ rooms }) =>
    rooms
      ? 'Geef bij Avesqo voor elke opgegeven ruimte op bij welke locatie zij hoort.'
      : 'Geef bij Avesqo op welke namen (labels) uw platforms voor uw locaties gebruiken, en laat de platforms waar dat kan het adres van elke verbinding meesturen. Staat een adresreeks bij twee locaties, zeg dan bij welke zij hoort.',
  check: ({ reference }) => `Het heeft gewerkt als het aandeel een hele maand onder ${reference} blijft.`,
}

/** Zoals wie statistiek leest de toetsen kent. */
const TESTS: Readonly<Record<TestCode, string>> = {
  T1: 'marge van een aandeel (T1, Wilson)',
  T2: 'twee aandelen (T2, Newcombe)',
  T3: 'binnen gelijke groepen (T3, Mantel-Haenszel)',
  T5: 'gekrompen aandelen (T5, empirische Bayes)',
  T7: 'verandering op een datum (T7, EWMA en splitsing)',
  T12: 'lengte van een stilte (T12, Poisson)',
  fact: '',
}

export const NL: Texts = {
  locale: 'nl-NL',
  rules: {
    G01: UNGRADED,
    G02: SILENT,
    G03: NO_SITE,
    A01: SITE_QUALITY,
    A08: CHANGE,
    B01: MODEL,
    B02: SOFTWARE,
    E02: ALONE,
    E03: FAILED,
  },
  causes: {
    no_answer: 'geen antwoord',
    busy: 'bezet',
    rejected: 'geweigerd',
    not_found: 'adres niet gevonden',
    auth_or_pin: 'pincode of aanmelden',
    capacity: 'geen capaciteit',
    timeout: 'geen reactie op tijd',
    media_network: 'netwerk houdt beeld en geluid tegen',
    config_or_crypto: 'instelling of versleuteling',
    server_error: 'fout van de server',
    audio_up: 'verzonden geluid',
    audio_down: 'ontvangen geluid',
    video_up: 'verzonden beeld',
    video_down: 'ontvangen beeld',
    content_up: 'verzonden gedeeld scherm',
    content_down: 'ontvangen gedeeld scherm',
  },
  steps: {
    no_answer: 'of de andere kant in gebruik is en overgaat, en hoe lang het overgaat voordat wordt opgehangen',
    busy: 'hoeveel gesprekken de andere kant tegelijk aankan, en of lijnen na een vergadering open blijven staan',
    rejected: 'wie wie mag bellen: regels van de gespreksserver, gasten en onbekende adressen',
    not_found: 'adressen in uitnodigingen en adresboeken, daarna het kiesplan en de zoekregels',
    auth_or_pin: 'pincodes in uitnodigingen, het aanmelden van apparaten en mensen, en of dat verlopen is',
    capacity: 'hoeveel gesprekken er tegelijk waren, naast de licenties en poorten van de bridge en de gateway',
    timeout:
      'firewallpoorten voor het opbouwen van gesprekken, namen en adressen van de servers (DNS), en of apparaten zijn aangemeld',
    media_network: 'firewallpoorten voor beeld en geluid (UDP), adresvertaling, en doorgeefservers (TURN)',
    config_or_crypto:
      'de instellingen voor versleuteling (TLS, SRTP), certificaten en hun einddatum, en protocollen en codecs, naast die van een locatie waar het wel lukt',
    server_error: 'de logboeken van de server op dat moment, zijn versie en zijn belasting',
  },
  by: {
    measured: 'gemeten verlies, jitter, vertraging en beeldsnelheid (grenzen van Avesqo; de spraakscore is geschat)',
    windows: 'de kwaliteitsvensters van 20 seconden van Pexip zelf (grenzen van Avesqo)',
    alarms: 'de alarmen van Cisco Meeting Server (grenzen van Avesqo)',
  },
  points: (diff, low, high) => `ongeveer ${diff} procentpunt (${low} tot ${high})`,
  impact: {
    poor_hours: (value, low) => `ongeveer ${value} uur slechte verbinding per maand (minstens ${low} uur)`,
    alone_hours: (value, low) => `ongeveer ${value} uur alleen wachten per maand (minstens ${low} uur)`,
    failed_joins: (value, low) => `ongeveer ${value} keer per maand dat deelnemen mislukt (minstens ${low})`,
    drops: (value, low) => `ongeveer ${value} afgebroken verbindingen per maand (minstens ${low})`,
  },
  evidence: ({ confidence, test, q, family, cases }) => {
    const sure = { strong: 'Sterk bewijs', moderate: 'Redelijk bewijs', indicative: 'Aanwijzing' }[confidence]
    const parts = [
      q === null
        ? 'geteld'
        : `van zulke bevindingen zijn er minder dan ${q.chances} van de 100 toeval (q < ${q.limit}; vergeleken groepen: ${family})`,
      cases === null ? '' : `zegt evenveel als ${cases} onafhankelijke verbindingen`,
      TESTS[test] === '' ? '' : `toets: ${TESTS[test]}`,
    ]
    return `${sure}: ${parts.filter((part) => part !== '').join('; ')}`
  },
  silence: {
    nothing: (name) => `${name}: bekeken, niets gevonden.`,
    no_difference: (name) => `${name}: bekeken; aangetoond is dat er geen verschil is dat ertoe doet.`,
    too_little: (name, meetings) =>
      `${name}: nog te weinig gegevens. Met ongeveer ${meetings} vergaderingen per maand meer in een groep is er wel iets te zeggen.`,
    too_few_rooms: (name) =>
      `${name}: één soort ruimte lijkt slechter, maar het zijn er te weinig om te weten of het niet aan één ruimte ligt.`,
    no_input: (name) => `${name}: niet bekeken, omdat de records niet bevatten wat ervoor nodig is.`,
    withheld: (name) => `${name}: niet gezegd, omdat er te weinig personen zijn; dat beschermt hen.`,
  },
}
