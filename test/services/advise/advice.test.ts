/** Advice over a database and a control store: what is read, what is stored, and what becomes of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayColumns, modelStratum, monthColumns, stratum } from '../../../schemas/cube.ts'
import { DEFAULT_RETENTION } from '../../../schemas/control/tables.ts'
import type { FindingState } from '../../../schemas/finding.ts'
import { publishedRow } from '../../../schemas/published.ts'
import { advise, type AdviseInput, createAdvice, createFollowUp } from '../../../services/advise/index.ts'
import { addSource } from '../../../services/cli/admin/sources.ts'
import { addTenant } from '../../../services/cli/admin/tenants.ts'
import { createAudit } from '../../../services/privacy/index.ts'
import { MAX_INSERT_ROWS } from '../../../services/shared/clickhouse/index.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { legsOf, type Planned } from './made-legs.ts'
import { inputOf, MONTH, PROFILE_ID, TENANT } from './made-month.ts'

const NOW = Date.parse('2026-11-10T09:00:00Z')
const logger = createLogger('silent')
const clock = { now: () => NOW }

let directory: string
let database: TestEngine
let control: Control
let advice: ReturnType<typeof createAdvice>
let followUp: ReturnType<typeof createFollowUp>
let input: AdviseInput

async function insert(table: string, columns: readonly string[], rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += MAX_INSERT_ROWS) {
    const lines = rows.slice(from, from + MAX_INSERT_ROWS).map((row) => {
      const values = new Map<string, unknown>(Object.entries(row))
      return JSON.stringify(columns.map((column) => values.get(column)))
    })
    await database.engine.insertRows(table, columns, lines.join('\n'))
  }
}

/** Publishes a month of a tenant with these figures as the next revision. */
async function publish(
  tenantId: string,
  revision: number,
  figures: AdviseInput['figures'],
  month = MONTH,
): Promise<void> {
  const own = { tenant_id: tenantId, month: `${month}-01`, revision }
  await insert(
    'published',
    Object.keys(publishedRow.shape),
    figures.map((row) => ({ ...row, ...own })),
  )
  await control.transaction(async (tx) => {
    const period = {
      tenant_id: tenantId,
      month,
      state: 'sealed',
      revision,
      changed_ms: NOW,
      reason: null,
    } as const
    await tx
      .insertInto('publications')
      .values({
        tenant_id: tenantId,
        month,
        revision,
        sealed_ms: NOW,
        k: 10,
        profile: PROFILE_ID,
        code_version: 'test',
        watermark_ms: NOW,
        safe: 1,
        folds: '{}',
        protocol: '[]',
        rules: '[]',
      })
      .execute()
    await tx
      .insertInto('periods')
      .values(period)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'month']).doUpdateSet({ revision }))
      .execute()
  })
}

const plan = (leg: Planned): Planned =>
  leg.site === 'b' ? { ...leg, rates: { ...leg.rates, poor: leg.day < MONTH ? 0.04 : 0.2, failed: 0.12 } } : leg

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'avesqo-advice-'))
  database = await openTestEngine(logger)
  control = await openControl(directory, clock, logger)
  const audit = createAudit(control, clock)
  const parts = { control, clock, audit: (...entry: Parameters<typeof audit.write>) => audit.write(...entry) }
  advice = createAdvice({ engine: database.engine, logger, ...parts })
  followUp = createFollowUp(parts)
  for (const id of [TENANT, 'other']) {
    await addTenant(control, NOW, {
      id,
      name: id,
      zone: 'Europe/Amsterdam',
      country: 'NL',
      domains: [],
      role: 'processor',
      k: 10,
      mode: 'full',
      contract_from: '2026-01-01',
      contract_to: null,
      dpa_ref: null,
      retention: DEFAULT_RETENTION,
      seal_days: 5,
    })
  }
  await addSource(control, NOW, {
    id: 'pexip-1',
    tenant_id: TENANT,
    platform: 'pexip',
    supplier: null,
    supplier_country: null,
    transfer_basis: null,
    transfer_ref: null,
    checked_on: null,
    checked_by: null,
    dpa_ref: null,
    dpa_until: null,
  })
  const health = [{ source: 'pexip-1', day: '2026-10-02', legs: 7 }]
  input = inputOf(legsOf({ seed: 7, meetings: 8, from: '2026-09-01', plan }), { health })
  // Another tenant's rows of the same month say something else; they must not be seen.
  for (const tenant_id of [TENANT, 'other']) {
    const site = (row: { readonly site: string }) => (tenant_id === TENANT ? row.site : 'elsewhere')
    const own = { tenant_id, month: `${MONTH}-01` }
    const cells = input.cells.filter(({ cut }) => tenant_id === TENANT || cut === 'site')
    const strata = input.strata.map((row) => ({ ...row, tenant_id, site: site(row) }))
    const models = input.modelStrata.map((row) => ({ ...row, tenant_id, site: site(row) }))
    await insert(
      'cube_month',
      monthColumns,
      cells.map((row) => ({ ...row, ...own })),
    )
    await insert('strata', Object.keys(stratum.shape), strata)
    await insert('strata_models', Object.keys(modelStratum.shape), models)
  }
  await insert(
    'leg_health',
    ['tenant_id', 'day', 'hour_ms', 'source_id', 'legs'],
    [3, 4].map((legs) => ({ tenant_id: TENANT, day: '2026-10-02', hour_ms: legs, source_id: 'pexip-1', legs })),
  )
  await insert(
    'cube_day',
    dayColumns,
    input.days.map((row) => ({ ...row, tenant_id: TENANT, month: `${row.day.slice(0, 7)}-01` })),
  )
  await publish(TENANT, 1, input.figures)
  for (const [month, figures] of input.published) await publish(TENANT, 1, figures, month)
})

