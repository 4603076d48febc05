import type { Cell, Cut, Outcome } from '../../../schemas/cube.ts'
import type { DayFigure } from '../../../schemas/published.ts'
import { compareText, ofCut } from './cells.ts'
import { clustersOf, RATE_FROM, rateOf } from './rates.ts'
import { ableOf, isKind, type Kind, kindsOfDay, tellKinds } from './kinds.ts'
import { isSafe, tellsFailures } from './safe.ts'

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
  /** People's cells of that day of DAY_CUTS, as the cube has them. */
  readonly cells: readonly Cell[]
  /** All sites of the tenant, used on that day or not; no other is listed. */
  readonly sites: readonly string[]
  readonly health: DayHealth
}

/** What must be known of a day: platforms say whose the legs of a measuring kind are. */
export const DAY_CUTS = ['tenant', 'site', 'platform', 'site_platform'] as const satisfies readonly Cut[]

const DAY_RATES = ['measured', 'windows', 'alarms', 'failed', 'dropped'] as const

type Said = Pick<DayFigure, 'mark' | 'value'>
type Rate = readonly [DayFigure['measure'], Said]
const FEW: Said = { mark: 'few', value: null }

/** Which outcomes may be told of a group: of a kind only where its legs are a safe group, of failures as in a month. */
type Tells = (outcome: Outcome) => boolean

const isOpen = (cell: Cell, k: number): boolean => cell.legs >= RATE_FROM && isSafe(cell, k)

/** Rates of a group on a day: of at least 50 cases, of 50 legs and k persons; nobody over half, as everywhere. */
function ratesOf(cell: Cell | undefined, k: number, tells: Tells): readonly Rate[] {
  const open = cell !== undefined && isOpen(cell, k)
  return DAY_RATES.map((outcome) => {
    if (!open || !tells(outcome)) return [`${outcome}_rate`, FEW]
    const { y, n } = clustersOf(cell, outcome)
    if (n < RATE_FROM) return [`${outcome}_rate`, FEW]
    const { mark, value } = rateOf({ y, n, fine: false })
    return [`${outcome}_rate`, { mark, value }]
  })
}

/**
 * What may be told of the tenant and of its sites, as in a month: the sites that are spoken of at all are the values of
 * the dimension, and where one of them may not tell a thing, the one that has least of it does not either.
 */
function tellsOf(cells: readonly Cell[], k: number) {
  const platforms = ofCut(cells, 'platform')
  const siteParts = ofCut(cells, 'site_platform')
  const partsOf = ({ cut, v1 }: Cell) => (cut === 'tenant' ? platforms : siteParts.filter((part) => part.v1 === v1))
  const kindsOf = (cell: Cell): ReadonlySet<Kind> => kindsOfDay(cell, partsOf(cell), k)
  const sites = ofCut(cells, 'site').filter((cell) => isOpen(cell, k))
  const told = tellKinds(sites, kindsOf)
  const [tenant] = ofCut(cells, 'tenant')
  const all = tenant !== undefined && tellsFailures(tenant, k)
  const failed = ableOf(
    sites,
    ({ legs }) => legs,
    (cell) => tellsFailures(cell, k),
  ).rates
  return (cell: Cell | undefined): Tells => {
    if (cell === undefined) return () => false
    const kinds = cell.cut === 'tenant' ? kindsOf(cell) : told(cell).rates
    const failures = all && (cell.cut === 'tenant' || failed.has(cell.v1))
    return (outcome) => (isKind(outcome) ? kinds.has(outcome) : outcome !== 'failed' || failures)
  }
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
  const tells = tellsOf(cells, k)
  const bySite = new Map(ofCut(cells, 'site').map((cell) => [cell.v1, cell]))
  const row =
    (site: string) =>
    ([measure, said]: Rate): DayFigure => ({ day, site, measure, ...said })
  return [
    row('')(['complete', share(health.complete, health.legs)]),
    row('')(['taken', share(health.accepted, health.records)]),
    ...ratesOf(tenant, k, tells(tenant)).map(row('')),
    ...[...new Set(sites)].toSorted(compareText).flatMap((site) => {
      const cell = bySite.get(site)
      return ratesOf(cell, k, tells(cell)).map(row(site))
    }),
  ]
}
