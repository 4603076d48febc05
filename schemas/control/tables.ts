/**
 * Rows of the control store, one schema a table, columns in the order of the migrations. What a schema takes in is the
 * stored row (JSON columns are text); what it gives back is the row with its JSON read and checked.
 */
import { z } from 'zod'
import { ACCOUNT_ROLES, PERMISSIONS } from '../accounts.ts'
import { finding, FINDING_STATES, RULES, ruleResult } from '../finding.ts'
import { folds, protocol } from '../published.ts'
import { MARKS, PLATFORMS } from '../states.ts'
import { accountRow, accountTenantRow, apiTokenRow, invitationRow, sessionRow } from './accounts.ts'
import {
  aliasText,
  capacity,
  cidr,
  country,
  displayName,
  domain,
  labelText,
  localDay,
  noteText,
  reference,
  siteName,
  slug,
  zone,
} from './values.ts'

/** Towards a customer's records we decide ourselves (controller) or act on the customer's instruction (processor). */
export const TENANT_ROLES = ['controller', 'processor'] as const
export const TENANT_MODES = ['full', 'rooms-only'] as const
/** Why records may come from a supplier's country: GDPR applies there, article 45, or article 46(2)(c). */
export const TRANSFER_BASES = ['eea', 'adequacy', 'clauses'] as const

/** Milliseconds since 1970 UTC. */
const instant = z.number().int()
const uuid = z.uuid()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)

function json<T extends z.ZodType>(content: T) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' })
        return z.NEVER
      }
    })
    .pipe(content)
}

const days = z
  .number('must be a whole number of days')
  .int('must be a whole number of days')
  .min(1, 'must be at least 1 day')
  .max(3660, 'must be at most 3660 days: everything expires')

/** Days for which each class of data is kept (design, end of section 7). */
export const retention = z.strictObject({ facts: days, cube_day: days, intake: days })
export type Retention = z.infer<typeof retention>
export const DEFAULT_RETENTION: Retention = { facts: 90, cube_day: 396, intake: 396 }

/** Days that facts must outlive the sealing delay of their month (design, section 6: Frozen). */
export const FACTS_BEYOND_SEAL = 40

/** Words by which a platform names a site; with `source` only in that source. */
const siteLabel = z.strictObject({ label: labelText, source: slug.optional() })

const revisionRow = z.strictObject({ number: z.number().int() })

export const tenantRow = z.strictObject({
  id: slug,
  name: displayName,
  zone,
  country,
  domains: json(z.array(domain)),
  role: z.enum(TENANT_ROLES),
  k: z.number().int().min(5).max(50),
  mode: z.enum(TENANT_MODES),
  contract_from: localDay,
  contract_to: localDay.nullable(),
  dpa_ref: reference.nullable(),
  retention: json(retention),
  seal_days: z.number().int().min(3).max(15),
  config_rev: z.number().int().min(1),
  decoder_version: z.number().int(),
  created_ms: instant,
})
export type Tenant = z.output<typeof tenantRow>

export const siteRow = z.strictObject({
  id: uuid,
  tenant_id: slug,
  name: siteName,
  ranges: json(z.array(cidr)),
  labels: json(z.array(siteLabel)),
})
export type SiteRecord = z.output<typeof siteRow>

export const roomRow = z.strictObject({
  id: uuid,
  tenant_id: slug,
  name: displayName,
  aliases: json(z.array(aliasText)),
  site_id: uuid.nullable(),
  capacity: capacity.nullable(),
  declared_ms: instant,
})
export type RoomRecord = z.output<typeof roomRow>

export const sourceRow = z.strictObject({
  id: slug,
  tenant_id: slug,
  platform: z.enum(PLATFORMS),
  secret_hash: sha256,
  supplier: reference.nullable(),
  supplier_country: country.nullable(),
  transfer_basis: z.enum(TRANSFER_BASES).nullable(),
  transfer_ref: reference.nullable(),
  checked_on: localDay.nullable(),
  checked_by: reference.nullable(),
  dpa_ref: reference.nullable(),
  dpa_until: localDay.nullable(),
  created_ms: instant,
})
export type Source = z.output<typeof sourceRow>

const keyRow = z.strictObject({
  id: uuid,
  tenant_id: slug,
  ring: z.string(),
  epoch: z.string(),
  wrapped: z.string().nullable(),
  kek_id: z.string(),
  created_ms: instant,
  destroyed_ms: instant.nullable(),
})

const ledgerRow = z.strictObject({
  tenant_id: slug,
  hmac: z.string(),
  mark: z.enum(MARKS),
  from_ms: instant,
  created_ms: instant,
  expires_ms: instant.nullable(),
})

const watermarkRow = z.strictObject({ tenant_id: z.string(), name: z.string(), value_ms: z.number().int() })

const swapIntentRow = z.strictObject({
  id: uuid,
  run_id: z.string(),
  table_name: z.string(),
  partition_id: z.string(),
  staging_table: z.string(),
  created_ms: instant,
})

/** A tenant-local month, `YYYY-MM`. */
export const monthName = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, 'must be a month, YYYY-MM')

export const periodRow = z.strictObject({
  tenant_id: slug,
  month: monthName,
  state: z.enum(['sealed', 'reopened', 'frozen']),
  revision: z.number().int().min(1),
  changed_ms: instant,
  reason: reference.nullable(),
})
export type PeriodRow = z.output<typeof periodRow>

