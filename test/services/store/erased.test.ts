import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest'
import type { IntakeRow } from '../../../schemas/intake.ts'
import type { Observation } from '../../../schemas/observation.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { createStore } from '../../../services/store/index.ts'
import { openTestEngine, rowsOf, type TestEngine } from '../../support/engine.ts'
import { bodyOf, deliveryOf, keyOf, tombstoneOf } from './fixtures.ts'

const logger = createLogger('silent')
let test: TestEngine

beforeAll(async () => {
  test = await openTestEngine()
})
beforeEach(async () => {
  for (const table of ['observations', 'intake']) await test.engine.command(`TRUNCATE TABLE ${table}`)
})
afterAll(() => test.close())

const open = () => createStore({ engine: test.engine, logger })
const events = async () => {
  const sql = 'SELECT event_key FROM observations FINAL WHERE mark IS NULL ORDER BY toString(event_key)'
  return (await rowsOf<Observation>(test.engine, sql)).map((row) => row.event_key)
}
const leg = (name: string, event: string, more: Partial<Observation> = {}) =>
  bodyOf({ subject_key: keyOf(name), event_key: keyOf(event), ...more })

describe('an erased subject', () => {
  it('is not stored after its tombstone, under its own key or a linked one, from either side', async () => {
    const store = await open()
    await store.store(deliveryOf('t', [tombstoneOf({ subject_key: keyOf('gone'), links: [keyOf('call id')] })]))
    await store.store(
      deliveryOf('after', [
        leg('gone', 'own key'),
        leg('call id', 'its link'),
        leg('third', 'links to it', { links: [keyOf('gone')] }),
        leg('fourth', 'shares a link', { links: [keyOf('x'), keyOf('call id')] }),
        leg('alive', 'other'),
        leg('gone', 'of another tenant', { tenant_id: 'other' }),
      ]),
    )
    expect(await events()).toEqual([keyOf('other'), keyOf('of another tenant')].toSorted())
    const rows = await rowsOf<IntakeRow>(
      test.engine,
      `SELECT observations FROM intake WHERE delivery_id = '${keyOf('after')}'`,
    )
    expect(rows).toEqual([{ observations: 2 }])
  })

  it('is not stored in the batch of its tombstone either, whichever comes first', async () => {
    const store = await open()
    await Promise.all([
      store.store(deliveryOf('before', [leg('gone', 'early'), leg('alive', 'kept')])),
      store.store(deliveryOf('t', [leg('gone', 'beside'), tombstoneOf({ subject_key: keyOf('gone') })])),
    ])
    expect(await events()).toEqual([keyOf('kept')])
    expect(await rowsOf(test.engine, "SELECT count() AS c FROM observations WHERE mark = 'erased'")).toEqual([{ c: 1 }])
  })

  it('stays erased after a restart, and its tombstone may come again', async () => {
    const tombstone = tombstoneOf({ subject_key: keyOf('gone'), links: [keyOf('call id')] })
    await (await open()).store(deliveryOf('t', [tombstone]))
    const restarted = await open()
    await restarted.store(deliveryOf('replay', [leg('call id', 'replayed'), tombstone]))
    expect(await events()).toEqual([])
    expect(await rowsOf(test.engine, 'SELECT count() AS c FROM observations FINAL')).toEqual([{ c: 1 }])
    const rows = await rowsOf(
      test.engine,
      `SELECT observations, erased FROM intake WHERE delivery_id = '${keyOf('replay')}'`,
    )
    expect(rows).toEqual([{ observations: 1, erased: 1 }])
  })
})

describe('an erased person', () => {
  it('is not stored under a person key of the case, in the tenant of the case', async () => {
    const erased = `acme/${keyOf('person')}`
    const erasedPersons = { has: (tenant: string, key: string) => `${tenant}/${key}` === erased }
    const store = await createStore({ engine: test.engine, logger, erasedPersons })
    const person = { person_key: keyOf('person') }
    await store.store(
      deliveryOf('p', [
        leg('a', 'theirs', person),
        leg('b', 'nobody’s'),
        leg('c', 'somebody else’s', { person_key: keyOf('another') }),
        leg('d', 'in another tenant', { ...person, tenant_id: 'other' }),
      ]),
    )
    const kept = ['nobody’s', 'somebody else’s', 'in another tenant'].map((name) => keyOf(name))
    expect(await events()).toEqual(kept.toSorted())
  })
})
