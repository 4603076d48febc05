/**
 * A01: a site has more poor connections than comparable ones at the other sites. A site that merely has more Wi-Fi,
 * another platform or more video does not: legs are compared within platform, network and device class, and what is
 * found must also hold within each medium and direction.
 */
import type { Outcome, Stratum } from '../../../schemas/cube.ts'
import { PRACTICAL } from '../compare.ts'
import { clustersOf, isNamed, type Month } from '../month.ts'
import type { Rule } from '../rule.ts'
import { mantelHaenszel } from '../statistics/index.ts'
import { excesses, hoursOfLeg, kindsOf } from './groups.ts'
import { compareSites } from './sites.ts'

/** Of the minimum effect's excess, so much must be left within media and directions. */
const LEFT = 0.5

export const siteQuality: Rule = {
  id: 'A01',
  version: 1,
  effect: PRACTICAL,
  impact: { unit: 'poor_hours', least: 10 },
  run: (month) =>
    compareSites(month, {
      effect: PRACTICAL,
      impact: siteQuality.impact,
      outcomes: kindsOf,
      each: (own) => hoursOfLeg([own]),
      causes: (site, outcome) => mediaOf(month, site, outcome),
    }),
}

/** Which media and directions make up the excess, permille; null where there is none within them. */
function mediaOf(month: Month, site: string, outcome: Outcome): { cause: string; share: number }[] | null {
  if (outcome !== 'measured') return [] // the other kinds do not tell media apart
  const rows = month.mediaStrata.filter((row) => isNamed(row.site))
  const here = rows.filter((row) => row.site === site)
  const rest = Map.groupBy(
    rows.filter((row) => row.site !== site),
    likeMedia,
  )
  const strata = [...Map.groupBy(here, likeMedia)].map(([name, own]) => {
    const a = clustersOf(own, outcome)
    const b = clustersOf(rest.get(name) ?? [], outcome)
    return { y1: a.y, n1: a.n, y2: b.y, n2: b.n }
  })
  const ratio = mantelHaenszel(strata).riskRatio?.value
  if (ratio !== undefined && ratio < 1 + (PRACTICAL.ratio - 1) * LEFT) return null
  return excesses(
    [...Map.groupBy(here, ({ medium, dir }) => `${medium}_${dir}`)].map(([cause, own]) => {
      const others = rows.filter((row) => row.site !== site && `${row.medium}_${row.dir}` === cause)
      return { cause, group: clustersOf(own, outcome), rest: clustersOf(others, outcome) }
    }),
  )
}

const likeMedia = ({ platform, network, device_class, medium, dir }: Stratum): string =>
  JSON.stringify([platform, network, device_class, medium, dir])
