/** What is said over the operator port about months: their states, sealing, opening again, what is published. */
import { z } from 'zod'
import { monthName, publicationRow } from '../../schemas/control/tables.ts'
import { reference, slug } from '../../schemas/control/values.ts'
import { dayFigure, figure, PERIOD_STATES, protocol } from '../../schemas/published.ts'
import { type MonthStatus, type Published, REFUSALS, storedPublication } from '../disclosure/index.ts'

const refused = z.strictObject({ refused: z.enum(REFUSALS), due: z.iso.date() })
const sealed = z.strictObject({
  month: monthName,
  revision: z.number().int(),
  anew: z.boolean(),
  safe: z.boolean(),
  protocol,
  advised: z.boolean(),
})
const reopened = z.strictObject({ revision: z.number().int() })
/** What became of the wish to seal a month. */
type SealAnswer = z.output<typeof sealAnswer>
/** What became of the wish to open a month again. */
type ReopenAnswer = z.output<typeof reopenAnswer>

/** The months' part of the desk. */
export interface PeriodDesk {
  /**
   * A tenant's months, oldest first.
   *
   * @throws AppError `not_found` for an unknown tenant, `unavailable`; EngineError
   */
  periods(tenantId: string): Promise<readonly MonthStatus[]>
  /**
   * Seals a month; written to the audit log with it.
   *
   * @param month `YYYY-MM`
   * @throws as `periods`: then nothing has happened
   */
  seal(tenantId: string, month: string): Promise<SealAnswer>
  /** Opens a sealed month again; written to the audit log with it. @throws as `periods` */
  reopen(tenantId: string, month: string, reason: string): Promise<ReopenAnswer>
  /**
   * What is published of a month; that it was read is written to the audit log before.
   *
   * @returns null where it was never sealed
   * @throws as `periods`
   */
  published(tenantId: string, month: string): Promise<Published | null>
}

/** `GET /periods` */
export const periodsQuery = z.strictObject({ tenant: slug })
const instant = z.number().int().nullable()
const monthStatus = z.strictObject({
  month: monthName,
  state: z.enum(PERIOD_STATES),
  due: z.iso.date(),
  part: z.boolean(),
  revision: z.number().int().nullable(),
  sealedMs: instant,
  untilMs: instant,
  safe: z.boolean().nullable(),
  reason: z.string().nullable(),
})
export const periodsAnswer = z.strictObject({ periods: z.array(monthStatus) })

/** `POST /periods/seal`, `GET /published` */
export const monthQuery = z.strictObject({ tenant: slug, month: monthName })
export const sealAnswer = z.union([sealed, refused])
export const publishedAnswer = z.strictObject({
  published: z
    .strictObject({ publication: publicationRow, figures: z.array(figure), days: z.array(dayFigure) })
    .nullable(),
})

/** `POST /periods/reopen` */
export const reopenQuery = z.strictObject({ tenant: slug, month: monthName, reason: reference })
export const reopenAnswer = z.union([reopened, refused])

/** As `publishedAnswer` reads it. */
export function publishedBody(published: Published | null) {
  return {
    published: published === null ? null : { ...published, publication: storedPublication(published.publication) },
  }
}
