import type { CallWords, WrongCall } from './call.ts'

/** What the schemas of options say, by the English words; a test calls each command that speaks Dutch with wrong values. */
const MUST: readonly (readonly [RegExp, string])[] = [
  [/^must be a whole number$/u, 'moet een heel getal zijn'],
  [/^must be from (\d+) to (\d+)$/u, 'moet van $1 tot en met $2 zijn'],
  [/^must be all, none, list, or some of (.+)$/u, 'moet all, none of list zijn, of een keuze uit $1'],
  [/^must be a month, YYYY-MM$/u, 'moet een maand zijn, zoals 2026-10'],
  [/^must be an address that begins with (\S+) or (\S+)$/u, 'moet een adres zijn dat begint met $1 of $2'],
  [/^must not be empty$/u, 'mag niet leeg zijn'],
  [/^must be at most (\d+) characters$/u, 'mag hoogstens $1 tekens lang zijn'],
  [/^must not hold control characters$/u, 'mag geen besturingstekens bevatten'],
  [/^must hold a letter or a digit$/u, 'moet een letter of een cijfer bevatten'],
  [/^must name no person: .+$/u, 'mag niemand noemen: de tekst wordt bewaard, dus zonder mailadres of telefoonnummer'],
]

/** What is wrong with a call, by the parser's codes. */
const WRONG: Readonly<Record<string, (wrong: WrongCall) => string>> = {
  'commander.missingMandatoryOptionValue': ({ names: [option = ''] }) => `De optie ${option} ontbreekt`,
  'commander.unknownOption': ({ names: [option = ''] }) => `De optie ${option} bestaat hier niet`,
  'commander.optionMissingArgument': ({ names: [option = ''] }) => `Achter de optie ${option} staat niets`,
  'commander.invalidArgument': ({ said, names: [option = '', value = ''] }) =>
    `Bij de optie ${option} past „${value}” niet${said.replace(/^.*? is invalid\.(?: Allowed choices are)?/u, ': kies uit')}`,
  'commander.missingArgument': ({ names: [name = ''] }) => `In de aanroep ontbreekt <${name}>`,
  'commander.excessArguments': ({ names: [name = ''] }) => `Achter de opdracht ${name} staat te veel`,
  'commander.unknownCommand': ({ names: [name = ''] }) => `De opdracht ${name} bestaat niet`,
}

export const CALL_NL: CallWords = {
  note: (text) => `Let op: ${text}`,
  line: (line, reason) => `regel ${line}: ${reason}`,
  none: 'Geen.',
  atWork: (name, seconds, stage) => `${name}: al ${seconds} s bezig${stage === '' ? '' : `, ${stage}`}`,
  noTenant: (id) => `Er is geen klant „${id}”. Zie: avesqo tenant list`,
  wrongCall: (wrong) =>
    `${WRONG[wrong.code]?.(wrong) ?? wrong.said}. Met --help erachter ziet u hoe de opdracht werkt.`,
  noStore: (data) =>
    `In ${data} staan nog geen gegevens van avesqo. Noem de juiste map met --data, of begin er een met: avesqo tenant add`,
  variable: (name, must) => `De omgevingsvariabele ${name} ${must}.`,
  setup: {
    clock_is_real: () =>
      'AVESQO_NOW is ingevuld, maar deze map met gegevens gebruikt de echte tijd. Haal AVESQO_NOW weg, of neem een nieuwe map.',
    clock_back: (now) =>
      `AVESQO_NOW ligt vóór de klok van deze map met gegevens (${now}). Een klok gaat nooit terug. Kies een later tijdstip of een nieuwe map.`,
    clock_stays: () =>
      'AVESQO_NOW is later dan de klok van deze map met gegevens. Alleen `avesqo serve` zet een klok vooruit. Start dat één keer met deze AVESQO_NOW, of haal AVESQO_NOW hier weg.',
    clock_unreadable: (file) =>
      `${file} is niet te lezen als klok van deze map met gegevens. Zet het bestand terug uit een back-up. Anders kan het product meldingen met een verkeerde tijd beoordelen.`,
    clock_form: () => 'AVESQO_NOW moet een tijdstip met tijdzone zijn (ISO 8601), zoals 2026-11-20T09:00:00Z.',
    directory: (path, code) => `De map ${path} kan niet worden gemaakt (${code}). Noem een map waarin u mag schrijven.`,
    store: (file) =>
      `De database ${file} kan niet worden geopend. Kijk of u in die map mag schrijven, en of het bestand niet beschadigd is.`,
  },
  unavailable:
    'De map met gegevens is nu niet te lezen of te beschrijven. Kijk of de schijf nog ruimte heeft, of deze gebruiker daar mag schrijven en of geen ander proces de map vasthoudt. Probeer het dan opnieuw.',
  bug: (kind) => `Dit is een fout in avesqo zelf (${kind}). Meld haar, met deze regels erbij:`,
  option: {
    invalid: 'is niet geldig',
    missing: 'ontbreekt',
    oneOf: (values) => `moet een van deze zijn: ${values.join(', ')}`,
    must: (message) => {
      const [pattern, dutch] = MUST.find(([one]) => one.test(message)) ?? [/$^/u, '']
      return dutch === '' ? message : message.replace(pattern, dutch)
    },
  },
}