afterAll(async () => {
  await control.close()
  await database.close()
  rmSync(directory, { recursive: true, force: true })
})

describe('a month that was published', () => {
  let expected: ReturnType<typeof advise>
  beforeEach(async () => {
    expected = advise(input)
    await control.transaction(async (tx) => {
      await tx.deleteFrom('findings').execute()
    })
  })

  test('is advised on as its rows say, and stored', async () => {
    expect(expected.findings.map(({ rule, value }) => [rule, value])).toEqual(
      expect.arrayContaining([
        ['A01', 'b'],
        ['A08', 'b'],
        ['E03', 'b'],
      ]),
    )
    expect(await advice.adviseMonth(TENANT, MONTH, 1)).toEqual(expected.results)
    const rows = await followUp.findingsOf(TENANT, MONTH)
    expect(rows.map(({ content }) => content)).toEqual(expected.findings.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    expect(rows.every(({ state }) => state === 'new')).toBe(true)
    expect(await followUp.findingsOf('other', MONTH)).toEqual([])
  })

  test('again gives the same, and what is followed up stays so', async () => {
    await advice.adviseMonth(TENANT, MONTH, 1)
    const before = await followUp.findingsOf(TENANT, MONTH)
    const [first] = before
    await followUp.changeState(TENANT, first?.id ?? '', 'accepted', 'operator')
    await advice.adviseMonth(TENANT, MONTH, 1)
    const after = await followUp.findingsOf(TENANT, MONTH)
    expect(after.map(({ content }) => content)).toEqual(before.map(({ content }) => content))
    expect(after.filter(({ state }) => state === 'accepted').map(({ id }) => id)).toEqual([first?.id])
  })

  test('gives only what the newest revision has; what was followed up of an earlier one is kept', async () => {
    await advice.adviseMonth(TENANT, MONTH, 1)
    const accepted = (await followUp.findingsOf(TENANT, MONTH)).find(({ rule }) => rule === 'E03')?.id ?? ''
    await followUp.changeState(TENANT, accepted, 'accepted', 'operator')
    // In the second revision site b is folded.
    await publish(
      TENANT,
      2,
      input.figures.filter(({ v1 }) => v1 !== 'b'),
    )
    await expect(advice.adviseMonth(TENANT, MONTH, 1)).rejects.toThrow('what is published')
    await advice.adviseMonth(TENANT, MONTH, 2)
    const rows = await followUp.findingsOf(TENANT, MONTH)
    expect(rows.filter(({ content }) => content.value === 'b')).toEqual([])
    const stored = await control.db.selectFrom('findings').select(['id', 'state']).where('revision', '=', 1).execute()
    expect(stored).toEqual([{ id: accepted, state: 'accepted' }])
    await control.transaction(async (tx) => {
      await tx.deleteFrom('publications').where('revision', '=', 2).execute()
      await tx.updateTable('periods').set({ revision: 1 }).execute()
    })
  })

  test('goes from state to state only as the contract says, and each step is in the audit log', async () => {
    await advice.adviseMonth(TENANT, MONTH, 1)
    const id = (await followUp.findingsOf(TENANT, MONTH))[0]?.id ?? ''
    const to = async (state: FindingState) => (await followUp.changeState(TENANT, id, state, 'operator')).outcome
    expect(await to('done')).toBe('not_allowed')
    expect(await to('accepted')).toBe('changed')
    expect(await to('planned')).toBe('changed')
    expect(await to('new')).toBe('not_allowed')
    expect(await to('done')).toBe('changed')
    expect(await to('verified')).toBe('not_allowed') // it follows from what is measured
    expect((await followUp.findingsOf(TENANT, MONTH))[0]?.state).toBe('done')
    const told = await control.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'finding_changed')
      .orderBy('seq')
      .execute()
    expect(told.slice(-3).map(({ detail }) => (JSON.parse(detail) as { state: string }).state)).toEqual([
      'accepted',
      'planned',
      'done',
    ])
  })

  test("is no other tenant's to change", async () => {
    await advice.adviseMonth(TENANT, MONTH, 1)
    const id = (await followUp.findingsOf(TENANT, MONTH))[0]?.id ?? ''
    expect(await followUp.changeState('other', id, 'accepted', 'operator')).toEqual({ outcome: 'unknown' })
    expect((await followUp.findingsOf(TENANT, MONTH))[0]?.state).toBe('new')
  })
})
