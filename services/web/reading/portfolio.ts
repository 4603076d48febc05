/** One customer in the consultant's portfolio: of its newest published month, from published figures and findings only. */
import type { Finding } from '../../../schemas/finding.ts'
import type { Language } from '../../advise/index.ts'
import type { Access } from '../access.ts'
import type { PortfolioCustomer } from '../pages/views.ts'
import { adviceOf, unansweredOf } from '../reports/advice.ts'
import { completenessOf, daysIn } from '../reports/days.ts'
import type { FollowedFinding } from '../reports/input.ts'
import { findingsOf, isAdvice, type ReadingParts, readFigures } from './month.ts'
import { monthLinks } from './months.ts'
import { readTenant } from './places.ts'

/** @throws EngineError, AppError */
export async function readCustomer(
  parts: ReadingParts,
  access: Access,
  language: Language,
): Promise<PortfolioCustomer> {
  const { id, name } = await readTenant(parts.control, access)
  const months = await monthLinks(parts.source, access)
  const latest = months.find(({ revision }) => revision !== null) ?? null
  const figures = latest === null ? null : await readFigures(parts, { access, month: latest.month, language })
  const findings = latest === null ? [] : await findingsOf(parts.followUp, access, latest.month)
  const open = findings.filter(({ finding, state }) => isAdvice(finding) === 1 && !OVER.has(state))
  const health = findings.filter(({ finding }) => isAdvice(finding) === 0)
  const rules = figures?.publication.rules ?? []
  const { withData, complete, lowest } = completenessOf(figures?.days ?? [])
  return {
    tenant: { id, name },
    latest,
    waiting: months.findLast(({ state }) => state === 'closed' || state === 'reopened') ?? null,
    open: countOf(open),
    fresh: open.filter(({ state }) => state === 'new').length,
    unanswered: { open: unansweredOf(rules), all: rules.length },
    health: {
      days: latest === null ? 0 : daysIn(latest.month),
      daysWithData: withData,
      daysComplete: complete,
      lowest: lowest === null ? null : { day: lowest.day, percent: lowest.value / 10 },
      advice: figures === null ? [] : health.map((one) => adviceOf(one, language, figures.names)),
    },
  }
}

/** Nothing is to be done about these. */
const OVER: ReadonlySet<string> = new Set(['verified', 'rejected'])

function countOf(open: readonly FollowedFinding[]): Readonly<Record<Finding['confidence'], number>> {
  const count = { strong: 0, moderate: 0, indicative: 0 }
  for (const { finding } of open) count[finding.confidence] += 1
  return count
}
