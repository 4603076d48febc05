import fc from 'fast-check'
import { expect, it } from 'vitest'
import { merge } from '../../../services/cli/admin/merge.ts'
import { siteConflicts } from '../../../services/cli/admin/site-rules.ts'

const SEED = 20_261_121

interface Row {
  readonly name: string
  readonly ranges: readonly string[]
  readonly labels: readonly { readonly label: string }[]
  readonly line?: number
}

const named = (name: string, ...labels: readonly string[]): Row => ({
  name,
  ranges: [],
  labels: labels.map((label) => ({ label })),
})

it('judges again where a row that stays out leaves the stored one as it was', () => {
  // Line 2 takes `x` over from A; but A's own row (line 3) is bad, so A keeps `x`.
  const stored = [named('A', 'x'), named('B', 'taken')]
  const rows = [
    { ...named('C', 'x'), line: 2 },
    { ...named('A', 'taken'), line: 3 },
  ]
  const merged = merge(stored, rows, siteConflicts)
  expect(merged.bad.map(({ line }) => line)).toEqual([2, 3])
  expect(merged.all).toEqual(stored)
})

it('what comes out has no contradictions, and every row is either in or said to be bad', () => {
  const row = fc.record({
    name: fc.constantFrom('A', 'B', 'C', 'D', 'a'),
    ranges: fc.constant([]),
    labels: fc.array(fc.record({ label: fc.constantFrom('u', 'v', 'w', 'x') }), { maxLength: 2 }),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), fc.array(row, { maxLength: 6 }), (before, file) => {
      const stored = merge<Row>(
        [],
        before.map((value, line) => ({ ...value, line })),
        siteConflicts,
      ).good
      const rows = file.map((value, index) => ({ ...value, line: index + 2 }))
      const { all, good, bad } = merge<Row>(stored, rows, siteConflicts)
      expect(siteConflicts(all).size).toBe(0)
      const lines = new Set([...good, ...bad].map(({ line }) => line))
      expect([lines.size, good.length + bad.length]).toEqual([rows.length, rows.length])
    }),
    { seed: SEED, numRuns: 1000 },
  )
})
