/** The entry put together on a control store of its own: what changes there holds from the next delivery on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Delivery } from '../../../schemas/delivery.ts'
import { observationColumns } from '../../../schemas/observation.ts'
import { DEFAULT_RETENTION } from '../../../schemas/control/tables.ts'
import { addMarks } from '../../../services/cli/admin/marks.ts'
import { addRoom } from '../../../services/cli/admin/rooms.ts'
import { addSource, removeSource } from '../../../services/cli/admin/sources.ts'
import { addTenant, editTenant } from '../../../services/cli/admin/tenants.ts'
import { type IngestDirectory, openDirectory } from '../../../services/ingest/directory.ts'
import { createEntry, type Entry } from '../../../services/ingest/entry.ts'
import { openKeys } from '../../../services/ingest/keys/file-provider.ts'
import { type Keyring, openKeyring } from '../../../services/ingest/keys/keyring.ts'
import { createKeyPort } from '../../../services/ingest/keyport.ts'
import type { Epoch } from '../../../services/ingest/pseudonymise/keymaker.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const clock = { now: () => NOW }
const logger = createLogger('silent')
const SOURCE = 'generic-acme'

let folder: string
let control: Control
let directory: IngestDirectory
let keyring: Keyring
let entry: Entry
const stored: Delivery[] = []

/** Another process on the same data and keys. */
async function otherKeyring(): Promise<Keyring> {
  return openKeyring({ control, provider: openKeys(join(folder, 'keys'), join(folder, 'data')), clock, logger })
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-entry-'))
  control = await openControl(join(folder, 'data'), clock, logger)
  await addTenant(control, NOW, {
    id: 'acme',
    name: 'Acme',
    zone: 'Europe/Amsterdam',
    country: 'NL',
    domains: ['klant.example'],
    role: 'processor',
    k: 10,
    mode: 'full',
    contract_from: '2026-09-15',
    contract_to: null,
    dpa_ref: 'DPA-1',
    retention: { ...DEFAULT_RETENTION },
    seal_days: 5,
  })
  await addSource(control, NOW, {
    id: SOURCE,
    tenant_id: 'acme',
    platform: 'generic',
    supplier: 'Own',
    supplier_country: 'NL',
    transfer_basis: null,
    transfer_ref: null,
    checked_on: '2026-09-15',
    checked_by: 'officer',
    dpa_ref: 'DPA-1',
    dpa_until: '2027-12-31',
  })
  keyring = await otherKeyring()
  directory = await openDirectory(control, clock, logger)
  stored.length = 0
  entry = createEntry({
    directory,
    keyring,
    sink: { store: async (delivery) => void stored.push(delivery) },
    logger,
    maxRecords: 100,
  })
})
afterEach(async () => {
  await control.close()
  rmSync(folder, { recursive: true, force: true })
})

async function send(...records: readonly object[]) {
  const source = directory.source(SOURCE)
  if (source === null) throw new Error('there is no such source')
  const bytes = Buffer.from(records.map((record) => JSON.stringify(record)).join('\n'))
  return entry.process(source, { bytes, contentType: 'application/x-ndjson' }, NOW)
}

const leg = (n: number, more: object = {}) => ({
  leg_id: `leg-${n}`,
  start: '2026-11-20T10:00:00Z',
  address: 'jan@klant.example',
  ...more,
})

/** One column of the last delivery's rows. */
function column(name: string): unknown[] {
  const place = observationColumns.findIndex((one) => one === name)
  return (stored.at(-1)?.observations ?? []).map(({ line }) => (JSON.parse(line) as unknown[])[place])
}

