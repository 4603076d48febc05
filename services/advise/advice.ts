/** Advises on published months. */
import type { RuleResult } from '../../schemas/finding.ts'
import { readPublication } from '../disclosure/index.ts'
import { addDays } from '../shared/calendar.ts'
import type { Engine } from '../shared/clickhouse/index.ts'
import { type Logger, word } from '../shared/logger.ts'
import { advise } from './advise.ts'
import { createFollowUp, type FollowUp, type FollowUpParts } from './follow-up.ts'
import { readFindings, writeFindings } from './stored.ts'
import { tellableSources } from './sources.ts'
import { readRows } from './strata.ts'

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
  return {
    ...createFollowUp({ control, clock, audit }),
    async adviseMonth(tenantId, month, revision) {
      const published = await readPublication({ engine, control }, tenantId, month)
      if (published?.publication.revision !== revision) throw new Error('Advice is about what is published.')
      const first = `${month}-01`
      const next = addDays(first, 31).slice(0, 7)
      const earlier = await readFindings(control, tenantId, addDays(first, -1).slice(0, 7))
      const rows = await readRows(engine, tenantId, first, addDays(`${next}-01`, -1))
      const tellable = await tellableSources(control, tenantId, published.figures)
      const { findings, results } = advise({
        tenantId,
        month,
        revision,
        profile: published.publication.profile,
        figures: published.figures,
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
