/**
 * The configuration of a tenant as `avesqo tenant export` prints it and `avesqo explain --config` reads it: what
 * decides how a record is decoded, without anything of contracts, sources or secrets. A file written by hand may leave
 * out what it does not need.
 */
import { z } from 'zod'
import { TENANT_MODES } from './tables.ts'
import { aliasText, capacity, cidr, country, displayName, domain, labelText, siteName, slug, zone } from './values.ts'

/** Without a configuration: the house's own country, nothing declared. */
export const DEFAULT_ZONE = 'Europe/Amsterdam'
export const DEFAULT_COUNTRY = 'NL'

/** Strict: another file given by mistake must not pass as a customer about whom nothing is declared. */
export const tenantExport = z.strictObject({
  tenant: z
    .object({
      zone: zone.default(DEFAULT_ZONE),
      country: country.default(DEFAULT_COUNTRY),
      domains: z.array(domain).default([]),
      mode: z.enum(TENANT_MODES).default('full'),
    })
    .prefault({}),
  sites: z
    .array(
      z.object({
        name: siteName,
        ranges: z.array(cidr).default([]),
        /** A plain text, or `{label, source}` where the label means this site in one source only. */
        labels: z.array(z.union([labelText, z.object({ label: labelText, source: slug.optional() })])).default([]),
      }),
    )
    .default([]),
  rooms: z
    .array(
      z.object({
        name: displayName,
        aliases: z.array(aliasText).default([]),
        /** Name of its site. */
        site: displayName.nullable().default(null),
        capacity: capacity.nullable().default(null),
      }),
    )
    .default([]),
})
export type TenantExport = z.output<typeof tenantExport>