export const publicationRow = z.strictObject({
  tenant_id: slug,
  month: monthName,
  revision: z.number().int().min(1),
  sealed_ms: instant,
  k: z.number().int(),
  profile: z.string(),
  code_version: z.string(),
  watermark_ms: instant,
  safe: z.union([z.literal(0), z.literal(1)]),
  folds: json(folds),
  protocol: json(protocol),
  rules: json(z.array(ruleResult)),
})
export type Publication = z.output<typeof publicationRow>

export const findingRow = z.strictObject({
  id: uuid,
  tenant_id: slug,
  month: monthName,
  revision: z.number().int().min(1),
  rule: z.enum(RULES),
  content: json(finding),
  state: z.enum(FINDING_STATES),
  state_ms: instant,
})
export type FindingRow = z.output<typeof findingRow>

/** Who did something: a word, or the id of an account. */
const actor = z.string().regex(/^[a-z0-9-]{3,40}$/u)

export const findingChangeRow = z.strictObject({
  finding_id: uuid,
  number: z.number().int().min(1),
  tenant_id: slug,
  at_ms: instant,
  actor,
  from_state: z.enum(FINDING_STATES),
  to_state: z.enum(FINDING_STATES),
  note: noteText.nullable(),
})
export type FindingChange = z.output<typeof findingChangeRow>

const account = z.strictObject({ account: uuid })
const nothing = z.strictObject({})
const count = z.number().int().min(0)

/** What is written to the audit log, and what of it: days, numbers, closed words, yes and no, and opaque ids of ours. */
export const AUDIT_DETAILS = {
  /** Legs of a day were shown: how many. */
  legs_read: z.strictObject({ day: localDay, rows: z.number().int().min(0) }),
  /** A pass of rollup was asked for; full: of every day that is not frozen. */
  rollup_run: z.strictObject({ full: z.boolean() }),
  /** A month was published: which revision. */
  period_sealed: z.strictObject({ month: monthName, revision: z.number().int() }),
  /** A month was opened again, to be published anew. */
  period_reopened: z.strictObject({ month: monthName, revision: z.number().int() }),
  /** A month was frozen: what outlives the facts was folded. */
  period_frozen: z.strictObject({ month: monthName, revision: z.number().int() }),
  /** Published figures were read: of which month. */
  report_read: z.strictObject({ month: monthName }),
  /** A finding's state was changed. What was noted with it stands in `finding_changes` alone. */
  finding_changed: z.strictObject({ finding: uuid, rule: z.enum(RULES), state: z.enum(FINDING_STATES) }),
  /** Something was noted about a finding. */
  finding_noted: z.strictObject({ finding: uuid, rule: z.enum(RULES) }),
  /** A file of published figures was made: of which month, in which form. */
  file_read: z.strictObject({ month: monthName, kind: z.enum(['pdf', 'xlsx', 'csv', 'json']) }),
  /** Somebody asked for what its role or its customers do not include; answered as if it did not exist. others: since its row before. */
  access_refused: z.strictObject({ permission: z.enum(PERMISSIONS), others: count.optional() }),
  signed_in: nothing,
  /** everywhere: all sessions and tokens of the account. */
  signed_out: z.strictObject({ everywhere: z.boolean() }),
  /** Since the row of this action before: attempts with a wrong login or password, and attempts that had to wait. */
  sign_in_refused: z.strictObject({ refused: count, locked: count }),
  /** The first operator made the first account. */
  account_set_up: account,
  account_invited: z.strictObject({ account: uuid, role: z.enum(ACCOUNT_ROLES) }),
  /** The person has set a password by the link. */
  account_accepted: nothing,
  /** Password, sessions and tokens are void; there is a new link. */
  account_reset: account,
  /** A customer was given to the account, or taken from it. */
  account_assigned: z.strictObject({ account: uuid, given: z.boolean() }),
  account_extended: z.strictObject({ account: uuid, until: localDay.nullable() }),
  account_attested: account,
  /** not_held: by itself, because it could not be used any more. */
  account_ended: z.strictObject({ account: uuid, reason: z.enum(['asked', 'not_held']) }),
  password_changed: nothing,
  token_created: z.strictObject({ token: uuid, days: count }),
  token_revoked: z.strictObject({ token: uuid }),
} as const
export type AuditAction = keyof typeof AUDIT_DETAILS

export const auditRow = z.strictObject({
  seq: z.number().int().min(1),
  at_ms: instant,
  actor,
  action: z.enum(Object.keys(AUDIT_DETAILS) as [AuditAction, ...AuditAction[]]),
  tenant_id: slug.nullable(),
  detail: z.string(), // JSON of AUDIT_DETAILS; kept as text, because the hash is made of it
  previous_hash: sha256,
  hash: sha256,
})

/** What the migration runner has applied; made by the runner itself. */
const migrationRow = z.strictObject({
  number: z.number().int(),
  name: z.string(),
  checksum: z.string(),
  applied_ms: instant,
})

/** Every table with its row. */
export const CONTROL_TABLES = {
  revision: revisionRow,
  tenants: tenantRow,
  sites: siteRow,
  rooms: roomRow,
  sources: sourceRow,
  keys: keyRow,
  ledger: ledgerRow,
  watermarks: watermarkRow,
  swap_intents: swapIntentRow,
  audit: auditRow,
  periods: periodRow,
  publications: publicationRow,
  findings: findingRow,
  finding_changes: findingChangeRow,
  accounts: accountRow,
  account_tenants: accountTenantRow,
  invitations: invitationRow,
  sessions: sessionRow,
  api_tokens: apiTokenRow,
  migrations: migrationRow,
} as const

/** The tables as Kysely sees them: stored rows. */
export type ControlTables = { [Table in keyof typeof CONTROL_TABLES]: z.input<(typeof CONTROL_TABLES)[Table]> }
