/** Rates of a cut in two months: a drawing of each that clearly changed, and the others folded into one line. */
import type { JSX } from 'preact'
import { scaleOf } from '../../charts/scale.ts'
import { Slope } from '../../charts/slope.tsx'
import { monthName } from '../../reports/extent.ts'
import type { ReportInput } from '../../reports/input.ts'
import { Folded } from '../parts/folded.tsx'
import { rateName } from '../parts/rate-plot.tsx'
import type { Says } from '../says.ts'
import type { ReadMonth } from '../views.ts'
import { type MonthHead, PairTable } from './pair-table.tsx'
import type { ComparedCut, ComparedRate } from './pairs.ts'

interface Props {
  readonly of: ComparedCut
  readonly from: ReadMonth
  readonly to: ReadMonth
  readonly says: Says
}

/** @returns null where nothing of this cut clearly changed */
export function Drawn({ of, from, to, says }: Props): JSX.Element | null {
  const changed = of.rates.filter(({ clear }) => clear.length > 0)
  if (changed.length === 0) return null
  return (
    <section class="block">
      <h2>{of.table.title}</h2>
      <div class="pair">
        {changed.map((rate) => (
          <Drawing key={rate.measure} rate={rate} of={of} from={from} to={to} says={says} />
        ))}
      </div>
    </section>
  )
}

/** @returns null where everything of this cut is drawn */
export function Undrawn({ of, from, to, says }: Props): JSX.Element | null {
  const rest = of.rates.filter(({ clear }) => clear.length === 0)
  if (rest.length === 0) return null
  return (
    <Folded title={of.table.title} hint={rest.map(({ measure, title }) => rateName(measure, title, says)).join(', ')}>
      {rest.map((rate) => (
        <figure key={rate.measure} class="data">
          <PairTable rate={rate} of={of} months={[headOf(from, says), headOf(to, says)]} says={says} />
        </figure>
      ))}
    </Folded>
  )
}

/** A month's name, which says where it is a part. */
export function nameOf({ publication: { month }, days, tenant }: ReportInput, { report, format }: Says): string {
  return monthName({ month, days }, tenant, report, format)
}

function shortNameOf({ publication: { month }, days, tenant }: ReportInput, { report, dates }: Says): string {
  return monthName({ month, days }, tenant, report, { month: (name) => dates.shortMonth(name) })
}

function headOf({ input, report }: ReadMonth, says: Says): MonthHead {
  return { name: nameOf(input, says), k: report.k }
}

function Drawing({ rate, of, from, to, says }: Props & { readonly rate: ComparedRate }): JSX.Element {
  const { measure, title, points, clear } = rate
  const name = `${of.table.title}: ${rateName(measure, title, says)}`
  return (
    <figure class="chart">
      <p class="title" aria-hidden="true">
        {name}
      </p>
      <Slope
        lines={points.map((point) => ({
          name: point.name,
          before: point.before.value,
          after: point.after.value,
          texts: [says.format.percent(point.before.value), says.format.percent(point.after.value)],
          changed: clear.includes(point),
        }))}
        scale={scaleOf(
          points.flatMap(({ before, after }) => [before.value, after.value]),
          { ceiling: 100 },
        )}
        months={[shortNameOf(from.input, says), shortNameOf(to.input, says)]}
        label={says.page.compare.label(name, nameOf(from.input, says), nameOf(to.input, says))}
      />
      <PairTable rate={rate} of={of} months={[headOf(from, says), headOf(to, says)]} says={says} untitled />
    </figure>
  )
}
