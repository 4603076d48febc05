/** The fields of a leg that follow from its rows alone. */
import type { Leg } from '../../../schemas/leg.ts'
import type { Key128, Observation } from '../../../schemas/observation.ts'
import { KINDS, SITE_BYS } from '../../../schemas/states.ts'
import { mediaOf } from './media.ts'
import { byRank, byTime, eventOf, first, grouped, smallest } from './order.ts'

/** Fields that the best row of the first subject that has one gives. */
const PLAIN = [
  'internal',
  'role',
  'measuring_point',
  'ring_ms',
  'protocol',
  'direction',
  'service',
  'network',
  'transport',
  'encrypted',
  'bw_up_kbps',
  'bw_down_kbps',
  'room_id',
  'vendor',
  'model',
  'software',
  'device_class',
  'end_class',
  'end_code',
  'sip_code',
  'q850',
  'alarm_loss_mp',
  'alarm_jitter_mp',
  'alarm_rtt_mp',
  'mos_c',
  'rating',
] as const
const WINDOWS = ['win_good', 'win_ok', 'win_bad', 'win_terrible'] as const
const OF_A_PERSON = ['person_key', 'person_ident', 'name_key', 'vendor', 'model', 'software', 'device_class'] as const

type Field = keyof Observation
type TimeField = 'start_ms' | 'end_ms' | 'duration_ms' | 'answer_ms'
type Timeless = Omit<
  Leg,
  | 'day'
  | 'conference_key'
  | 'conference_by'
  | 'start_ms'
  | 'start_by'
  | 'end_ms'
  | 'end_by'
  | 'known_end_ms'
  | 'duration_ms'
  | 'capped'
>

export interface Fields {
  readonly timeless: Timeless
  readonly inConference: Key128 | null
  /** As stated: the earliest start, the latest end, the longest duration of its subjects. */
  readonly start: number | null
  /** The earliest of the ends less the durations that stand beside them. */
  readonly back: number | null
  readonly end: number | null
  readonly duration: number | null
  readonly firstEvent: number
  readonly lastEvent: number
}

/** @param rows what counts of one leg, at least one */
export function fieldsOf(rows: readonly Observation[]): Fields {
  const byTheClock = rows.toSorted(byTime)
  // What the leg itself is tells of it before what only came with it (a pre-join channel is a shadow).
  const subjects = [...grouped(byTheClock, (row) => row.subject_key).values()].toSorted((a, b) => rankOf(a) - rankOf(b))
  const each = <F extends Field>(field: F): NonNullable<Observation[F]>[] =>
    subjects.map((own) => bestOf(own, field)?.[field] ?? null).filter((value) => value !== null)
  const times = (field: TimeField): readonly number[] => each(field)
  const earliest = (field: Field) => byTheClock.find((row) => row[field] !== null)
  const sited = SITE_BYS.flatMap((by) =>
    subjects.flatMap(
      (own) =>
        bestOf(
          own.filter((row) => row.site_by === by),
          'site_by',
        ) ?? [],
    ),
  )[0]
  const kinds = each('kind')
  const person = earliest('person_key')
  const origin = first(byTheClock)
  const objected = rows.some(({ mark }) => mark === 'objected')
  if (origin.platform === null || origin.source_id === null) throw new TypeError('Only a tombstone has no origin.')
  const timeless: Timeless = {
    ...(Object.fromEntries(PLAIN.map((field) => [field, each(field)[0] ?? null])) as Pick<
      Timeless,
      (typeof PLAIN)[number]
    >),
    ...(Object.fromEntries(WINDOWS.map((field) => [field, total(rows, field)])) as Pick<
      Timeless,
      (typeof WINDOWS)[number]
    >),
    tenant_id: origin.tenant_id,
    leg_key: smallest(rows.map((row) => row.subject_key)),
    subjects: subjects.length,
    observations: rows.length,
    name_key: earliest('name_key')?.name_key ?? null,
    person_key: person?.person_key ?? null,
    person_ident: person?.person_ident ?? null,
    kind: KINDS.find((kind) => kinds.includes(kind)) ?? 'unknown',
    objected,
    platform: origin.platform,
    source_id: origin.source_id,
    answer_ms: least(times('answer_ms')),
    site: sited?.site ?? null,
    site_by: sited?.site_by ?? null,
    media: mediaOf(rows),
  }
  return {
    timeless: objected ? { ...timeless, ...Object.fromEntries(OF_A_PERSON.map((field) => [field, null])) } : timeless,
    inConference: earliest('in_conference')?.in_conference ?? null,
    start: least(times('start_ms')),
    back: least(subjects.flatMap((own) => countedBack(own))),
    end: most(times('end_ms')),
    duration: most(times('duration_ms')),
    firstEvent: eventOf(origin),
    lastEvent: Math.max(...rows.map(eventOf)),
  }
}

function rankOf(rows: readonly Observation[]): number {
  return KINDS.indexOf(bestOf(rows, 'kind')?.kind ?? 'unknown')
}

/** The highest of a subject's rows that states the field. */
export function bestOf(rows: readonly Observation[], field: Field): Observation | undefined {
  return rows
    .filter((row) => row[field] !== null)
    .toSorted(byRank)
    .at(-1)
}

/** Of the highest of a subject's rows that states an end and a duration. */
function countedBack(rows: readonly Observation[]): readonly number[] {
  const both = rows.filter((row) => row.end_ms !== null && row.duration_ms !== null)
  const row = bestOf(both, 'end_ms')
  return row === undefined ? [] : [(row.end_ms ?? 0) - (row.duration_ms ?? 0)]
}

function total(rows: readonly Observation[], field: (typeof WINDOWS)[number]): number | null {
  const stated = rows.map((row) => row[field]).filter((value) => value !== null)
  return stated.length === 0 ? null : stated.reduce((sum, value) => sum + value, 0)
}

export function least(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values)
}

export function most(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values)
}
