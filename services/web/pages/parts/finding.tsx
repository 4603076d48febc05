/** A finding: what was found, drawn against what it is compared with, and what to do about it. */
import type { ComponentChildren, JSX } from 'preact'
import type { Finding } from '../../../../schemas/finding.ts'
import { type Compared, IntervalAxis, IntervalRow, intervalScale } from '../../charts/interval.tsx'
import { createNames, type PlaceNames } from '../../reports/names.ts'
import type { Advice, AdvicePart, NumberCell } from '../../reports/report.ts'
import type { Says } from '../says.ts'
import { Folded } from './folded.tsx'

/** The first are sentences of their own; the others stand beside their label. */
const SENTENCES: ReadonlySet<AdvicePart> = new Set<AdvicePart>(['finding', 'comparison'])
/** In the order in which a customer asks; how it was tested is for few, and folded away. */
const LABELLED: readonly AdvicePart[] = ['impact', 'action', 'check', 'evidence']

interface CardProps {
  readonly advice: Advice
  readonly names: PlaceNames
  readonly says: Says
  /** Number in the report; null where it stands alone. */
  readonly number: number | null
  /** `h1` where the page is about it. */
  readonly heading?: 'h1' | 'h3'
  /** What may be done with it. */
  readonly children?: ComponentChildren
}

export function FindingCard(props: CardProps): JSX.Element {
  const { advice, number, heading: Heading = 'h3', says } = props
  const { finding, title } = advice
  return (
    <article class="finding" id={`finding-${finding.id}`} aria-labelledby={`title-${finding.id}`}>
      <Heading id={`title-${finding.id}`}>
        <Ordinal of={number} />
        {title}
      </Heading>
      <Badges advice={advice} says={says} />
      <Body {...props} />
    </article>
  )
}

/** A finding that is dealt with: its title and what came of it; the rest is under them. */
export function HandledCard(props: CardProps): JSX.Element {
  const { advice, number, says } = props
  const { finding, state, title } = advice
  return (
    <article class="finding handled" id={`finding-${finding.id}`} aria-labelledby={`title-${finding.id}`}>
      <details>
        <summary>
          <h4 id={`title-${finding.id}`}>
            <Ordinal of={number} />
            {title}
          </h4>{' '}
          <span class="badge">{says.report.advice.states[state]}</span>
        </summary>
        <Body {...props} />
      </details>
    </article>
  )
}

function Ordinal({ of }: { readonly of: number | null }): JSX.Element | null {
  return of === null ? null : <span class="number">{of}</span>
}

function Badges({ advice: { finding, state }, says }: Pick<CardProps, 'advice' | 'says'>): JSX.Element {
  return (
    <p class="badges">
      <span class={`badge ${finding.confidence}`}>{says.page.report.confidence[finding.confidence]}</span>
      <span class="badge">
        {says.report.advice.parts.state}: {says.report.advice.states[state]}
      </span>
    </p>
  )
}

function Body({ advice, names, says, children }: CardProps): JSX.Element {
  const { finding, texts } = advice
  const method = texts.find(({ part }) => part === 'method')
  return (
    <div class="body">
      {texts
        .filter(({ part }) => SENTENCES.has(part))
        .map(({ part, text }) => (
          <p key={part}>{text}</p>
        ))}
      <Comparison finding={finding} names={names} says={says} />
      <dl class="parts">
        {LABELLED.flatMap((part) => texts.filter((text) => text.part === part)).map(({ part, label, text }) => (
          <div key={part}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {method === undefined ? null : (
        <Folded title={method.label}>
          <p>{method.text}</p>
        </Folded>
      )}
      {children}
    </div>
  )
}

/** The group above what it is compared with; its numbers stand in the sentences above. */
function Comparison(props: {
  readonly finding: Finding
  readonly names: PlaceNames
  readonly says: Says
}): JSX.Element | null {
  const { finding, names, says } = props
  const { group, reference } = finding
  if (reference === null || finding.outcome === null) return null
  const isTarget = reference.kind === 'target'
  const own = numberOf(group)
  const other = numberOf(reference)
  const compared: Compared = { target: isTarget ? other.value : null, total: null }
  const scale = intervalScale(isTarget ? [own] : [own, other], compared)
  const { page, format } = says
  const rows = [
    { name: nameOf(finding, names, says), cell: own, above: true },
    ...(isTarget ? [] : [{ name: page.report.reference[reference.kind], cell: other, above: false }]),
  ]
  return (
    <div class="versus" aria-hidden="true">
      {rows.map(({ name, cell, above }) => (
        <div key={name} class={above ? 'row above' : 'row'}>
          <span class="name">{name}</span>
          <IntervalRow cell={cell} scale={scale} compared={compared} above={above} />
        </div>
      ))}
      <div class="row">
        <span class="name" />
        <IntervalAxis
          scale={scale}
          compared={compared}
          text={(value) => format.percent(value)}
          targetText={page.charts.target(format.percent(other.value))}
          totalText=""
        />
      </div>
    </div>
  )
}

function nameOf(finding: Finding, names: PlaceNames, { page, report }: Says): string {
  const { dimension, value, value2 } = finding
  if (dimension === 'tenant' || value === '') return page.report.organisation
  const name = dimension === 'source' || dimension === 'day' ? value : createNames(report, names)(dimension, value)
  return finding.rule === 'B02' ? `${name} ${value2}` : name
}

function numberOf({ value, low, high }: Finding['group']): NumberCell {
  const isExact = low === high
  return {
    type: 'number',
    unit: 'percent',
    value: value / 10,
    low: isExact ? null : low / 10,
    high: isExact ? null : high / 10,
    mark: 'shown',
    kept: false,
  }
}
