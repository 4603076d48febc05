/** The demo's customer: an invented organisation with two sites, two shared rooms and two platforms. */
import type { Platform } from '../../../schemas/states.ts'
import type { Control } from '../../shared/control/index.ts'
import { DOMAIN } from '../../simulator/index.ts'
import { addRoom } from '../admin/rooms.ts'
import { addSite } from '../admin/sites.ts'
import { addSource } from '../admin/sources.ts'
import { addTenant } from '../admin/tenants.ts'

export const TENANT = 'voorbeeld'

export interface DemoSource {
  readonly id: string
  readonly platform: Platform
  readonly secret: string
}

/** @returns the two sources with their secrets, which exist only in this process */
export async function foundOrganisation(control: Control, now: number): Promise<readonly DemoSource[]> {
  await addTenant(control, now, {
    id: TENANT,
    name: 'Voorbeeld B.V. (invented)',
    zone: 'Europe/Amsterdam',
    country: 'NL',
    domains: [DOMAIN],
    role: 'processor',
    k: 10,
    mode: 'full',
    contract_from: '2026-10-01',
    contract_to: null,
    dpa_ref: 'DEMO-DPA-1',
    retention: { facts: 90, cube_day: 396, intake: 396 },
    seal_days: 5,
  })
  await addSite(control, TENANT, {
    name: 'Utrecht',
    ranges: ['198.51.100.0/24'],
    labels: [{ label: 'Utrecht-DMZ' }],
  })
  await addSite(control, TENANT, { name: 'Groningen', ranges: ['203.0.113.0/26'], labels: [] })
  await addRoom(
    control,
    TENANT,
    { name: 'Waddenzee', aliases: [`waddenzee@${DOMAIN}`], site: 'Utrecht', capacity: 12 },
    now,
  )
  await addRoom(control, TENANT, { name: 'Veluwe', aliases: [`veluwe@${DOMAIN}`], site: 'Groningen', capacity: 6 }, now)
  const sources: DemoSource[] = []
  for (const platform of ['pexip', 'cms'] as const) {
    const id = `demo-${platform}`
    const { secret } = await addSource(control, now, {
      id,
      tenant_id: TENANT,
      platform,
      supplier: 'the organisation’s own server (invented)',
      supplier_country: 'NL',
      transfer_basis: 'eea',
      transfer_ref: null,
      checked_on: '2026-10-01',
      checked_by: 'demo',
      dpa_ref: 'DEMO-DPA-2',
      dpa_until: '2027-12-31',
    })
    sources.push({ id, platform, secret })
  }
  return sources
}
