/** Where months come from: the database of this process, or the operator port of a running one. */
import type { MonthStatus, Published, ReadPublication } from '../../disclosure/index.ts'
import type { Audit } from '../../privacy/index.ts'
import type { Access } from '../access.ts'

/** The forms in which a month is given as a file. */
export type FileKind = 'xlsx' | 'csv' | 'json' | 'pdf'

export interface MonthSource {
  /**
   * What is published of a month; that it was read stands in the audit log before it is given.
   *
   * @param month `YYYY-MM`
   * @param kind where it is read to make a file of it
   * @returns null where it was never sealed; then nothing was read
   * @throws EngineError, AppError
   */
  published(access: Access, month: string, kind?: FileKind): Promise<Published | null>
  /** Every month, oldest first; no figure. @throws AppError `not_found` for a tenant that is gone */
  months(access: Access): Promise<readonly MonthStatus[]>
}

export interface MonthSourceParts {
  readonly read: ReadPublication
  readonly audit: Pick<Audit, 'write'>
  /** Of `Sealing`. */
  readonly status: (tenantId: string) => Promise<readonly MonthStatus[]>
}

/** The source where the database is. */
export function createMonthSource({ read, audit, status }: MonthSourceParts): MonthSource {
  return {
    async published({ tenantId, reader: actor }, month, kind) {
      const published = await read(tenantId, month)
      if (published === null) return null
      await (kind === undefined
        ? audit.write({ actor, action: 'report_read', tenantId, detail: { month } })
        : audit.write({ actor, action: 'file_read', tenantId, detail: { month, kind } }))
      return published
    },
    months: ({ tenantId }) => status(tenantId),
  }
}
