/**
 * Months of meetings made by hand, through rollup and sealing on an engine and a control store of their own. The clock is
 * the test's.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tenant } from '../../schemas/control/tables.ts'
import type { Observation } from '../../schemas/observation.ts'
import { addTenant } from '../../services/cli/admin/tenants.ts'
import type { Sealing } from '../../services/disclosure/index.ts'
import { composeSealing } from '../../services/processes/sealing.ts'
import { createRollup, type Rollup } from '../../services/rollup/index.ts'
import type { Engine } from '../../services/shared/clickhouse/index.ts'
import { type Control, openControl } from '../../services/shared/control/index.ts'
import { AppError } from '../../services/shared/errors.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { openTestEngine, rowsOf } from './engine.ts'
import { type Given, insertObservations, observe } from './observations.ts'

const ZONE = 'Europe/Amsterdam'
const logger = createLogger('silent')

/** A group that meets: who, where, with what. */
export interface Group {
  /** Persons are named by the group and their number, from 0. */
  readonly name: string
  readonly persons: number
  readonly site: string
  readonly more?: Omit<Partial<Given>, 'at'>
}

interface Meetings {
  readonly tenant: string
  /** Local days (winter time of ZONE). */
  readonly days: readonly string[]
  readonly groups: readonly Group[]
  /** Meetings a day; each has one leg of everybody. */
  readonly times?: number
}

/** The legs of meetings of 30 minutes, from 09:00 on. */
export function meetings({ tenant, days, groups, times = 2 }: Meetings): readonly Observation[] {
  return days.flatMap((day) =>
    Array.from({ length: times }, (_, time) => 9 + time).flatMap((hour) =>
      groups.flatMap(({ name, persons, site, more }) =>
        Array.from({ length: persons }, (_, person) =>
          leg(tenant, `${day} ${hour} ${name} ${person}`, {
            at: `${day}T${String(hour).padStart(2, '0')}:00:00+01:00`,
            conference: `${tenant} ${day} ${hour} ${name} ${Math.floor(person / 8)}`,
            person: `${tenant} ${name} ${person}`,
            site,
            ...more,
          }),
        ),
      ),
    ),
  )
}

/** One leg of 30 minutes that states start and end. */
export function leg(tenant: string, subject: string, given: Partial<Given> & { readonly at: string }): Observation {
  const start = Date.parse(String(given.start ?? given.at))
  return observe({
    tenant_id: tenant,
    subject: `${tenant} ${subject}`,
    event: 'end',
    start,
    end: start + 30 * 60_000,
    kind: 'user',
    end_class: 'normal_self',
    vendor: 'Example',
    model: 'App',
    software: '1.0',
    ...given,
  })
}

export interface Publishing {
  readonly engine: Engine
  readonly control: Control
  readonly rollup: Rollup
  readonly sealing: Sealing
  /** Sealing that fails at its nth write, as if the process had been killed there. */
  failingAt(nth: number): Sealing
  readonly clock: { now(): number }
  /** Sets the clock. @param instant ISO 8601 with zone */
  at(instant: string): void
  addTenant(id: string, change?: Partial<Tenant>): Promise<void>
  insert(rows: readonly Observation[]): Promise<void>
  /** Rows of a table as text, in order: equal texts are equal tables. */
  table(name: string, where?: string): Promise<readonly string[]>
  /** What the audit log says about a tenant. */
  audited(tenant: string): Promise<readonly string[]>
  close(): Promise<void>
}

export async function openPublishing(now: string): Promise<Publishing> {
  const directory = mkdtempSync(join(tmpdir(), 'avesqo-publishing-'))
  let nowMs = Date.parse(now)
  const clock = { now: () => nowMs }
  const database = await openTestEngine(logger)
  const { engine } = database
  const control = await openControl(directory, clock, logger)
  const rollup = createRollup({ engine, control, clock, logger, overlapMs: 0 })
  return {
    engine,
    control,
    rollup,
    clock,
    sealing: composeSealing({ engine, control, clock, logger, rollup }),
    failingAt(nth) {
      let writes = 0
      const counted = async <T>(write: () => Promise<T>): Promise<T> => {
        writes += 1
        if (writes === nth) throw new AppError('unavailable')
        return write()
      }
      const failing: Engine = {
        ...engine,
        work: (...asked) => counted(() => engine.work(...asked)),
        insertRows: (...asked) => counted(() => engine.insertRows(...asked)),
      }
      const refusing: Control = { ...control, transaction: (work) => counted(() => control.transaction(work)) }
      return composeSealing({ engine: failing, control: refusing, clock, logger, rollup })
    },
    at(instant) {
      nowMs = Date.parse(instant)
    },
    async addTenant(id, change = {}) {
      await addTenant(control, nowMs, {
        id,
        name: id,
        zone: ZONE,
        country: 'NL',
        domains: ['voorbeeld.example'],
        role: 'processor',
        k: 10,
        mode: 'full',
        contract_from: '2026-01-01',
        contract_to: null,
        dpa_ref: 'DPA-1',
        retention: { facts: 90, cube_day: 396, intake: 396 },
        seal_days: 5,
        ...change,
      })
    },
    insert: (rows) => insertObservations(engine, rows),
    async table(name, where = '1') {
      const rows = await rowsOf<{ text: string }>(
        engine,
        `SELECT toString(tuple(*)) AS text FROM ${name} WHERE ${where} ORDER BY text`,
      )
      return rows.map(({ text }) => text)
    },
    async audited(tenant) {
      const rows = await control.db
        .selectFrom('audit')
        .select(['actor', 'action', 'detail'])
        .where('tenant_id', '=', tenant)
        .orderBy('seq')
        .execute()
      return rows.map(({ actor, action, detail }) => `${actor} ${action} ${detail}`)
    },
    async close() {
      await control.close()
      await database.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
