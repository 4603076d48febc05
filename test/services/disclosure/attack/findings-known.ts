/**
 * What findings say of a month, as facts of the program that has its figures: rates of groups within their rounding, with
 * as many cases as their size class, their interval and n_eff need; cases of the rest that a group was compared with, as the
 * sum of the others that are shown and of some of `other`; what failed joins cost, divided by the difference of the rates;
 * of a change, that its two stretches of days are parts of the month.
 *
 * Rates of a rest and differences are of no sum: they are weighed over strata of which nothing is published. Impacts in
 * hours and drops tell, in two dimensions, the size class, which is here already; in one, less than the counts do.
 */
import { type Cut, type Outcome, UNKNOWN } from '../../../../schemas/cube.ts'
import type { Finding } from '../../../../schemas/finding.ts'
import { type Figure, OTHER, SIZE_CLASSES } from '../../../../schemas/published.ts'
import { SITE_WORDS } from '../../../../schemas/states.ts'
import { casesOf, type Name } from './known.ts'
import type { Row } from './simplex.ts'

interface Variables {
  legsOf(cut: Cut, v1: string, v2: string): number | undefined
  casesOf(name: Name, cut: Cut, v1: string, v2: string): number | undefined
  outcomesOf(name: Name, cut: Cut, v1: string, v2: string): number | undefined
}

const NO_VALUES: ReadonlySet<string> = new Set(['', UNKNOWN, OTHER, ...SITE_WORDS])
const HALF = 5 // of a whole per cent, permille

const nextClass = (size: number): number | null => {
  const next = SIZE_CLASSES.find((edge) => edge > size)
  return next === undefined ? null : next - 1
}

/** What two digits leave open: half a step, on each side. */
const open = (value: number): number =>
  Math.max(1, 10 ** (Math.floor(Math.log10(Math.max(1, Math.abs(value)))) - 1)) / 2

const nameOf = (outcome: Outcome | null): Name => outcome ?? 'ungraded'

/** @returns rows of the program; findings about rooms say nothing of people */
export function rowsOfFindings(
  findings: readonly Finding[],
  figures: readonly Figure[],
  variables: Variables,
): readonly Row[] {
  const rows: Row[] = []
  const sum = (variablesOf: readonly number[], low: number | null, high: number | null): void => {
    if (variablesOf.length === 0) return
    const whole = { low: low === null ? null : Math.ceil(low), high: high === null ? null : Math.floor(high) }
    rows.push({ terms: variablesOf.map((variable) => [variable, 1]), scale: 1, ...whole })
  }
  const rate = (y: number, n: number, value: number): void => {
    const term = (edge: number): Row['terms'] =>
      edge === 0
        ? [[y, 1_000]]
        : [
            [y, 1_000],
            [n, -edge],
          ]
    rows.push({ terms: term(Math.max(0, value - HALF)), scale: 1_000, low: 0, high: null })
    rows.push({ terms: term(value + HALF), scale: 1_000, low: null, high: 0 })
  }

  for (const finding of findings.filter(
    ({ population, dimension }) => population === 'people' && dimension !== 'source',
  )) {
    const { rule, dimension, value, group, reference, test, effect, impact } = finding
    const two = rule === 'B02'
    const cut: Cut = two
      ? 'model_software'
      : dimension === 'platform' || dimension === 'model' || dimension === 'site'
        ? dimension
        : 'tenant'
    const v2 = two ? finding.value2 : ''
    const name = nameOf(finding.outcome)
    // A share of legs without a site is of all legs; everything else is of the group's own cases.
    const n = rule === 'G03' ? variables.legsOf('tenant', '', '') : variables.casesOf(name, cut, value, v2)
    const y = rule === 'G03' ? variables.legsOf('site', UNKNOWN, '') : variables.outcomesOf(name, cut, value, v2)
    if (n === undefined || y === undefined) continue

    if (reference?.kind === 'before') {
      // Both stretches lie in the month here: there is none before it.
      sum([n], group.size + reference.size, null)
      sum([y], Math.max(0, ((group.value - HALF) * group.size) / 1_000), null)
      continue
    }
    rate(y, n, group.value)
    sum([n], group.size, nextClass(group.size))
    sum([n], Math.max(test.n_eff ?? 0, casesOf(group, false)), null)
    if (impact.unit === 'failed_joins' && effect !== null && effect.diff > open(effect.diff)) {
      const [cost, diff] = [impact.value, effect.diff / 1_000]
      const [about, apart] = [open(cost), open(effect.diff) / 1_000]
      sum([n], Math.max(0, (cost - about) / (diff + apart)), (cost + about) / (diff - apart))
    }
    if (reference?.kind !== 'rest') continue
    const own = figures.filter((figure) => figure.cut === cut && figure.mark !== 'few' && (!two || figure.v1 === value))
    const others = [...new Set(own.map((figure) => (two ? figure.v2 : figure.v1)))].filter(
      (other) => !NO_VALUES.has(other) && other !== (two ? v2 : value),
    )
    const place = (other: string) =>
      two ? variables.casesOf(name, cut, value, other) : variables.casesOf(name, cut, other, '')
    const shown = others.flatMap((other) => place(other) ?? [])
    // One-dimensional values that are folded may be part of the rest.
    const folded = two ? [] : [place(OTHER)].filter((variable) => variable !== undefined)
    sum(shown, null, nextClass(reference.size))
    sum([...shown, ...folded], Math.max(reference.size, casesOf(reference, false)), null)
  }
  return rows
}
