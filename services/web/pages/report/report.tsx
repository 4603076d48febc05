/** The report of a month: what to improve first, then what happened, then how it is known and what is not said. */
import type { JSX } from 'preact'
import { htmlOf } from '../html.ts'
import { Layout } from '../parts/layout.tsx'
import { aboutOf, MetaLine } from '../parts/meta.tsx'
import { CONTENTS, Up } from '../parts/up.tsx'
import { PATHS } from '../paths.ts'
import { saysOf } from '../says.ts'
import type { Chrome, ReportView } from '../views.ts'
import type { ReportPart } from '../words/words.ts'
import { Completeness, Files, Method, Months, Withheld } from './about.tsx'
import { createPart, type PartProps } from './context.tsx'
import { Equipment, Failures, Participation, Quality, Rooms, Time } from './figures.tsx'
import { Findings, ToLooked } from './findings.tsx'

/** @returns HTML of `/t/<tenant>/<month>` */
export function reportPage(chrome: Chrome, view: ReportView): string {
  const says = saysOf(chrome.language)
  const { page, format } = says
  const { tenant, publication } = view.input
  const month = format.month(publication.month)
  const part = createPart(view, says)
  const about = aboutOf(view.input, says)
  const parts = partsOf(part)
  return htmlOf(
    <Layout
      chrome={chrome}
      says={says}
      title={view.report.title}
      trail={[{ href: PATHS.months(tenant.id), text: tenant.name }]}
    >
      <article class="report">
        <header class="title">
          <h1>{page.report.title(month)}</h1>
          <p class="lead on-paper">{tenant.name}</p>
          <MetaLine facts={about.facts} />
        </header>
        <nav id={CONTENTS} class="contents" aria-label={page.report.contents}>
          <ol>
            {parts.map(([id]) => (
              <li key={id}>
                <a href={`#${id}`}>{page.report.parts[id].heading}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div class="parts-of-report">
          <Summary part={part} />
          {parts.map(([id, content]) => (
            <section key={id} id={id} class="part" aria-labelledby={`h-${id}`}>
              <h2 id={`h-${id}`}>{page.report.parts[id].heading}</h2>
              {page.report.parts[id].says === '' ? null : <p class="lead">{page.report.parts[id].says}</p>}
              {content}
              <Up says={says} />
            </section>
          ))}
        </div>
      </article>
    </Layout>,
  )
}

/** What a reader who reads nothing else should know. */
function Summary({ part }: { readonly part: PartProps }): JSX.Element | null {
  const section = part.section('summary')
  if (section === undefined || section.sentences.length === 0) return null
  return (
    <section class="summary" aria-labelledby="h-summary">
      <h2 id="h-summary">{part.says.page.report.summary}</h2>
      {section.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ToLooked part={part} />
    </section>
  )
}

/** Parts in their order; of people only where people are a safe group. */
function partsOf(part: PartProps): readonly (readonly [ReportPart, JSX.Element])[] {
  const people = part.view.input.publication.safe === 1
  const all: readonly (readonly [ReportPart, JSX.Element | null])[] = [
    ['findings', <Findings part={part} />],
    ['participation', people ? <Participation part={part} /> : null],
    ['quality', people ? <Quality part={part} /> : null],
    ['failures', people ? <Failures part={part} /> : null],
    ['equipment', people ? <Equipment part={part} /> : null],
    ['rooms', <Rooms part={part} />],
    ['time', people ? <Time part={part} /> : null],
    ['completeness', <Completeness part={part} />],
    ['withheld', <Withheld part={part} />],
    ['method', <Method part={part} />],
    ['months', <Months part={part} />],
    ['files', <Files part={part} />],
  ]
  return all.flatMap(([id, content]) => (content === null ? [] : [[id, content] as const]))
}
