/** E02: people wait alone for others, more at a site than at the others, or anywhere more than the target. */
import type { Cell } from '../../../schemas/cube.ts'
import { type MinimumEffect, PRACTICAL } from '../compare.ts'
import { clustersOf, type Month } from '../month.ts'
import { sizeClass, twoDigits, wholePerCents } from '../round.ts'
import type { Judged, Rule } from '../rule.ts'
import { clusteredRate, wilson } from '../../shared/statistics/index.ts'
import { twoSided } from '../statistics/normal.ts'
import { HOUR_MS } from './groups.ts'
import { compareSites } from './sites.ts'

/** House value: more than one leg in four that waits alone is a habit, whatever the site. */
const TARGET = 0.25
const LEAST: MinimumEffect = PRACTICAL
const LEAST_HOURS = 5

export const waitingAlone: Rule = {
  id: 'E02',
  version: 1,
  effect: LEAST,
  impact: { unit: 'alone_hours', least: LEAST_HOURS },
  run(month) {
    if (!month.safe) return { judged: [], facts: [], not: 'withheld' }
    const sites = compareSites(month, {
      effect: LEAST,
      impact: waitingAlone.impact,
      outcomes: () => ['alone'],
      each: hoursOfAlone,
    })
    const tenant = againstTarget(month)
    return tenant === null ? sites : { judged: [...sites.judged, tenant], facts: [], not: null }
  },
}

/** Hours of waiting behind a leg that waited alone, on average. */
function hoursOfAlone({ alone_ms, alone_y }: Cell): number {
  return alone_y === 0 ? 0 : alone_ms / alone_y / HOUR_MS
}

/** The whole tenant against the target, by T1. */
function againstTarget(month: Month): Judged | null {
  const [cell] = month.cells('tenant')
  if (cell === undefined || cell.alone_n === 0) return null
  const { p, nEff, enough } = clusteredRate(clustersOf([cell], 'alone'))
  const range = wilson(p, nEff)
  const [diff, low, high] = [p - TARGET, range.low - TARGET, range.high - TARGET]
  const hours = cell.alone_n * hoursOfAlone(cell)
  const worse = enough && diff >= LEAST.diff && diff * hours >= LEAST_HOURS
  return {
    p: enough ? twoSided(diff / Math.sqrt((TARGET * (1 - TARGET)) / nEff)) : null,
    draft: worse
      ? {
          dimension: 'tenant',
          value: '',
          value2: '',
          population: 'people',
          outcome: 'alone',
          group: { ...wholePerCents(p, range), size: sizeClass(cell.alone_n) },
          reference: { kind: 'target', value: TARGET * 1_000, low: TARGET * 1_000, high: TARGET * 1_000, size: 0 },
          test: { code: 'T1', n_eff: twoDigits(nEff, 'down') },
          effect: {
            diff: twoDigits(diff * 1_000),
            low: twoDigits(low * 1_000, 'down'),
            high: twoDigits(high * 1_000, 'up'),
            ratio_c: twoDigits((p / TARGET) * 100),
          },
          impact: {
            unit: 'alone_hours',
            value: twoDigits(diff * hours),
            low: Math.max(0, twoDigits(low * hours, 'down')),
          },
          since: null,
          since_low: null,
          since_high: null,
          causes: [],
        }
      : null,
    weight: 0, // that the whole is as it should be says nothing about a site
    power: enough ? 1 : 0,
    moreMeetings: enough ? 0 : 10,
    same: false,
  }
}
