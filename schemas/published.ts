/**
 * What leaves the cube: figures, as disclosure publishes them (design, section 8). Pages, files and mails are made of
 * these rows and of findings, and of nothing else (invariant I5).
 */
import { z } from 'zod'
import { CUT_NAMES, type Cut, FAILURES, MEDIA_RATES, POPULATIONS } from './cube.ts'

/** Values that step 1 folds together. No site, model or platform is named like it. */
export const OTHER = 'other'

/** Lower ends of the size classes of legs that two-dimensional cells show. */
export const SIZE_CLASSES = [0, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000] as const

/**
 * - `count`    rounded to the nearest 5                        - `minutes`  the same
 * - `permille` a rate; whole per cent (tens) below n = 1,000 and in two dimensions, else one decimal; with an interval
 * - `class`    lower end of a size class of legs               - `mp`, `us`, `c`, `fps` as in schemas/observation.ts
 * - `seconds`  a mean length
 */
const UNITS = ['count', 'minutes', 'permille', 'class', 'mp', 'us', 'c', 'fps', 'seconds'] as const
export type Unit = (typeof UNITS)[number]

interface FigureOf {
  readonly unit: Unit
  /** `one`: tenant and one dimension only. `two`: two dimensions only. `any`: both. */
  readonly in: 'one' | 'two' | 'any'
}

/** Every figure, by its name; which measures it is made of says services/disclosure. */
export const FIGURES = {
  legs: { unit: 'count', in: 'one' },
  size: { unit: 'class', in: 'two' },
  conferences: { unit: 'count', in: 'one' },
  persons: { unit: 'count', in: 'one' },
  minutes: { unit: 'minutes', in: 'one' },
  mean_length: { unit: 'seconds', in: 'one' },
  failed: { unit: 'count', in: 'one' },
  dropped: { unit: 'count', in: 'one' },
  measured_poor: { unit: 'count', in: 'one' },
  measured_fair: { unit: 'count', in: 'one' },
  measured_good: { unit: 'count', in: 'one' },
  windows_poor: { unit: 'count', in: 'one' },
  windows_fair: { unit: 'count', in: 'one' },
  windows_good: { unit: 'count', in: 'one' },
  alarms_poor: { unit: 'count', in: 'one' },
  alarms_fair: { unit: 'count', in: 'one' },
  alarms_good: { unit: 'count', in: 'one' },
  ...(Object.fromEntries(FAILURES.map((failure) => [`failed_${failure}`, { unit: 'count', in: 'one' }])) as Record<
    `failed_${(typeof FAILURES)[number]}`,
    { unit: 'count'; in: 'one' }
  >),
  measured_rate: { unit: 'permille', in: 'any' }, // poor among graded
  windows_rate: { unit: 'permille', in: 'any' },
  alarms_rate: { unit: 'permille', in: 'any' },
  failed_rate: { unit: 'permille', in: 'any' },
  dropped_rate: { unit: 'permille', in: 'any' },
  alone_rate: { unit: 'permille', in: 'any' }, // legs that waited alone
  alone_time_rate: { unit: 'permille', in: 'one' }, // alone time among connected time; no interval
  ungraded_rate: { unit: 'permille', in: 'any' }, // among gradeable
  ...(Object.fromEntries(MEDIA_RATES.map((medium) => [`${medium}_rate`, { unit: 'permille', in: 'one' }])) as Record<
    `${(typeof MEDIA_RATES)[number]}_rate`,
    { unit: 'permille'; in: 'one' }
  >),
  loss_p50: { unit: 'mp', in: 'one' },
  loss_p90: { unit: 'mp', in: 'one' },
  jitter_p50: { unit: 'us', in: 'one' },
  jitter_p90: { unit: 'us', in: 'one' },
  rtt_p50: { unit: 'us', in: 'one' },
  rtt_p90: { unit: 'us', in: 'one' },
  mos_p50: { unit: 'c', in: 'one' },
  mos_p10: { unit: 'c', in: 'one' },
  fps_p50: { unit: 'fps', in: 'one' },
} as const satisfies Record<string, FigureOf>
export type FigureName = keyof typeof FIGURES
export const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[]

