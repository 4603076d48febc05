/** Nederlands, op taalniveau B1: korte zinnen, gewone woorden, en een vakwoord alleen waar de lezer het moet opzoeken. */
import { FAILURES_NL } from '../../../schemas/words/nl.ts'
import type { RuleText, Said, TestCode, Texts } from './said.ts'

const quality = ({ by }: Said): string => `Dat blijkt uit ${by}.`
const difference = ({ points, times }: Said): string =>
  `Het verschil is ${points}${times === '' ? '' : `: ${times} keer zo veel`}.`
const excess = ({ causes }: Said): string => (causes === '' ? '' : ` Hieruit bestaat het verschil: ${causes}.`)
const where = ({ rooms }: Said): string => (rooms ? 'in ruimtes' : 'bij mensen')
const became = ({ outcome, group }: Said): string =>
  outcome === 'dropped' ? `werd ${group} van de verbindingen afgebroken` : `was ${group} van de verbindingen slecht`

const UNLIKELY = 'en toeval is onwaarschijnlijk (q < 0,10)'

const SITE_QUALITY: RuleText = {
  name: 'Locaties met meer slechte verbindingen dan andere',
  needs:
    'Verbindingen op minstens twee locaties, met iets waaruit de kwaliteit blijkt: metingen, scores van Pexip of alarmen.',
  on: 'Twee locaties die wij mogen noemen, elk met verbindingen waarvan de kwaliteit bekend is.',
  fires: `Een locatie heeft minstens 2 procentpunt en 1,5 keer zo veel slechte verbindingen als andere locaties, bij hetzelfde platform en netwerk en dezelfde soort apparaat. Dat kost minstens 10 uur per maand, ${UNLIKELY}.`,
  title: ({ name }) => `${name} heeft meer slechte verbindingen dan uw andere locaties`,
  finding: (said) => `Op locatie ${said.name} was ${said.group} van de verbindingen slecht. ${quality(said)}`,
  comparison: (said) =>
    `Op uw andere locaties was dat ${said.reference}, bij hetzelfde platform en netwerk en dezelfde soort apparaat. ${difference(said)}${excess(said)}`,
  action: ({ name }) =>
    `Vraag uw netwerkbeheerder om de verbinding van locatie ${name} na te kijken. Het gaat om vier dingen: hoe vol de lijn is op drukke uren, voorrang voor beeld en geluid (QoS), of wifi overal sterk genoeg is, en of de firewall UDP doorlaat.`,
  check: ({ name, most }) =>
    `Het heeft geholpen als een hele maand ${most} of minder van de verbindingen op locatie ${name} slecht is. Dat is de bovenkant van de marge van uw andere locaties.`,
}

const CHANGE: RuleText = {
  name: 'Locaties waar de kwaliteit vanaf een dag slechter werd',
  needs: 'Minstens 20 dagen vóór de verandering en 5 dagen erna waarop de kwaliteit van verbindingen bekend is.',
  on: 'Een locatie die wij mogen noemen, met ongeveer zes weken van zulke dagen.',
  fires: `Vanaf een dag heeft een locatie meer slechte verbindingen dan daar gewoon is: minstens 2 procentpunt en 1,5 keer zo veel als daarvoor, ${UNLIKELY}.`,
  title: ({ name, since }) => `Sinds ${since} is de kwaliteit op locatie ${name} slechter`,
  finding: (said) =>
    `Sinds ${said.since} was ${said.group} van de verbindingen op locatie ${said.name} slecht. Het begon op een dag van ${said.sinceLow} tot en met ${said.sinceHigh}. ${quality(said)}`,
  comparison: (said) => `Daarvoor was dat ${said.reference}. ${difference(said)}`,
  action: ({ name, sinceLow, sinceHigh }) =>
    `Vraag uw netwerkbeheerder wat er op locatie ${name} is veranderd van ${sinceLow} tot en met ${sinceHigh}. Denk aan de internetprovider, de firewall, wifi, nieuwe software op apparaten of een verhuizing. Draai het terug of herstel het.`,
  check: ({ name, most }) =>
    `Het heeft geholpen als vier weken lang elke dag ${most} of minder van de verbindingen op locatie ${name} slecht is. Dat is de bovenkant van de marge van daarvoor.`,
}

