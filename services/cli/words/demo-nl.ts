import type { ListenFault } from '../../processes/listen-faults.ts'
import { formatOf } from '../../shared/format.ts'
import type { DemoWords } from './demo.ts'
import { counted, seconds } from './numbers-nl.ts'

const format = formatOf('nl')
const ELSEWHERE = 'geef deze demo een eigen plek, bijvoorbeeld: --dir ./demo2 --port 8081'
const LISTEN: Readonly<Record<ListenFault, string>> = {
  EADDRINUSE: 'is al in gebruik door een ander programma. Stop dat programma',
  EACCES: 'mag deze gebruiker niet openen. Neem een poort boven 1023',
  EADDRNOTAVAIL: 'kan niet: dit adres is niet van deze computer. Verander AVESQO_HOST',
  ENOTFOUND: 'kan niet: deze naam is niet te vinden. Verander AVESQO_HOST',
}

export const DEMO_NL: DemoWords = {
  invented: (name) => `${name} (verzonnen)`,
  supplier: 'de eigen server van de organisatie (verzonnen)',

  places: (data, keys) => `De gegevens staan in ${data}. De sleutels staan in ${keys}.`,
  organisation: ({ people, days, firstDay, seed }) =>
    `Een verzonnen organisatie van ${format.number(people)} mensen: ${counted(days, 'dag', 'dagen')} vanaf ${format.day(firstDay)} (startgetal ${seed}).`,
  truth: (file) => `Wat er moet uitkomen, staat in ${file}. Het product leest dat bestand niet.`,
  sending: (url, order) =>
    `De ontvangers staan klaar op ${url}. De platforms sturen hun meldingen, ${
      order === 'clean' ? 'netjes op volgorde' : 'rommelig: te laat, dubbel, door elkaar en stuk'
    }:`,
  sent: (percent, deliveries, records) =>
    `  ${percent}%: ${counted(deliveries, 'levering', 'leveringen')} ontvangen, met ${counted(records, 'melding', 'meldingen')}`,
  counting: 'Nu telt het product de verbindingen, de vergaderingen en de groepen:',
  countingStill: '  bezig met tellen …',
  daysDone: (days) => `  ${counted(days, 'dag', 'dagen')} klaar`,
  rebuilt: (days, ms) => `  ${counted(days, 'dag', 'dagen')} geteld in ${seconds(ms)}`,
  sealing: 'De maanden die voorbij zijn, worden gepubliceerd:',
  sealed: (month, ms, revision) => `  ${format.month(month)} is gepubliceerd, in ${seconds(ms)} (uitgave ${revision})`,
  comparing: 'Nu volgt de vergelijking met wat er echt is gebeurd.',
  small: (people) =>
    `Er komt een tweede klant bij, met ${people} mensen. Dat is te weinig voor cijfers over mensen. De adviseur ziet beide klanten.`,

  again: 'Alles staat klaar. Nog een keer de links:',
  ready: (time) =>
    `De rapporten zijn er, ${time} s na de start. Open een van deze links in een browser op deze computer:`,
  readers: {
    customer_viewer: (name, customer) => `${name}, klant: de maanden van ${customer}, elk met een rapport`,
    consultant: (name) => `${name}, adviseur: alle klanten naast elkaar, en wat er met elk advies gebeurt`,
    privacy_officer: (name) => `${name}, privacyfunctionaris: wat niet wordt getoond, en wat wij bewaren en waarom`,
    operator: (name) => `${name}, beheerder: bronnen, leveringen, hoe actueel alles is, accounts`,
  },
  login: (login) => `inlognaam: ${login}`,
  password: (password) => [
    `Wachtwoord van alle vier, alleen voor deze demo: ${password}`,
    'De links werken zonder wachtwoord. U hebt het nodig om zelf in te loggen.',
    'Ook een API-token maakt u met dit wachtwoord, op de pagina van een account.',
  ],
  serving: 'De demo blijft draaien: de links hierboven blijven werken. Stop met Ctrl-C.',
  stopping: 'De demo stopt …',

  refused: {
    atWork: (data, pid) => `In ${data} draait al een demo (proces ${pid}). Stop die, of ${ELSEWHERE}`,
    served: (data) => `In ${data} draait al een ander avesqo-proces. Stop dat, of ${ELSEWHERE}`,
    foreign: (path) =>
      `${path} bestaat al, en is niet door de demo gemaakt. Zet het ergens anders, of kies een andere plek met --dir.`,
    listen: (fault, host, port) =>
      `Poort ${port} op ${host} ${LISTEN[fault]}, of kies een andere poort met --port, bijvoorbeeld: --port 8081.`,
    noSource: (platform) => `Er is geen bron van het platform ${platform}.`,
    answered: (status, platform) => `De ontvanger gaf antwoord ${status} op een levering van ${platform}.`,
  },

  faults: {
    bad_site_network: 'Het netwerk van Groningen raakt pakketten kwijt, in het middelste derde deel van de periode.',
    bad_room_model: 'Eén model van de apparaten in ruimtes heeft slecht beeld, en de verbinding wordt vaak afgebroken.',
    failing_joins: 'Vanuit Utrecht Annex mislukt deelnemen vaak de eerste keer.',
    bad_transport: 'De koppeling met het telefoonnet raakt pakketten kwijt.',
    old_software: 'Bij ruimtes met een oude softwareversie wordt de verbinding vaak afgebroken.',
  },
  faultsHead: ['fout', 'wat er misgaat'],
  planted: 'Dit is daar mis. Leg het naast de adviezen; het product weet hier niets van:',
  nonePlanted: 'Daar is niets mis: er is geen fout ingebouwd.',
}
