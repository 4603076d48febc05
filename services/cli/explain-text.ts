/** What the registers say of fields and refusals, in the language of the reader. */
import { FACTS_REGISTER } from '../../schemas/privacy/facts.ts'
import { TREATMENTS_NL } from '../../schemas/privacy/nl.ts'
import { REFUSALS_NL } from '../../schemas/refusals-nl.ts'
import { REFUSALS, type RefusalCode } from '../../schemas/refusals.ts'
import type { Language } from './language.ts'

const TREATMENTS: ReadonlyMap<string, string> = new Map(
  FACTS_REGISTER.filter((entry) => entry.table === 'observations').map((entry) => [entry.field, entry.treatment]),
)

/** How a field came to be, in the words of the register. */
export function treatmentOf(field: string, language: Language): string {
  const treatment = TREATMENTS.get(field) ?? ''
  return language === 'en' ? treatment : (TREATMENTS_NL[treatment] ?? treatment)
}

/** What a refusal means, as the register of refusals says it. */
export function reasonOf(code: RefusalCode, language: Language): string {
  return language === 'en' ? REFUSALS[code] : REFUSALS_NL[code]
}