const MODEL: RuleText = {
  name: 'Modellen die het slechter doen dan vergelijkbare apparaten',
  needs: 'Verbindingen met een bekend model, op locaties en platforms waar ook andere modellen worden gebruikt.',
  on: 'Twee modellen die wij mogen noemen. Gaat het om ruimtes, dan minstens 3 ruimtes met het model.',
  fires: `Een model heeft minstens 2 procentpunt en 1,5 keer zo veel slechte of afgebroken verbindingen als andere modellen op dezelfde locatie en hetzelfde platform. Dat kost minstens 10 uur of 10 afgebroken verbindingen per maand, ${UNLIKELY}.`,
  title: ({ name, outcome }) =>
    outcome === 'dropped'
      ? `Met ${name} worden verbindingen vaker afgebroken dan met vergelijkbare apparaten`
      : `${name} heeft meer slechte verbindingen dan vergelijkbare apparaten`,
  finding: (said) => `Met ${said.name} (${where(said)}) ${became(said)}.${said.by === '' ? '' : ` ${quality(said)}`}`,
  comparison: (said) =>
    `Met andere modellen, op dezelfde locaties en platforms, was dat ${said.reference}. ${difference(said)}`,
  action: ({ name, rooms }) =>
    rooms
      ? `Zet de nieuwste software op ${name} en kijk de netwerkaansluiting na. Helpt dat niet? Vervang dan het apparaat, in de drukste ruimtes het eerst.`
      : `Zorg dat mensen de nieuwste versie van ${name} gebruiken. Helpt dat niet? Raad dan een andere app of een ander apparaat aan.`,
  check: ({ name, most }) =>
    `Het heeft geholpen als het aandeel bij ${name} een hele maand ${most} of lager is. Dat is de bovenkant van de marge van de andere modellen.`,
}

const SOFTWARE: RuleText = {
  name: 'Versies van software die het slechter doen dan andere versies van hetzelfde model',
  needs:
    'Verbindingen met een bekend model en een bekende versie. Op dezelfde locatie en hetzelfde platform zijn twee versies van één model in gebruik.',
  on: 'Een model met twee versies die wij mogen noemen.',
  fires: `Een versie heeft minstens 2 procentpunt en 1,5 keer zo veel slechte of afgebroken verbindingen als andere versies van hetzelfde model. Dat kost minstens 10 uur of 10 afgebroken verbindingen per maand, ${UNLIKELY}.`,
  title: ({ name, second }) => `Versie ${second} van ${name} doet het slechter dan andere versies`,
  finding: (said) =>
    `Met versie ${said.second} van ${said.name} (${where(said)}) ${became(said)}.${said.by === '' ? '' : ` ${quality(said)}`}`,
  comparison: (said) =>
    `Met andere versies van hetzelfde model, op dezelfde locaties en platforms, was dat ${said.reference}. ${difference(said)}`,
  action: ({ name, second }) =>
    `Vervang versie ${second} van ${name} door een versie die het beter doet. Begin met een paar apparaten.`,
  check: ({ name, second, most }) =>
    `Het heeft geholpen als niemand versie ${second} van ${name} meer gebruikt, of als het aandeel een hele maand ${most} of lager is. Dat is de bovenkant van de marge van de andere versies.`,
}

const ALONE: RuleText = {
  name: 'Mensen die alleen zitten te wachten',
  needs: 'Vergaderingen waarvan alle verbindingen een begin en een einde hebben.',
  on: 'Twee locaties die wij mogen noemen, of een klant waarvan wij cijfers over mensen mogen geven.',
  fires: `Op een locatie wachten mensen vaker 2 minuten of langer alleen dan elders: minstens 2 procentpunt en 1,5 keer zo veel. Of het gebeurt bij meer dan een kwart van alle verbindingen (grens van Avesqo). Dat kost minstens 5 uur per maand, ${UNLIKELY}.`,
  title: ({ name }) =>
    name === '' ? 'Mensen wachten vaak alleen op anderen' : `Op locatie ${name} wachten mensen vaker alleen dan elders`,
  finding: ({ name, group }) =>
    `Bij ${group} van de verbindingen${name === '' ? '' : ` vanaf locatie ${name}`} was iemand 2 minuten of langer alleen in de vergadering.`,
  comparison: (said) =>
    said.name === ''
      ? `Het doel is ${said.reference} of lager (grens van Avesqo). ${difference(said)}`
      : `Bij vergelijkbare verbindingen op uw andere locaties was dat ${said.reference}. ${difference(said)}`,
  action: ({ name }) =>
    `Zoek uit waarom de anderen er${name === '' ? '' : ` op locatie ${name}`} niet zijn. Komen zij niet binnen? Dan helpen uitleg, een knop in de ruimte om mee te doen, en het goede adres in de uitnodiging. Komen zij te laat? Maak dan afspraken over de begintijd.`,
  check: ({ most }) => `Het heeft geholpen als het aandeel een hele maand ${most} of lager is.`,
}

