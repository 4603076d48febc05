/** The API for whoever writes a program: how to begin, each route by what it is about, then the shapes that they share. */
import type { ComponentChildren, JSX } from 'preact'
import type { Described } from '../../api/described.ts'
import { htmlOf } from '../html.ts'
import { Layout } from '../parts/layout.tsx'
import { CONTENTS, Up } from '../parts/up.tsx'
import { PATHS } from '../paths.ts'
import { type Says, saysOf } from '../says.ts'
import type { ApiView, Chrome } from '../views.ts'
import { API_STEPS } from '../words/api.ts'
import { FieldTable, shapeId } from './fields.tsx'
import { Route } from './route.tsx'
import { Coded, sentence } from './sentence.tsx'
import { Start } from './start.tsx'

/** @returns HTML of `/api/docs` */
export function apiPage(chrome: Chrome, view: ApiView): string {
  const says = saysOf(chrome.language)
  const { api, access } = says.page
  const { described, origin } = view
  return htmlOf(
    <Layout chrome={chrome} says={says} title={api.title} trail={[{ href: PATHS.account, text: access.account.title }]}>
      <article class="report">
        <header class="title">
          <h1>{api.title}</h1>
          <p class="lead">{api.lead}</p>
          <dl class="meta">
            <div>
              <dt>{api.address}</dt>
              <dd>
                <code>{origin}</code>
              </dd>
            </div>
            <div>
              <dt>{api.version}</dt>
              <dd>{described.version}</dd>
            </div>
            <div>
              <dt>{api.document}</dt>
              <dd>
                <a href={PATHS.apiDocument}>openapi.json</a> (OpenAPI 3.1)
              </dd>
            </div>
          </dl>
        </header>
        <nav id={CONTENTS} class="contents directory" aria-label={api.contents}>
          <Contents described={described} says={says} />
        </nav>
        <div>
          <Start view={view} says={says} />
          {described.groups.map(({ id, says: text, operations }) => (
            <Part key={id} id={id} heading={api.groups[id] ?? id} lead={sentence(text, says)} says={says}>
              {operations.map((operation) => (
                <Route key={operation.id} operation={operation} origin={origin} says={says} />
              ))}
            </Part>
          ))}
          <Part id="shapes" heading={api.shapes} lead={api.shapesSay} says={says}>
            {described.shapes.map((shape) => (
              <details key={shape.name} class="shape">
                <summary>
                  <h3>{shape.name}</h3>
                </summary>
                <div id={shapeId(shape.name)} class="inside">
                  {shape.says === '' ? null : (
                    <p>
                      <Coded text={sentence(shape.says, says)} />
                    </p>
                  )}
                  <FieldTable shape={shape} says={says} />
                </div>
              </details>
            ))}
          </Part>
        </div>
      </article>
    </Layout>,
  )
}

function Contents({ described, says }: { readonly described: Described; readonly says: Says }): JSX.Element {
  const { api } = says.page
  return (
    <ul>
      <Entry id="start" text={api.start}>
        {API_STEPS.map((step) => (
          <Entry key={step} id={step} text={api.steps[step].heading} />
        ))}
      </Entry>
      {described.groups.map(({ id, operations }) => (
        <Entry key={id} id={id} text={api.groups[id] ?? id}>
          {operations.map((operation) => (
            <Entry key={operation.id} id={operation.id} text={sentence(operation.summary, says)} />
          ))}
        </Entry>
      ))}
      <Entry id="shapes" text={api.shapes} />
    </ul>
  )
}

function Entry(props: {
  readonly id: string
  readonly text: string
  readonly children?: ComponentChildren
}): JSX.Element {
  const { id, text, children } = props
  return (
    <li>
      <a href={`#${id}`}>{text}</a>
      {children === undefined ? null : <ul>{children}</ul>}
    </li>
  )
}

function Part(props: {
  readonly id: string
  readonly heading: string
  readonly lead: string
  readonly says: Says
  readonly children: ComponentChildren
}): JSX.Element {
  const { id, heading, lead, says, children } = props
  return (
    <section class="part" id={id} aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{heading}</h2>
      <p class="lead">{lead}</p>
      {children}
      <Up says={says} />
    </section>
  )
}
