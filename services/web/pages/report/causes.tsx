/** What made joining fail: the causes that are shown, what is left of all, and all. */
import type { JSX } from 'preact'
import { FAILURES } from '../../../../schemas/cube.ts'
import type { NumberCell, Table } from '../../reports/report.ts'
import { type Count, Counts } from '../parts/counts.tsx'
import type { Says } from '../says.ts'

/** Counts are rounded to this (design, section 8: Figures). */
const STEP = 5

export function Causes(props: {
  readonly table: Table | undefined
  readonly k: number
  readonly says: Says
}): JSX.Element {
  const { table, k, says } = props
  const { report } = says.page
  const causes = table === undefined ? [] : causesOf(table)
  const all = numberOf(table, 'failed')
  if (causes.length === 0) {
    const isNone = all === null || all.value === 0
    return <p>{isNone ? report.noFailures : report.noCauses(says.format.number(all.value))}</p>
  }
  const rest = all === null ? null : restOf(all, causes)
  return (
    <Counts
      id="causes"
      caption={report.causes}
      heads={[report.cause, report.attempts]}
      counts={[
        ...causes,
        ...(rest === null ? [] : [{ id: 'rest', name: report.restOfCauses, cell: rest, isAbout: true }]),
      ]}
      total={all === null ? undefined : { id: 'failed', name: report.allFailed, cell: all }}
      notes={[rest === null ? report.causesRounded : report.causesRest]}
      k={k}
      says={says}
    />
  )
}

/** Most frequent first. */
function causesOf(table: Table): readonly (Count & { readonly cell: NumberCell })[] {
  return FAILURES.flatMap((failure) => {
    const column = table.columns.find(({ id }) => id === `failed_${failure}`)
    const cell = numberOf(table, `failed_${failure}`)
    return column === undefined || cell === null ? [] : [{ id: column.id, name: column.title, cell }]
  }).toSorted((one, two) => two.cell.value - one.cell.value)
}

function numberOf(table: Table | undefined, measure: string): NumberCell | null {
  const at = table?.columns.findIndex(({ id }) => id === measure) ?? -1
  const cell = table?.rows[0]?.cells[at]
  return cell?.type === 'number' ? cell : null
}

/**
 * What any reader can subtract: all that failed less the causes that are shown. It is about, since each number is rounded.
 *
 * @returns null where every cause is shown, or where what is left may be nothing but rounding
 */
function restOf(all: NumberCell, causes: readonly { readonly cell: NumberCell }[]): NumberCell | null {
  const value = causes.reduce((left, { cell }) => left - cell.value, all.value)
  const rounding = ((causes.length + 1) * STEP) / 2
  return causes.length === FAILURES.length || value <= rounding ? null : { ...all, value }
}
