/** What every screen with figures says of them: of when, until when, how complete, how and where measured, and for whom. */
import type { ComponentChildren, JSX } from 'preact'
import { aboutSection } from '../../reports/about.ts'
import type { ReportInput } from '../../reports/input.ts'
import type { Fact, Section } from '../../reports/report.ts'
import type { Says } from '../says.ts'

/** Shown under the title. */
const SHORT: ReadonlySet<string> = new Set(['period', 'data_until', 'completeness'])

/** What a report says of itself, in the words of its language. */
export function aboutOf(input: ReportInput, { report, format }: Says): Section {
  return aboutSection(input, report, format)
}

/** @param facts of the section `about` */
export function MetaLine({ facts }: { readonly facts: readonly Fact[] }): JSX.Element {
  return <Facts facts={facts.filter(({ id }) => SHORT.has(id))} name="meta" />
}

/** Only for who rebuilds a figure: said last, and quietly. */
const TECHNICAL = 'made_by'

/** What is said of a month's figures, then whatever else there is, and in the end a line for engineers. */
export function AboutFacts(props: {
  readonly about: Section
  /** Ids of facts that are said elsewhere. */
  readonly without?: readonly string[]
  readonly children: ComponentChildren
}): JSX.Element {
  const { about, without = [], children } = props
  const technical = about.facts.find(({ id }) => id === TECHNICAL)
  return (
    <>
      <Facts facts={about.facts.filter(({ id }) => id !== TECHNICAL && !without.includes(id))} name="facts" />
      {children}
      {technical === undefined ? null : (
        <p class="notes technical">
          {technical.label}: <span data-fact={technical.id}>{technical.text}</span>
        </p>
      )}
    </>
  )
}

export function Facts({ facts, name }: { readonly facts: readonly Fact[]; readonly name: string }): JSX.Element {
  return (
    <dl class={name}>
      {facts.map(({ id, label, text }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd data-fact={id}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The sentences that say what is withheld and why, apart from those that say how it was measured. */
export function sentencesOf(
  input: ReportInput,
  about: Section,
  { report }: Says,
): { readonly withheld: readonly string[]; readonly method: readonly string[] } {
  const { publication, tenant } = input
  const withheld = [
    ...(publication.safe === 1 ? [] : [report.about.noPeople(publication.k)]),
    ...report.about.withheld(publication.k, tenant.mode === 'rooms-only'),
  ]
  return { withheld, method: about.sentences.filter((sentence) => !withheld.includes(sentence)) }
}

/** At the end of a page that shows a part of a month: everything that is said of its figures. */
export function Colophon(props: {
  readonly input: ReportInput
  readonly says: Says
  /** Where a page has several: a word that tells them apart. */
  readonly id?: string
}): JSX.Element {
  const { input, says, id = '' } = props
  const about = aboutOf(input, says)
  const { withheld, method } = sentencesOf(input, about, says)
  const { parts } = says.page.report
  return (
    <section class="colophon" aria-labelledby={`colophon${id}`}>
      <h2 id={`colophon${id}`}>
        {parts.method.heading}
        {id === '' ? null : `: ${says.format.month(input.publication.month)}`}
      </h2>
      <AboutFacts about={about}>
        <details>
          <summary>{parts.withheld.heading}</summary>
          {withheld.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </details>
        <details>
          <summary>{says.page.report.grading}</summary>
          {method.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </details>
      </AboutFacts>
    </section>
  )
}
