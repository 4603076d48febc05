/** The demo's customer in the control store: what an adviser would enter of the invented organisation. */
import type { Platform } from '../../../schemas/states.ts'
import type { Control } from '../../shared/control/index.ts'
import type { World } from '../../simulator/index.ts'
import { addRoom } from '../admin/rooms.ts'
import { addSite } from '../admin/sites.ts'
import { addSource } from '../admin/sources.ts'
import { addTenant } from '../admin/tenants.ts'
import { DEMO_EN } from '../words/demo-en.ts'
import type { DemoWords } from '../words/demo.ts'

export const ZONE = 'Europe/Amsterdam'

/** A customer of the demo. */
export interface Customer {
  readonly tenantId: string
  /** Without the word that says that it is invented. */
  readonly name: string
  readonly domain: string
}

/** The one whose meetings are compared with what really happened. */
export const LARGE: Customer = {
  tenantId: 'voorbeeld',
  name: 'Voorbeeld B.V.',
  domain: 'voorbeeld.example',
}
/** So few people work there that nothing may be published of them: its report is of rooms. */
export const SMALL: Customer = {
  tenantId: 'klein-voorbeeld',
  name: 'Klein Voorbeeld',
  domain: 'klein.example',
}
/** Before the first meeting of the longest demo. */
const CONTRACT_FROM = '2026-08-01'

export function sourceOf(tenantId: string, platform: Platform): string {
  return `${tenantId}-${platform}`
}

export interface DemoSource {
  readonly id: string
  readonly platform: Platform
  readonly secret: string
}

/**
 * @param words of the language in which it says of itself that it is invented
 * @returns the two sources with their secrets, which exist only in this process
 */
export async function foundOrganisation(
  control: Control,
  now: number,
  { tenantId, organisation, zone, country }: Pick<World, 'tenantId' | 'organisation' | 'zone' | 'country'>,
  { name }: Pick<Customer, 'name'> = LARGE,
  words: DemoWords = DEMO_EN,
): Promise<readonly DemoSource[]> {
  const { domain, sites, rooms } = organisation
  await addTenant(control, now, {
    id: tenantId,
    name: words.invented(name),
    zone,
    country,
    domains: [domain],
    role: 'processor',
    k: 10,
    mode: 'full',
    contract_from: CONTRACT_FROM,
    contract_to: null,
    dpa_ref: 'DEMO-DPA-1',
    retention: { facts: 90, cube_day: 396, intake: 396 },
    seal_days: 5,
  })
  for (const { name, ranges, labels } of sites) {
    await addSite(control, tenantId, { name, ranges: [...ranges], labels: labels.map((label) => ({ label })) })
  }
  for (const { name, alias, site, capacity } of rooms) {
    await addRoom(control, tenantId, { name, aliases: [`${alias}@${domain}`], site, capacity }, now)
  }
  const sources: DemoSource[] = []
  for (const platform of ['pexip', 'cms'] as const) {
    const id = sourceOf(tenantId, platform)
    const { secret } = await addSource(control, now, {
      id,
      tenant_id: tenantId,
      platform,
      supplier: words.supplier,
      supplier_country: 'NL',
      transfer_basis: 'eea',
      transfer_ref: null,
      checked_on: CONTRACT_FROM,
      checked_by: 'demo',
      dpa_ref: 'DEMO-DPA-2',
      dpa_until: '2027-12-31',
    })
    sources.push({ id, platform, secret })
  }
  return sources
}