describe('from the next delivery on', () => {
  test('a person who was marked is erased, another one objects, and a mark that was taken away is gone', async () => {
    await send(leg(1))
    expect(column('mark')).toEqual([null])
    const port = createKeyPort(await otherKeyring())
    const hmacs = async (text: string) => (await port.ledgerHmacs({ tenantId: 'acme', country: 'NL' }, [text])).flat()
    await addMarks(control, 'acme', { mark: 'erased', fromMs: NOW, now: NOW }, await hmacs('Jan@Klant.example'))
    await addMarks(control, 'acme', { mark: 'objected', fromMs: 0, now: NOW }, await hmacs('06-12345678'))
    const other = leg(4, { address: undefined, phone: '+31 6 1234 5678' })
    await send(leg(1), leg(2, { address: 'piet@klant.example' }), leg(3, { address: 'sip:JAN@klant.example' }), other)
    expect(column('mark')).toEqual(['erased', null, 'erased', 'objected'])
    await control.change(async (tx) => {
      await tx.deleteFrom('ledger').execute()
    })
    await send(leg(5))
    expect(column('mark')).toEqual([null])
  })

  test('a declared room is a room, with the next number of the configuration', async () => {
    await send(leg(1))
    expect([column('kind'), column('config_rev')]).toEqual([['user'], [1]])
    const room = await addRoom(
      control,
      'acme',
      { name: 'Waddenzee', aliases: ['jan@klant.example'], site: null, capacity: null },
      NOW,
    )
    await send(leg(1))
    expect([column('kind'), column('room_id'), column('config_rev')]).toEqual([['room'], [room.id], [2]])
  })

  test('a tenant that keeps rooms only keeps no person', async () => {
    await editTenant(control, 'acme', { mode: 'rooms-only' })
    await send(leg(1))
    expect(stored.at(-1)?.intake).toMatchObject({ accepted: 1, observations: 0, dropped: 1 })
  })

  test('a source that was removed after it was authenticated is not known', async () => {
    const source = directory.source(SOURCE)
    if (source === null) throw new Error('there is no such source')
    await removeSource(control, SOURCE)
    const received = { bytes: Buffer.from(JSON.stringify(leg(1))), contentType: undefined }
    await expect(entry.process(source, received, NOW)).rejects.toMatchObject({ code: 'unauthorized' })
    expect(stored).toEqual([])
  })
})

describe('months and their keys', () => {
  test('a month that another process destroys is refused from the next delivery on; the others go on', async () => {
    const october = leg(1, { start: '2026-10-10T10:00:00Z' })
    expect(await send(october)).toMatchObject({ accepted: 1 })
    const other = await otherKeyring()
    await other.destroyEpoch('acme', '2026-10' as Epoch)
    const silent = leg(2, { start: '2026-10-10T10:00:00Z', address: undefined })
    const answer = await send(october, silent, leg(3))
    expect(answer.refused).toEqual([
      { index: 0, code: 'epoch_closed', path: '' },
      { index: 1, code: 'epoch_closed', path: '' },
    ])
    expect(answer.accepted).toBe(1)
    // and it stays destroyed
    expect(await send(october)).toMatchObject({ accepted: 0 })
  })

  test('a forged time makes no key', async () => {
    await send(leg(1), leg(2, { start: '2026-12-25T10:00:00Z' }), leg(3, { start: '2026-09-01T10:00:00Z' }))
    expect(new Set(keyring.list().map(({ epoch }) => epoch))).toEqual(new Set(['', '2026-11']))
  })

  test('deliveries at the same time get the same keys', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => send(leg(n))))
    const keys = stored.flatMap(({ observations }) => observations.map((row) => row.person_key))
    expect(keys).toHaveLength(20)
    expect(new Set(keys).size).toBe(1)
  })

  test('a process that is started again gives the same rows', async () => {
    await send(leg(1))
    const again = createEntry({
      directory: await openDirectory(control, clock, logger),
      keyring: await otherKeyring(),
      sink: { store: async (delivery) => void stored.push(delivery) },
      logger,
      maxRecords: 100,
    })
    entry = again
    await send(leg(1))
    expect(stored[1]?.observations).toEqual(stored[0]?.observations)
  })
})
