/**
 * The register (invariant I6): every stored field with its class, treatment, purpose, legal basis, retention class and
 * what uses it. `test/privacy/register.test.ts` compares it with what the databases really hold and fails on a field
 * without entry, an entry without field, and a use that does not exist.
 */
import { CONTROL_REGISTER } from './privacy/control.ts'
import type { RegisterEntry } from './privacy/entry.ts'
import { FACTS_REGISTER } from './privacy/facts.ts'

export const REGISTER: readonly RegisterEntry[] = [...FACTS_REGISTER, ...CONTROL_REGISTER]
