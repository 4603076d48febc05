/**
 * The attack on a month that was sealed twice (issue 5, line 3; attack A24): both revisions in one program, by a reader
 * who knows that records were only added.
 */
import { expect, test } from 'vitest'
import { CUT_NAMES, CUTS, type Dimension } from '../../../../schemas/cube.ts'
import type { Figure, Folds } from '../../../../schemas/published.ts'
import { revise } from '../../../../services/disclosure/core/index.ts'
import { isSafe, tellsFailures } from '../../../../services/disclosure/core/safe.ts'
import { type Attack, attackOf, building } from './attacker.ts'
import { cubeOf, publishLegs, type Published } from './cubes.ts'
import { hunt, lazily } from './hunt.ts'
import { cellsNamed, changesOf, IN_ASPECT, reopened } from './reopened.ts'
import { checkStart } from './simplex.ts'

const CUBES = 15

/** How values stand in the new revision: as before in a dimension that keeps its values, else as they are folded now. */
function foldsOf(revised: readonly Figure[], first: Published, second: Published): Folds {
  return Object.fromEntries(
    Object.entries(second.folds).map(([dimension, folded]) => {
      const valuesIn = (figures: readonly Figure[]) =>
        [...new Set(figures.filter((figure) => figure.cut === dimension).map((figure) => figure.v1))].toSorted().join()
      const own = valuesIn(revised) === valuesIn(second.result.figures)
      return [dimension, own ? folded : (first.folds[dimension] ?? [])]
    }),
  )
}

/** Whether a value means the same in both revisions. */
const means = (value: string, dimension: Dimension | undefined, before: Folds, now: Folds): boolean =>
  value !== 'other' || JSON.stringify(before[dimension ?? '']) === JSON.stringify(now[dimension ?? ''])

type Cell = Attack['cells'][number]

test(
  `two revisions of ${String(CUBES)} cubes pin no hidden cell, nor a change of few persons, nor one caller’s failures`,
  { timeout: 600_000 },
  async () => {
    let hidden = 0
    let small = 0
    let ofOne = 0
    for (let index = 0; index < CUBES; index += 1) {
      const { legs, k } = cubeOf(index + 1_000, 250)
      const { before, after, changed } = reopened(legs, 0.3, index, index % 3 === 0 ? 0 : 25)
      const [first, second] = [await publishLegs(before, k), await publishLegs(after, k)]
      const revised = revise({
        k,
        before: first.result.figures,
        after: second.result,
        since: [{ changed: changesOf(changed, second.folds), said: first.result.figures }],
      })
      if (!revised.published || !first.result.safe) continue
      const folds = foldsOf(revised.figures, first, second)
      const truth = cellsNamed(after, folds)
      const into = building()
      const one = attackOf({ figures: first.result.figures, k, truth: first.folded }, into)
      const two = attackOf({ figures: revised.figures, k, truth }, into)
      /** What came, by cell: what is now less what was, and that is never less than nothing. */
      const added = (of: (attack: Attack, cell: Cell) => number | undefined): ReadonlyMap<Cell, number> => {
        const changes = new Map<Cell, number>()
        for (const cell of two.cells) {
          const by: readonly Dimension[] = CUTS[cell.cut].by
          const [old, now] = [of(one, cell), of(two, cell)]
          if (
            old === undefined ||
            now === undefined ||
            !means(cell.v1, by[0], first.folds, folds) ||
            !means(cell.v2, by[1], first.folds, folds)
          )
            continue
          const change = into.start.push((into.start[now] ?? 0) - (into.start[old] ?? 0)) - 1
          into.low.push(0)
          into.high.push(null)
          into.rows.push({
            terms: [
              [now, 1],
              [old, -1],
              [change, -1],
            ],
            scale: 1,
            low: 0,
            high: 0,
          })
          changes.set(cell, change)
        }
        return changes
      }
      const changes = added((attack, { cut, v1, v2 }) => attack.legsOf(cut, v1, v2))
      const failures = added((attack, { cut, v1, v2 }) => attack.failuresOf(cut, v1, v2))
      checkStart(into)
      for (const [attack, other, counted] of [
        [one, two, first.folded],
        [two, one, truth],
      ] as const) {
        const hunted = hunt(attack, counted, k, (cut, fewOnly) => [
          ...other.variablesOf(cut, fewOnly),
          ...changes.values(),
          ...failures.values(),
        ])
        hidden += hunted.hidden
        expect(hunted.pinned.map(({ cell }) => `${String(index)} ${cell.cut} ${cell.v1} ${cell.v2}`)).toEqual([])
      }
      const steps = [
        lazily(into, [
          ...[one, two].flatMap((attack) =>
            CUT_NAMES.flatMap((cut) => attack.variablesOf(cut, CUTS[cut].by.length > 1)),
          ),
          ...changes.values(),
          ...failures.values(),
        ]),
        lazily(into, null),
      ]
      const differ = cellsNamed(changed, folds)
      for (const [{ cut, v1, v2 }, change] of changes) {
        const cell = differ.find((own) => own.cut === cut && own.v1 === v1 && own.v2 === v2)
        if (CUTS[cut].by.length !== 1 || cell === undefined || isSafe(cell, k)) continue
        small += 1
        expect([cut, v1, steps.every((step) => step(change) !== null)]).toEqual([cut, v1, false])
      }
      const failed = cellsNamed(changed.filter(IN_ASPECT.failures), folds)
      for (const [{ cut, v1, v2 }, change] of failures) {
        const cell = failed.find((own) => own.cut === cut && own.v1 === v1 && own.v2 === v2)
        if (CUTS[cut].by.length > 1 || cell === undefined || tellsFailures(cell, k)) continue
        ofOne += 1
        expect([cut, v1, steps.every((step) => step(change) !== null)]).toEqual([cut, v1, false])
      }
    }
    process.stdout.write(
      `revisions: ${String(hidden)} hidden cells, ${String(small)} small changes and ${String(ofOne)} of one caller’s failures, none pinned\n`,
    )
    expect(hidden).toBeGreaterThan(300)
    expect(small).toBeGreaterThan(20)
    expect(ofOne).toBeGreaterThan(10)
  },
)
