import type { Cell } from '../../../schemas/cube.ts'
import type { DayFigure } from '../../../schemas/published.ts'
import { compareText, ofCut } from './cells.ts'
import { clustersOf, RATE_FROM, rateOf } from './rates.ts'
import { isSafe } from './safe.ts'

/** Records and legs of a day, of the tenant: never of a group. */
interface DayHealth {
  readonly legs: number
  /** Legs of which start and end are known. */
  readonly complete: number
  readonly records: number
  readonly accepted: number
}

interface DayOf {
  readonly k: number
  readonly day: string
  /** Cells of that day of the cuts tenant and site, as the cube has them. */
  readonly cells: readonly Cell[]
  /** All sites of the tenant, used on that day or not; no other is listed. */
  readonly sites: readonly string[]
  readonly health: DayHealth
}

const DAY_RATES = ['measured', 'windows', 'alarms', 'failed', 'dropped'] as const

type Said = Pick<DayFigure, 'mark' | 'value'>
type Rate = readonly [DayFigure['measure'], Said]
const FEW: Said = { mark: 'few', value: null }

/** Rates of a group on a day: of at least 50 cases, of 50 legs and k persons; nobody over half, as everywhere. */
function ratesOf(cell: Cell | undefined, k: number): readonly Rate[] {
  const open = cell !== undefined && cell.legs >= RATE_FROM && isSafe(cell, k)
  return DAY_RATES.map((outcome) => {
    if (!open) return [`${outcome}_rate`, FEW]
    const { y, n } = clustersOf(cell, outcome)
    if (n < RATE_FROM) return [`${outcome}_rate`, FEW]
    const { mark, value } = rateOf({ y, n, fine: false })
    return [`${outcome}_rate`, { mark, value }]
  })
}

/** Whole per cent, rounded down: 100 says that nothing is missing. */
const share = (part: number, whole: number): Said =>
  whole === 0 ? { mark: 'none', value: null } : { mark: 'shown', value: Math.floor((part * 100) / whole) * 10 }

/**
 * What is said of a day, once (design, section 8: Day rates; data completeness): whole per cent, tenant and sites. Every
 * site is listed on every day with every rate, so that a list tells nothing of who was there.
 */
export function dayFigures({ k, day, cells, sites, health }: DayOf): DayFigure[] {
  const [tenant] = ofCut(cells, 'tenant')
  const bySite = new Map(ofCut(cells, 'site').map((cell) => [cell.v1, cell]))
  const row =
    (site: string) =>
    ([measure, said]: Rate): DayFigure => ({ day, site, measure, ...said })
  return [
    row('')(['complete', share(health.complete, health.legs)]),
    row('')(['taken', share(health.accepted, health.records)]),
    ...ratesOf(tenant, k).map(row('')),
    ...[...new Set(sites)].toSorted(compareText).flatMap((site) => ratesOf(bySite.get(site), k).map(row(site))),
  ]
}