/**
 * - `shown`     `value` (and `low`, `high` where it is a rate with an interval)
 * - `at_most`, `at_least`  a rate that is bounded to 5 % and 95 %, because it comes from fewer than 50 legs
 * - `few`       fewer than k persons, or mostly one; the one mark of every cell that is not shown, empty or not
 */
export const FIGURE_MARKS = ['shown', 'at_most', 'at_least', 'few'] as const

/** A figure of a month. A cell that is not shown has one row, of measure `size` (two dimensions), with mark `few`. */
export const figure = z.strictObject({
  population: z.enum(POPULATIONS),
  cut: z.enum(CUT_NAMES as [Cut, ...Cut[]]),
  v1: z.string(), // values of the cut's dimensions, `other` where folded, '' where there is none
  v2: z.string(),
  measure: z.enum(FIGURE_NAMES as [FigureName, ...FigureName[]]),
  mark: z.enum(FIGURE_MARKS),
  value: z.number().int().nullable(),
  low: z.number().int().nullable(), // interval, rounded outward
  high: z.number().int().nullable(),
  kept: z.boolean(), // of an earlier revision: what changed came from too few persons, or mostly from one
})
export type Figure = z.output<typeof figure>

/** A row of `published`: partition (tenant_id, month, revision); only revisions of the control store's `publications` count. */
export const publishedRow = figure.extend({
  tenant_id: z.string(),
  month: z.iso.date(), // its first day
  revision: z.number().int().min(1),
})

/**
 * What is said of a day, two days after it, and never again (design, section 8: day rates; data completeness). Rates from
 * 50 legs and k persons of that day; `complete`: share of the day's legs whose start and end are known; `taken`: share of
 * the records received on that day (UTC) that were accepted.
 */
export const DAY_MEASURES = [
  'complete',
  'taken',
  'measured_rate',
  'windows_rate',
  'alarms_rate',
  'failed_rate',
  'dropped_rate',
] as const
export const dayFigure = z.strictObject({
  day: z.iso.date(),
  site: z.string(), // '' = the tenant
  measure: z.enum(DAY_MEASURES),
  mark: z.enum([...FIGURE_MARKS, 'none']), // none: there were no legs or records
  value: z.number().int().nullable(), // whole per cent, as permille
})
export type DayFigure = z.output<typeof dayFigure>
/** A row of `published_days`: partition (tenant_id, day). */
export const publishedDayRow = dayFigure.extend({ tenant_id: z.string() })

/** Why a cell is not shown, or not as fully as others; counted in the protocol, never said of a single cell. */
const RULES_OF_DISCLOSURE = [
  'persons', // fewer than k persons
  'dominance', // one person has more than half
  'folded', // its value is part of `other`
  'one_value', // the dimension has one value left
  'class_taken', // the audit took its size class
  'cut_classes_taken', // the audit took all size classes of the cut
  'cut_taken', // the audit took the cut
  'kept', // what changed, in all or in its failures or grades, came from too few persons or mostly from one
  'room_not_visible',
  'tenant', // the tenant's people are no safe cell
] as const
export type DisclosureRule = (typeof RULES_OF_DISCLOSURE)[number]

/** How many cells of a cut are shown, and how many are not, by the rule; no values: no legs either, nor a share of them. */
const protocolCut = z.object({
  cut: z.enum(CUT_NAMES as [Cut, ...Cut[]]),
  cells: z.number().int(), // that are not empty
  shown: z.number().int(),
  by_rule: z.partialRecord(z.enum(RULES_OF_DISCLOSURE), z.number().int()),
})
export type ProtocolCut = z.output<typeof protocolCut>
export const protocol = z.array(protocolCut)
export type Protocol = z.output<typeof protocol>

/** By dimension of people: which values stand as `other`. */
export const folds = z.record(z.string(), z.array(z.string()))
export type Folds = z.output<typeof folds>

/** open: the month runs. closed: it is over. sealed: published. frozen: its facts go, it is never built or sealed again. */
export const PERIOD_STATES = ['open', 'closed', 'sealed', 'reopened', 'frozen'] as const
export type PeriodState = (typeof PERIOD_STATES)[number]
