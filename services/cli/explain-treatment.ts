/** How a field came to be, in the words of the register. */
import { FACTS_REGISTER } from '../../schemas/privacy/facts.ts'

const TREATMENTS: ReadonlyMap<string, string> = new Map(
  FACTS_REGISTER.filter((entry) => entry.table === 'observations').map((entry) => [entry.field, entry.treatment]),
)

export function treatmentOf(field: string): string {
  return TREATMENTS.get(field) ?? ''
}
