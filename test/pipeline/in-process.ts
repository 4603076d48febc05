/**
 * Entry, store and rollup in the process of a test, on a directory of its own: for tests that go through many orders of
 * arrival. Bodies are what platforms send, keys are the product's own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_RETENTION } from '../../schemas/control/tables.ts'
import type { Leg } from '../../schemas/leg.ts'
import type { Mark, Platform } from '../../schemas/states.ts'
import { addMarks } from '../../services/cli/admin/marks.ts'
import { addSource } from '../../services/cli/admin/sources.ts'
import { addTenant } from '../../services/cli/admin/tenants.ts'
import { createEntry, createKeyPort, openDirectory, openKeyring, openKeys } from '../../services/ingest/index.ts'
import { createRollup } from '../../services/rollup/index.ts'
import { createSweep } from '../../services/rollup/sweep.ts'
import type { Engine } from '../../services/shared/clickhouse/index.ts'
import { openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import type { Random } from '../../services/simulator/random.ts'
import { createStore } from '../../services/store/index.ts'
import { openTestEngine } from '../support/engine.ts'
import { LEG_HASH, LEGS } from '../support/leg-hash.ts'

export interface Sent {
  readonly platform: Platform
  readonly body: string
  readonly contentType?: string | undefined
}

export interface InProcess {
  readonly engine: Engine
  /** Receives a body and stores what comes of it. */
  send(sent: Sent): Promise<void>
  /** One pass of rollup; `full` rebuilds every day. */
  roll(full?: boolean): Promise<void>
  sweep(): Promise<{ readonly deleted: number }>
  /** Marks people from the next body on. */
  mark(mark: Mark, from: string, who: readonly string[]): Promise<void>
  /** All legs, by start. */
  legs(): Promise<readonly Leg[]>
  /** One hash over all columns of all legs in the order of their keys. */
  hash(): Promise<string>
  /** As if nothing had ever arrived; tenant, keys and marks stay. */
  rewind(): Promise<void>
  close(): Promise<void>
}

interface Setting {
  /** An instant; the clock stands still there. */
  readonly now: string
  readonly tenant: { readonly id: string; readonly zone: string; readonly from: string }
  readonly platforms: readonly Platform[]
}

const TABLES = ['observations', 'intake', 'refused', 'call_legs', 'leg_health', 'arrival_health'] as const

export async function openInProcess({ now, tenant, platforms }: Setting): Promise<InProcess> {
  const logger = createLogger('silent')
  const clock = { now: () => Date.parse(now) }
  const home = mkdtempSync(join(tmpdir(), 'avesqo-in-process-'))
  const database = await openTestEngine(logger)
  const { engine } = database
  const control = await openControl(join(home, 'data'), clock, logger)
  await addTenant(control, clock.now(), {
    id: tenant.id,
    name: tenant.id,
    zone: tenant.zone,
    country: 'NL',
    domains: ['voorbeeld.example'],
    role: 'processor',
    k: 10,
    mode: 'full',
    contract_from: tenant.from,
    contract_to: null,
    dpa_ref: 'DPA-1',
    retention: { ...DEFAULT_RETENTION },
    seal_days: 5,
  })
  for (const platform of platforms) {
    await addSource(control, clock.now(), {
      id: `${tenant.id}-${platform}`,
      tenant_id: tenant.id,
      platform,
      supplier: 'Own',
      supplier_country: 'NL',
      transfer_basis: 'eea',
      transfer_ref: null,
      checked_on: tenant.from,
      checked_by: 'officer',
      dpa_ref: 'DPA-2',
      dpa_until: '2030-12-31',
    })
  }
  const keyring = await openKeyring({
    control,
    provider: openKeys(join(home, 'keys'), join(home, 'data')),
    clock,
    logger,
  })
  const directory = await openDirectory(control, clock, logger)

  const open = async () => {
    const store = await createStore({ engine, logger })
    const entry = createEntry({ directory, keyring, sink: store, logger, maxRecords: 10_000 })
    const rollup = createRollup({ engine, control, clock, logger, cells: false })
    return { entry, rollup }
  }
  let { entry, rollup } = await open()
  const one = async (sql: string): Promise<Readonly<Record<string, unknown>>> => {
    const [row] = await engine.query(sql)
    return row as Readonly<Record<string, unknown>>
  }

  return {
    engine,
    async send({ platform, body, contentType }) {
      const source = directory.source(`${tenant.id}-${platform}`)
      if (source === null) throw new Error('there is no such source')
      await entry.process(source, { bytes: Buffer.from(body), contentType }, clock.now())
    },
    async roll(full = false) {
      await rollup.run({ tenantId: tenant.id, full })
    },
    sweep: () => createSweep({ engine, control, logger }).sweep(),
    async mark(mark, from, who) {
      const port = createKeyPort(keyring)
      const hmacs = (await port.ledgerHmacs({ tenantId: tenant.id, country: 'NL' }, [...who])).flat()
      await addMarks(control, tenant.id, { mark, fromMs: Date.parse(from), now: clock.now() }, hmacs)
    },
    legs: async () => (await engine.query(LEGS)) as readonly Leg[],
    hash: async () => String((await one(LEG_HASH))['hash']),
    async rewind() {
      for (const table of TABLES) await engine.command(`TRUNCATE TABLE ${table}`)
      await control.transaction((tx) => tx.deleteFrom('watermarks').execute())
      ;({ entry, rollup } = await open())
    },
    async close() {
      await control.close()
      await database.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The same items in another order. */
export function shuffled<T>(random: Random, items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
