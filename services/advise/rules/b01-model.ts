/** B01: a model is worse than other equipment at the same site and platform; people's clients and rooms apart. */
import { type Outcome, POPULATIONS } from '../../../schemas/cube.ts'
import { PRACTICAL } from '../compare.ts'
import { isNamed } from '../month.ts'
import type { Rule } from '../rule.ts'
import { hoursOfLeg, looked } from './groups.ts'
import { compareModels } from './models.ts'

export const model: Rule = {
  id: 'B01',
  version: 2,
  effect: PRACTICAL,
  impact: { unit: 'poor_hours', least: 10 },
  run(month) {
    const parts = POPULATIONS.map((population) => {
      const cut = population === 'people' ? 'model' : 'room_model'
      const named = month.names(cut)
      // One model of people that may be named has nobody beside it who may be spoken about.
      const names = population === 'people' && named.length < 2 ? [] : named
      const rows = month.models(population).filter((row) => isNamed(row.model))
      const cells = month.cells(cut).filter(({ v1 }) => isNamed(v1))
      const groups = names.map((value) => ({
        value,
        value2: '',
        rows: rows.filter((row) => row.model === value),
        rest: rows.filter((row) => row.model !== value),
        cells: cells.filter(({ v1 }) => v1 === value),
        restCells: cells.filter(({ v1 }) => v1 !== value),
        says: (outcome: Outcome) => month.says(cut, outcome, value),
        counts: (outcome: Outcome) => month.counts(cut, outcome, value),
        hours: hoursOfLeg(cells.filter(({ v1 }) => v1 === value)),
      }))
      return {
        judged: compareModels(population, groups),
        candidates: new Set(rows.map((row) => row.model)).size,
        names: names.length,
      }
    })
    return looked(
      parts.flatMap(({ judged }) => judged),
      Math.max(...parts.map(({ candidates }) => candidates)),
      Math.max(...parts.map(({ names }) => names)),
    )
  },
}
