/** Pages in Dutch. */
import { ACCESS_NL } from './access-nl.ts'
import { API_NL } from './api-nl.ts'
import { OFFICE_NL } from './office-nl.ts'
import { PRIVACY_NL } from './privacy-nl.ts'
import type { PageWords } from './words.ts'

export const NL: PageWords = {
  product: 'Vergaderinzicht',
  skip: 'Naar de inhoud',
  menu: 'Uw pagina’s',
  trail: 'U bent hier',
  otherLanguage: 'English',
  signOut: 'Uitloggen',
  nav: {
    months: 'Maanden',
    portfolio: 'Klanten',
    operations: 'Beheer',
    accounts: 'Accounts',
    privacy: 'Bescherming',
    register: 'Wat wij bewaren',
    apiDocs: 'API',
  },
  roles: {
    customer_viewer: 'klant',
    consultant: 'adviseur van Avesqo',
    privacy_officer: 'privacyfunctionaris',
    operator: 'beheerder',
  },
  demoLabel: 'Demonstratie',
  demo: 'Demonstratie. De organisatie en haar cijfers zijn verzonnen.',
  contact: 'Vragen over deze pagina? Avesqo, info@avesqo.com.',
  privacy: 'Geen enkel cijfer op deze pagina’s gaat over één persoon.',
  done: 'Gelukt',
  problem: 'Dat is niet gelukt',
  toContents: 'Terug naar de inhoud',

  report: {
    title: (month) => `Verbeterrapport ${month}`,
    summary: 'In het kort',
    contents: 'In dit rapport',
    parts: {
      findings: {
        heading: 'Wat er beter kan',
        says: 'Wat deze maand opvalt, het sterkste eerst. Bij elk advies staat hoe zeker het is, wat u ervan merkt, wat u kunt doen, en wanneer het heeft geholpen.',
      },
      participation: {
        heading: 'Wie deed er mee',
        says: 'Hoe vaak uw mensen vergaderden, op welke platforms en met hoeveel tegelijk.',
      },
      quality: {
        heading: 'Kwaliteit per plek',
        says: 'Welk deel van de verbindingen slecht was. De streep bij elke stip is de marge: hoe korter de streep, hoe zekerder het cijfer.',
      },
      failures: {
        heading: 'Als deelnemen niet lukte',
        says: 'Hoe vaak deelnemen mislukte, en wat er misging.',
      },
      equipment: { heading: 'Apps en apparaten', says: 'Waarmee mensen deelnamen, en hoe goed dat ging.' },
      rooms: {
        heading: 'Gedeelde ruimtes',
        says: 'Ruimtes die u als gedeeld hebt opgegeven, en hun apparatuur. Een ruimte van één persoon zit in geen enkel cijfer.',
      },
      time: {
        heading: 'Door de week heen',
        says: 'De dag en het uur waarop een verbinding begon, in plaatselijke tijd.',
      },
      completeness: {
        heading: 'Hoe volledig de gegevens zijn',
        says: 'Een dag wordt twee dagen later gepubliceerd en daarna nooit meer gewijzigd. Daarom kunnen de dagen iets verschillen van de maand.',
      },
      withheld: {
        heading: 'Wat er niet staat, en waarom',
        says: 'Wij publiceren zoals een statistiekbureau dat doet: over groepen, nooit over een persoon.',
      },
      method: { heading: 'Hoe er is gemeten', says: '' },
      months: { heading: 'Alle maanden', says: '' },
      files: { heading: 'Neem de cijfers mee', says: 'In elk bestand staan dezelfde cijfers als op deze pagina.' },
    },
    health: 'Wat er mis is met de gegevens',
    looked: 'Wat wij ook hebben bekeken',
    change: 'Opvolgen',
    confidence: { strong: 'sterk bewijs', moderate: 'redelijk bewijs', indicative: 'alleen een aanwijzing' },
    grading: 'Wanneer een verbinding slecht is',
    allFigures: (table) => `Alle cijfers: ${table.toLowerCase()}`,
    causes: 'Waarom deelnemen mislukte',
    cause: 'oorzaak',
    attempts: 'verbindingen',
    restOfCauses: 'overige oorzaken, niet getoond',
    allFailed: 'samen',
    causesRest:
      '≈: samen min de getoonde oorzaken, dus ongeveer. Een oorzaak die te weinig mensen hadden, staat er niet apart. Aantallen zijn afgerond op 5.',
    causesRounded:
      'Aantallen zijn afgerond op 5, dus de som kan iets afwijken. Een oorzaak die te weinig mensen hadden, staat er niet.',
    noCauses: (count) =>
      `Bij ongeveer ${count} verbindingen mislukte de deelname. De oorzaken staan er niet: elke oorzaak hadden te weinig mensen.`,
    rules: 'De regels: groepen, afronden, ruimtes',
    onPaper: 'Alle cijfers van elke tabel staan in de PDF en in het rekenblad van dit rapport.',
    targets:
      'De doelen heeft Avesqo zelf gekozen, met die van Microsoft als voorbeeld: hoogstens 3% slechte verbindingen, 1% mislukte deelname en 3% afgebroken verbindingen.',
    organisation: 'uw organisatie',
    reference: { rest: 'vergelijkbare andere', before: 'daarvoor', target: 'doel' },
    noFailures: 'Over mislukte deelname is deze maand geen cijfer gepubliceerd.',
    cuts: 'Meer detail',
  },

  charts: {
    rate: {
      measured_rate: 'slechte verbindingen volgens metingen',
      windows_rate: 'slechte verbindingen volgens de score van Pexip',
      alarms_rate: 'slechte verbindingen volgens de alarmen van Cisco Meeting Server',
      failed_rate: 'deelname mislukt',
      dropped_rate: 'afgebroken verbindingen',
      alone_rate: 'mensen die twee minuten of langer alleen wachtten',
      ungraded_rate: 'verbindingen waarvan de kwaliteit niet bekend is',
      complete: 'verbindingen waarvan begin en einde bekend zijn',
      taken: 'meldingen van platforms die bruikbaar waren',
    },
    target: (text) => `doel ${text}`,
    total: (text) => `alle samen ${text}`,
    interval: 'Streep: de marge (95%).',
    above: 'Gekleurd: zeker boven het doel.',
    bounded: 'Open balk: er zijn minder dan 50 verbindingen. Daarom staat er alleen een grens.',
    boundedGraded: 'Open balk: er zijn minder dan 50 beoordeelde verbindingen. Daarom staat er alleen een grens.',
    graded: 'waarvan beoordeeld',
    gradedUnit: 'beoordeeld',
    ofGraded: 'Slecht: het deel van de beoordeelde verbindingen dat slecht was.',
    aboutGraded: '≈: zo veel zijn er ongeveer beoordeeld.',
    aboveTarget: (count, target) => `${count === 0 ? 'geen' : count} duidelijk boven het doel van ${target}`,
    kept: '† Open stip: uit een eerdere uitgave. De verandering kwam van te weinig personen, of vooral van één.',
    hidden: (k) =>
      `Geen stip: minder dan ${k} personen. Daarom laten wij het niet zien. Het is niet hetzelfde als nul.`,
    days: (what) => `Per dag: ${what}`,
    always: (what, text) => `Op elke dag ${text}: ${what}.`,
    gaps: 'Weekenden hebben een grijze achtergrond. Een gat is een dag zonder cijfer: er is niet vergaderd, of door te weinig mensen.',
    heat: (what) => `Weekdag en uur: ${what}`,
    highest: 'hoogste',
    lowest: 'laagste',
    scroll: 'tabel, kan opzij schuiven',
    sideways: 'Schuif opzij voor meer kolommen',
    few: 'weinig',
    short: 'De marges staan onder „Alle cijfers”. „Weinig” en „–”: er is te weinig om te laten zien, of er was niets.',
    left: (names) =>
      `Niet in deze grafiek: ${names.join(', ')}. Er was niets te tellen, of juist dit cijfer gaat over te weinig personen.`,
  },

  months: {
    title: 'Maanden',
    lead: (tenant) => `Elke maand van ${tenant} die is gemeten. De nieuwste staat bovenaan.`,
    none: 'Er is nog niets gepubliceerd. Een maand wordt een paar dagen na het einde gepubliceerd. Zo tellen late gegevens nog mee.',
    states: {
      open: 'loopt',
      closed: 'voorbij, nog niet gepubliceerd',
      sealed: 'gepubliceerd',
      reopened: 'gepubliceerd, wordt herzien',
      frozen: 'gepubliceerd, definitief',
    },
    revision: (number) => `uitgave ${number}`,
    notYet: (month, state) => `Er is nog geen rapport van ${month}: ${state}.`,
    due: (day) => `wordt gepubliceerd op ${day}`,
    read: (month) => `Lees het rapport van ${month}`,
    compare: 'Vergelijk twee maanden',
  },

  cut: {
    others: 'Andere tabellen',
    months: 'Dezelfde tabel in een andere maand',
    back: 'Het rapport van deze maand',
    people: 'Mensen',
    rooms: 'Gedeelde ruimtes',
    table: 'Alle cijfers',
  },

  compare: {
    title: 'Twee maanden vergeleken',
    lead: 'Wat er tussen twee gepubliceerde maanden veranderde, en of dat duidelijk is.',
    from: 'Eerste maand',
    to: 'Tweede maand',
    submit: 'Vergelijk',
    tooFew: 'Om te vergelijken zijn twee gepubliceerde maanden nodig. Die zijn er nog niet.',
    twice: 'Dit is twee keer dezelfde maand. Kies twee verschillende maanden.',
    all: 'Alles samen',
    clear: 'Duidelijk veranderd',
    line: (what, from, to) => `${what} van ${from} naar ${to}`,
    none: 'Tussen deze twee maanden is niets duidelijk veranderd.',
    nothing: 'Deze twee maanden hebben geen cijfers die wij kunnen vergelijken.',
    changed:
      'Duidelijk: de marges van de twee maanden overlappen niet. In de tekeningen hieronder is dat gekleurd. Bij de andere cijfers weten wij niet of er iets veranderde.',
    rest: 'Niet duidelijk veranderd',
    profiles: (from, to) =>
      `De twee maanden zijn beoordeeld met verschillende grenzen (${from} en ${to}). Een verschil kan daaraan liggen.`,
    label: (what, from, to) => `${what}, in ${from} en in ${to}. De getallen staan in de tabel hieronder.`,
  },

  access: ACCESS_NL,
  api: API_NL,
  office: OFFICE_NL,
  protection: PRIVACY_NL,
  files: {
    xlsx: { name: 'Excel-bestand (rekenblad)', says: 'Excel of LibreOffice, één blad per tabel' },
    csv: { name: 'CSV', says: 'alle tabellen als tekst, met uitleg' },
    json: { name: 'JSON', says: 'voor uw eigen software' },
    pdf: { name: 'PDF', says: 'om af te drukken of door te geven' },
  },
}
