import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Source, Tenant } from '../../../schemas/control/tables.ts'
import { DEFAULT_RETENTION } from '../../../schemas/control/tables.ts'
import { addRoom } from '../../../services/cli/admin/rooms.ts'
import { addSite } from '../../../services/cli/admin/sites.ts'
import { addSource, editSource, removeSource } from '../../../services/cli/admin/sources.ts'
import { type TenantInput, addTenant, editTenant } from '../../../services/cli/admin/tenants.ts'
import { coverageGaps, coverageTerms } from '../../../services/ingest/coverage.ts'
import { DECODER_VERSION } from '../../../services/ingest/decoder-version.ts'
import { openDirectory } from '../../../services/ingest/directory.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { ACME, createCli } from '../cli/run.ts'

const NOW = Date.parse('2026-11-20T09:00:00Z')
const clock = { now: () => NOW }
const logger = createLogger('silent')
const TENANT: TenantInput = {
  id: 'acme',
  name: 'Acme',
  zone: 'Europe/Amsterdam',
  country: 'NL',
  domains: ['acme.example'],
  role: 'processor',
  k: 10,
  mode: 'full',
  contract_from: '2026-11-01',
  contract_to: '2026-11-30',
  dpa_ref: 'DPA-1',
  retention: { ...DEFAULT_RETENTION, facts: 60 },
  seal_days: 5,
}
const SOURCE = {
  id: 'pexip-acme',
  tenant_id: 'acme',
  platform: 'pexip',
  supplier: 'Example Video',
  supplier_country: 'NO',
  transfer_basis: null,
  transfer_ref: null,
  checked_on: '2026-10-20',
  checked_by: 'privacy officer',
  dpa_ref: 'DPA-1',
  dpa_until: '2027-10-31',
} as const

let folder: string
let control: Control

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-directory-'))
  control = await openControl(folder, clock, logger)
  await addTenant(control, NOW, TENANT)
})
afterEach(async () => {
  await control.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the directory', () => {
  it('gives a source with all that the entry needs of it', async () => {
    const { source, secret } = await addSource(control, NOW, SOURCE)
    const { site } = await addSite(control, 'acme', {
      name: 'Amsterdam',
      ranges: ['192.0.2.0/24'],
      labels: [{ label: 'AMS' }, { label: 'hall', source: 'pexip-acme' }],
    })
    const draft = { name: 'Board Room', aliases: ['board@acme.example'], site: 'amsterdam', capacity: 8 }
    const room = await addRoom(control, 'acme', draft, NOW)
    const directory = await openDirectory(control, clock, logger)
    const found = directory.source('pexip-acme')
    expect(found).toMatchObject({
      id: 'pexip-acme',
      tenantId: 'acme',
      platform: 'pexip',
      secretHash: source.secret_hash,
      factsDays: 60,
      contract: { fromMs: Date.parse('2026-10-31T23:00:00Z'), untilMs: Date.parse('2026-11-30T23:00:00Z') },
    })
    expect(found?.settings).toEqual({
      tenantId: 'acme',
      zone: 'Europe/Amsterdam',
      country: 'NL',
      domains: ['acme.example'],
      mode: 'full',
      sites: [
        {
          id: site.id,
          name: 'Amsterdam',
          ranges: ['192.0.2.0/24'],
          labels: [{ label: 'AMS' }, { label: 'hall', source: 'pexip-acme' }],
        },
      ],
      rooms: [{ id: room.id, name: 'Board Room', aliases: ['board@acme.example'], site: site.id }],
      configRev: 3,
    })
    expect(JSON.stringify(found)).not.toContain(secret)
    expect(directory.source('pexip-other')).toBeNull()
  })

  it('keeps the same objects until something changes, then sees it at the next call', async () => {
    await addSource(control, NOW, SOURCE)
    const directory = await openDirectory(control, clock, logger)
    const before = directory.source('pexip-acme')
    await control.transaction(async () => undefined)
    expect(directory.source('pexip-acme')).toBe(before)
    await editTenant(control, 'acme', { domains: ['acme.example', 'acme.test'] })
    expect(directory.source('pexip-acme')?.settings).toMatchObject({
      domains: ['acme.example', 'acme.test'],
      configRev: 2,
    })
    expect(before?.settings).toMatchObject({ domains: ['acme.example'], configRev: 1 })
    await removeSource(control, 'pexip-acme')
    expect(directory.source('pexip-acme')).toBeNull()
  })

  it('sees a change made by another process', async () => {
    const cli = createCli({ AVESQO_NOW: '2026-11-20T09:00:00Z' })
    await cli.json(...ACME)
    const mine = await openControl(cli.data, clock, logger)
    const directory = await openDirectory(mine, clock, logger)
    expect(directory.source('cms-acme')).toBeNull()
    expect(await cli.spawn('source', 'add', 'acme', 'cms-acme', '--platform', 'cms')).toMatchObject({ code: 0 })
    expect(directory.source('cms-acme')?.coverage()).toBe('not_covered')
    const terms = ['--supplier-country', 'NL', '--dpa', 'D', '--dpa-until', '2026-12-31', '--checked-on', '2026-10-01']
    await cli.spawn('source', 'edit', 'cms-acme', ...terms, '--checked-by', 'officer')
    expect(directory.source('cms-acme')?.coverage()).toBe('covered')
    await mine.close()
    cli.remove()
  })

  it('gives the ledger of a tenant, and of no other', async () => {
    const directory = await openDirectory(control, clock, logger)
    expect(directory.ledger('acme').size).toBe(0)
    const entry = { tenant_id: 'acme', hmac: 'a1', created_ms: NOW, expires_ms: null }
    await control.change(async (tx) => {
      await tx
        .insertInto('ledger')
        .values([
          { ...entry, mark: 'erased', from_ms: 1 },
          { ...entry, mark: 'objected', from_ms: 2 },
        ])
        .execute()
    })
    expect(directory.ledger('acme').get('a1')).toEqual([
      { mark: 'erased', fromMs: 1 },
      { mark: 'objected', fromMs: 2 },
    ])
    expect(directory.ledger('other').size).toBe(0)
  })

  it('numbers the configuration anew where the decoders have changed, once', async () => {
    await control.db
      .updateTable('tenants')
      .set({ decoder_version: DECODER_VERSION - 1 })
      .execute()
    await openDirectory(control, clock, logger)
    const directory = await openDirectory(control, clock, logger)
    expect(directory.tenant('acme')?.configRev).toBe(2)
  })

  it('says that storage is not available when the store cannot be read', async () => {
    const other = mkdtempSync(join(tmpdir(), 'avesqo-directory-'))
    const broken = await openControl(other, clock, logger)
    const directory = await openDirectory(broken, clock, logger)
    await broken.close()
    expect(() => directory.source('pexip-acme')).toThrow(expect.objectContaining({ code: 'unavailable' }))
    rmSync(other, { recursive: true, force: true })
  })
})

