/** A month that is published anew while it is read: figures and advice are of one revision, or of the next, never of both. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { operatorAccess, readMonth, type ReadingParts } from '../../../../services/web/index.ts'
import { type House, newHouse } from '../../accounts/house.ts'
import { inventedMonth } from '../reports/invented.ts'

let house: House
beforeEach(async () => {
  house = await newHouse()
  await house.tenant('acme')
})
afterEach(() => house.close())

const MONTH = '2026-10'
const asked = { access: operatorAccess('acme'), month: MONTH, language: 'nl' } as const

/** A month of which a revision is published each time that its advice is asked for, so many times. */
function publishing(times: number): ReadingParts {
  const { figures, days, publication } = inventedMonth()
  let revision = 1
  const source = {
    published: async (_access: unknown, month: string) =>
      month === MONTH ? { figures, days, publication: { ...publication, revision } } : null,
    months: async () => [{ month: MONTH, revision, reason: `why ${revision}` }],
  }
  const followUp = {
    async findingsOf() {
      if (revision <= times) revision += 1
      return []
    },
  }
  return { source, control: house.control, followUp } as unknown as ReadingParts
}

it('is read again, as a whole', async () => {
  const read = await readMonth(publishing(1), asked)
  expect([read?.publication.revision, read?.reopened]).toEqual([2, 'why 2'])
})

it('is not available where it does not come to rest', async () => {
  await expect(readMonth(publishing(100), asked)).rejects.toMatchObject({ code: 'unavailable' })
})
