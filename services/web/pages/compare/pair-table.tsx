/** A rate of a cut in two months, as a table of all values that either month has. */
import type { JSX } from 'preact'
import { CellText } from '../parts/cell.tsx'
import { rateName } from '../parts/rate-plot.tsx'
import { Scroll } from '../parts/scroll.tsx'
import type { Says } from '../says.ts'
import type { ComparedCut, ComparedRate } from './pairs.ts'

export interface MonthHead {
  readonly name: string
  /** Smallest group of that month. */
  readonly k: number
}

export function PairTable(props: {
  readonly rate: ComparedRate
  readonly of: ComparedCut
  /** The earlier one first. */
  readonly months: readonly [MonthHead, MonthHead]
  readonly says: Says
  /** Whether its title is said above it already. */
  readonly untitled?: boolean
}): JSX.Element {
  const { rate, of, months, says, untitled = false } = props
  const { measure, title, pairs, clear } = rate
  const name = `${of.table.title}: ${rateName(measure, title, says)}`
  const [before, after] = months
  return (
    <>
      <Scroll name={name} says={says}>
        <table class="figures" data-compare={of.table.id} data-measure={measure}>
          <caption class={untitled ? 'unseen' : undefined}>{name}</caption>
          <thead>
            <tr>
              <th scope="col">{of.table.columns[0]?.title ?? ''}</th>
              {months.map((month) => (
                <th key={month.name} scope="col" class="num">
                  {month.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={pair.id} class={clear.some(({ id }) => id === pair.id) ? 'clear' : undefined}>
                <th scope="row">{pair.name}</th>
                <td class="num">
                  <CellText cell={pair.before} k={before.k} says={says} />
                </td>
                <td class="num">
                  <CellText cell={pair.after} k={after.k} says={says} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {pairs.some(({ before, after }) => before.type === 'none' || after.type === 'none') ? (
        <p class="notes">{says.report.legend.none}</p>
      ) : null}
    </>
  )
}
