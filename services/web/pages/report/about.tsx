/** The parts of a report about itself: how complete, what is withheld, how measured, other months, files. */
import type { JSX } from 'preact'
import { DayPlot } from '../parts/day-plot.tsx'
import { aboutOf, Facts, sentencesOf } from '../parts/meta.tsx'
import { MonthList } from '../parts/months.tsx'
import { FigureTable } from '../parts/table.tsx'
import { FILE_KINDS, PATHS } from '../paths.ts'
import type { PartProps } from './context.tsx'

interface Props {
  readonly part: PartProps
}

export function Completeness({ part }: Props): JSX.Element {
  const { view, says, k, section, table } = part
  const { month } = view.report
  const days = table('days')
  const facts = aboutOf(view.input, says).facts.filter(({ id }) => id === 'data_until' || id === 'completeness')
  return (
    <>
      <Facts facts={facts} name="facts" />
      {section('days')?.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {days === undefined ? null : (
        <>
          <DayPlot table={days} measure="complete" month={month} k={k} says={says} />
          <DayPlot table={days} measure="taken" month={month} k={k} says={says} />
          <p class="notes">{says.page.charts.gaps}</p>
          <details class="all">
            <summary>{says.page.report.allFigures(days.title)}</summary>
            <FigureTable table={days} k={k} says={says} untitled />
          </details>
        </>
      )}
    </>
  )
}

export function Withheld({ part: { view, says } }: Props): JSX.Element {
  const { withheld } = sentencesOf(view.input, aboutOf(view.input, says), says)
  return (
    <>
      {withheld.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}

export function Method({ part: { view, says, section } }: Props): JSX.Element {
  const reading = section('reading')
  const about = aboutOf(view.input, says)
  const { method } = sentencesOf(view.input, about, says)
  return (
    <>
      <Facts facts={about.facts} name="facts" />
      <h3>{says.page.report.grading}</h3>
      {method.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{says.page.report.targets}</p>
      {reading === undefined ? null : (
        <>
          <h3>{reading.heading}</h3>
          <Facts facts={reading.facts} name="facts" />
        </>
      )}
    </>
  )
}

export function Months({ part: { view, says } }: Props): JSX.Element {
  const { tenant } = view.input
  return (
    <>
      <MonthList tenant={tenant.id} months={view.months} current={view.report.month} says={says} />
      {view.months.filter(({ revision }) => revision !== null).length < 2 ? null : (
        <p>
          <a href={PATHS.compare(tenant.id)}>{says.page.months.compare}</a>
        </p>
      )}
    </>
  )
}

export function Files({ part: { view, says } }: Props): JSX.Element {
  const { tenantId, month } = view.report
  return (
    <ul class="files">
      {FILE_KINDS.map((kind) => (
        <li key={kind}>
          <a href={PATHS.file(tenantId, month, kind)}>{says.page.files[kind].name}</a>
          <span>{says.page.files[kind].says}</span>
        </li>
      ))}
    </ul>
  )
}
