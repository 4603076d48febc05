/**
 * Tables that hold what a run decides on its way, most of them in memory: keys and orders, of a few days at a time
 * (`day`: the local day that is built). Their names begin like those of the staging tables, so that what a killed run
 * leaves behind is dropped with them at the next start.
 */
import { randomUUID } from 'node:crypto'
import type { Engine } from '../shared/clickhouse/index.ts'

/** Each table with its columns. */
const TABLES = {
  /** Subjects in hand: candidates of a day and what is linked to them. */
  considered: 'day Date, subject_key UUID',
  /** Keys by which they can be joined to others. */
  keys: 'day Date, k UUID',
  /** Subjects that are joined to another one, with a label that is the same for all of a leg. */
  labels: 'day Date, subject_key UUID, label UUID',
  /** What decides which rows count. */
  rows:
    'day Date, subject_key UUID, label UUID, event_key UUID, place UInt256, rev UInt64, record_key Nullable(UUID), fact_day Date, ' +
    'anchor Nullable(Int64), event_ms Nullable(Int64), begins Bool, beyond Nullable(UInt8), erased Bool, source_id LowCardinality(Nullable(String))',
  /** Rows that do not count. */
  excluded: 'day Date, subject_key UUID, event_key UUID, place UInt256',
  /** Legs that may be of a day. */
  opened: 'day Date, label UUID, opening_ms Int64',
  /** Which subject belongs to which of them. */
  members: 'day Date, subject_key UUID, label UUID',
  windows:
    'day Date, label UUID, win_good Nullable(UInt32), win_ok Nullable(UInt32), win_bad Nullable(UInt32), win_terrible Nullable(UInt32)',
  /** Subjects that are linked with too many others. */
  wide: 'day Date, subject_key UUID',
  /** Conferences that legs of a day name, each with the one it is joined to and the end it states. */
  joined: 'day Date, conference_key UUID, canonical UUID, end_ms Nullable(Int64)',
  /** Legs being built and their neighbours, each with its conference. */
  universe:
    'day Date, leg_key UUID, building Bool, how LowCardinality(String), conference_key UUID, start_ms Int64, known_end_ms Int64, ' +
    'told Bool, stored_key Nullable(UUID), stored_end_ms Nullable(Int64)',
  /** Ends of conferences that have a leg without one. */
  ends: 'day Date, conference_key UUID, end_ms Int64',
  /** What came to no leg, for the health counters. */
  uncounted: 'day Date, hour_ms Int64, source_id String, wide UInt64, beyond UInt64, unattached UInt64',
  /** Persons of cells, of days and of the month (1970-01-01) that is being built. */
  persons: 'period Date, cell UInt64, persons UInt64, top_legs_mp UInt64, top_ms_mp UInt64, top_failed_mp UInt64',
  /** What new observations are about, and what is tied to that. */
  touched: 'subject LowCardinality(String), subject_key UUID',
  ties: 'kind LowCardinality(String), k UUID',
} as const
type ScratchTable = keyof typeof TABLES | 'media' | 'legs'

export interface Scratch {
  /** Names of the tables, as parameters of a statement. */
  readonly names: Readonly<Record<ScratchTable, string>>
  /** Empties these, or all. */
  clear(tables?: readonly ScratchTable[]): Promise<void>
}

/** Gives the process's scratch tables; made when they are first asked for. */
export type OpenScratch = () => Promise<Scratch>

/** Legs before step 4, of all days of a run: they may be many, so they lie on the disk. */
const LEGS =
  'CREATE TABLE {name:Identifier} ENGINE = MergeTree PARTITION BY day ORDER BY leg_key EMPTY AS SELECT * FROM call_legs'
const MEDIA =
  'CREATE TABLE {name:Identifier} ENGINE = Memory EMPTY AS SELECT day, leg_key AS label, media FROM call_legs'

/**
 * Makes the tables, for as long as the process lives: making them takes longer than a small run. The next start drops
 * them (`services/shared/swap`, `recover`).
 *
 * @throws EngineError
 */
export async function openScratch(engine: Engine): Promise<Scratch> {
  const owner = randomUUID().replaceAll('-', '')
  const list = [...(Object.keys(TABLES) as (keyof typeof TABLES)[]), 'media', 'legs'] as const
  const names = Object.fromEntries(list.map((table) => [table, `staging_${table}_${owner}`])) as Scratch['names']
  for (const table of list) {
    const name = names[table]
    if (table === 'legs') await engine.work(LEGS, { name })
    else if (table === 'media') await engine.work(MEDIA, { name })
    else await engine.work(`CREATE TABLE {name:Identifier} (${TABLES[table]}) ENGINE = Memory`, { name })
  }
  return {
    names,
    async clear(tables = list) {
      for (const table of tables) await engine.work('TRUNCATE TABLE {name:Identifier}', { name: names[table] })
    },
  }
}
