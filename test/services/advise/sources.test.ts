/** Of which sources it may be said that they fell silent: none whose silence is that of a group which is not shown. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DEFAULT_RETENTION } from '../../../schemas/control/tables.ts'
import type { Figure } from '../../../schemas/published.ts'
import { tellableSources } from '../../../services/advise/sources.ts'
import { addSource } from '../../../services/cli/admin/sources.ts'
import { addTenant } from '../../../services/cli/admin/tenants.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'

const NOW = Date.parse('2026-11-10T09:00:00Z')
let directory: string
let control: Control

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'avesqo-sources-'))
  control = await openControl(directory, { now: () => NOW }, createLogger('silent'))
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
})
beforeEach(async () => {
  await control.transaction(async (tx) => {
    await tx.deleteFrom('sources').execute()
  })
  await source('other-1', 'cms', 'other')
})
afterAll(async () => {
  await control.close()
  rmSync(directory, { recursive: true, force: true })
})

async function source(id: string, platform: 'pexip' | 'cms', tenant_id = 'acme'): Promise<void> {
  const nothing = { supplier: null, supplier_country: null, transfer_basis: null, transfer_ref: null }
  const unchecked = { checked_on: null, checked_by: null, dpa_ref: null, dpa_until: null }
  await addSource(control, NOW, { id, tenant_id, platform, ...nothing, ...unchecked })
}

const shown = (v1: string, mark: Figure['mark'] = 'shown'): Figure => ({
  population: 'people',
  cut: 'platform',
  v1,
  v2: '',
  measure: 'legs',
  mark,
  value: mark === 'few' ? null : 100,
  low: null,
  high: null,
  kept: false,
})
const told = async (...figures: readonly Figure[]) => [...(await tellableSources(control, 'acme', figures))].toSorted()

test('the only source of a tenant may be named, whatever is shown: its silence is the tenant’s', async () => {
  await source('pexip-1', 'pexip')
  expect(await told()).toEqual(['pexip-1'])
})

test('of several sources, only the one source of a platform that is shown by its name', async () => {
  await source('pexip-1', 'pexip')
  await source('cms-1', 'cms')
  expect(await told(shown('pexip'), shown('cms'))).toEqual(['cms-1', 'pexip-1'])
  expect(await told(shown('pexip'), shown('other'))).toEqual(['pexip-1'])
  expect(await told(shown('pexip'), shown('cms', 'few'))).toEqual(['pexip-1'])
  expect(await told()).toEqual([])
  await source('pexip-2', 'pexip')
  expect(await told(shown('pexip'), shown('cms'))).toEqual(['cms-1'])
})
