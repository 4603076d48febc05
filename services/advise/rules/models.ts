/** Groups of equipment against the rest of it, within site and platform. */
import type { Cell, ModelStratum, Outcome, Population } from '../../../schemas/cube.ts'
import { type Comparison, compare, PRACTICAL, type Sides } from '../compare.ts'
import { clustersOf } from '../month.ts'
import type { Judged } from '../rule.ts'
import { judge, kindsOf, shrinkage } from './groups.ts'

const alike = ({ site, platform }: ModelStratum): string => JSON.stringify([site, platform])

/** Least impact: hours of poor legs, and legs cut off. */
const LEAST_HOURS = 10
const LEAST_DROPS = 10
/** Rooms of a kind below which the trouble may be the room's. */
const FEWEST_ROOMS = 3
/** So much of the minimum difference must be left without the worst room. */
const LEFT = 0.5

interface Group {
  readonly value: string
  readonly value2: string
  readonly rows: readonly ModelStratum[]
  readonly rest: readonly ModelStratum[]
  readonly cells: readonly Cell[]
  readonly restCells: readonly Cell[]
  /** Whether a rate of the outcome is published of it. */
  readonly says: (outcome: Outcome) => boolean
  /** Whether its cases of the outcome are published as a count. */
  readonly counts: (outcome: Outcome) => boolean
  /** How long a leg of it lasts on average, as far as that may be told. */
  readonly hours: number
}

/** Quality by each measuring kind, and drops, of each group. */
export function compareModels(population: Population, groups: readonly Group[]): readonly Judged[] {
  const rows = groups.flatMap((group) => group.rows)
  const outcomes: readonly Outcome[] = [...kindsOf(rows), 'dropped']
  return outcomes.flatMap((outcome) => {
    const compared = groups.flatMap((group): { group: Group; found: Comparison; fewRooms: boolean }[] => {
      if (!group.says(outcome)) return []
      const sides: Sides<ModelStratum> = {
        outcome,
        group: group.rows,
        rest: group.rest,
        alike,
        groupCells: group.cells,
        restCells: group.restCells,
        least: PRACTICAL,
      }
      const found = compare(sides)
      if (found === null) return []
      const fewRooms = found.big && population === 'environment' && mayBeOneRoom(sides)
      return [{ group, found: { ...found, big: found.big && !fewRooms }, fewRooms }]
    })
    const agreed = shrinkage(compared.map(({ found }) => found))
    return compared.map(({ group, found, fewRooms }, index) =>
      judge(found, {
        dimension: 'model',
        value: group.value,
        value2: group.value2,
        population,
        agreed: agreed[index] ?? false,
        fewRooms,
        counted: group.counts(outcome),
        ...(outcome === 'dropped'
          ? { impact: 'drops', least: LEAST_DROPS, each: 1 }
          : { impact: 'poor_hours', least: LEAST_HOURS, each: group.hours }),
      }),
    )
  })
}

/** Whether one room may be what makes its kind look bad: legs of a room share its network and its furniture. */
function mayBeOneRoom(sides: Sides<ModelStratum>): boolean {
  const { group, outcome } = sides
  const rooms = [...Map.groupBy(group, ({ room }) => room)].map(([room, rows]) => ({
    room,
    ...clustersOf(rows, outcome),
  }))
  const used = rooms.filter(({ n }) => n > 0)
  if (used.length < FEWEST_ROOMS) return true
  const worst = used.toSorted((a, b) => b.y - a.y || (a.room < b.room ? -1 : 1))[0]?.room
  const without = compare({ ...sides, group: group.filter(({ room }) => room !== worst), groupCells: [] })
  return without === null || without.diff < PRACTICAL.diff * LEFT
}