const FAILED: RuleText = {
  name: 'Locaties waar deelnemen vaak mislukt',
  needs: 'Verbindingen waarvan de locatie bekend is, en hoe zij eindigden.',
  on: 'Twee locaties die wij mogen noemen.',
  fires: `Op een locatie mislukt deelnemen vaker dan elders, bij vergelijkbare verbindingen: minstens 2 procentpunt en 1,5 keer zo veel. Het gaat om minstens 10 keer per maand, ${UNLIKELY}.`,
  title: ({ name, second }) =>
    second === ''
      ? `Op locatie ${name} mislukt deelnemen vaker`
      : `Op locatie ${name} mislukt deelnemen vaker, meestal door: ${second}`,
  finding: ({ name, group }) => `Op locatie ${name} mislukte deelnemen bij ${group} van de verbindingen.`,
  comparison: (said) =>
    `Bij vergelijkbare verbindingen op uw andere locaties was dat ${said.reference}. ${difference(said)}${excess(said)}`,
  action: ({ name, second, steps }) =>
    `Vraag uw netwerkbeheerder om op locatie ${name} één verbinding die mislukt na te gaan, van begin tot eind${second === '' ? '' : ` (${second})`}. Kijk naar ${steps === '' ? 'deze drie, in deze volgorde: de adressen en hoe de centrale ze opzoekt, pincode en aanmelden, en de poorten die de firewall openlaat' : steps}.`,
  check: ({ name, most }) =>
    `Het heeft geholpen als deelnemen op locatie ${name} een hele maand bij ${most} of minder van de verbindingen mislukt. Dat is de bovenkant van de marge van uw andere locaties.`,
}

const UNGRADED: RuleText = {
  name: 'Verbindingen waarvan de kwaliteit niet bekend is',
  needs: 'Verbindingen van minstens 20 seconden.',
  on: 'Minstens 50 zulke verbindingen, van een groep waarover wij iets mogen zeggen.',
  fires: 'Bij meer dan 20% van deze verbindingen staat nergens hoe goed zij waren.',
  title: ({ name, rooms }) =>
    `Van veel verbindingen${name === '' ? (rooms ? ' van ruimtes' : '') : ` op ${name}`} is de kwaliteit niet bekend`,
  finding: ({ name, group, rooms }) =>
    `Bij ${group} van de verbindingen${name === '' ? (rooms ? ' van ruimtes' : '') : ` op ${name}`} staat nergens hoe goed zij waren.`,
  comparison: ({ reference }) =>
    `Meer dan ${reference} is te veel. Wat wij over kwaliteit zeggen, gaat alleen over de andere verbindingen. Deze kunnen beter of slechter zijn.`,
  action: ({ name }) =>
    `Zet op het platform aan dat het cijfers over beeld en geluid meestuurt${name === '' ? '' : ` (bij ${name})`}. Bij Pexip: meldingen als iemand weggaat, met de mediastromen. Bij Cisco Meeting Server: de melding aan het einde van een verbinding. Kijk ook of het platform een nieuwe versie nodig heeft.`,
  check: ({ reference }) => `Het heeft geholpen als het aandeel een hele maand onder ${reference} blijft.`,
}

