/**
 * Whether published intervals hold the truth. In organisations in which nothing is wrong, of one size, a rate is the same
 * for all of them: what all together come to is taken for the truth.
 */
import { type Cell, type Cut, type Outcome, OUTCOME_NAMES } from '../../schemas/cube.ts'
import type { Figure } from '../../schemas/published.ts'

interface Covered {
  readonly count: number
  readonly of: number
}

export interface Coverage {
  add(figures: readonly Figure[], cells: readonly Cell[]): void
  /** By outcome. */
  covered(): readonly (Covered & { readonly name: string })[]
}

/** Cuts whose values are the same in all organisations. */
const CUTS: ReadonlySet<Cut> = new Set<Cut>(['tenant', 'site', 'platform', 'model', 'site_platform'])

interface Said {
  readonly key: string
  readonly outcome: Outcome
  readonly low: number
  readonly high: number
}

function keyOf({ cut, v1, v2 }: Pick<Cell, 'cut' | 'v1' | 'v2'>, outcome: Outcome): string {
  return [cut, v1, v2, outcome].join(' ')
}

export function createCoverage(): Coverage {
  const said: Said[] = []
  const sums = new Map<string, { y: number; n: number }>()
  return {
    add(figures, cells) {
      for (const cell of cells) {
        if (!CUTS.has(cell.cut)) continue
        for (const outcome of OUTCOME_NAMES) {
          const key = keyOf(cell, outcome)
          const { y, n } = sums.get(key) ?? { y: 0, n: 0 }
          sums.set(key, { y: y + cell[`${outcome}_y`], n: n + cell[`${outcome}_n`] })
        }
      }
      for (const outcome of OUTCOME_NAMES) {
        for (const { cut, v1, v2, measure, mark, low, high } of figures) {
          if (measure !== `${outcome}_rate` || !CUTS.has(cut) || mark !== 'shown' || low === null || high === null)
            continue
          said.push({ key: keyOf({ cut, v1, v2 }, outcome), outcome, low, high })
        }
      }
    },
    covered: () =>
      OUTCOME_NAMES.map((name) => {
        const own = said.filter(({ outcome, key }) => outcome === name && sums.has(key))
        const holds = own.filter(({ key, low, high }) => {
          const { y, n } = sums.get(key) ?? { y: 0, n: 1 }
          const truth = (1000 * y) / n
          return truth >= low && truth <= high
        })
        return { name, count: holds.length, of: own.length }
      }),
  }
}
