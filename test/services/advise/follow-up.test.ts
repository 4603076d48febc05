/** States, notes and their history: what is stored together, what is refused, and what stays out of the audit log. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_RETENTION } from '../../../schemas/control/tables.ts'
import { type Note, noteText } from '../../../schemas/control/values.ts'
import { createFollowUp, type FollowUp } from '../../../services/advise/index.ts'
import { writeFindings } from '../../../services/advise/stored.ts'
import { createAudit } from '../../../services/privacy/index.ts'
import { addTenant } from '../../../services/cli/admin/tenants.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'

const NOW = Date.parse('2026-11-10T10:00:00Z')
const ID = '00000000-0000-8000-8000-000000000001'
const OFFICER = '3f0b6c1e-0000-4000-8000-000000000000'

let directory: string
let control: Control
let now: number
let auditFails: boolean
let followUp: FollowUp

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'avesqo-follow-up-'))
  now = NOW
  auditFails = false
  const clock = { now: () => now }
  control = await openControl(directory, clock, createLogger('silent'))
  const audit = createAudit(control, clock)
  followUp = createFollowUp({
    control,
    clock,
    audit: async (entry, tx) => {
      if (auditFails) throw new Error('no audit')
      await audit.write(entry, tx)
    },
  })
  for (const id of ['acme', 'other']) {
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
  const row = { id: ID, tenant_id: 'acme', month: '2026-10', revision: 1, rule: 'A01' as const, content: CONTENT }
  await control.transaction(async (tx) => {
    await tx
      .insertInto('findings')
      .values({ ...row, state: 'new', state_ms: NOW })
      .execute()
  })
})

afterEach(async () => {
  await control.close()
  rmSync(directory, { recursive: true, force: true })
})

const CONTENT = JSON.stringify({
  id: ID,
  tenant_id: 'acme',
  month: '2026-10',
  revision: 1,
  rule: 'A01',
  rule_version: 1,
  profile: 'avesqo-1',
  dimension: 'site',
  value: 'b',
  value2: '',
  population: 'people',
  outcome: 'measured',
  group: { value: 70, low: 50, high: 90, size: 1_000 },
  reference: null,
  test: { code: 'T3', q: '< 0.05', family: 5, n_eff: 1_400 },
  effect: null,
  impact: { unit: 'poor_hours', value: 24, low: 8 },
  since: null,
  since_low: null,
  since_high: null,
  confidence: 'strong',
  causes: [],
})

const note = (text: string): Note => noteText.parse(text)
const audited = () => control.db.selectFrom('audit').select(['actor', 'action', 'detail']).orderBy('seq').execute()
const stateOf = async () => (await control.db.selectFrom('findings').select('state').executeTakeFirst())?.state

describe('the history of a finding', () => {
  test('holds each state and each note in their order, with who and when', async () => {
    await followUp.addNote('acme', ID, 'operator', note('supplier asked'))
    now += 1
    await followUp.changeState('acme', ID, 'accepted', OFFICER)
    now += 1
    await followUp.changeState('acme', ID, 'planned', OFFICER, note('in <b>week</b> 50'))
    const of = { finding_id: ID, tenant_id: 'acme' }
    expect(await followUp.historyOf('acme', ID)).toEqual([
      { ...of, number: 1, at_ms: NOW, actor: 'operator', from_state: 'new', to_state: 'new', note: 'supplier asked' },
      { ...of, number: 2, at_ms: NOW + 1, actor: OFFICER, from_state: 'new', to_state: 'accepted', note: null },
      {
        ...of,
        number: 3,
        at_ms: NOW + 2,
        actor: OFFICER,
        from_state: 'accepted',
        to_state: 'planned',
        note: 'in <b>week</b> 50',
      },
    ])
  })

  test('is named in the audit log by ids and words; what was noted is not in it', async () => {
    await followUp.changeState('acme', ID, 'rejected', OFFICER, note('costs too much'))
    await followUp.addNote('acme', ID, OFFICER, note('asked again'))
    expect(await audited()).toEqual([
      {
        actor: OFFICER,
        action: 'finding_changed',
        detail: JSON.stringify({ finding: ID, rule: 'A01', state: 'rejected' }),
      },
      { actor: OFFICER, action: 'finding_noted', detail: JSON.stringify({ finding: ID, rule: 'A01' }) },
    ])
  })

  test('holds why a finding was rejected: without a reason it is not', async () => {
    expect(await followUp.changeState('acme', ID, 'rejected', OFFICER)).toEqual({ outcome: 'note_missing' })
    expect([await stateOf(), await followUp.historyOf('acme', ID), await audited()]).toEqual(['new', [], []])
    // What may not follow at all is told first: a note would not help.
    await followUp.changeState('acme', ID, 'rejected', OFFICER, note('costs too much'))
    expect((await followUp.changeState('acme', ID, 'rejected', OFFICER)).outcome).toBe('not_allowed')
  })

  test('gets nothing where the audit log cannot be written, and where a state may not follow', async () => {
    expect((await followUp.changeState('acme', ID, 'done', 'operator', note('done'))).outcome).toBe('not_allowed')
    auditFails = true
    await expect(followUp.changeState('acme', ID, 'accepted', 'operator', note('yes'))).rejects.toThrow('no audit')
    await expect(followUp.addNote('acme', ID, 'operator', note('yes'))).rejects.toThrow('no audit')
    expect(await followUp.historyOf('acme', ID)).toEqual([])
    expect(await stateOf()).toBe('new')
  })

  test("is no other tenant's to read or to add to", async () => {
    await followUp.addNote('acme', ID, 'operator', note('ours'))
    expect(await followUp.addNote('other', ID, 'operator', note('theirs'))).toEqual({ outcome: 'unknown' })
    expect(await followUp.historyOf('other', ID)).toEqual([])
    expect(await followUp.historyOf('acme', ID)).toHaveLength(1)
  })

  test('keeps a finding that is found no more; without it, a new one goes', async () => {
    const again = { tenantId: 'acme', month: '2026-10', findings: [], now: NOW }
    await followUp.addNote('acme', ID, 'operator', note('being looked into'))
    await writeFindings(control, again)
    expect(await stateOf()).toBe('new')
    await control.transaction(async (tx) => {
      await tx.deleteFrom('finding_changes').execute()
    })
    await writeFindings(control, again)
    expect(await stateOf()).toBeUndefined()
  })
})

describe('a note', () => {
  test('is one line without what cannot be seen', () => {
    expect(note('  first\r\nsecond\t\u202Ethird\u200B ')).toBe('first second third')
    expect(note('e\u0301'.repeat(500))).toBe('\u00E9'.repeat(500))
  })

  test.each([
    ['', 'must not be empty'],
    [' \n\u200B', 'must not be empty'],
    ['a'.repeat(501), 'must be at most 500 characters'],
    ['bell\u0007', 'must not hold control characters'],
    ['\u001B[31mred', 'must not hold control characters'],
    ['next\u0085line', 'must not hold control characters'],
    ['\u2800', 'must hold a letter or a digit'],
    ['\u3164\u115F', 'must not be empty'],
    [' . ', 'must hold a letter or a digit'],
  ])('%j is refused', (text, why) => {
    expect(noteText.safeParse(text).error?.issues[0]?.message).toBe(why)
  })

  test('too long is refused by the store itself', async () => {
    const write = control.transaction(async (tx) => {
      const states = { from_state: 'new', to_state: 'new' } as const
      const row = { finding_id: ID, number: 1, tenant_id: 'acme', at_ms: NOW, actor: 'operator', ...states }
      await tx
        .insertInto('finding_changes')
        .values({ ...row, note: 'a'.repeat(501) })
        .execute()
    })
    await expect(write).rejects.toThrow('CHECK')
  })
})
