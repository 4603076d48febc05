/** How a table of the control store is written down in the register. */
import type { LegalBasis, PrivacyClass, RegisterEntry, RetentionClass } from './entry.ts'

type UsedBy = RegisterEntry['usedBy']
type Line = readonly [field: string, cls: PrivacyClass, treatment: string, purpose: string, usedBy?: UsedBy]

export interface ControlTable {
  readonly table: string
  readonly basis: LegalBasis
  readonly retention: RetentionClass
  /** Where a line names no use of its own. */
  readonly usedBy: UsedBy
  readonly lines: readonly Line[]
  /** Fields whose retention differs. */
  readonly retentions?: Readonly<Record<string, RetentionClass>>
}

export const OURS = 'Ours: made by this installation.'
export const ENTERED = 'Entered by the operator; kept as entered.'

/** The register's entries of tables, a field each, in their order. */
export function controlEntries(tables: readonly ControlTable[]): readonly RegisterEntry[] {
  return tables.flatMap((table) =>
    table.lines.map(([field, cls, treatment, purpose, usedBy = table.usedBy]) => ({
      store: 'control',
      table: table.table,
      field,
      class: cls,
      treatment,
      purpose,
      basis: table.basis,
      retention: table.retentions?.[field] ?? table.retention,
      usedBy,
    })),
  )
}
