/** The page about the API, in Dutch. */
import type { ApiWords } from './api.ts'

export const API_NL: ApiWords = {
  title: 'Cijfers voor programma’s',
  lead: 'Een programma krijgt dezelfde cijfers als de rapportpagina’s, tot op het laatste cijfer, en kan bevindingen opvolgen. Deze pagina zegt hoe.',
  contents: 'Op deze pagina',
  version: 'Versie',
  address: 'Adres',
  document: 'Voor programma’s',
  start: 'Zo begint u',
  steps: {
    token: {
      heading: 'Maak een token',
      says: ({ days }) => [
        `U maakt een token op de pagina van uw account. Het wordt één keer getoond en werkt ten hoogste ${days} dagen.`,
        'Een programma met uw token mag lezen en doen wat u mag, behalve uw account wijzigen. Bewaar het als een wachtwoord, en beëindig het als u het niet meer nodig hebt.',
      ],
    },
    sending: {
      heading: 'Stuur het mee',
      says: () => [
        'Zet het token bij elke aanvraag in de header `Authorization: Bearer …`.',
        'In een browser waarin u bent ingelogd, werkt de sessie ook. Wat iets wijzigt, heeft dan ook de header `X-CSRF-Token` nodig.',
      ],
    },
    lists: {
      heading: 'Lees een lange lijst',
      says: () => [
        'Een lijst komt in stukken van `limit` regels. Stuur de `next` van een stuk als `after` mee om het volgende te krijgen; waar `next` null is, eindigt de lijst. De header `Link` heeft hetzelfde als adres.',
      ],
    },
    unchanged: {
      heading: 'Vraag alleen wat is veranderd',
      says: () => [
        'Een antwoord heeft een `ETag`. Stuur die mee als `If-None-Match`: wat niet veranderd is, krijgt 304 als antwoord, zonder inhoud.',
        'Dat u cijfers las, wordt vastgelegd, ook dan.',
      ],
    },
    few: {
      heading: 'Groepen die te klein zijn',
      says: () => [
        'Een groep van te weinig mensen wordt nooit getoond. Ze heeft het merk `few` en geen cijfer; geen volgorde en geen totaal verraadt haar waarde.',
      ],
    },
    languages: {
      heading: 'Taal',
      says: () => [
        'Namen en zinnen komen in de taal van het account. Met `lang=nl` of `lang=en` kiest u zelf. Codes, namen van velden en getallen zijn in beide talen gelijk.',
      ],
    },
    rates: {
      heading: 'Hoe snel u mag vragen',
      says: ({ perSecond, burst, ofAddress, burstOfAddress }) => [
        `Een account mag ${perSecond} keer per seconde vragen, en na een pauze ${burst} keer in één keer. Voor alles samen dat van één netwerkadres komt: ${ofAddress} en ${burstOfAddress}.`,
        'Wie meer vraagt, krijgt 429. De header `Retry-After` zegt na hoeveel seconden u het opnieuw kunt proberen.',
      ],
    },
    problems: {
      heading: 'Als er iets misgaat',
      says: () => [
        'Het antwoord is dan van het type `application/problem+json` (RFC 9457). Ga af op de `code`: die blijft, de woorden kunnen veranderen.',
      ],
    },
  },
  tokenLink: 'Naar uw account',
  groups: {
    tenants: 'Klanten',
    periods: 'Maanden',
    figures: 'Cijfers',
    findings: 'Bevindingen',
    files: 'Bestanden',
    documentation: 'Deze beschrijving',
  },
  shapes: 'Soorten gegevens',
  shapesSay: 'Wat meer antwoorden gemeen hebben.',
  may: 'Wie mag dit',
  ofOwn: 'alleen klanten van het account',
  inBrowser: 'In een browser waarin u bent ingelogd; niet met een token.',
  everybody: 'Iedereen, zonder token.',
  samples: {
    token:
      'De aanvragen op deze pagina halen het uit `$TOKEN`. Typ in uw terminal `read -rs TOKEN`, druk op Enter, plak het token en druk nog eens op Enter.',
    own: (tenant, month) =>
      `De aanvragen op deze pagina die alleen lezen, gaan over uw klant \`${tenant}\` en ${month}: ze werken zoals ze er staan. Zet er voor andere klanten en maanden andere id’s in. De antwoorden die als voorbeeld zijn getoond, zijn van een verzonnen klant.`,
    noFinding: 'Van die maand is geen bevinding gepubliceerd: vervang de id in aanvragen over een bevinding.',
    writes:
      'Deze aanvraag verandert iets. Daarom zijn de id’s en de tekst verzonnen: `voorbeeld` staat voor een klant van u, en de lange id voor een bevinding van u. Vervang ze alle drie: wie de bevinding leest, ook de klant, leest wat u stuurt.',
    invented:
      'U hebt nog geen klant met een gepubliceerde maand. De aanvragen op deze pagina gaan daarom over een verzonnen klant. Vervang `voorbeeld`, de maand en de id’s door wat u als antwoord krijgt op de aanvraag hierboven en de volgende.',
  },
  sends: 'Wat u stuurt',
  body: 'Inhoud van de aanvraag',
  answers: 'Wat u krijgt',
  fieldsOf: 'Velden van',
  faults: 'Als het misgaat',
  request: 'Aanvraag',
  example: 'Voorbeeld',
  noParameters: 'Er zijn geen parameters.',
  columns: {
    name: 'Naam',
    where: 'Waar',
    type: 'Soort',
    says: 'Wat het is',
    status: 'Status',
    code: 'Code',
    what: 'Wat er mis is',
  },
  where: { path: 'in het adres', query: 'achter het ?', header: 'header' },
  required: 'verplicht',
  optional: 'kan ontbreken',
  unsaid: 'Zonder:',
  types: {
    text: 'tekst',
    formats: { date: 'dag, JJJJ-MM-DD', 'date-time': 'tijdstip, ISO 8601 in UTC', uuid: 'id (UUID)' },
    number: 'getal',
    whole: 'heel getal',
    bounds: (least, most) =>
      least !== null && most !== null
        ? `${least} tot en met ${most}`
        : least !== null
          ? `vanaf ${least}`
          : most !== null
            ? `tot en met ${most}`
            : '',
    truth: 'true of false',
    choice: 'een van',
    choices: (count) => `een van ${count} woorden`,
    list: 'lijst van',
    named: 'per naam van een maat:',
    parts: 'object; de delen volgen',
    listOfParts: 'lijst van objecten; de delen volgen',
    orNull: 'of null',
  },
  media: {
    'application/json': 'JSON',
    'application/json; charset=utf-8': 'JSON',
    'application/zip': 'CSV, in een ZIP',
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'rekenblad (XLSX)',
    'text/html': 'pagina',
  },
  problems: {
    bad_request: 'De aanvraag heeft niet de vorm die hier hoort: een parameter is onbekend, ontbreekt of klopt niet.',
    not_signed_in: 'Het token ontbreekt of werkt niet meer.',
    forbidden: 'De rol van het account laat dit niet toe.',
    not_found: 'Het bestaat niet, of het is niet van een klant van het account. Welke van de twee, zeggen wij niet.',
    state_not_allowed: 'Vanuit de huidige status van de bevinding kan dit niet.',
    note_names_person:
      'In de notitie staat een e-mailadres of telefoonnummer. Noem geen personen: een notitie wordt bewaard.',
    note_missing: 'Bij `rejected` hoort een notitie. Schrijf daarin waarom er met de bevinding niets wordt gedaan.',
    revision_changed: 'De maand is opnieuw gepubliceerd terwijl u las. Begin bij het eerste stuk.',
    too_many_requests: 'Er is te veel gevraagd. Wacht zo lang als `Retry-After` zegt.',
    unavailable: 'De opslag antwoordt nu niet. Probeer het later opnieuw.',
  },
}
