/** B02: a version of a model's software is worse than its other versions at the same site and platform. */
import { type Outcome, POPULATIONS } from '../../../schemas/cube.ts'
import { PRACTICAL } from '../compare.ts'
import { isNamed } from '../month.ts'
import type { Rule } from '../rule.ts'
import { hoursOfLeg, looked } from './groups.ts'
import { compareModels } from './models.ts'

export const software: Rule = {
  id: 'B02',
  version: 3,
  effect: PRACTICAL,
  impact: { unit: 'poor_hours', least: 10 },
  run(month) {
    const parts = POPULATIONS.map((population) => {
      const cut = population === 'people' ? 'model_software' : 'room_model_software'
      const ofModel = population === 'people' ? 'model' : 'room_model'
      const rows = month.models(population).filter((row) => isNamed(row.model) && isNamed(row.software))
      const cells = month.cells(cut).filter(({ v2 }) => isNamed(v2))
      const byModel = [...Map.groupBy(rows, (row) => row.model)].toSorted(([a], [b]) => (a < b ? -1 : 1))
      const groups = byModel.flatMap(([value, own]) => {
        const cellsOfModel = cells.filter(({ v1 }) => v1 === value)
        // Two dimensions publish no mean length either: that of the model stands for it.
        const hours = hoursOfLeg(month.cells(ofModel).filter(({ v1 }) => v1 === value))
        const versions = month.names(cut, value)
        // Of people, with the versions that are shown only: the rest of a model may be one person's.
        const spoken = new Set(versions)
        const told = (version: string) => population === 'environment' || spoken.has(version)
        return versions.map((version) => ({
          value,
          value2: version,
          rows: own.filter((row) => row.software === version),
          rest: own.filter((row) => row.software !== version && told(row.software)),
          cells: cellsOfModel.filter(({ v2 }) => v2 === version),
          restCells: cellsOfModel.filter(({ v2 }) => v2 !== version && told(v2)),
          says: (outcome: Outcome) => month.says(cut, outcome, value, version),
          counts: (outcome: Outcome) => month.counts(cut, outcome, value, version),
          hours,
        }))
      })
      const versions = byModel.map(([, own]) => new Set(own.map((row) => row.software)).size)
      return { judged: compareModels(population, groups), candidates: Math.max(0, ...versions), names: groups.length }
    })
    return looked(
      parts.flatMap(({ judged }) => judged),
      Math.max(...parts.map(({ candidates }) => candidates)),
      Math.max(...parts.map(({ names }) => names)),
    )
  },
}
