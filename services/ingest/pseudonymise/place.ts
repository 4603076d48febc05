/**
 * The site of an observation, first that applies (design, section 5): the declared room's site; the IP address in a
 * site's ranges (longest prefix; a tie between sites is `ambiguous`); the source's label; `remote` if there was an IP
 * address. The address is used here and goes no further.
 */
import type { SiteBy } from '../../../schemas/states.ts'
import type { Site, TenantSettings } from '../settings.ts'
import { folded } from './canonicalise/text.ts'
import { type Ip, parseIp } from './place/ip.ts'
import { createRangeTable, type RangeTable } from './place/ranges.ts'
import { Recent } from './recent.ts'

interface Place {
  /** Site id, `ambiguous`, `remote`, or null where nothing is known. */
  readonly site: string | null
  readonly site_by: SiteBy | null
}

/** What a record says about where its far end was. */
export interface PlaceQuestion {
  /** The declared room at the far end. */
  readonly room: { readonly site: string | null } | null
  readonly ip: string | null
  readonly label: string | null
  readonly sourceId: string
}

export interface Places {
  place(question: PlaceQuestion): Place
}

const NOWHERE: Place = { site: null, site_by: null }
const REMOTE: Place = { site: 'remote', site_by: 'remote' }
const AMBIGUOUS = 'ambiguous'

/**
 * Prepares a tenant's sites for look-up.
 *
 * @throws UserError when a site's range is no CIDR range
 */
export function createPlaces(settings: Pick<TenantSettings, 'sites'>): Places {
  const ranges = createRangeTable(settings.sites, AMBIGUOUS)
  const labels = labelMap(settings.sites)
  const recent = new Recent<{ readonly site: string | null; readonly ip: boolean }>(4096)

  const siteOfIp = (text: string): { readonly site: string | null; readonly ip: boolean } => {
    const known = recent.get(text)
    if (known !== undefined) return known
    const found = lookUp(ranges, parseIp(text))
    if (text.length <= 64) recent.set(text, found)
    return found
  }

  return {
    place({ room, ip, label, sourceId }) {
      if (room !== null && room.site !== null) return { site: room.site, site_by: 'room' }
      const byIp = ip === null ? null : siteOfIp(ip)
      if (byIp !== null && byIp.site !== null) return { site: byIp.site, site_by: 'ip' }
      if (label !== null && labels.size > 0) {
        const word = folded(label)
        const site = labels.get(`${sourceId} ${word}`) ?? labels.get(` ${word}`)
        if (site !== undefined) return { site, site_by: 'label' }
      }
      return byIp?.ip === true ? REMOTE : NOWHERE
    },
  }
}

/** An address that no machine can be reached at, and that is in no site's range, says nothing of a place. */
function lookUp(ranges: RangeTable, ip: Ip | null): { site: string | null; ip: boolean } {
  if (ip === null) return { site: null, ip: false }
  const site = ranges.find(ip)
  return { site, ip: site !== null || !ip.local }
}

/** By `source word`, and by ` word` for labels that hold in every source; source ids have no blank. */
function labelMap(sites: readonly Site[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const site of sites) {
    for (const { label, source } of site.labels) {
      const key = `${source ?? ''} ${folded(label)}`
      const other = map.get(key)
      map.set(key, other === undefined || other === site.id ? site.id : AMBIGUOUS)
    }
  }
  return map
}
