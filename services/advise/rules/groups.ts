/** How rules turn a comparison into what is judged and, where it matters, into a finding. */
import type { Cell, Dimension, Outcome, Population } from '../../../schemas/cube.ts'
import type { Finding } from '../../../schemas/finding.ts'
import { MEASURING_KINDS } from '../../../schemas/profiles.ts'
import { type Comparison, PRACTICAL } from '../compare.ts'
import { clustersOf, type Sums } from '../month.ts'
import { empiricalBayes } from '../statistics/index.ts'
import { sizeClass, sizeMiddle, twoDigits, wholePerCents } from '../round.ts'
import type { Draft, Judged, Looked } from '../rule.ts'
import { WITHHELD, NO_INPUT } from '../rule.ts'

export const HOUR_MS = 3_600_000

interface About {
  readonly dimension: Dimension | 'tenant'
  readonly value: string
  readonly value2?: string
  readonly population: Population
  readonly impact: Finding['impact']['unit']
  /** Of the impact, below which there is no finding. */
  readonly least: number
  /** Impact of one case with the outcome too many: hours of a leg, or 1. */
  readonly each: number
  /** Whether the group's cases are published as a count; else its size class stands for them. */
  readonly counted: boolean
  readonly causes?: Finding['causes']
  readonly agreed?: boolean
  readonly fewRooms?: boolean
}

/** A comparison as it is judged; it has a draft where the group is worse, by enough, and that costs enough. */
export function judge(comparison: Comparison, about: About): Judged {
  const { p, group, power, moreMeetings, same, big, diff, low } = comparison
  const cases = casesOf(group.n, about.counted)
  const impact = { middle: cases.middle * about.each, least: cases.least * about.each }
  const draft = big && diff * impact.middle >= about.least ? draftOf(comparison, about, impact) : null
  const looksWorse = low > 0 && diff >= PRACTICAL.diff
  const { agreed, fewRooms } = about
  return {
    p,
    draft,
    weight: group.n,
    power,
    moreMeetings,
    same,
    looksWorse,
    ...(agreed !== undefined && { agreed }),
    ...(fewRooms !== undefined && { fewRooms }),
  }
}

/**
 * How many cases a finding reckons with. An impact is a difference, which is said, times the cases: where two dimensions
 * publish no count, the impact would tell it. Then the size class stands for it, by its middle, and by its lower end for
 * what is certain.
 */
export function casesOf(n: number, counted: boolean): { readonly middle: number; readonly least: number } {
  return counted ? { middle: n, least: n } : { middle: sizeMiddle(n), least: sizeClass(n) }
}

function draftOf(
  comparison: Comparison,
  about: About,
  impact: { readonly middle: number; readonly least: number },
): Draft {
  const { group, rest, diff, low, high, ratio } = comparison
  return {
    dimension: about.dimension,
    value: about.value,
    value2: about.value2 ?? '',
    population: about.population,
    outcome: comparison.outcome,
    group: { ...wholePerCents(group.p, group), size: sizeClass(group.n) },
    reference: { kind: 'rest', ...wholePerCents(rest.p, rest), size: sizeClass(rest.n) },
    test: { code: comparison.test, n_eff: twoDigits(group.nEff, 'down') },
    effect: {
      diff: twoDigits(diff * 1_000),
      low: twoDigits(low * 1_000, 'down'),
      high: twoDigits(high * 1_000, 'up'),
      ratio_c: ratio === null ? null : twoDigits(ratio * 100),
    },
    impact: {
      unit: about.impact,
      value: twoDigits(diff * impact.middle),
      low: Math.max(0, twoDigits(low * impact.least, 'down')),
    },
    since: null,
    since_low: null,
    since_high: null,
    causes: about.causes ?? [],
  }
}

/** Hours of a connected leg of the cells, on average. */
export function hoursOfLeg(cells: readonly Pick<Cell, 'ms' | 'connected'>[]): number {
  const connected = cells.reduce((sum, cell) => sum + cell.connected, 0)
  return connected === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.ms, 0) / connected / HOUR_MS
}

/** The measuring kinds of which there are cases; they are never pooled. */
export function kindsOf(rows: readonly Sums[]): readonly Outcome[] {
  return MEASURING_KINDS.filter((kind) => clustersOf(rows, kind).n > 0)
}

/** @param candidates how many groups there would be if all could be named */
export function looked(judged: readonly Judged[], candidates: number, named: number): Looked {
  if (candidates < 2) return NO_INPUT
  if (named < 1) return WITHHELD
  return judged.length === 0 ? NO_INPUT : { judged, facts: [], not: null }
}

/** P(θ > 1.5 μ) from which T5 takes a group for an outlier. */
const OUTLIER = 0.95

/** T5: which groups stand out among at least five also when each is drawn towards all of them. */
export function shrinkage(compared: readonly Comparison[]): readonly boolean[] {
  const { enough, groups } = empiricalBayes(compared.map(({ group }) => ({ x: group.p * group.nEff, n: group.nEff })))
  return groups.map(({ outlier }) => enough && outlier >= OUTLIER)
}

/** Parts below this share of an excess are not named, and none where the group has fewer cases than a rate needs. */
const LEAST_SHARE = 0.1
const FEWEST_CASES = 50

/** What parts of an excess its causes are, in whole per cent (permille), largest first. */
export function excesses(
  parts: readonly {
    readonly cause: string
    readonly group: { readonly y: number; readonly n: number }
    readonly rest: { readonly y: number; readonly n: number }
  }[],
): { cause: string; share: number }[] {
  const found = parts
    .filter(({ group, rest }) => group.n >= FEWEST_CASES && rest.n >= FEWEST_CASES)
    .map(({ cause, group, rest }) => ({ cause, excess: Math.max(0, group.y - (rest.y / rest.n) * group.n) }))
  const total = found.reduce((sum, { excess }) => sum + excess, 0)
  if (total === 0) return []
  return found
    .map(({ cause, excess }) => ({ cause, share: Math.round((excess / total) * 100) * 10 }))
    .filter(({ share }) => share >= LEAST_SHARE * 1_000)
    .toSorted((a, b) => b.share - a.share || (a.cause < b.cause ? -1 : 1))
}
