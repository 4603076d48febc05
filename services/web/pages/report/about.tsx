/** The parts of a report about itself: how complete, what is withheld, how measured, other months, files. */
import type { JSX } from 'preact'
import { DayPlot } from '../parts/day-plot.tsx'
import { Folded } from '../parts/folded.tsx'
import { aboutOf, AboutFacts, Facts, sentencesOf } from '../parts/meta.tsx'
import { MonthList } from '../parts/months.tsx'
import { AllFigures } from '../parts/table.tsx'
import { FILE_KINDS, PATHS } from '../paths.ts'
import type { FactId } from '../../reports/words/words.ts'
import type { PartProps } from './context.tsx'

interface Props {
  readonly part: PartProps
}

export function Completeness({ part }: Props): JSX.Element {
  const { view, says, k, section, table } = part
  const { month } = view.report
  const days = table('days')
  return (
    <>
      <AboutFact id="completeness" part={part} />
      {section('days')?.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {days === undefined ? null : (
        <>
          <DayPlot table={days} measure="complete" month={month} k={k} says={says} folded />
          <DayPlot table={days} measure="taken" month={month} k={k} says={says} folded />
          <p class="notes">{says.page.charts.gaps}</p>
          <AllFigures table={days} k={k} says={says} />
        </>
      )}
    </>
  )
}

export function Withheld({ part }: Props): JSX.Element {
  const { view, says } = part
  const { withheld } = sentencesOf(view.input, aboutOf(view.input, says), says)
  return (
    <>
      <AboutFact id="group" part={part} />
      <Folded title={says.page.report.rules}>
        {withheld.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Folded>
    </>
  )
}

/** One of the facts that a report says of itself, in the part that is about it. */
function AboutFact({ id, part: { view, says } }: Props & { readonly id: FactId }): JSX.Element {
  return <Facts facts={aboutOf(view.input, says).facts.filter((fact) => fact.id === id)} name="facts" />
}

export function Method({ part: { view, says, section } }: Props): JSX.Element {
  const reading = section('reading')
  const about = aboutOf(view.input, says)
  const { method } = sentencesOf(view.input, about, says)
  return (
    <AboutFacts about={about} without={['customer', 'completeness', 'group']}>
      <Folded title={says.page.report.grading}>
        {method.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{says.page.report.targets}</p>
      </Folded>
      {reading === undefined ? null : (
        <Folded title={reading.heading}>
          <Facts facts={reading.facts} name="facts" />
        </Folded>
      )}
      <p class="notes on-paper">{says.page.report.onPaper}</p>
    </AboutFacts>
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
