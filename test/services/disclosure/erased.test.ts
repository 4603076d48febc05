/** A person is erased after a month was published: nothing of the person is kept for the next revision. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPublication } from '../../../services/disclosure/index.ts'
import { tombstone } from '../../support/observations.ts'
import { meetings, openPublishing, type Publishing } from '../../support/publishing.ts'

const group = (name: string) => [{ name, persons: 12, site: 'site-a' }]
let made: Publishing

beforeAll(async () => {
  made = await openPublishing('2026-12-07T09:00:00Z')
  await made.addTenant('acme')
  await made.insert(meetings({ tenant: 'acme', days: ['2026-11-02'], groups: group('a') }))
  await made.sealing.seal('acme', '2026-11', 'operator')
})
afterAll(() => made.close())

it('what is late is no erasure: the legs stay remembered', async () => {
  await made.insert([tombstone({ tenant_id: 'acme', subject: 'acme of somebody before', at: '2026-11-03T09:00:00Z' })])
  await made.rollup.run()
  await made.sealing.freezeDue()
  expect((await made.table('sealed_legs')).length).toBe(24)
})

it('the legs that were remembered go, and what is said about people stands whatever comes', async () => {
  const before = await readPublication(made, 'acme', '2026-11')
  await made.insert([
    tombstone({ tenant_id: 'acme', subject: 'acme 2026-11-02 9 a 0', at: '2026-11-02T09:00:00+01:00' }),
    tombstone({ tenant_id: 'acme', subject: 'acme 2026-11-02 10 a 0', at: '2026-11-02T10:00:00+01:00' }),
    ...meetings({ tenant: 'acme', days: ['2026-11-04'], groups: group('late') }),
  ])
  await made.rollup.run()
  await made.sealing.freezeDue()
  expect((await made.table('sealed_legs')).length).toBe(0)
  await made.sealing.reopen('acme', '2026-11', 'operator', 'late records')
  expect(await made.sealing.seal('acme', '2026-11', 'operator')).toMatchObject({ revision: 1, anew: false })
  const after = await readPublication(made, 'acme', '2026-11')
  expect([after?.publication, after?.figures]).toEqual([before?.publication, before?.figures])
})
