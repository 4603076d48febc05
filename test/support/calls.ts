/** Legs for tests of cells, said in few words, and cells as they are stored. */
import { z } from 'zod'
import { type Cell, cell, type Cut, dayCell, monthCell } from '../../schemas/cube.ts'
import { type GradedLeg, gradedLeg } from '../../schemas/graded.ts'
import type { Observation } from '../../schemas/observation.ts'
import type { Engine } from '../../services/shared/clickhouse/index.ts'
import { type Given, keyOf, observe } from './observations.ts'

export interface CallGiven extends Partial<Omit<Given, 'person'>> {
  readonly who: string
  /** Whose key it has: of the one who calls if not said, of nobody where null. */
  readonly person?: string | null
  /** The conference; none if not said. */
  readonly in?: string
  readonly from: string
  readonly to: string
  /** The record does not say when it ended. */
  readonly unseen?: boolean
}

/** What stands for a leg: one record with its start and end. */
export function call({ who, in: conference, from, to, person = who, unseen = false, ...more }: CallGiven): Observation {
  return observe({
    subject: legName(who, from),
    event: 'end',
    at: to,
    start: from,
    ...(!unseen && { end: to }),
    kind: 'user',
    ...(person !== null && { person }),
    ...(conference !== undefined && { conference }),
    ...more,
  })
}

/** A leg of a declared room, whose id is `who`. */
export function roomCall(given: CallGiven): Observation {
  return call({ kind: 'room', room_id: given.who, ...given, person: null })
}

const legName = (who: string, from: string): string => `${who} at ${from}`

/** The legs as they are counted, by who and when they were (`ann at 2026-11-16T10:00:00Z`). */
export async function gradedLegs(engine: Engine, legs: readonly CallGiven[]): Promise<ReadonlyMap<string, GradedLeg>> {
  const rows = z.array(gradedLeg).parse(await engine.query('SELECT * FROM graded_legs'))
  const byKey = new Map(rows.map((row) => [row.leg_key as string, row]))
  const found = legs.flatMap(({ who, from }): [string, GradedLeg][] => {
    const row = byKey.get(keyOf('leg', legName(who, from)))
    return row === undefined ? [] : [[who, row]]
  })
  return new Map(found)
}

/** The one cell of a cut with these values; fails where there is none. */
export async function monthCellOf(engine: Engine, cut: Cut, values: readonly string[] = []): Promise<Cell> {
  return cellOf(engine, monthCell, `SELECT * FROM cube_month`, cut, values)
}

/** The same of a day. */
export async function dayCellOf(engine: Engine, day: string, cut: Cut, values: readonly string[] = []): Promise<Cell> {
  return cellOf(engine, dayCell, `SELECT * FROM cube_day WHERE day = {day:Date}`, cut, values, day)
}

async function cellOf(
  engine: Engine,
  row: typeof monthCell | typeof dayCell,
  sql: string,
  cut: Cut,
  [v1 = '', v2 = '']: readonly string[],
  day = '',
): Promise<Cell> {
  const cells: readonly z.output<typeof cell>[] = z.array(row).parse(await engine.query(sql, { day }))
  const found = cells.filter((one) => one.cut === cut && one.v1 === v1 && one.v2 === v2)
  const [only] = found
  if (only === undefined || found.length > 1) {
    throw new Error(`There are ${found.length} cells of ${cut} with ${v1} ${v2}.`)
  }
  return only
}
