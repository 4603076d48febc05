/** Orders that decide between observations (design, section 6, "One order everywhere"). */
import type { Key128, Observation } from '../../../schemas/observation.ts'

export type Order<T> = (a: T, b: T) => number

/** Keys and hashes by the number that their digits are. (The store's own order of UUIDs is another one.) */
export const byKey: Order<Key128> = (a, b) => (a < b ? -1 : Number(a > b))

/** Within a subject: the source's own order, then who decoded it, then the hash. The highest is the best. */
export const byRank: Order<Observation> = (a, b) =>
  a.rev - b.rev || a.config_rev - b.config_rev || byKey(a.content_hash, b.content_hash)

/** Across subjects: the earliest first. */
export const byTime: Order<Observation> = (a, b) =>
  eventOf(a) - eventOf(b) || byKey(a.subject_key, b.subject_key) || byRank(a, b)

/** When it was observed. Only a tombstone has no time, and none is asked for it. */
export function eventOf(row: Observation): number {
  if (row.event_ms === null) throw new TypeError('An observation that is no tombstone has the time of its event.')
  return row.event_ms
}

/** Number of a UTC day, so that days can be subtracted. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

export function smallest(keys: readonly Key128[]): Key128 {
  return first(keys.toSorted(byKey))
}

export function first<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new TypeError('There is no first of nothing.')
  return item
}

/** The items under what `of` says of each, in the order in which they come. */
export function grouped<K, T>(items: readonly T[], of: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = of(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
