import { type Cell, CUTS } from '../../../schemas/cube.ts'
import type { Figure } from '../../../schemas/published.ts'
import type { Tenant } from '../../../schemas/control/tables.ts'
import { addCells, certainOf, groupBy, keyOf } from './cells.ts'
import { figuresOfRooms } from './figures.ts'
import { isShared } from './safe.ts'

/** When a room is visible (design, section 8: Environment cells). */
const VISIBLE = { conferences: 10, days: 5, persons: 5 } as const
/** Where no person is counted, more must happen in a room. */
const VISIBLE_ROOMS_ONLY = { conferences: 20, days: 10 } as const

/** @param room the cell of the cut `room` */
const isVisible = (room: Cell, mode: Tenant['mode']): boolean =>
  mode === 'rooms-only'
    ? room.conferences >= VISIBLE_ROOMS_ONLY.conferences && room.days >= VISIBLE_ROOMS_ONLY.days
    : room.conferences >= VISIBLE.conferences &&
      room.days >= VISIBLE.days &&
      room.persons >= VISIBLE.persons &&
      isShared(room)

/** Rooms, by id, of which figures may be published. */
export const visibleRooms = (cells: readonly Cell[], mode: Tenant['mode']): ReadonlySet<string> =>
  new Set(cells.filter((cell) => cell.cut === 'room' && isVisible(cell, mode)).map((cell) => cell.room))

/**
 * Figures of the environment: visible rooms alone are added up, so that nothing can be subtracted to find one that is not.
 *
 * @param cells environment cells, one a room in each cut
 */
export function figuresOfEnvironment(cells: readonly Cell[], k: number, mode: Tenant['mode']): readonly Figure[] {
  const visible = visibleRooms(cells, mode)
  const parts = cells.filter((cell) => CUTS[cell.cut].population === 'environment' && visible.has(cell.room))
  return [...groupBy(parts, (cell) => `${cell.cut}\0${keyOf(cell.v1, cell.v2)}`).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { population, cut, v1, v2 } = first
    return figuresOfRooms(addCells(group, { population, cut, v1, v2, room: '', ...certainOf(group) }), k)
  })
}
