/**
 * What is read of cube, strata and concurrency, and by whom (design, section 7): nothing is counted that nobody reads, and
 * nobody reads what is not counted. `planned:` readers are rules of later issues for which something is kept already.
 *
 * A test runs every rule and compares what it really reads with its row here.
 */
import {
  CLUSTER_SUMS,
  type ClusterSum,
  type Cut,
  CUT_NAMES,
  DISTINCTS,
  type Distinct,
  FAILURES,
  HISTOGRAM_NAMES,
  type Histogram,
  MEDIA_RATES,
  type modelStratum,
  type Outcome,
  OUTCOME_NAMES,
  type RESOURCES,
  type stratum,
  type Sum,
} from './cube.ts'
import type { RuleId } from './finding.ts'
import { MEASURING_KINDS } from './profiles.ts'

type Measure = Sum | Distinct | `h_${Histogram}`

/** Columns that say whose row it is and which rows belong together; whoever reads a table reads them. */
export const KEY_COLUMNS = ['tenant_id', 'day', 'population', 'medium', 'dir'] as const
type Column<Row> = Exclude<keyof Row & string, (typeof KEY_COLUMNS)[number]>
type StratumColumn = Column<typeof stratum.shape>
type ModelColumn = Column<typeof modelStratum.shape>

export interface Reads {
  readonly cuts?: readonly Cut[]
  /** Of the cells of those cuts. */
  readonly measures?: readonly Measure[]
  readonly strata?: readonly StratumColumn[]
  readonly models?: readonly ModelColumn[]
  readonly concurrency?: readonly (typeof RESOURCES)[number][]
}

const sumsOf = <O extends Outcome>(...outcomes: readonly O[]): readonly `${O}_${ClusterSum}`[] =>
  outcomes.flatMap((outcome) => CLUSTER_SUMS.map((sum) => `${outcome}_${sum}` as const))

const KINDS = sumsOf(...MEASURING_KINDS)
const QUALITY: readonly Measure[] = [...KINDS, 'ms', 'connected']
const LIKE = ['site', 'platform', 'network', 'device_class'] as const
const EQUIPMENT = ['site', 'platform', 'model', 'room', ...KINDS, ...sumsOf('dropped')] as const

/**
 * Rules; they also read what is published, for what may be named, and G03 for how many failures have no site. G02 reads
 * `leg_health` besides.
 */
const RULE_READERS: Readonly<Record<RuleId, Reads>> = {
  G01: { cuts: ['tenant', 'platform', 'room'], measures: ['gradeable', 'ungraded'] },
  G02: { cuts: ['tenant', 'room'], measures: ['legs'] },
  G03: { cuts: ['site', 'room', 'room_site'], measures: ['legs'] },
  A01: { cuts: ['site'], measures: QUALITY, strata: [...LIKE, ...KINDS] },
  A08: {
    cuts: ['site', 'site_platform'],
    measures: [...QUALITY, 'legs', 'persons', 'top_legs_mp', 'top_ms_mp'],
    strata: ['site', ...KINDS],
  },
  B01: { cuts: ['model', 'room_model'], measures: [...QUALITY, ...sumsOf('dropped')], models: EQUIPMENT },
  B02: {
    cuts: ['model', 'model_software', 'room_model', 'room_model_software'],
    measures: [...QUALITY, ...sumsOf('dropped')],
    models: [...EQUIPMENT, 'software'],
  },
  E02: {
    cuts: ['tenant', 'site'],
    measures: [...sumsOf('alone'), 'alone_ms'],
    strata: [...LIKE, ...sumsOf('alone')],
  },
  E03: {
    cuts: ['site'],
    measures: [...sumsOf('failed'), 'legs', ...FAILURES.map((failure) => `failed_${failure}` as const)],
    strata: [...LIKE, ...sumsOf('failed')],
  },
}

/** Everything that reads. */
export const READERS: Readonly<Record<string, Reads>> = {
  ...RULE_READERS,
  /** Which cells are safe, which values stand as `other`, what could be computed of hidden cells. */
  'disclosure:safety': {
    cuts: CUT_NAMES,
    measures: [
      'persons',
      'top_legs_mp',
      'top_ms_mp',
      'top_failed_mp',
      'legs',
      'failed',
      ...FAILURES.map((failure) => `failed_${failure}` as const),
    ],
  },
  /** Which rooms are visible. */
  'disclosure:rooms': { cuts: ['room'], measures: ['conferences', 'days', 'persons', 'top_ms_mp'] },
  /** The figures of schemas/published.ts, of which reports, files and pages are made. */
  'disclosure:figures': {
    cuts: CUT_NAMES,
    measures: [
      'legs',
      'connected',
      'ms',
      'conferences',
      'persons',
      'failed',
      'dropped',
      'alone_ms',
      'gradeable',
      'ungraded',
      'measured_fair',
      'windows_fair',
      'alarms_fair',
      ...FAILURES.map((failure) => `failed_${failure}` as const),
      ...MEDIA_RATES.flatMap((medium) => [`poor_${medium}`, `graded_${medium}`] as const),
      ...sumsOf(...OUTCOME_NAMES),
      ...HISTOGRAM_NAMES.map((name) => `h_${name}` as const),
    ],
  },
  /** Rates of a day, of the tenant and its sites. */
  'disclosure:days': { cuts: ['tenant', 'site'], measures: [...KINDS, ...sumsOf('failed', 'dropped'), 'persons'] },
  /** What may outlive the facts. */
  'disclosure:freeze': { cuts: CUT_NAMES, measures: [...DISTINCTS] },
  'planned:A02': { strata: [...LIKE, ...KINDS, 'legs', 'ms'] }, // wired beside Wi-Fi
  'planned:A04': { cuts: ['site_transport'], measures: KINDS, strata: [...LIKE, ...sumsOf('dropped')] }, // media without UDP
  'planned:B03': {
    cuts: ['room'],
    measures: [...KINDS, ...sumsOf('dropped')],
    models: ['room', 'model', 'legs', 'ms'],
  }, // a room among those of its kind
  'planned:E03': { models: [...sumsOf('failed'), ...sumsOf('alone')] }, // joins that fail by model; rooms where people wait
  'planned:C01': { concurrency: ['ports'] }, // how many ports suffice
  'planned:C04': { concurrency: ['gateway'] }, // how much a gateway is needed
  'planned:D02': { concurrency: ['room'] }, // rooms at busy hours
}
