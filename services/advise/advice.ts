/** Advises on published months. */
import type { RuleResult } from '../../schemas/finding.ts'
import type { Figure } from '../../schemas/published.ts'
import { readPublication } from '../disclosure/index.ts'
import { addDays } from '../shared/calendar.ts'
import type { Engine } from '../shared/clickhouse/index.ts'
import { type Logger, word } from '../shared/logger.ts'
import { advise } from './advise.ts'
import { createFollowUp, type FollowUp, type FollowUpParts } from './follow-up.ts'
import type { AdviseInput } from './input.ts'
import { readFindings, writeFindings } from './stored.ts'
import { tellableSources } from './sources.ts'
import { firstLookedAt, readRows } from './strata.ts'

export interface AdviceParts extends FollowUpParts {
  readonly engine: Engine
  readonly logger: Logger
}

export interface Advice extends FollowUp {
  /**
   * Runs all rules over a month that was published and stores what they find. Again, it gives the same; states stay.
   *
   * @param month `YYYY-MM`
   * @returns what each rule came to
   * @throws EngineError, AppError; Error where the revision is not the one that is published (a bug)
   */
  adviseMonth(tenantId: string, month: string, revision: number): Promise<readonly RuleResult[]>
}

export function createAdvice({ engine, control, clock, logger, audit }: AdviceParts): Advice {
  /** Of the months that a month is compared with, as far as they are published. */
  const publishedBefore = async (tenantId: string, first: string): Promise<AdviseInput['published']> => {
    const before = new Map<string, readonly Figure[]>()
    for (let day = firstLookedAt(first); day < first; day = nextMonth(day)) {
      const month = day.slice(0, 7)
      const published = await readPublication({ engine, control }, tenantId, month)
      if (published !== null) before.set(month, published.figures)
    }
    return before
  }
  return {
    ...createFollowUp({ control, clock, audit }),
    async adviseMonth(tenantId, month, revision) {
      const published = await readPublication({ engine, control }, tenantId, month)
      if (published?.publication.revision !== revision) throw new Error('Advice is about what is published.')
      const first = `${month}-01`
      const earlier = await readFindings(control, tenantId, addDays(first, -1).slice(0, 7))
      const rows = await readRows(engine, tenantId, first, addDays(nextMonth(first), -1))
      const before = await publishedBefore(tenantId, first)
      const tellable = await tellableSources(control, tenantId, published.figures)
      const { findings, results } = advise({
        tenantId,
        month,
        revision,
        profile: published.publication.profile,
        k: published.publication.k,
        figures: published.figures,
        published: before,
        earlier: earlier.map(({ content }) => content),
        ...rows,
        health: rows.health.filter(({ source }) => tellable.has(source)),
      })
      await writeFindings(control, { tenantId, month, findings, now: clock.now() })
      logger.event('advised', { tenant: word(tenantId), revision, findings: findings.length })
      return results
    },
  }
}

/** @returns the first day of the month after that of the day */
function nextMonth(day: string): string {
  return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`
}
