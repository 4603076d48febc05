/** Findings of a month: those about meetings, those about the data, those dealt with, and what was looked at without one. */
import type { JSX } from 'preact'
import { unansweredOf } from '../../reports/advice.ts'
import type { NumberedAdvice, Section } from '../../reports/report.ts'
import { FindingCard, HandledCard } from '../parts/finding.tsx'
import { PATHS } from '../paths.ts'
import type { PartProps } from './context.tsx'

export function Findings({ part }: { readonly part: PartProps }): JSX.Element {
  const { says, section } = part
  const advice = section('advice')
  const health = section('health')
  const handled = section('handled')
  const looked = section('looked')?.looked.filter(({ result }) => result.outcome !== 'found') ?? []
  return (
    <>
      <Sentences section={advice} />
      <ToLooked part={part} />
      <List advice={advice?.advice ?? []} card={FindingCard} part={part} />
      <h3>{says.page.report.health}</h3>
      <Sentences section={health} />
      <List advice={health?.advice ?? []} card={FindingCard} part={part} />
      {handled === undefined ? null : (
        <>
          <h3>{handled.heading}</h3>
          <Sentences section={handled} />
          <List advice={handled.advice} card={HandledCard} part={part} />
        </>
      )}
      {looked.length === 0 ? null : (
        <details class="folded" open={advice?.advice.length === 0}>
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
  readonly advice: readonly NumberedAdvice[]
  readonly card: typeof FindingCard
  readonly part: PartProps
}): JSX.Element {
  const { advice, card: Card, part } = props
  const { view, says } = part
  return (
    <>
      {advice.map((one) => (
        <Card key={one.finding.id} advice={one} names={view.input.names} says={says} number={one.number}>
          <p class="act">
            <a href={PATHS.finding(one.finding.tenant_id, one.finding.id)}>
              {view.mayChange ? says.page.report.change : says.page.office.finding.followUp}
            </a>
          </p>
        </Card>
      ))}
    </>
  )
}