const SILENT: RuleText = {
  name: 'Bronnen die een tijd niets stuurden',
  needs: 'Minstens 20 werkdagen waarop de bron iets stuurde.',
  on: 'Een bron waarvan wij zo veel dagen kennen.',
  fires:
    'De bron stuurde op werkdagen niets, en bij wat zij anders stuurt is dat geen toeval (p < 0,001 en q < 0,10). Weekenden en Nederlandse feestdagen tellen niet mee.',
  title: ({ name, sinceLow, sinceHigh }) =>
    sinceLow === sinceHigh
      ? `Van bron ${name} kwam op ${sinceLow} niets`
      : `Van bron ${name} kwam van ${sinceLow} tot en met ${sinceHigh} niets`,
  finding: ({ name, days, group }) =>
    `Bron ${name} stuurde ${days === 1 ? 'op 1 werkdag' : `${days} werkdagen achter elkaar`} niets. Van de werkdagen van de maand is ${group} leeg.`,
  comparison: () => 'Bij wat deze bron anders stuurt, komt zo’n stilte minder dan één keer op de duizend voor.',
  action: ({ name, sinceLow }) =>
    `Kijk na of ${name} op ${sinceLow} is uitgezet, of het netwerk of het wachtwoord niet meer werkte. Importeer wat er nog is. Tot dan zijn de cijfers van deze dagen niet volledig: een verbetering kan schijn zijn.`,
  check: () => 'Het heeft geholpen als elke werkdag weer gegevens heeft en de lege dagen gevuld zijn.',
}

const NO_SITE: RuleText = {
  name: 'Verbindingen waarvan de locatie niet bekend is',
  needs: 'Verbindingen.',
  on: 'Minstens 50 verbindingen van een groep waarover wij iets mogen zeggen.',
  fires: 'Van meer dan 10% van de verbindingen is de locatie niet bekend, of staat het adres bij twee locaties.',
  title: ({ rooms }) => `Van veel verbindingen${rooms ? ' van ruimtes' : ''} is de locatie niet bekend`,
  finding: ({ group, rooms }) =>
    `Van ${group} van de verbindingen${rooms ? ' van ruimtes' : ''} is de locatie niet bekend. Het platform stuurt dan geen netwerkadres mee, of het adres staat bij twee locaties.`,
  comparison: ({ reference, ofFailures }) =>
    `Meer dan ${reference} is te veel. Deze verbindingen tellen bij geen enkele locatie mee, ook niet als zij slecht waren of mislukten.${ofFailures === '' ? '' : ` Van alle keren dat deelnemen mislukte, hoort ongeveer ${ofFailures} hierbij. Waar dat was, weten wij dus niet.`}`,
  action: ({ rooms }) =>
    rooms
      ? 'Vertel Avesqo bij welke locatie elke ruimte hoort.'
      : 'Vertel Avesqo welke namen (labels) uw platforms voor uw locaties gebruiken. Laat de platforms als het kan het netwerkadres van elke verbinding meesturen. Staat een reeks adressen bij twee locaties? Vertel dan bij welke zij hoort.',
  check: ({ reference }) => `Het heeft geholpen als het aandeel een hele maand onder ${reference} blijft.`,
}

