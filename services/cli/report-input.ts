/** What was published of a month, as reports take it: figures through the desk, findings and names from the control store. */
import { type Finding, HEALTH_RULES } from '../../schemas/finding.ts'
import type { Tenant } from '../../schemas/control/tables.ts'
import { createFollowUp, type FollowUp } from '../advise/index.ts'
import { createAudit } from '../privacy/index.ts'
import type { OpenDesk } from '../processes/operator.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import type { FollowedFinding, Language, ReportInput } from '../web/index.ts'
import { cannot } from './admin/flags.ts'
import { roomsOf, sitesOf } from './admin/find.ts'

export function openFollowUp(control: Control, clock: Clock): FollowUp {
  const audit = createAudit(control, clock)
  return createFollowUp({ control, clock, audit: (entry, tx) => audit.write(entry, tx) })
}

interface Asked {
  readonly desk: Pick<OpenDesk, 'published' | 'periods'>
  readonly control: Control
  readonly followUp: FollowUp
  readonly tenant: Tenant
  /** `YYYY-MM` */
  readonly month: string
  readonly language: Language
}

/**
 * Reads a month; that it was read stands in the audit log.
 *
 * @throws UserError where the month is not published: which ones are, and what to do
 */
export async function readMonth(asked: Asked): Promise<ReportInput> {
  const { desk, followUp, tenant, month } = asked
  const figures = await readFigures(asked)
  const before = await desk.published(tenant.id, monthBefore(month))
  const findings = await findingsOf(followUp, tenant.id, month)
  const period = (await desk.periods(tenant.id)).find((one) => one.month === month)
  return {
    ...figures,
    tenant,
    reopened: period?.reason ?? null,
    findings,
    before: before === null ? null : { month: before.publication.month, figures: before.figures },
  }
}

/** Only what was published, without advice and without the month before. @throws as `readMonth` */
export async function readFigures({
  desk,
  control,
  tenant,
  month,
  language,
}: Asked): Promise<Pick<ReportInput, 'language' | 'publication' | 'figures' | 'days' | 'names'>> {
  const published = await desk.published(tenant.id, month)
  if (published === null) throw cannot(await whyNot(desk, tenant.id, month))
  return { language, ...published, names: await placeNames(control, tenant.id) }
}

/** Names of a tenant's sites and rooms by their ids. */
export async function placeNames({ db }: Control, tenantId: string): Promise<ReportInput['names']> {
  return { sites: byId(await sitesOf(db, tenantId)), rooms: byId(await roomsOf(db, tenantId)) }
}

function byId(places: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(places.map(({ id, name }) => [id, name]))
}

const CONFIDENCE: readonly Finding['confidence'][] = ['strong', 'moderate', 'indicative']

/** Findings of a month's publication: data health first, then by confidence and by what they cost. */
async function findingsOf(followUp: FollowUp, tenantId: string, month: string): Promise<readonly FollowedFinding[]> {
  const rows = await followUp.findingsOf(tenantId, month)
  return rows
    .map(({ content, state }) => ({ finding: content, state }))
    .toSorted(
      ({ finding: one }, { finding: two }) =>
        isAdvice(one) - isAdvice(two) ||
        CONFIDENCE.indexOf(one.confidence) - CONFIDENCE.indexOf(two.confidence) ||
        two.impact.value - one.impact.value ||
        one.id.localeCompare(two.id),
    )
}

/** Findings of all published months of a tenant, newest month first. */
export async function allFindings(
  { db }: Control,
  followUp: FollowUp,
  tenantId: string,
): Promise<readonly FollowedFinding[]> {
  const months = await db.selectFrom('periods').select('month').where('tenant_id', '=', tenantId).execute()
  const found: FollowedFinding[] = []
  for (const month of months
    .map((row) => row.month)
    .toSorted()
    .toReversed()) {
    found.push(...(await findingsOf(followUp, tenantId, month)))
  }
  return found
}

/** 0 for what is about the data, 1 for what is about the environment. */
function isAdvice({ rule }: Finding): number {
  return Number(HEALTH_RULES.every((id) => id !== rule))
}

async function whyNot(desk: Pick<OpenDesk, 'periods'>, tenantId: string, month: string): Promise<string> {
  const periods = await desk.periods(tenantId)
  const sealed = periods.filter(({ revision }) => revision !== null).map(({ month }) => month)
  const known = sealed.length === 0 ? 'No month of it is published yet.' : `Published are: ${sealed.join(', ')}.`
  const state = periods.find((period) => period.month === month)
  if (state === undefined) return `Nothing is published of ${month} of ${tenantId}. ${known}`
  if (state.state === 'open') return `${month} of ${tenantId} is not over; it is sealed on ${state.due}. ${known}`
  return (
    `${month} of ${tenantId} is not sealed yet; that is done on ${state.due}, or from then on by: ` +
    `avesqo period seal --tenant ${tenantId} --month ${month}. ${known}`
  )
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}
