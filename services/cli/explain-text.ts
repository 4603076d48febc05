/** What `avesqo explain` says, in English and Dutch. */
import { FACTS_REGISTER } from '../../schemas/privacy/facts.ts'
import { TREATMENTS_NL } from '../../schemas/privacy/nl.ts'
import { REFUSALS_NL } from '../../schemas/refusals-nl.ts'
import { REFUSALS, type RefusalCode } from '../../schemas/refusals.ts'

export const LANGUAGES = ['en', 'nl'] as const
export type Language = (typeof LANGUAGES)[number]

const TREATMENTS: ReadonlyMap<string, string> = new Map(
  FACTS_REGISTER.filter((entry) => entry.table === 'observations').map((entry) => [entry.field, entry.treatment]),
)

/** How a field came to be, in the words of the register. */
export function treatmentOf(field: string, language: Language = 'en'): string {
  const treatment = TREATMENTS.get(field) ?? ''
  return language === 'en' ? treatment : (TREATMENTS_NL[treatment] ?? treatment)
}

interface Sums {
  readonly kept: number
  readonly refused: number
  readonly dropped: number
  readonly ignored: number
}

interface Sentences {
  readonly observation: (number: number) => string
  readonly withheld: (fields: readonly string[]) => string
  readonly refused: (index: number, code: RefusalCode, path: string) => string
  readonly sums: (sums: Sums) => string
  readonly noConfiguration: string
}

export const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    observation: (number) => `Observation ${number}`,
    withheld: (fields) =>
      `Held back: ${fields.join(', ')} (the record does not state when the leg began, and lies in the first 24 hours of a month).`,
    refused: (index, code, path) =>
      `Record ${index + 1} would be refused: ${code}${path === '' ? '' : ` at ${path}`}. ${REFUSALS[code]}`,
    sums: ({ kept, refused, dropped, ignored }) =>
      `Not judged here: contract, agreements, our clock, and who was erased or objects.\nKept: ${kept}. Refused: ${refused}. Accepted without anything to keep: ${dropped}. Values that were not read and would be dropped: ${ignored}.`,
    noConfiguration:
      'Without --config no domain, site or room is known: everybody counts as external, every address as remote.',
  },
  nl: {
    observation: (number) => `Waarneming ${number}`,
    withheld: (fields) =>
      `Achtergehouden: ${fields.join(', ')} (het record zegt niet wanneer de verbinding begon, en ligt in de eerste 24 uur van een maand).`,
    refused: (index, code, path) =>
      `Record ${index + 1} zou worden geweigerd: ${code}${path === '' ? '' : ` bij ${path}`}. ${REFUSALS_NL[code]}`,
    sums: ({ kept, refused, dropped, ignored }) =>
      `Hier niet beoordeeld: overeenkomsten, onze klok, en wie is gewist of bezwaar heeft.\nBewaard: ${kept}. Geweigerd: ${refused}. Aanvaard zonder iets om te bewaren: ${dropped}. Waarden die niet zijn gelezen en zouden vervallen: ${ignored}.`,
    noConfiguration:
      'Zonder --config is geen domein, locatie of ruimte bekend: iedereen telt als extern, elk adres als op afstand.',
  },
}
