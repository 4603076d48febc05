/** Customers and their months. */
import { z } from 'zod'
import { TENANT_MODES } from '../control/tables.ts'
import { RULES, ruleResult } from '../finding.ts'
import { PERIOD_STATES } from '../published.ts'
import { apiFigure, cutName } from './figures.ts'
import { day, instant, languageQuery, month, named, next, pageQuery, revision, tenantId } from './common.ts'
import { apiFinding } from './findings.ts'

export const tenant = named(
  'Tenant',
  z.strictObject({
    id: tenantId,
    name: z.string().describe('For readers'),
    zone: z.string().describe('IANA time zone in which its days and months are counted'),
    mode: z.enum(TENANT_MODES).describe('`rooms-only`: nothing is said of connections of persons'),
    latest: month.nullable().describe('Newest published month'),
  }),
)
export const tenants = named('Tenants', z.strictObject({ items: z.array(tenant), next }))
export const tenantsQuery = z.strictObject(pageQuery(tenantId))

const periodShape = {
  month,
  state: z
    .enum(PERIOD_STATES)
    .describe(
      '`open`: the month runs. `closed`: it is over. `sealed`: published. `reopened`: published, and to be published ' +
        'anew. `frozen`: published for good',
    ),
  due: day.describe('The first day on which it may be published'),
  part: z.boolean().describe('The contract begins or ends within it'),
  revision: revision.nullable().describe('null: not published yet'),
  sealed_at: instant.nullable().describe('When it was published; null: not yet'),
  safe: z.boolean().nullable().describe('false: the customer is too small for anything to be said about persons'),
  reopened_because: z.string().nullable().describe('Why it is, or was, to be published anew'),
}
export const periods = named(
  'Periods',
  z.strictObject({ items: z.array(named('Period', z.strictObject(periodShape))), next }),
)
export const periodsQuery = z.strictObject(pageQuery(month))

const completeness = named(
  'Completeness',
  z
    .strictObject({
      days: z.number().int().describe('Days of the month'),
      days_with_data: z.number().int().describe('With at least one connection'),
      days_complete: z.number().int().describe('With the start and end of at least 95% of their connections known'),
      lowest: z
        .strictObject({ day, percent: z.number().describe('Of its connections start and end are known') })
        .nullable()
        .describe('null: no day is below 100%'),
    })
    .describe('How complete the records of a month are'),
)

const lookedAt = named(
  'LookedAt',
  z.strictObject({
    rule: z.enum(RULES).describe('Which rule of advice'),
    rule_version: z.number().int().describe('It grows when the rule changes'),
    outcome: ruleResult.shape.outcome.describe(
      '`nothing`: it found nothing. `no_difference`: it showed that there is none. `too_little`: too few meetings to ' +
        'tell. `too_few_rooms`: too few rooms of a kind to tell. `no_input`: what it needs is not in the records. `withheld`: too few persons',
    ),
    findings: z.number().int().describe('How many it found'),
    more_meetings: z.number().int().nullable().describe('About so many more a month would be needed'),
    text: z.string().describe('The same in a sentence'),
  }),
)

const publication = named(
  'Publication',
  z.strictObject({
    revision,
    sealed_at: instant,
    k: z.number().int().describe('Smallest group of persons of which something is said'),
    profile: z.string().describe('Version of the bounds between good, fair and poor'),
    code_version: z.string().describe('Version of the program that published it'),
    watermark: instant.describe('Records that had arrived by then are counted'),
    safe: z.boolean().describe('false: the customer is too small for anything to be said about persons'),
    completeness,
    looked_at: z.array(lookedAt).describe('What each rule of advice came to'),
    cuts: z.array(cutName).describe('Of which something is published'),
    files: z.array(z.string()).describe('Names at `…/files/`'),
  }),
)
export const period = named(
  'PeriodPublished',
  z.strictObject({ tenant: tenantId, ...periodShape, publication: publication.nullable() }),
)

export const health = named(
  'Health',
  z.strictObject({
    tenant: tenantId,
    month,
    revision,
    completeness,
    days: z
      .array(
        z.strictObject({
          day,
          complete: apiFigure.nullable().describe('Part of the connections of which start and end are known'),
          taken: apiFigure.nullable().describe('Part of the records that came in on the day and were accepted'),
        }),
      )
      .describe('null: there were no connections, or no records'),
    findings: z.array(apiFinding).describe('About the data: silent sources, days without records, doubtful records'),
  }),
)
export const healthQuery = z.strictObject(languageQuery)
