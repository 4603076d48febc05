/** Rollup on an engine and a control store of its own, and what it holds afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { DEFAULT_RETENTION } from '../../schemas/control/tables.ts'
import { type Leg, leg } from '../../schemas/leg.ts'
import type { Observation } from '../../schemas/observation.ts'
import { addTenant } from '../../services/cli/admin/tenants.ts'
import { createRollup, type Rollup } from '../../services/rollup/index.ts'
import { CELL_TABLES } from '../../services/rollup/cells.ts'
import type { Engine } from '../../services/shared/clickhouse/index.ts'
import { type Control, openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { openTestEngine } from './engine.ts'
import { insertObservations } from './observations.ts'
import { byKey, derivedKey, type Tenant } from './reference/index.ts'

/** Behind everything that the tests observe, and near enough that no day of it is frozen. */
const NOW = Date.parse('2026-12-01T09:00:00Z')
const FACTS_DAYS = 500

export interface Rolled {
  readonly engine: Engine
  readonly control: Control
  readonly rollup: Rollup
  addTenant(id: string, tenant: Tenant): Promise<void>
  insert(rows: readonly Observation[]): Promise<void>
  /**
   * One run over all tenants, or one of them; what the last one had seen is not
   * looked at again for having just arrived.
   */
  run(tenantId?: string): Promise<void>
  /** Rebuilds every day from nothing. */
  runFull(tenantId?: string): Promise<void>
  /** The legs by tenant, each by day and key; with `derivedKey` in the place of the product's hash. */
  legs(): Promise<ReadonlyMap<string, readonly Leg[]>>
  /** One hash over all columns of all legs in key order. */
  hash(): Promise<string>
  /** One hash of each table of cells. */
  cellHashes(): Promise<Readonly<Record<string, string>>>
  /** Forgets everything but the tenants. From then on persons of so many legs are counted at once. */
  clear(legsAtOnce?: number): Promise<void>
  /** Moves the clock on, ms. */
  later(ms: number): void
  close(): Promise<void>
}

/**
 * @param options.cells whether cells are built as well; tests of legs alone leave them out
 * @param options.factsDays how long facts are kept
 */
export async function openRolled({ cells = false, factsDays = FACTS_DAYS } = {}): Promise<Rolled> {
  const directory = mkdtempSync(join(tmpdir(), 'avesqo-rolled-'))
  const logger = createLogger('silent')
  let now = NOW
  const clock = { now: () => now }
  const database = await openTestEngine(logger)
  const { engine } = database
  const control = await openControl(directory, clock, logger)
  // What arrived just before is not looked at again: what a run leaves out must be seen.
  const open = (legsAtOnce?: number): Rollup =>
    createRollup({
      engine,
      control,
      clock,
      logger,
      overlapMs: 0,
      cells,
      ...(legsAtOnce !== undefined && { legsAtOnce }),
    })
  let rollup = open()

  return {
    engine,
    control,
    get rollup() {
      return rollup
    },
    async addTenant(id, { zone, mode = 'full' }) {
      await addTenant(control, NOW, {
        id,
        name: id,
        zone,
        country: 'NL',
        domains: ['voorbeeld.example'],
        role: 'processor',
        k: 10,
        mode,
        contract_from: '2026-01-01',
        contract_to: null,
        dpa_ref: 'DPA-1',
        retention: { ...DEFAULT_RETENTION, facts: factsDays },
        seal_days: 5,
      })
    },
    insert: (rows) => insertObservations(engine, rows),
    later(ms) {
      now += ms
    },
    async run(tenantId) {
      await rollup.run(tenantId === undefined ? {} : { tenantId })
    },
    async runFull(tenantId) {
      await rollup.run({ full: true, ...(tenantId === undefined ? {} : { tenantId }) })
    },
    async legs() {
      const rows = z.array(leg).parse(await engine.query('SELECT * FROM call_legs'))
      return new Map([...Map.groupBy(rows, (row) => row.tenant_id)].map(([id, own]) => [id, comparable(own)]))
    },
    async hash() {
      const [row] = (await engine.query(
        `SELECT hex(sipHash128(groupArray(text))) AS hash
         FROM (SELECT toString(tuple(*)) AS text FROM call_legs ORDER BY tenant_id, day, leg_key)`,
      )) as readonly { readonly hash: string }[]
      return row?.hash ?? ''
    },
    async cellHashes() {
      const hashes: Record<string, string> = {}
      for (const table of CELL_TABLES) {
        const [row] = (await engine.query(
          `SELECT hex(sipHash128(arraySort(groupArray(sipHash128(tuple(*)))))) AS hash FROM ${table}`,
        )) as readonly { readonly hash: string }[]
        hashes[table] = row?.hash ?? ''
      }
      return hashes
    },
    async clear(legsAtOnce) {
      for (const table of ['observations', 'call_legs', 'leg_health', 'arrival_health', ...CELL_TABLES]) {
        await engine.command(`TRUNCATE TABLE ${table}`)
      }
      await control.transaction((tx) => tx.deleteFrom('watermarks').execute())
      rollup = open(legsAtOnce) // as after a start: it remembers what it has seen
    },
    async close() {
      await control.close()
      await database.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/**
 * The reference knows a derived conference by its name and first start, the product by a hash of them. The one is put in
 * the place of the other; conferences that fall together or apart by that stay as they are, so that they are seen.
 */
function comparable(legs: readonly Leg[]): readonly Leg[] {
  const derived = Map.groupBy(
    legs.filter((row) => row.conference_by === 'derived'),
    (row) => row.conference_key,
  )
  const names = new Map([...derived].map(([key, own]) => [key, nameOf(own)]))
  const unique = new Set(names.values()).size === names.size
  return legs
    .map((row) => {
      const name = row.conference_by === 'derived' && unique ? names.get(row.conference_key) : undefined
      return name === undefined ? row : { ...row, conference_key: name }
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)) || byKey(a.leg_key, b.leg_key))
}

function nameOf(legs: readonly Leg[]): ReturnType<typeof derivedKey> {
  const series = [...new Set(legs.map((row) => `${row.platform} ${row.name_key}`))].join(' and ')
  return derivedKey(series, Math.min(...legs.map((row) => row.start_ms)))
}
