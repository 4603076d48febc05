/**
 * The cube: what is counted of a month's legs, by which groups (design, section 7). Lists only; the fifth step of rollup
 * fills the tables `cube_day`, `cube_month`, `strata`, `strata_models`, `concurrency` after them.
 *
 * Two populations that are never added to each other. *People*: legs of persons (kinds of PEOPLE_KINDS) outside declared
 * rooms. *Environment*: legs of declared shared rooms. A leg belongs to the tenant-local day and month of its start.
 *
 * Words of a leg that make up the measures:
 * - *connected*: it lasted at least CONNECTED_MS
 * - *failed*: not connected, and its end class is one of FAILURES
 * - *dropped*: connected, and its end class is one of DROPS
 * - *gradeable*: it lasted at least the profile's `shortest_ms`; *ungraded*: gradeable, and no measuring kind grades it
 * - *caller*: whose leg it is by its key, in whatever it came to; of a kind that is people's and of no machine's device.
 *   A caller is a *person* where at least one of their legs of the period counts (`n_persons`): of what a person has, all
 *   legs are theirs, short, failed and lonely ones too. Who never got through is no person (it may be a scanner)
 * - *alone*: connected to its conference while no other leg of a person or room was; a leg of no conference never is
 */
import { z } from 'zod'
import type { EndClass, Kind, MediaDir, MediaKind } from './states.ts'

/** Shorter legs are not connected, ms (design, section 7: `n_persons`). */
export const CONNECTED_MS = 10_000
/** A leg waited alone when it was alone for this long, ms (reference quality-and-advice, E02). */
export const ALONE_MS = 120_000

/** Kinds whose legs are people's. */
export const PEOPLE_KINDS = ['user', 'pstn', 'guest', 'unknown'] as const satisfies readonly Kind[]
/** Kinds whose keys count as persons: account-like; what may be a machine does not count, though it is protected. */
export const COUNTED_KINDS = ['user', 'pstn', 'guest'] as const satisfies readonly Kind[]
/** Device classes of which a key never counts as a person. */
export const UNCOUNTED_DEVICES = ['room', 'gateway', 'server'] as const
/** Kinds that count when it is asked whether somebody is alone, and for the size of a conference. */
export const PRESENT_KINDS = ['room', ...PEOPLE_KINDS] as const satisfies readonly Kind[]

export const FAILURES = [
  'no_answer',
  'busy',
  'rejected',
  'not_found',
  'auth_or_pin',
  'capacity',
  'timeout',
  'media_network',
  'config_or_crypto',
  'server_error',
] as const satisfies readonly EndClass[]
export type Failure = (typeof FAILURES)[number]

export const DROPS = [
  'timeout',
  'media_network',
  'config_or_crypto',
  'server_error',
] as const satisfies readonly EndClass[]

export const POPULATIONS = ['people', 'environment'] as const
export type Population = (typeof POPULATIONS)[number]

