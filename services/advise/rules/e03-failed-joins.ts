/**
 * E03: attempts to join fail more at a site than at the others; the end classes that make up the excess say why, as far as
 * their counts are published of the site: what may be one caller's is not.
 */
import { FAILURES } from '../../../schemas/cube.ts'
import { PRACTICAL } from '../compare.ts'
import { isNamed, type Month } from '../month.ts'
import type { Rule } from '../rule.ts'
import { excesses } from './groups.ts'
import { compareSites } from './sites.ts'

export const failedJoins: Rule = {
  id: 'E03',
  version: 3,
  effect: PRACTICAL,
  impact: { unit: 'failed_joins', least: 10 },
  run: (month) =>
    compareSites(month, {
      effect: PRACTICAL,
      impact: failedJoins.impact,
      outcomes: () => ['failed'],
      each: () => 1,
      causes: (site) => causesOf(month, site),
      main: true,
    }),
}

function causesOf(month: Month, site: string): { cause: string; share: number }[] {
  const cells = month.cells('site').filter(({ v1 }) => isNamed(v1))
  const side = (here: boolean) => {
    const of = cells.filter(({ v1 }) => (v1 === site) === here)
    return (cause: (typeof FAILURES)[number]) => ({
      y: of.reduce((sum, cell) => sum + cell[`failed_${cause}`], 0),
      n: of.reduce((sum, cell) => sum + cell.legs, 0),
    })
  }
  const [group, rest] = [side(true), side(false)]
  const told = new Set<string>(FAILURES.filter((cause) => month.causes('site', cause, site)))
  // What is not told stays in the whole, so that the others' parts are not called larger than they are.
  const parts = excesses(FAILURES.map((cause) => ({ cause, group: group(cause), rest: rest(cause) })))
  const [main] = parts
  return main !== undefined && told.has(main.cause) ? parts.filter(({ cause }) => told.has(cause)) : []
}
