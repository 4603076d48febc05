import type { CallWords } from './call.ts'

/** What the schemas of options say, by the English words; a test calls each command that speaks Dutch with wrong values. */
const MUST: readonly (readonly [RegExp, string])[] = [
  [/^must be a whole number$/u, 'moet een heel getal zijn'],
  [/^must be from (\d+) to (\d+)$/u, 'moet van $1 tot en met $2 zijn'],
  [/^must be all, none, list, or some of (.+)$/u, 'moet all, none of list zijn, of een keuze uit $1'],
  [/^must be a month, YYYY-MM$/u, 'moet een maand zijn, zoals 2026-10'],
  [/^must not be empty$/u, 'mag niet leeg zijn'],
  [/^must be at most (\d+) characters$/u, 'mag hoogstens $1 tekens lang zijn'],
  [/^must not hold control characters$/u, 'mag geen besturingstekens bevatten'],
  [/^must hold a letter or a digit$/u, 'moet een letter of een cijfer bevatten'],
  [/^must name no person: .+$/u, 'mag niemand noemen: de tekst wordt bewaard, dus zonder mailadres of telefoonnummer'],
]

export const CALL_NL: CallWords = {
  note: (text) => `Let op: ${text}`,
  line: (line, reason) => `regel ${line}: ${reason}`,
  none: 'Geen.',
  atWork: (name, seconds, stage) => `${name}: al ${seconds} s bezig${stage === '' ? '' : `, ${stage}`}`,
  noTenant: (id) => `Er is geen klant „${id}”. Zie: avesqo tenant list`,
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
