/**
 * Steps 2 and 3 for one local day: the legs that start in it, from observations alone, written beside the tables. The
 * order of the files is the order of the run; each says at its head what it decides.
 */
import { z } from 'zod'
import { KINDS, type Subject } from '../../schemas/states.ts'
import { addDays, type LocalDay, spanOfDay } from '../shared/calendar.ts'
import { createQueries, type Engine, MAX_INSERT_ROWS } from '../shared/clickhouse/index.ts'
import { type Edge, link, WIDEST } from './link.ts'
import type { Scratch } from './scratch.ts'

export const SQL = new URL('sql/', import.meta.url)

/** What rollup must know of a tenant. */
export interface RolledTenant {
  readonly id: string
  readonly zone: string
  readonly factsDays: number
  readonly roomsOnly: boolean
}

interface Days {
  readonly before: number
  readonly after: number
}

/** UTC days around a local day whose observations can say something about its legs (see /services/rollup/index.ts). */
export const WINDOW = { before: 5, after: 6 } as const
/** UTC days on which a row stands whose anchor lies in the local day: a day on either side, and 48 h for late ends. */
const ANCHORED = { before: 1, after: 3 } as const
/** What is emptied before a day is built. */
const OF_A_DAY = [
  'considered',
  'keys',
  'labels',
  'wide',
  'rows',
  'excluded',
  'opened',
  'members',
  'windows',
  'media',
] as const
/** Subjects whose legs are made in one statement: it holds about 8 kB of each, and reads the day's rows each time. */
const SUBJECTS_AT_ONCE = 20_000
/** Further than this no chain of subjects that may be joined can lead. */
const MOST_ROUNDS = WIDEST

const intervalRow = z.object({ conference: z.string(), from_ms: z.number(), until_ms: z.number() })
const edgeRow = z.object({ nodes: z.array(z.tuple([z.string(), z.number()])) })
const countRow = z.object({ rows: z.number() })

/** Puts the day's legs into the scratch table `legs`, and the conferences they name into `joined`. */
export type BuildDay = (tenant: RolledTenant, day: LocalDay, scratch: Scratch) => Promise<void>

/** @returns what builds a day. It throws EngineError */
export function createDayBuilder(engine: Engine): BuildDay {
  const queries = createQueries(engine, SQL)
  const countOf = async (table: string): Promise<number> => {
    const [row] = z
      .array(countRow)
      .parse(await engine.query('SELECT count() AS rows FROM {table:Identifier}', { table }))
    return row?.rows ?? 0
  }

  /** Finds what the subjects in hand are linked to, round by round, and gives the edges between them. */
  const edgesOf = async (tenantId: string, day: LocalDay, subject: Subject, { names }: Scratch): Promise<Edge[]> => {
    let inHand = await countOf(names.considered)
    if (inHand === 0) return []
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      // A conference may have begun days before a leg of the day: nothing of it need stand near the day.
      const farther = subject === 'conference' ? MOST_ROUNDS : round
      const reach = {
        ...names,
        subject,
        first: addDays(day, -Math.min(ANCHORED.before + 1 + farther, WINDOW.before)),
        last: addDays(day, Math.min(ANCHORED.after + 1 + farther, WINDOW.after)),
      }
      await queries.tenantWork('link_keys', tenantId, reach)
      await queries.tenantWork('partners', tenantId, reach)
      const now = await countOf(names.considered)
      if (now === inHand) break
      inHand = now
    }
    const days = { first: addDays(day, -WINDOW.before), last: addDays(day, WINDOW.after) }
    const edges = await queries.tenantQuery('edges', tenantId, { ...names, ...days, subject }, edgeRow)
    return edges.map(({ nodes }) => nodes)
  }

  const linkLegs = async (tenantId: string, day: LocalDay, scratch: Scratch): Promise<void> => {
    const { labels, wide } = link(await edgesOf(tenantId, day, 'leg', scratch))
    await insertAll(engine, scratch.names.labels, ['subject_key', 'label'], labels)
    await insertAll(
      engine,
      scratch.names.wide,
      ['subject_key'],
      wide.map((subject) => [subject]),
    )
  }

  /** Conferences that share a key are one if they overlap or lie within 2 minutes; the smallest key stands for all. */
  const linkConferences = async (tenantId: string, day: LocalDay, scratch: Scratch): Promise<void> => {
    const edges = await edgesOf(tenantId, day, 'conference', scratch)
    if (edges.length === 0) return
    const days = { first: addDays(day, -WINDOW.before), last: addDays(day, WINDOW.after) }
    const intervals = await queries.tenantQuery(
      'conference_intervals',
      tenantId,
      { ...scratch.names, ...days },
      intervalRow,
    )
    const known = new Map(
      intervals.map(({ conference, from_ms, until_ms }) => [conference, { fromMs: from_ms, untilMs: until_ms }]),
    )
    const { labels } = link(edges, (conference) => known.get(conference))
    const smallest = new Map<string, string>()
    for (const [conference, label] of labels) {
      const least = smallest.get(label)
      if (least === undefined || conference < least) smallest.set(label, conference)
    }
    const rows = labels.map(([conference, label]) => [conference, smallest.get(label)])
    await insertAll(engine, scratch.names.labels, ['subject_key', 'label'], rows)
  }

  return async (tenant, day, scratch) => {
    const { names } = scratch
    const { from: from_ms, until: until_ms } = spanOfDay(day, tenant.zone)
    const parameters = (days: Days) => ({
      ...names,
      day,
      from_ms,
      until_ms,
      first: addDays(day, -days.before),
      last: addDays(day, days.after),
      rooms_only: tenant.roomsOnly,
      kinds: KINDS,
    })
    const work = (name: string, days: Days = WINDOW): Promise<void> =>
      queries.tenantWork(name, tenant.id, parameters(days))
    /** Statements that nearly always have nothing to do cost more than asking whether they have. */
    const some = async (name: string): Promise<boolean> => {
      const [row] = await queries.tenantQuery(name, tenant.id, parameters(LEG), countRow)
      return (row?.rows ?? 0) > 0
    }
    await scratch.clear(OF_A_DAY)
    await work('candidates', ANCHORED)
    await linkLegs(tenant.id, day, scratch)
    await work('rows')
    await work('excluded_versions')
    if (await some('records')) await work('excluded_records')
    await work('opened')
    await work('uncounted')
    await work('members')
    await work('windows', LEG)
    await work('media_once', LEG)
    if (await some('media_left')) await work('media_several', LEG)
    const slices = Math.max(1, Math.ceil((await countOf(names.members)) / SUBJECTS_AT_ONCE))
    for (let slice = 0; slice < slices; slice += 1) {
      await queries.tenantWork('legs', tenant.id, { ...parameters(LEG), slice, slices })
    }
    await work('uncounted_health')
    await scratch.clear(['considered', 'keys', 'labels'])
    await work('named_conferences')
    if ((await countOf(names.considered)) === 0) return
    await linkConferences(tenant.id, day, scratch)
    await work('conference_ends')
  }
}

/** UTC days on which counting rows of a leg of the day stand: it may have opened up to 48 h before its stated start. */
const LEG = { before: 3, after: 4 } as const

async function insertAll(
  engine: Engine,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += MAX_INSERT_ROWS) {
    const lines = rows.slice(from, from + MAX_INSERT_ROWS).map((row) => JSON.stringify(row))
    await engine.insertRows(table, columns, lines.join('\n'))
  }
}
