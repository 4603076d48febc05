/** How to begin: a token, a first request, and what holds of every route. */
import type { JSX } from 'preact'
import { ERRORS, type ErrorCode } from '../../../shared/errors.ts'
import { Heads } from '../parts/heads.tsx'
import { Up } from '../parts/up.tsx'
import { PATHS } from '../paths.ts'
import type { Says } from '../says.ts'
import type { ApiView } from '../views.ts'
import { API_STEPS, type ApiStep } from '../words/api.ts'
import { curlOf } from './curl.ts'
import { Coded } from './sentence.tsx'

interface Props {
  readonly view: ApiView
  readonly says: Says
}

export function Start({ view, says }: Props): JSX.Element {
  const { api } = says.page
  const number = (value: number) => says.format.number(value)
  const { account, address } = view.rates
  const numbers = {
    days: number(view.tokenDays),
    perSecond: number(account.perSecond),
    burst: number(account.burst),
    ofAddress: number(address.perSecond),
    burstOfAddress: number(address.burst),
  }
  return (
    <section class="part" id="start" aria-labelledby="h-start">
      <h2 id="h-start">{api.start}</h2>
      {API_STEPS.map((step) => (
        <section key={step} id={step} aria-labelledby={`h-${step}`}>
          <h3 id={`h-${step}`}>{api.steps[step].heading}</h3>
          {api.steps[step].says(numbers).map((text) => (
            <p key={text}>
              <Coded text={text} />
            </p>
          ))}
          <More step={step} view={view} says={says} />
        </section>
      ))}
      <Up says={says} />
    </section>
  )
}

/** What a step has besides its sentences. */
function More({ step, view, says }: Props & { readonly step: ApiStep }): JSX.Element | null {
  const { api } = says.page
  if (step === 'token') {
    return (
      <p>
        <a href={PATHS.account}>{api.tokenLink}</a>
      </p>
    )
  }
  if (step === 'sending') {
    const first = { method: 'GET', path: '/api/v1/tenants', parameters: [], permission: 'figures_read' } as const
    const { samples } = api
    return (
      <>
        <p>
          <Coded text={samples.token} />
        </p>
        <pre class="request">{curlOf(first, view.origin)}</pre>
        <p>
          <Coded
            text={
              view.own === null ? samples.invented : samples.own(view.own.tenant, says.format.month(view.own.month))
            }
          />
          {view.own !== null && view.own.finding === null ? <Coded text={` ${samples.noFinding}`} /> : null}
        </p>
      </>
    )
  }
  return step === 'problems' ? <Problems codes={view.described.faults} says={says} /> : null
}

function Problems({ codes, says }: { readonly codes: readonly ErrorCode[]; readonly says: Says }): JSX.Element {
  const { columns, problems, steps } = says.page.api
  return (
    <table class="stacked short" role="table">
      <caption class="unseen">{steps.problems.heading}</caption>
      <Heads of={[columns.code, columns.status, columns.what]} />
      <tbody role="rowgroup">
        {codes.map((code) => (
          <tr key={code} role="row" id={problemId(code)}>
            <th role="rowheader" scope="row">
              <code>{code}</code>
            </th>
            <td role="cell">{ERRORS[code].status}</td>
            <td role="cell">
              <Coded text={problems[code] ?? ERRORS[code].title} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function problemId(code: ErrorCode): string {
  return `problem-${code}`
}
