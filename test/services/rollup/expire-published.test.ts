/** What is published stays as long as its contract; the legs it was made of go with the facts; of a stranger all goes. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createExpiry } from '../../../services/rollup/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { openPublishing, type Publishing } from '../../support/publishing.ts'

const TABLES = ['published', 'published_days', 'sealed_legs'] as const
let made: Publishing

beforeAll(async () => {
  made = await openPublishing('2026-12-07T09:00:00Z')
  await made.addTenant('acme', { retention: { facts: 90, cube_day: 396, intake: 396 } })
  for (const tenant of ['acme', 'stranger']) {
    for (const statement of [
      `INSERT INTO published (cut, measure, tenant_id, month, revision)
       SELECT 'tenant', 'legs', {tenant:String}, arrayJoin(['2026-10-01', '2026-11-01']::Array(Date)), arrayJoin([1, 2])`,
      `INSERT INTO published_days (day, tenant_id) SELECT arrayJoin(['2026-10-31', '2026-11-02']::Array(Date)), {tenant:String}`,
      `INSERT INTO sealed_legs (tenant_id, month, revision, leg_key)
       SELECT {tenant:String}, arrayJoin(['2026-10-01', '2026-11-01']::Array(Date)), arrayJoin([1, 2]), generateUUIDv4()`,
    ]) {
      await made.engine.command(statement, { tenant })
    }
  }
})
afterAll(() => made.close())

const pass = () => createExpiry({ ...made, logger: createLogger('silent') }).expire()
const held = async (tenant: string) => {
  const counts = TABLES.map(async (table) => (await made.table(table, `tenant_id = '${tenant}'`)).length)
  return Promise.all(counts)
}

it('within the contract only the remembered legs go, whole months with all their revisions', async () => {
  await pass()
  expect(await held('acme')).toEqual([4, 2, 4])
  made.at('2027-01-30T09:00:00Z') // 91 days after the 31st of October
  const expired = await pass()
  expect(expired.filter(({ tenantId }) => tenantId === 'acme')).toMatchObject([
    { table: 'sealed_legs', periods: ['2026-10-01', '2026-10-01'], rows: 2 },
  ])
  expect(await held('acme')).toEqual([4, 2, 2])
})

it('of a tenant that nobody knows everything goes', async () => {
  expect(await held('stranger')).toEqual([0, 0, 0]) // it was missed for more than seven days at the second pass
  expect((await held('acme'))[0]).toBe(4)
})

it('years later what is published still stands', async () => {
  made.at('2031-06-01T09:00:00Z')
  await pass()
  expect(await held('acme')).toEqual([4, 2, 0])
})
