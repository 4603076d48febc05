/** A case: what was observed, and which legs that is, written down by hand. */
import type { Leg } from '../../../../schemas/leg.ts'
import type { Observation } from '../../../../schemas/observation.ts'
import { type Given, keyOf, ms, observe } from '../../observations.ts'
import type { Tenant } from '../index.ts'

/** What is expected of one leg. Times as text are compared as ms. */
export interface Expected extends Omit<Partial<Leg>, 'media'> {
  /** Short names of its subjects. */
  readonly leg: string | readonly string[]
  /** Legs with the same word are in one conference, with different words in different ones; null: in none. */
  readonly meeting?: string | null
  /** The conference by its short name, where the records name it. */
  readonly conference?: string
  readonly start?: string
  readonly end?: string
  readonly known_end?: string
  readonly media?: readonly Partial<Leg['media'][number]>[]
}

export interface Case extends Partial<Tenant> {
  readonly name: string
  readonly rows: readonly Observation[]
  readonly legs: readonly Expected[]
  /** What comes later, after rollup has run, and what the legs are then. */
  readonly later?: { readonly rows: readonly Observation[]; readonly legs: readonly Expected[] }
}

/** The leg's key: of several subjects the one whose digits are the smallest number. */
export function legKey({ leg }: Expected): string {
  const keys = (typeof leg === 'string' ? [leg] : leg).map((subject) => keyOf('leg', subject))
  return keys.reduce((smallest, key) => (BigInt(number(key)) < BigInt(number(smallest)) ? key : smallest))
}

/** The columns that an expectation speaks of. */
export function columnsOf(expected: Expected): Record<string, unknown> {
  const { leg, meeting, conference, start, end, known_end, media: _media, ...columns } = expected
  return {
    ...columns,
    leg_key: legKey(expected),
    subjects: typeof leg === 'string' ? 1 : leg.length,
    ...(meeting === null ? { conference_key: null, conference_by: null } : {}),
    ...(conference === undefined ? {} : { conference_key: keyOf('conference', conference), conference_by: 'stated' }),
    ...(start === undefined ? {} : { start_ms: ms(start) }),
    ...(end === undefined ? {} : { end_ms: ms(end) }),
    ...(known_end === undefined ? {} : { known_end_ms: ms(known_end) }),
  }
}

/** A leg's beginning as Pexip tells it: the event is the start. */
export function joined(subject: string, at: string, more: Partial<Given> = {}): Observation {
  return observe({ subject, event: 'joined', at, start: at, kind: 'user', ...more })
}

/** A leg's end as Pexip tells it: it repeats the start. */
export function left(subject: string, start: string, end: string, more: Partial<Given> = {}): Observation {
  return observe({ subject, event: 'left', at: end, start, end, kind: 'user', ...more })
}

/** Both. */
export function attended(subject: string, start: string, end: string, more: Partial<Given> = {}): Observation[] {
  return [joined(subject, start, more), left(subject, start, end, more)]
}

function number(key: string): string {
  return `0x${key.replaceAll('-', '')}`
}
