/** How the register's entries of a ClickHouse table are written down: one line a column. */
import type { LegalBasis, PrivacyClass, RegisterEntry, RetentionClass } from './entry.ts'

export type UsedBy = RegisterEntry['usedBy']
type Line = readonly [field: string, cls: PrivacyClass, treatment: string, purpose: string, usedBy?: UsedBy]

export interface Table {
  readonly table: string
  readonly basis: LegalBasis
  readonly retention: RetentionClass
  /** Where a line names no use of its own. */
  readonly usedBy: UsedBy
  readonly lines: readonly Line[]
  /** Fields whose basis differs. */
  readonly bases?: Readonly<Record<string, LegalBasis>>
}

export const GENERALISED = 'Generalised: one word of a published list; the record’s own text is dropped.'

export function entriesOf({ table, basis, retention, usedBy, lines, bases }: Table): RegisterEntry[] {
  return lines.map(([field, cls, treatment, purpose, own]) => ({
    store: 'clickhouse',
    table,
    field,
    class: cls,
    treatment,
    purpose,
    basis: bases?.[field] ?? basis,
    retention,
    usedBy: own ?? usedBy,
  }))
}
