/** Each site against the other sites, among legs of the same platform, network and device class. */
import type { Cell, Outcome, Stratum } from '../../../schemas/cube.ts'
import { type Comparison, compare, type MinimumEffect } from '../compare.ts'
import { isNamed, type Month } from '../month.ts'
import type { Looked, Rule } from '../rule.ts'
import { judge, looked, shrinkage } from './groups.ts'

const alike = ({ platform, network, device_class }: Stratum): string =>
  JSON.stringify([platform, network, device_class])

/** What is special about a rule that compares sites. */
export interface SiteRule extends Pick<Rule, 'impact'> {
  readonly effect: MinimumEffect
  /** Outcomes to compare, of those that there are cases of. */
  readonly outcomes: (rows: readonly Stratum[]) => readonly Outcome[]
  /** Impact of one case too many at the site. */
  readonly each: (own: Cell, outcome: Outcome) => number
  /** Where it is given: null where the difference comes from something that is no fault of the site's. */
  readonly causes?: (site: string, outcome: Outcome) => { cause: string; share: number }[] | null
  /** Main cause, which stands as second value. */
  readonly main?: boolean
}

export function compareSites(month: Month, rule: SiteRule): Looked {
  const rows = month.strata.filter(({ site }) => isNamed(site))
  const cells = month.cells('site').filter(({ v1 }) => isNamed(v1))
  const names = month.names('site')
  const judged = rule.outcomes(rows).flatMap((outcome) => {
    const compared = names.flatMap((site): (Comparison & { readonly site: string })[] => {
      if (!month.says('site', outcome, site)) return []
      const found = compare({
        outcome,
        group: rows.filter((row) => row.site === site),
        rest: rows.filter((row) => row.site !== site),
        alike,
        groupCells: cells.filter(({ v1 }) => v1 === site),
        restCells: cells.filter(({ v1 }) => v1 !== site),
        least: rule.effect,
      })
      return found === null ? [] : [{ ...found, site }]
    })
    const agreed = shrinkage(compared)
    return compared.map((comparison, index) => {
      const { site } = comparison
      const own = cells.find(({ v1 }) => v1 === site)
      const causes = rule.causes === undefined ? [] : rule.causes(site, outcome)
      return judge(causes === null ? { ...comparison, big: false } : comparison, {
        dimension: 'site',
        value: site,
        value2: rule.main === true ? (causes?.[0]?.cause ?? '') : '',
        population: 'people',
        impact: rule.impact.unit,
        least: rule.impact.least,
        each: own === undefined ? 0 : rule.each(own, outcome),
        counted: month.counts('site', outcome, site),
        causes: causes ?? [],
        agreed: agreed[index] ?? false,
      })
    })
  })
  // With one site that may be named there is nothing to compare it with that may be spoken about.
  return looked(judged, new Set(rows.map(({ site }) => site)).size, names.length < 2 ? 0 : names.length)
}
