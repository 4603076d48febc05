import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FLOATS, FRACTIONS } from './numbers.ts'
import { checkStart, createSolver, type Program, restricted } from './simplex.ts'

/** Two to four whole numbers from 0 to 6 with rows that a random point satisfies. */
const programs = fc.integer({ min: 2, max: 4 }).chain((count) =>
  fc
    .record({
      start: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: count, maxLength: count }),
      rows: fc.array(
        fc.record({
          by: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: count, maxLength: count }),
          below: fc.integer({ min: 0, max: 3 }),
          above: fc.integer({ min: 0, max: 3 }),
        }),
        { maxLength: 5 },
      ),
    })
    .map(({ start, rows }): Program => ({
      low: start.map(() => 0),
      high: start.map(() => 6),
      start,
      rows: rows.map(({ by, below, above }) => {
        const value = by.reduce((sum, coefficient, index) => sum + coefficient * (start[index] ?? 0), 0)
        const terms = by.flatMap((coefficient, index) => (coefficient === 0 ? [] : [[index, coefficient] as const]))
        return { terms, scale: 1, low: value - below, high: value + above }
      }),
    })),
)

/** Every whole-numbered point that satisfies the program. */
function* points({ start, rows }: Program): Generator<readonly number[]> {
  const total = 7 ** start.length
  for (let code = 0; code < total; code += 1) {
    const point = start.map((_, index) => Math.floor(code / 7 ** index) % 7)
    const holds = rows.every(({ terms, low, high }) => {
      const value = terms.reduce((sum, [index, by]) => sum + by * (point[index] ?? 0), 0)
      return (low === null || value >= low) && (high === null || value <= high)
    })
    if (holds) yield point
  }
}

describe('the simplex of the attack', () => {
  test('goes at least as far as every whole-numbered point, floats as far as fractions, parts no farther', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const floats = createSolver(FLOATS, program)
        const exact = createSolver(FRACTIONS, program)
        const part = createSolver(FLOATS, restricted(program, [0, 1]))
        const [least, most] = [floats.extreme(0, 'least'), floats.extreme(0, 'most')]
        for (const [first = 0] of points(program)) {
          expect(least).toBeLessThanOrEqual(first + 1e-6)
          expect(most).toBeGreaterThanOrEqual(first - 1e-6)
        }
        expect(least).toBeCloseTo(FRACTIONS.toNumber(exact.extreme(0, 'least')), 6)
        expect(most).toBeCloseTo(FRACTIONS.toNumber(exact.extreme(0, 'most')), 6)
        expect(part.extreme(0, 'least')).toBeGreaterThanOrEqual(least - 1e-6)
        expect(part.extreme(0, 'most')).toBeLessThanOrEqual(most + 1e-6)
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  test('solves a program whose optimum is known', () => {
    // x + 2y <= 14, 3x - y >= 0, x - y <= 2: the most of x is 6, of y 6, at (6, 4) and (2, 6).
    const program: Program = {
      low: [0, 0],
      high: [null, null],
      start: [0, 0],
      rows: [
        {
          terms: [
            [0, 1],
            [1, 2],
          ],
          scale: 1,
          low: null,
          high: 14,
        },
        {
          terms: [
            [0, 3],
            [1, -1],
          ],
          scale: 1,
          low: 0,
          high: null,
        },
        {
          terms: [
            [0, 1],
            [1, -1],
          ],
          scale: 1,
          low: null,
          high: 2,
        },
      ],
    }
    const exact = createSolver(FRACTIONS, program)
    expect(exact.extreme(0, 'most')).toEqual({ num: 6n, den: 1n })
    expect(exact.extreme(1, 'most')).toEqual({ num: 6n, den: 1n })
    expect(exact.extreme(1, 'least')).toEqual({ num: 0n, den: 1n })
  })

  test('refuses a start that breaks a row', () => {
    const row = { terms: [[0, 1]] as const, scale: 1, low: 2, high: 3 }
    expect(() => checkStart({ low: [0], high: [9], start: [1], rows: [row] })).toThrow('breaks row 0')
  })
})