/** Zoals wie statistiek leest de toetsen kent. */
const TESTS: Readonly<Record<TestCode, string>> = {
  T1: 'marge van een aandeel (T1, Wilson)',
  T2: 'twee aandelen (T2, Newcombe)',
  T3: 'twee aandelen binnen gelijke groepen (T3, Mantel-Haenszel)',
  T5: 'aandelen die naar het gemiddelde zijn getrokken (T5, empirische Bayes)',
  T7: 'verandering op een datum (T7, EWMA en splitsing van de dagen)',
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
    ...FAILURES_NL,
    audio_up: 'verzonden geluid',
    audio_down: 'ontvangen geluid',
    video_up: 'verzonden beeld',
    video_down: 'ontvangen beeld',
    content_up: 'verzonden gedeeld scherm',
    content_down: 'ontvangen gedeeld scherm',
  },
  steps: {
    no_answer: 'de andere kant: staat het apparaat aan, gaat het over, en hoe lang voordat wordt opgehangen',
    busy: 'de andere kant: hoeveel gesprekken kan zij tegelijk aan, en blijven lijnen na een vergadering open',
    rejected: 'wie wie mag bellen: de regels van de gespreksserver, ook voor gasten en onbekende adressen',
    not_found: 'de adressen in uitnodigingen en adresboeken, en daarna naar hoe de centrale een adres opzoekt',
    auth_or_pin: 'de pincodes in uitnodigingen, naar het aanmelden van apparaten en mensen, en of dat verlopen is',
    capacity: 'hoeveel gesprekken er tegelijk waren, en hoeveel de licenties en de server er toestaan',
    timeout:
      'de poorten van de firewall voor het opzetten van gesprekken, naar de namen en adressen van de servers (DNS), en of apparaten zijn aangemeld',
    media_network:
      'de poorten van de firewall voor beeld en geluid (UDP), naar het omzetten van adressen (NAT), en naar servers die doorgeven (TURN)',
    config_or_crypto:
      'de instellingen voor versleuteling (TLS, SRTP), naar certificaten en hun einddatum, en naar protocollen en codecs. Vergelijk met een locatie waar het wel lukt',
    server_error: 'de logboeken van de server op dat moment, naar de versie en naar hoe druk hij was',
  },
  by: {
    measured:
      'metingen van verlies, jitter, vertraging en beelden per seconde (grenzen van Avesqo; de score voor spraak is een schatting)',
    windows: 'de score die Pexip elke 20 seconden geeft (grenzen van Avesqo)',
    alarms: 'de alarmen van Cisco Meeting Server (grenzen van Avesqo)',
  },
  points: (diff, low, high) => `ongeveer ${diff} procentpunt (${low} tot ${high})`,
  impact: {
    poor_hours: (value, low) =>
      `deze maand ongeveer ${value} uur slechte verbinding, boven op wat gewoon is (minstens ${low} uur)`,
    alone_hours: (value, low) =>
      `deze maand ongeveer ${value} uur alleen wachten, boven op wat gewoon is (minstens ${low} uur)`,
    failed_joins: (value, low) =>
      `deze maand ongeveer ${value} keer dat deelnemen mislukte, boven op wat gewoon is (minstens ${low} keer)`,
    drops: (value, low) =>
      `deze maand ongeveer ${value} afgebroken verbindingen, boven op wat gewoon is (minstens ${low})`,
  },
  evidence: ({ confidence, test, q }) => {
    const sure = { strong: 'Sterk bewijs', moderate: 'Redelijk bewijs', indicative: 'Een aanwijzing' }[confidence]
    if (q === null) {
      return `${sure}. ${test === 'fact' ? 'Dit is geteld, niet geschat.' : 'Ook het laagste getal van de marge is nog te hoog.'}`
    }
    const chance = `Van 100 bevindingen zoals deze zijn er naar verwachting minder dan ${q.chances} toeval.`
    if (confidence === 'strong') {
      return `${sure}. ${chance} Er zijn ook ruim genoeg gegevens, of het bleek ook op een tweede manier of een maand eerder.`
    }
    return q.isSmall
      ? `${sure}. Toeval is onwaarschijnlijk. Maar wij zagen dit pas in één maand en op één manier. Na nog een maand weten wij meer.`
      : `${sure}. ${chance} Voor sterk bewijs moeten dat er minder dan 5 zijn. Na nog een maand weten wij meer.`
  },
  method: ({ test, q, family, cases }) =>
    [
      q === null ? '' : `q < ${q.limit}; ${family} ${family === '1' ? 'groep' : 'groepen'} vergeleken`,
      cases === null ? '' : `telt als ${cases} losse verbindingen`,
      TESTS[test] === '' ? '' : `toets: ${TESTS[test]}`,
    ]
      .filter((part) => part !== '')
      .join('; '),
  silence: {
    nothing: (name) => `${name}: wij keken ernaar en vonden niets.`,
    no_difference: (name) => `${name}: wij keken ernaar. Er is geen verschil van belang.`,
    too_little: (name, meetings) =>
      `${name}: er zijn nog te weinig gegevens. Met ongeveer ${meetings} vergaderingen per maand meer in een groep kunnen wij er wel iets over zeggen.`,
    too_few_rooms: (name) =>
      `${name}: één model lijkt slechter. Maar er zijn te weinig ruimtes met dat model: het kan ook aan één ruimte liggen.`,
    no_input: (name) => `${name}: niet bekeken. De platforms sturen niet wat ervoor nodig is.`,
    withheld: (name) => `${name}: dat zeggen wij niet. Er zitten te weinig mensen achter, en dit beschermt hen.`,
  },
}
