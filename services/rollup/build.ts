/**
 * Steps 2 and 3 for some local days: the legs that start in them, from observations alone, written beside the tables. The
 * order of the files is the order of the run; each says at its head what it decides. Every row on the way carries the day
 * it is of, and sees of the observations what lies in that day's window: days that are built together are built as each
 * would be by itself, and share the planning of the statements, which costs more than the rows of a small day.
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

/** UTC days before and after a local day. */
interface Window {
  readonly before: number
  readonly after: number
}

/** UTC days around a local day whose observations can say something about its legs (see /services/rollup/index.ts). */
export const WINDOW = { before: 5, after: 6 } as const
/** UTC days on which a row stands whose anchor lies in the local day: a day on either side, and 48 h for late ends. */
const ANCHORED = { before: 1, after: 3 } as const
/** What is emptied before days are built. */
const OF_A_GROUP = [
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
/** Subjects whose legs are made in one statement: it holds about 8 kB of each, and reads the days' rows each time. */
const SUBJECTS_AT_ONCE = 20_000
/** Further than this no chain of subjects that may be joined can lead. */
const MOST_ROUNDS = WIDEST

const localDay = z.iso.date().transform((day) => day as LocalDay)
const intervalRow = z.object({ day: localDay, conference: z.string(), from_ms: z.number(), until_ms: z.number() })
const edgeRow = z.object({ day: localDay, nodes: z.array(z.tuple([z.string(), z.number()])) })
const countRow = z.object({ rows: z.number() })
const toldRow = z.object({ windows: z.number(), media: z.number() })
const inHandRow = z.object({ day: localDay, rows: z.number() })

/** Puts the days' legs into the scratch table `legs`, and the conferences they name into `joined`. */
export type BuildGroup = (tenant: RolledTenant, days: readonly LocalDay[], scratch: Scratch) => Promise<void>

/** @returns what builds days together. It throws EngineError */
export function createGroupBuilder(engine: Engine): BuildGroup {
  const queries = createQueries(engine, SQL)
  const countOf = async (table: string): Promise<number> => {
    const [row] = z
      .array(countRow)
      .parse(await engine.query('SELECT count() AS rows FROM {table:Identifier}', { table }))
    return row?.rows ?? 0
  }

  /** Finds what the subjects in hand are linked to, round by round, and gives the edges between them, by day. */
  const edgesOf = async (
    tenantId: string,
    days: readonly LocalDay[],
    subject: Subject,
    scratch: Scratch,
  ): Promise<ReadonlyMap<LocalDay, Edge[]>> => {
    const { names } = scratch
    const inHand = async () => {
      const rows = await queries.tenantQuery('in_hand', tenantId, { ...names }, inHandRow)
      return new Map(rows.map((row) => [row.day, row.rows]))
    }
    const whole = { ...names, subject, ...windowsOf(days, WINDOW) }
    const [linked] = await queries.tenantQuery('has_links', tenantId, whole, countRow)
    if ((linked?.rows ?? 0) === 0) return new Map()
    let before = await inHand()
    let growing = [...before.keys()]
    for (let round = 0; round < MOST_ROUNDS && growing.length > 0; round += 1) {
      // A conference may have begun days before a leg of the day: nothing of it need stand near the day.
      const farther = subject === 'conference' ? MOST_ROUNDS : round
      const reach = windowsOf(growing, {
        before: Math.min(ANCHORED.before + 1 + farther, WINDOW.before),
        after: Math.min(ANCHORED.after + 1 + farther, WINDOW.after),
      })
      if (round > 0) await scratch.clear(['keys'])
      await queries.tenantWork('link_keys', tenantId, { ...names, ...reach, subject })
      await queries.tenantWork('partners', tenantId, { ...names, ...reach, subject })
      const after = await inHand()
      const known = before
      growing = growing.filter((day) => after.get(day) !== known.get(day))
      before = after
    }
    if (before.size === 0) return new Map()
    const edges = await queries.tenantQuery('edges', tenantId, whole, edgeRow)
    const byDay = Map.groupBy(edges, ({ day }) => day)
    return new Map([...byDay].map(([day, own]) => [day, own.map(({ nodes }) => nodes)]))
  }

  const linkLegs = async (tenantId: string, days: readonly LocalDay[], scratch: Scratch): Promise<void> => {
    const labelled: unknown[][] = []
    const tooWide: unknown[][] = []
    for (const [day, edges] of await edgesOf(tenantId, days, 'leg', scratch)) {
      const { labels, wide } = link(edges)
      for (const label of labels) labelled.push([day, ...label])
      for (const subject of wide) tooWide.push([day, subject])
    }
    await insertAll(engine, scratch.names.labels, ['day', 'subject_key', 'label'], labelled)
    await insertAll(engine, scratch.names.wide, ['day', 'subject_key'], tooWide)
  }

  /** Conferences that share a key are one if they overlap or lie within 2 minutes; the smallest key stands for all. */
  const linkConferences = async (tenantId: string, days: readonly LocalDay[], scratch: Scratch): Promise<void> => {
    const edges = await edgesOf(tenantId, days, 'conference', scratch)
    if (edges.size === 0) return
    const parameters = { ...scratch.names, ...windowsOf([...edges.keys()], WINDOW) }
    const intervals = await queries.tenantQuery('conference_intervals', tenantId, parameters, intervalRow)
    const byDay = Map.groupBy(intervals, ({ day }) => day)
    const rows: unknown[][] = []
    for (const [day, own] of edges) {
      const known = new Map(
        (byDay.get(day) ?? []).map((of) => [of.conference, { fromMs: of.from_ms, untilMs: of.until_ms }]),
      )
      const { labels } = link(own, (conference) => known.get(conference))
      const smallest = new Map<string, string>()
      for (const [conference, label] of labels) {
        const least = smallest.get(label)
        if (least === undefined || conference < least) smallest.set(label, conference)
      }
      for (const [conference, label] of labels) rows.push([day, conference, smallest.get(label)])
    }
    await insertAll(engine, scratch.names.labels, ['day', 'subject_key', 'label'], rows)
  }

  return async (tenant, days, scratch) => {
    const { names } = scratch
    const spans = days.map((day) => spanOfDay(day, tenant.zone))
    const parameters = (window: Window) => ({
      ...names,
      ...windowsOf(days, window),
      from_ms: spans.map(({ from }) => from),
      until_ms: spans.map(({ until }) => until),
      rooms_only: tenant.roomsOnly,
      kinds: KINDS,
    })
    const work = (name: string, window: Window = WINDOW): Promise<void> =>
      queries.tenantWork(name, tenant.id, parameters(window))
    /** Statements that nearly always have nothing to do cost more than asking whether they have. */
    const some = async (name: string): Promise<boolean> => {
      const [row] = await queries.tenantQuery(name, tenant.id, parameters(LEG), countRow)
      return (row?.rows ?? 0) > 0
    }
    await scratch.clear(OF_A_GROUP)
    await work('candidates', ANCHORED)
    await linkLegs(tenant.id, days, scratch)
    await work('rows')
    await work('excluded_versions')
    if (await some('records')) await work('excluded_records')
    await work('opened')
    await work('uncounted')
    await work('members')
    const [told] = await queries.tenantQuery('told', tenant.id, parameters(LEG), toldRow)
    if ((told?.windows ?? 0) > 0) await work('windows', LEG)
    if ((told?.media ?? 0) > 0) {
      await work('media_once', LEG)
      if (await some('media_left')) await work('media_several', LEG)
    }
    const slices = Math.max(1, Math.ceil((await countOf(names.members)) / SUBJECTS_AT_ONCE))
    for (let slice = 0; slice < slices; slice += 1) {
      await queries.tenantWork('legs', tenant.id, { ...parameters(LEG), slice, slices })
    }
    await work('uncounted_health')
    await scratch.clear(['considered', 'keys', 'labels'])
    await work('named_conferences')
    if ((await countOf(names.considered)) === 0) return
    await linkConferences(tenant.id, days, scratch)
    await work('conference_ends')
  }
}

/** UTC days on which counting rows of a leg of the day stand: it may have opened up to 48 h before its stated start. */
const LEG = { before: 3, after: 4 } as const

/** Days, what each may see, and every UTC day that one of them may see. */
function windowsOf(days: readonly LocalDay[], { before, after }: Window) {
  const seen = days.flatMap((day) =>
    Array.from({ length: before + after + 1 }, (_, index) => addDays(day, index - before)),
  )
  return { days, before, after, fact_days: [...new Set(seen)].toSorted() }
}

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
