/** What a stopped product has stored, in the words of `explain`, so that the two can be compared. */
import { join } from 'node:path'
import { openEngine } from '../../services/shared/clickhouse/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import type { Product } from '../support/product.ts'
import type { Expected } from './samples/group.ts'

export type Row = Readonly<Record<string, unknown>>

/** Rows of a query on a stopped product. */
export async function queried(product: Product, sql: string): Promise<readonly Row[]> {
  const engine = await openEngine({ path: join(product.data, 'clickhouse'), logger: createLogger('silent') })
  try {
    return (await engine.query(sql)) as readonly Row[]
  } finally {
    await engine.close()
  }
}

export const OBSERVATIONS = 'SELECT * EXCEPT (ingested_at, content_hash) FROM observations FINAL'

const OURS: ReadonlySet<string> = new Set(['tenant_id', 'source_id', 'config_rev'])
const TIMES: ReadonlySet<string> = new Set(['event_ms', 'start_ms', 'answer_ms', 'end_ms'])
const KEYS: ReadonlySet<string> = new Set([
  'subject_key',
  'event_key',
  'record_key',
  'links',
  'in_conference',
  'name_key',
  'person_key',
])

/** @param names our ids of sites and rooms to the names that people gave them */
export function asExplained(row: Row, names: ReadonlyMap<string, string>): Expected {
  const fields: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row)) {
    if (value === null || OURS.has(column) || (Array.isArray(value) && value.length === 0)) continue
    fields[column] = shown(column, value, names)
  }
  return fields
}

function shown(column: string, value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (TIMES.has(column)) return new Date(Number(value)).toISOString()
  if (column === 'rev') return Number(value)
  if (column === 'room_id' || column === 'site') return names.get(String(value)) ?? value
  if (column !== 'media') return value
  return (value as object[]).map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([, part]) => part !== null)),
  )
}

/** An observation without its keys, as text in a fixed order: by it the same observation is found on both sides. */
export function withoutKeys(observation: Expected): string {
  const rest = Object.entries(observation).filter(([column]) => !KEYS.has(column) && column !== 'withheld')
  return JSON.stringify(rest.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Every key of an observation with the place where it stands; links in no order, because labels sort otherwise. */
function keysOf(observation: Expected): [place: string, key: string][] {
  return Object.entries(observation).flatMap(([column, value]): [string, string][] => {
    if (!KEYS.has(column)) return []
    return Array.isArray(value) ? (value as string[]).map((key) => [column, key]) : [[column, value as string]]
  })
}

/**
 * Names keys by what they are in: equal names on both sides say that the same observations share the same keys,
 * whatever the keys look like.
 */
export function keysByPlace(observations: readonly Expected[]): string[] {
  const places = new Map<string, Set<string>>()
  for (const observation of observations) {
    for (const [place, key] of keysOf(observation)) {
      const seen = places.get(key) ?? new Set<string>()
      places.set(key, seen.add(`${place} of ${withoutKeys(observation)}`))
    }
  }
  return [...places.values()].map((seen) => [...seen].toSorted().join(' & ')).toSorted()
}

/** Labels numbered anew in the order in which they stand: an excerpt of a larger numbering compares with its own. */
export function renumbered(observations: readonly Expected[]): readonly Expected[] {
  const given = new Map<string, string>()
  const counted = new Map<string, number>()
  const named = (label: string): string => {
    const known = given.get(label)
    if (known !== undefined) return known
    const kind = label.slice(0, label.indexOf(':'))
    const number = (counted.get(kind) ?? 0) + 1
    counted.set(kind, number)
    given.set(label, `${kind}:${number}`)
    return `${kind}:${number}`
  }
  const columns = [...KEYS]
  return observations.map((observation) => {
    const keys = columns.flatMap((column): [string, unknown][] => {
      const value = observation[column]
      if (value === undefined) return []
      return [[column, Array.isArray(value) ? (value as string[]).map(named) : named(value as string)]]
    })
    return { ...observation, ...Object.fromEntries(keys) }
  })
}
