/** A month as reports, pages, files and the API take it: the one way to figures. */
import { type Finding, HEALTH_RULES } from '../../../schemas/finding.ts'
import type { FollowUp } from '../../advise/index.ts'
import type { Control } from '../../shared/control/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Access } from '../access.ts'
import type { FollowedFinding, ReportInput } from '../reports/input.ts'
import type { Language } from '../../advise/index.ts'
import type { MonthLink } from '../pages/views.ts'
import { linksOf } from './months.ts'
import { readTenant, placeNames } from './places.ts'
import type { FileKind, MonthSource } from './source.ts'

/** What a tenant's months are read from. */
export interface ReadingParts {
  readonly source: MonthSource
  readonly control: Control
  readonly followUp: Pick<FollowUp, 'findingsOf'>
}

interface Asked {
  readonly access: Access
  /** `YYYY-MM` */
  readonly month: string
  readonly language: Language
  /** Where a file is made of it. */
  readonly kind?: FileKind
}

/** A month is published anew once in a while: twice while one report is read is a fault. */
const MOST_READS = 3

/** @returns null where the month is not published; then nothing was read. @throws EngineError, AppError */
export async function readMonth(parts: ReadingParts, asked: Asked): Promise<ReportInput | null> {
  return (await readMonthAmongOthers(parts, asked))?.input ?? null
}

/** A month and the state of all, of one moment. */
export interface MonthAmongOthers {
  readonly input: ReportInput
  /** Newest first. */
  readonly months: readonly MonthLink[]
}

/** As `readMonth`, for who shows the other months beside it. */
export async function readMonthAmongOthers(parts: ReadingParts, asked: Asked): Promise<MonthAmongOthers | null> {
  for (let read = 0; read < MOST_READS; read += 1) {
    const found = await readOnce(parts, asked)
    if (found !== 'changed') return found
  }
  throw new AppError('unavailable')
}

/** @returns `changed` where it was published anew meanwhile: its advice may then be that of other figures */
async function readOnce(parts: ReadingParts, asked: Asked): Promise<MonthAmongOthers | 'changed' | null> {
  const { source, control, followUp } = parts
  const { access, month } = asked
  const figures = await readFigures(parts, asked)
  if (figures === null) return null
  const before = await source.published(access, monthBefore(month), asked.kind)
  const findings = await findingsOf(followUp, access, month)
  const all = await source.months(access)
  const period = all.find((one) => one.month === month)
  if (period !== undefined && period.revision !== figures.publication.revision) return 'changed'
  const input = {
    ...figures,
    tenant: await readTenant(control, access),
    reopened: period?.reason ?? null,
    findings,
    before: before === null ? null : { month: before.publication.month, figures: before.figures, days: before.days },
  }
  return { input, months: linksOf(all) }
}

export type MonthFigures = Pick<ReportInput, 'language' | 'publication' | 'figures' | 'days' | 'names'>

/** Only what was published, without advice and without the month before. @returns, @throws as `readMonth` */
export async function readFigures(
  { source, control }: Pick<ReadingParts, 'source' | 'control'>,
  { access, month, language, kind }: Asked,
): Promise<MonthFigures | null> {
  const published = await source.published(access, month, kind)
  return published === null ? null : { language, ...published, names: await placeNames(control, access) }
}

const CONFIDENCE: readonly Finding['confidence'][] = ['strong', 'moderate', 'indicative']

/** Findings of a month's publication: data health first, then by confidence and by what they cost. @throws AppError */
export async function findingsOf(
  followUp: Pick<FollowUp, 'findingsOf'>,
  { tenantId }: Access,
  month: string,
): Promise<readonly FollowedFinding[]> {
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

/** 0 for what is about the data, 1 for what is about the environment. */
export function isAdvice({ rule }: Pick<Finding, 'rule'>): 0 | 1 {
  return HEALTH_RULES.some((id) => id === rule) ? 0 : 1
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}
