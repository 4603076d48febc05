import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayName } from '../../../../services/disclosure/core/index.ts'
import { isSafe } from '../../../../services/disclosure/core/safe.ts'
import { publishLegs } from '../attack/cubes.ts'
import { distinctsOf } from '../attack/micro-cells.ts'
import { monthOf, recipes, RUNS } from './support.ts'

describe('what a finding may name', () => {
  test('of one dimension is a safe value with a safe rest, and never a folded one', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const { k, legs } = monthOf(recipe)
        const { result, folds } = await publishLegs(legs, k)
        for (const dimension of ['site', 'platform', 'network', 'model', 'size'] as const) {
          for (const value of new Set(legs.map((leg) => leg[dimension]))) {
            if (!mayName(result.figures, dimension, value)) continue
            expect(folds[dimension] ?? []).not.toContain(value)
            expect(isSafe(distinctsOf(legs.filter((leg) => leg[dimension] === value)), k)).toBe(true)
            expect(isSafe(distinctsOf(legs.filter((leg) => leg[dimension] !== value)), k)).toBe(true)
          }
          expect(mayName(result.figures, dimension, 'other')).toBe(false)
        }
      }),
      RUNS,
    )
  })

  test('of two dimensions has another cell of its row to compare with', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const { k, legs } = monthOf(recipe)
        const { result } = await publishLegs(legs, k)
        const shown = result.figures.filter((row) => row.cut === 'model_software' && row.mark !== 'few')
        for (const { v1, v2 } of shown) {
          const others = shown.some((row) => row.v1 === v1 && row.v2 !== v2)
          expect(mayName(result.figures, 'model_software', v1, v2)).toBe(others && v1 !== 'other' && v2 !== 'other')
        }
        expect(mayName(result.figures, 'model_software', 'no such model', '1.0')).toBe(false)
      }),
      { ...RUNS, numRuns: 20 },
    )
  })
})
