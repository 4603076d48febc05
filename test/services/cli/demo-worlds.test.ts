/** The demo's small customer shows what is withheld: so it must be small, by what counts as a person. */
import { expect, it } from 'vitest'
import { monthsOf } from '../../../services/cli/demo/months.ts'
import { smallWorld } from '../../../services/cli/demo/worlds.ts'

it.each([1, 2, 3, 7, 42])('with seed %i no month of the small customer reaches 10 persons, guests included', (seed) => {
  for (const days of [61, 80]) {
    const months = monthsOf([], smallWorld({ seed, days }).truth)
    for (const { truth } of months) expect(truth.persons).toBeLessThan(10)
    expect(months.find(({ month }) => month === '2026-10')?.truth.conferences).toBeGreaterThan(50)
  }
})
