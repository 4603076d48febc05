/** Findings of a month: those about meetings, those about the data, and what was looked at without one. */
import type { JSX } from 'preact'
import { unansweredOf } from '../../reports/advice.ts'
import type { Advice, Section } from '../../reports/report.ts'
import { FindingCard } from '../parts/finding.tsx'
import { PATHS } from '../paths.ts'
import type { PartProps } from './context.tsx'

export function Findings({ part }: { readonly part: PartProps }): JSX.Element {
  const { says, section } = part
  const advice = section('advice')
  const health = section('health')
  const looked = section('looked')?.looked.filter(({ result }) => result.outcome !== 'found') ?? []
  return (
    <>
      <Sentences section={advice} />
      <ToLooked part={part} />
      <List advice={advice?.advice ?? []} from={1} part={part} />
      <h3>{says.page.report.health}</h3>
      <Sentences section={health} />
      <List advice={health?.advice ?? []} from={(advice?.advice.length ?? 0) + 1} part={part} />
      {looked.length === 0 ? null : (
        <details open={advice?.advice.length === 0}>
          <summary>{says.page.report.looked}</summary>
          <ul id={LOOKED}>
            {looked.map(({ result, text }) => (
              <li key={result.rule}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** Within the element that folds: a browser that follows a link to it opens it. */
const LOOKED = 'looked'

/** A link to what has no answer, where there is any. */
export function ToLooked({ part: { view, says } }: { readonly part: PartProps }): JSX.Element | null {
  if (unansweredOf(view.input.publication.rules) === 0) return null
  return (
    <p class="act">
      <a href={`#${LOOKED}`}>{says.page.report.looked}</a>
    </p>
  )
}

function Sentences({ section }: { readonly section: Section | undefined }): JSX.Element {
  return (
    <>
      {section?.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}

function List(props: {
  readonly advice: readonly Advice[]
  readonly from: number
  readonly part: PartProps
}): JSX.Element {
  const { advice, from, part } = props
  const { view, says } = part
  return (
    <>
      {advice.map((one, index) => (
        <FindingCard key={one.finding.id} advice={one} names={view.input.names} says={says} number={from + index}>
          <p class="act">
            <a href={PATHS.finding(one.finding.tenant_id, one.finding.id)}>
              {view.mayChange ? says.page.report.change : says.page.office.finding.followUp}
            </a>
          </p>
        </FindingCard>
      ))}
    </>
  )
}
