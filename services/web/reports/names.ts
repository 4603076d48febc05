/** How values of dimensions are called, and in which order they stand. Neither depends on what is not published. */
import { type Dimension, HOURS, SIZE_BANDS, UNKNOWN, WEEKDAYS } from '../../../schemas/cube.ts'
import { OTHER } from '../../../schemas/published.ts'
import type { Words } from './words/words.ts'

/** Names of what a customer declared, by id. */
export interface PlaceNames {
  readonly sites: ReadonlyMap<string, string>
  readonly rooms: ReadonlyMap<string, string>
}

export type NameOf = (dimension: Dimension, value: string) => string

/** @returns the name of a value for readers; a place that is no longer declared keeps a part of its id, to tell two apart */
export function createNames(words: Words, { sites, rooms }: PlaceNames): NameOf {
  const closed = closedWords(words)
  return (dimension, value) => {
    if (value === OTHER) return words.other
    if (value === UNKNOWN) return words.unknown
    if (dimension === 'hour') return hourName(value, words)
    const word = closed.get(dimension)?.get(value)
    if (word !== undefined) return word
    if (dimension === 'site') return sites.get(value) ?? words.removed(value.slice(0, 8))
    if (dimension === 'room') return rooms.get(value) ?? words.removed(value.slice(0, 8))
    return value
  }
}

function closedWords({ values }: Words): ReadonlyMap<Dimension, ReadonlyMap<string, string>> {
  const { site, platform, network, transport, size, weekday } = values
  const dimensions = Object.entries({ site, platform, network, transport, size, weekday })
  return new Map(dimensions.map(([dimension, words]) => [dimension as Dimension, new Map(Object.entries(words))]))
}

function hourName(hour: string, { values }: Words): string {
  if (hour === 'outside') return values.hour.outside
  return values.hour.between(hour, String(Number(hour) + 1).padStart(2, '0'))
}

const CANONICAL: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  size: SIZE_BANDS,
  weekday: WEEKDAYS,
  // The hours outside the day stand at its end.
  hour: [...HOURS.filter((hour) => hour !== 'outside'), 'outside'],
}
const BY_NAME = new Intl.Collator('en', { numeric: true })
/** What is no value of its own stands last. */
const LAST: readonly string[] = ['remote', 'ambiguous', UNKNOWN, OTHER]

/**
 * The order of a dimension's values: that of the calendar or of size where it has one, else the largest first, then by
 * name; what is no value of its own last.
 *
 * @param weight published connections; 0 where none are
 */
export function orderOf(
  dimension: Dimension,
  nameOf: NameOf,
  weight: (value: string) => number,
): (one: string, two: string) => number {
  const canonical = CANONICAL[dimension]
  const place = (value: string): number => canonical?.indexOf(value) ?? 0
  return (one, two) =>
    LAST.indexOf(one) - LAST.indexOf(two) ||
    place(one) - place(two) ||
    (canonical === undefined ? weight(two) - weight(one) : 0) ||
    BY_NAME.compare(nameOf(dimension, one), nameOf(dimension, two)) ||
    (one < two ? -1 : Number(one > two))
}
