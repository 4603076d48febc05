/** A consultant's customers side by side: what is published, what waits, what is open, how sound the data are. */
import type { JSX } from 'preact'
import { htmlOf } from '../html.ts'
import { Heads } from '../parts/heads.tsx'
import { Layout } from '../parts/layout.tsx'
import { stateOf } from '../parts/months.tsx'
import { PATHS } from '../paths.ts'
import { type Says, saysOf } from '../says.ts'
import { capital } from '../text.ts'
import type { Chrome, PortfolioCustomer, PortfolioView } from '../views.ts'

const CONFIDENCES = ['strong', 'moderate', 'indicative'] as const

/** @returns HTML of `/portfolio` */
export function portfolioPage(chrome: Chrome, { customers }: PortfolioView): string {
  const says = saysOf(chrome.language)
  const { portfolio } = says.page.office
  return htmlOf(
    <Layout chrome={chrome} says={says} title={portfolio.title}>
      <h1>{portfolio.title}</h1>
      {customers.length === 0 ? (
        <p class="lead">{portfolio.none}</p>
      ) : (
        <>
          <p class="lead">{portfolio.lead}</p>
          <Customers customers={customers.toSorted(byUrgency)} says={says} />
        </>
      )}
    </Layout>,
  )
}

/** Most findings with strong evidence first, then moderate, then fresh ones; else in the order that is given. */
function byUrgency(one: PortfolioCustomer, other: PortfolioCustomer): number {
  return other.open.strong - one.open.strong || other.open.moderate - one.open.moderate || other.fresh - one.fresh
}

/** Roles are said because a narrow screen shows the cells of a row under each other, which takes them away. */
function Customers(props: { readonly customers: readonly PortfolioCustomer[]; readonly says: Says }): JSX.Element {
  const { customers, says } = props
  const { portfolio } = says.page.office
  return (
    <table class="customers" role="table">
      <caption class="unseen">{portfolio.title}</caption>
      <Heads of={[portfolio.customer, portfolio.findings, portfolio.data]} />
      <tbody role="rowgroup">
        {customers.map((customer) => (
          <tr key={customer.tenant.id} role="row">
            <th role="rowheader" scope="row">
              <Name customer={customer} says={says} />
            </th>
            <td role="cell">
              <Cell head={portfolio.findings}>
                {customer.latest === null ? null : <Open customer={customer} says={says} />}
              </Cell>
            </td>
            <td role="cell">
              <Cell head={portfolio.data}>
                {customer.latest === null ? null : <Health customer={customer} says={says} />}
              </Cell>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** With the head of its column for the eye, where a narrow screen shows no heads; a screen reader has them anyway. */
function Cell({
  head,
  children,
}: {
  readonly head: string
  readonly children: JSX.Element | null
}): JSX.Element | null {
  if (children === null) return null
  return (
    <>
      <p class="head" aria-hidden="true">
        {head}
      </p>
      {children}
    </>
  )
}

interface Props {
  readonly customer: PortfolioCustomer
  readonly says: Says
}

function Name({ customer: { tenant, latest, waiting }, says }: Props): JSX.Element {
  const { portfolio } = says.page.office
  return (
    <>
      <a class="tenant" href={PATHS.months(tenant.id)}>
        {tenant.name}
      </a>
      {latest === null ? (
        <span class="state">{portfolio.nothingYet}</span>
      ) : (
        <span class="state">
          <a href={PATHS.report(tenant.id, latest.month)}>{says.format.month(latest.month)}</a>, {stateOf(latest, says)}
        </span>
      )}
      {waiting === null ? null : (
        <span class="state">
          {waiting.state === 'reopened'
            ? portfolio.reopened(capital(says.format.month(waiting.month)))
            : portfolio.waiting(capital(says.format.month(waiting.month)), says.format.day(waiting.due))}
        </span>
      )}
    </>
  )
}

function Open({ customer: { open, fresh, unanswered }, says }: Props): JSX.Element {
  const { portfolio } = says.page.office
  const all = CONFIDENCES.filter((confidence) => open[confidence] > 0)
  if (all.length === 0) {
    return (
      <p>
        {portfolio.noFindings}
        {unanswered.open === 0 ? null : ` ${portfolio.unanswered(unanswered.open, unanswered.all)}`}
      </p>
    )
  }
  return (
    <ul class="tally">
      {all.map((confidence) => (
        <li key={confidence} class={confidence}>
          <span class="many">{says.format.number(open[confidence])}</span>
          <span>{portfolio.confidence[confidence]}</span>
        </li>
      ))}
      {fresh === 0 ? null : (
        <li class="fresh">
          <span class="many">{says.format.number(fresh)}</span>
          <span>{portfolio.fresh}</span>
        </li>
      )}
    </ul>
  )
}

/** In the words in which the report of the month says it, then what was found about the data. */
function Health({ customer: { health }, says: { report, format } }: Props): JSX.Element {
  const { days, daysWithData: withData, daysComplete: complete, lowest, advice } = health
  const said = report.about.completeness({
    days,
    withData,
    complete,
    lowest: lowest && { day: format.day(lowest.day), percent: format.percent(lowest.percent) },
  })
  return (
    <>
      <p>{capital(said)}.</p>
      {advice.length === 0 ? null : (
        <ul>
          {advice.map(({ finding, title }) => (
            <li key={finding.id}>
              <a href={PATHS.finding(finding.tenant_id, finding.id)}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