describe('a source is covered', () => {
  const tenant: Tenant = { ...TENANT, domains: [], config_rev: 1, decoder_version: 1, created_ms: 0 }
  const source: Source = { ...SOURCE, secret_hash: '0'.repeat(64), created_ms: 0 }
  const gaps = (at: string, ofTenant: Partial<Tenant> = {}, ofSource: Partial<Source> = {}) =>
    coverageGaps(coverageTerms({ ...tenant, ...ofTenant }, { ...source, ...ofSource }), Date.parse(at))

  it.each([
    ['the last moment before the contract', '2026-10-31T22:59:59.999Z', ['contract_not_begun']],
    ['its first moment, in the tenant’s zone', '2026-10-31T23:00:00Z', []],
    ['the last moment of its last day', '2026-11-30T22:59:59.999Z', []],
    ['24:00 of its last day', '2026-11-30T23:00:00Z', ['contract_ended']],
  ])('%s', (_, at, expected) => {
    expect(gaps(at)).toEqual(expected)
  })

  it('on a day of 25 hours until its end', () => {
    const terms = { contract_from: '2026-01-01', contract_to: '2026-10-25' }
    expect(gaps('2026-10-25T22:59:59Z', terms)).toEqual([])
    expect(gaps('2026-10-25T23:00:00Z', terms)).toEqual(['contract_ended'])
  })

  const inside = '2026-11-20T09:00:00Z'
  it.each<[string, Partial<Tenant>, Partial<Source>, readonly string[]]>([
    ['with everything in order', {}, {}, []],
    ['with a contract that has no end', { contract_to: null }, {}, []],
    ['not without an agreement with the tenant', { dpa_ref: null }, {}, ['tenant_agreement_missing']],
    ['not without an agreement for the source', {}, { dpa_ref: null }, ['source_agreement_missing']],
    ['not by an agreement without end', {}, { dpa_until: null }, ['source_agreement_missing']],
    ['on the agreement’s last day', {}, { dpa_until: '2026-11-20' }, []],
    ['not the day after', {}, { dpa_until: '2026-11-19' }, ['source_agreement_ended']],
    ['not unchecked', {}, { checked_on: null }, ['check_missing']],
    ['not checked by nobody', {}, { checked_by: null }, ['check_missing']],
    ['not by a check that is yet to come', {}, { checked_on: '2026-11-21' }, ['check_missing']],
    ['not from an unknown country', {}, { supplier_country: null }, ['supplier_missing']],
    ['not from outside the EEA without a basis', {}, { supplier_country: 'US' }, ['transfer_basis_missing']],
    [
      'not from outside the EEA by "eea"',
      {},
      { supplier_country: 'US', transfer_basis: 'eea', transfer_ref: 'x' },
      ['transfer_basis_missing'],
    ],
    [
      'not from outside the EEA by clauses that nobody can find',
      {},
      { supplier_country: 'US', transfer_basis: 'clauses', transfer_ref: null },
      ['transfer_basis_missing'],
    ],
    [
      'from outside the EEA by named clauses',
      {},
      { supplier_country: 'US', transfer_basis: 'clauses', transfer_ref: 'SCC-3' },
      [],
    ],
  ])('%s', (_, ofTenant, ofSource, expected) => {
    expect(gaps(inside, ofTenant, ofSource)).toEqual(expected)
  })

  it('until an edit ends its agreement, at once', async () => {
    await addSource(control, NOW, SOURCE)
    const directory = await openDirectory(control, clock, logger)
    expect(directory.source('pexip-acme')?.coverage(NOW)).toBe('covered')
    await editSource(control, 'pexip-acme', { dpa_until: '2026-11-19' }, false)
    expect(directory.source('pexip-acme')?.coverage(NOW)).toBe('not_covered')
  })
})
