/** Settings of a tenant from the file that `avesqo tenant export` writes, for `avesqo explain`. */
import { type TenantExport, tenantExport } from '../../schemas/control/export.ts'
import { normaliseCidr } from '../shared/control/cidr.ts'
import { UserError } from '../shared/errors.ts'
import type { SiteLabel, TenantSettings } from './settings.ts'

/**
 * @param config the configuration; null: the house's own country, no sites, no rooms
 * @returns settings in which sites and rooms are known by their names
 * @throws UserError when a room names a site that is not in the configuration
 */
export function settingsOfExport(config: TenantExport | null): TenantSettings {
  const { tenant, sites, rooms } = config ?? tenantExport.parse({})
  const { zone, country, domains, mode } = tenant
  const names = new Set(sites.map((site) => site.name))
  const lost = rooms.find((room) => room.site !== null && !names.has(room.site))
  if (lost !== undefined) {
    throw new UserError(`Room "${lost.name}" is at site "${lost.site ?? ''}", which the configuration does not have.`)
  }
  return {
    tenantId: 'explain',
    zone,
    country,
    domains,
    mode,
    sites: sites.map((site) => ({
      id: site.name,
      name: site.name,
      ranges: site.ranges.map((range) => normaliseCidr(range)?.text ?? range),
      labels: site.labels.map(labelOf),
    })),
    rooms: rooms.map((room) => ({ id: room.name, name: room.name, aliases: room.aliases, site: room.site })),
    configRev: 0,
  }
}

function labelOf(label: TenantExport['sites'][number]['labels'][number]): SiteLabel {
  if (typeof label === 'string') return { label }
  return label.source === undefined ? { label: label.label } : { label: label.label, source: label.source }
}
