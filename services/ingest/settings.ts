/**
 * What the entry needs to know of a tenant: read from the control store (or, in `avesqo explain`, from a file), held
 * in memory, replaced as a whole when it changes.
 */
export interface Site {
  /** Stands in observations. In `avesqo explain` it is the name itself. */
  readonly id: string
  readonly name: string
  /** CIDR ranges, IPv4 or IPv6. */
  readonly ranges: readonly string[]
  /** Words by which a platform names the place (Pexip system location, Cisco call bridge). */
  readonly labels: readonly SiteLabel[]
}

export interface SiteLabel {
  readonly label: string
  /** Source id; absent = the label means this site in every source. */
  readonly source?: string
}

/** A room that the customer declared as shared. */
interface Room {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Id of its site. */
  readonly site: string | null
}

type TenantMode = 'full' | 'rooms-only'

export interface TenantSettings {
  readonly tenantId: string
  /** IANA zone; epochs and contract days are counted in it. */
  readonly zone: string
  /** ISO 3166 alpha-2; how national telephone numbers are read. */
  readonly country: string
  /** The tenant's own mail and SIP domains, lower case, ASCII form. */
  readonly domains: readonly string[]
  readonly mode: TenantMode
  readonly sites: readonly Site[]
  readonly rooms: readonly Room[]
  /** Grows with each change of sites, rooms, domains and with each new decoder version. */
  readonly configRev: number
}
