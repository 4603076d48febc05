/** Rows of the tables of accounts, columns in the order of the migration, and the values that they hold. */
import { z } from 'zod'
import { ACCOUNT_ROLES } from '../accounts.ts'
import { displayName, localDay, slug } from './values.ts'

/** Milliseconds since 1970 UTC. */
const instant = z.number().int()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)
const language = z.enum(['nl', 'en'])

/**
 * An e-mail address or a name, in lower case. ASCII alone: two letters that look alike would be two logins that look
 * alike.
 */
export const loginName = z
  .string()
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9._%+'@-]{2,253}$/u,
        "must be an e-mail address or a name of 3 to 254 letters, digits and . _ % + ' @ -",
      ),
  )

/** What a token is for, in words of its owner. */
export const tokenLabel = displayName

/** An account, or the command line. */
const appointer = z.union([z.uuid(), z.literal('operator')])

export const accountRow = z.strictObject({
  id: z.uuid(),
  role: z.enum(ACCOUNT_ROLES),
  login: z.string().nullable(),
  name: displayName.nullable(),
  language,
  password: z.string().nullable(),
  appointed_by: appointer,
  created_ms: instant,
  expires_day: localDay.nullable(),
  attested_ms: instant,
  last_login_ms: instant.nullable(),
  ended_ms: instant.nullable(),
})

export const accountTenantRow = z.strictObject({ account_id: z.uuid(), tenant_id: slug })

export const invitationRow = z.strictObject({
  token_hash: sha256,
  kind: z.enum(['setup', 'invitation', 'reset']),
  account_id: z.uuid().nullable(),
  ends_ms: instant,
})

export const sessionRow = z.strictObject({
  token_hash: sha256,
  account_id: z.uuid(),
  seen_ms: instant,
  ends_ms: instant,
})

export const apiTokenRow = z.strictObject({
  id: z.uuid(),
  account_id: z.uuid(),
  label: tokenLabel,
  secret_hash: sha256,
  created_ms: instant,
  ends_ms: instant,
  last_used_day: z.iso.date().nullable(),
})