export const DIMENSIONS = [
  'site', // site id, `remote`, `ambiguous`
  'platform',
  'network',
  'transport',
  'model', // `vendor model`, as one text
  'software', // major.minor
  'size', // SIZE_BANDS
  'weekday', // WEEKDAYS
  'hour', // HOURS
  'room', // room id
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What is not known is the word `unknown`, never ''. */
export const UNKNOWN = 'unknown'

/** Most people and rooms connected to the conference at one moment; a leg of no conference: `unknown`. */
export const SIZE_BANDS = ['1', '2', '3-5', '6-10', '11-20', '21+'] as const
/** Lower ends of SIZE_BANDS. */
export const SIZE_FROM = [1, 2, 3, 6, 11, 21] as const
/** Local weekday of the start; Saturday and Sunday together. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'weekend'] as const
/** Local hour of the start; before 8 and from 18 on together. */
export const HOURS = ['outside', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17'] as const

interface CutOf {
  readonly population: Population
  readonly by: readonly Dimension[]
  /** Also kept by day for 13 months; the others by day only until their month is frozen. */
  readonly daily: boolean
}

/** Every cut; a cell's `v1`, `v2` are its values of `by` in this order, '' where there is none. */
export const CUTS = {
  tenant: { population: 'people', by: [], daily: true },
  site: { population: 'people', by: ['site'], daily: true },
  platform: { population: 'people', by: ['platform'], daily: true },
  network: { population: 'people', by: ['network'], daily: false },
  model: { population: 'people', by: ['model'], daily: false },
  size: { population: 'people', by: ['size'], daily: false },
  site_platform: { population: 'people', by: ['site', 'platform'], daily: false },
  site_network: { population: 'people', by: ['site', 'network'], daily: false },
  site_transport: { population: 'people', by: ['site', 'transport'], daily: false },
  model_software: { population: 'people', by: ['model', 'software'], daily: false },
  weekday_hour: { population: 'people', by: ['weekday', 'hour'], daily: false },
  room: { population: 'environment', by: ['room'], daily: true },
  room_site: { population: 'environment', by: ['site'], daily: false },
  room_model: { population: 'environment', by: ['model'], daily: false },
  room_model_software: { population: 'environment', by: ['model', 'software'], daily: false },
} as const satisfies Record<string, CutOf>
export type Cut = keyof typeof CUTS
export const CUT_NAMES = Object.keys(CUTS) as readonly Cut[]

/** Yes-or-no outcomes of a leg, each with per-conference sums for clustered intervals. */
const OUTCOMES = {
  measured: 'poor among the legs graded by measurements',
  windows: 'poor among the legs graded by windows',
  alarms: 'poor among the legs graded by alarms',
  failed: 'failed among all legs',
  dropped: 'dropped among connected legs',
  alone: 'waited alone (ALONE_MS) among connected legs of a conference',
} as const
export type Outcome = keyof typeof OUTCOMES
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as readonly Outcome[]

/**
 * The sums of an outcome. A cluster is the legs of one conference on one local day that lie in the cell and of which the
 * outcome is known; a leg of no conference is its own. With n legs and y of them with the outcome in each cluster:
 * m = clusters, y = Σy, n = Σn, yy = Σy², yn = Σyn, nn = Σn² (T0 of reference quality-and-advice 2).
 */
export const CLUSTER_SUMS = ['m', 'y', 'n', 'yy', 'yn', 'nn'] as const
export type ClusterSum = (typeof CLUSTER_SUMS)[number]

/** Media and directions of which poor legs are counted, by measurements. */
export const MEDIA_RATES = [
  'audio_up',
  'audio_down',
  'video_up',
  'video_down',
  'content_up',
  'content_down',
] as const satisfies readonly `${MediaKind}_${MediaDir}`[]
export type MediaRate = (typeof MEDIA_RATES)[number]

/**
 * Fixed bins: `edges` are the lower ends of all bins but the first, which begins at 0; one count a bin. Of each graded
 * leg's media entry that states the figure: loss, jitter and round trip of sound, frame rate of pictures; MOS once a leg:
 * the stated one, else the smallest that the E-model gives for its sound where the delay is known.
 */
export const HISTOGRAMS = {
  loss: { unit: 'mp', edges: [1, 100, 250, 500, 1_000, 2_000, 3_000, 5_000, 10_000, 15_000, 20_000] },
  jitter: { unit: 'us', edges: [1_000, 2_500, 5_000, 10_000, 15_000, 20_000, 30_000, 40_000, 60_000, 100_000] },
  rtt: { unit: 'us', edges: [20_000, 40_000, 60_000, 100_000, 150_000, 200_000, 300_000, 400_000, 500_000] },
  mos: { unit: 'c', edges: [150, 200, 250, 310, 340, 360, 380, 400, 420, 434] },
  fps: { unit: 'fps', edges: [2, 5, 7, 10, 15, 20, 24, 28, 45] },
} as const
export type Histogram = keyof typeof HISTOGRAMS
export const HISTOGRAM_NAMES = Object.keys(HISTOGRAMS) as readonly Histogram[]

/** Measures of a cell that are sums over its days. Integers only (design, section 6). */
export const SUMS = [
  'legs',
  'connected',
  'ms', // stated or counted lengths of the connected legs, ms
  'failed',
  'dropped',
  'alone_ms', // time alone in their conference, ms
  'gradeable',
  'ungraded',
  'measured_fair', // good = measured_n - measured_y - measured_fair; poor = measured_y
  'windows_fair',
  'alarms_fair',
  ...FAILURES.map((failure) => `failed_${failure}` as const),
  ...MEDIA_RATES.flatMap((medium) => [`poor_${medium}`, `graded_${medium}`] as const),
  ...(Object.keys(OUTCOMES) as Outcome[]).flatMap((outcome) => CLUSTER_SUMS.map((sum) => `${outcome}_${sum}` as const)),
] as const
export type Sum = (typeof SUMS)[number]

/** Measures that are made of the period's legs and of no parts of it. */
export const DISTINCTS = [
  'conferences', // of which a connected leg lies in the cell
  'persons', // n_persons; of an environment cell: persons at the other side of its conferences
  'top_legs_mp', // the largest part of the legs that one person has, milli-percent, rounded up; environment: other side
  'top_ms_mp', // the same of the time
  'top_failed_mp', // the same of the failed legs, of any caller; of people's cells only
  'days', // local days with a connected leg
] as const
export type Distinct = (typeof DISTINCTS)[number]

const count = z.number().int().min(0)
const sums = Object.fromEntries(SUMS.map((name) => [name, count])) as Record<Sum, typeof count>
const distincts = Object.fromEntries(DISTINCTS.map((name) => [name, count])) as Record<Distinct, typeof count>
const histograms = Object.fromEntries(HISTOGRAM_NAMES.map((name) => [`h_${name}`, z.array(count)])) as Record<
  `h_${Histogram}`,
  z.ZodArray<typeof count>
>

/**
 * A cell. `room` is the room's id in every cut of the environment: such a cell holds one room's part, so that only rooms
 * that are visible are added up (design, section 8, environment cells); '' for people.
 */
export const cell = z.strictObject({
  population: z.enum(POPULATIONS),
  cut: z.enum(CUT_NAMES as [Cut, ...Cut[]]),
  v1: z.string(),
  v2: z.string(),
  room: z.string(),
  ...distincts,
  ...sums,
  ...histograms,
})
export type Cell = z.output<typeof cell>

/** A row of `cube_month`; `month` is its first day. */
export const monthCell = cell.extend({ tenant_id: z.string(), month: z.iso.date() })
/** A row of `cube_day`. */
export const dayCell = monthCell.extend({ day: z.iso.date() })

/** Names of the columns in the order of the tables. */
export const monthColumns = ['tenant_id', 'month', ...Object.keys(cell.shape)] as const
export const dayColumns = ['tenant_id', 'month', 'day', ...Object.keys(cell.shape)] as const

const clusters = (outcomes: readonly Outcome[]) =>
  Object.fromEntries(outcomes.flatMap((outcome) => CLUSTER_SUMS.map((sum) => [`${outcome}_${sum}`, count]))) as Record<
    `${Outcome}_${ClusterSum}`,
    typeof count
  >

/**
 * Strata: what the tests of advise compare like with like in (design, section 7). Never published; of people's legs and
 * of rooms' (`population`), per day; they go with the facts. `medium` and `dir` are `all` in the row that has everything
 * which is of no medium (failed, dropped, alone, windows, alarms, measured by the worst medium); the rows of a medium and
 * direction have `measured` only.
 */
export const stratum = z.strictObject({
  tenant_id: z.string(),
  day: z.iso.date(),
  population: z.enum(POPULATIONS),
  site: z.string(),
  platform: z.string(),
  network: z.string(),
  device_class: z.string(),
  medium: z.enum(['all', 'audio', 'video', 'content']),
  dir: z.enum(['all', 'up', 'down']),
  legs: count,
  ms: count,
  ...clusters(OUTCOME_NAMES),
})
export type Stratum = z.output<typeof stratum>

/** Strata of equipment: model × software × site × platform, by day. */
export const modelStratum = z.strictObject({
  tenant_id: z.string(),
  day: z.iso.date(),
  population: z.enum(POPULATIONS),
  model: z.string(),
  software: z.string(),
  site: z.string(),
  platform: z.string(),
  room: z.string(), // room id in the environment, '' for people
  legs: count,
  ms: count,
  ...clusters(OUTCOME_NAMES),
})
export type ModelStratum = z.output<typeof modelStratum>

/** Technical resources whose concurrent use is kept; never persons. */
export const RESOURCES = ['ports', 'gateway', 'room'] as const

/** How long a resource was used by `level` legs at once within a local hour; levels of at least 1. */
export const concurrency = z.strictObject({
  tenant_id: z.string(),
  day: z.iso.date(),
  hour_ms: z.number().int(), // begin of the hour, ms UTC
  resource: z.enum(RESOURCES), // ports: all legs of a source; gateway: those of device class gateway; room: of a declared room
  name: z.string(), // source id, or room id
  level: count,
  ms: count,
})
