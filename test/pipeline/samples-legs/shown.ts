/** A stored leg in words that can be written down by hand: without what is ours, keys as labels, times as text. */
import type { Leg } from '../../../schemas/leg.ts'

/** What is written down of a leg; what is not there is null, empty, or `no`. */
export type ShownLeg = Readonly<Record<string, unknown>>

const OURS: ReadonlySet<string> = new Set(['tenant_id', 'source_id', 'leg_key'])
const TIMES: ReadonlySet<string> = new Set(['start_ms', 'answer_ms', 'end_ms', 'known_end_ms'])
/** Words for `no` that go without saying. */
const USUALLY_NO: ReadonlySet<string> = new Set(['capped', 'objected'])
const LABELS: Readonly<Record<string, string>> = {
  conference_key: 'conference',
  name_key: 'name',
  person_key: 'person',
}

/**
 * @param legs by start: labels such as `conference:1` are numbered in this order
 * @param names our ids of sites and rooms to the names that people gave them
 */
export function shownLegs(legs: readonly Leg[], names: ReadonlyMap<string, string>): readonly ShownLeg[] {
  const labels = new Map<string, string>()
  const numbers = new Map<string, number>()
  const labelled = (kind: string, key: string): string => {
    const known = labels.get(key)
    if (known !== undefined) return known
    const number = (numbers.get(kind) ?? 0) + 1
    numbers.set(kind, number)
    labels.set(key, `${kind}:${number}`)
    return `${kind}:${number}`
  }
  const shown = (column: string, value: unknown): unknown => {
    const kind = LABELS[column]
    if (kind !== undefined) return labelled(kind, String(value))
    if (TIMES.has(column)) return new Date(Number(value)).toISOString()
    if (column === 'room_id' || column === 'site') return names.get(String(value)) ?? value
    return column === 'media' ? (value as object[]).map((entry) => stated(entry)) : value
  }
  return legs.map((leg) =>
    Object.fromEntries(
      Object.entries(leg)
        .filter(([column, value]) => {
          if (value === null || OURS.has(column) || (Array.isArray(value) && value.length === 0)) return false
          return !(value === false && USUALLY_NO.has(column))
        })
        .map(([column, value]) => [column, shown(column, value)]),
    ),
  )
}

function stated(entry: object): object {
  return Object.fromEntries(Object.entries(entry).filter(([, part]) => part !== null))
}
