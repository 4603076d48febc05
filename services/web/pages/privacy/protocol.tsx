/** The protocol of a sealed month: cells by cut and by rule, and what each rule does and why. */
import type { JSX } from 'preact'
import { CUTS } from '../../../../schemas/cube.ts'
import type { DisclosureRule, ProtocolCut } from '../../../../schemas/published.ts'
import { htmlOf } from '../html.ts'
import { Layout } from '../parts/layout.tsx'
import { PATHS } from '../paths.ts'
import { capital } from '../text.ts'
import { type Says, saysOf } from '../says.ts'
import type { Chrome, ProtocolView } from '../views.ts'

/** @returns HTML of `/privacy/<tenant>/<month>` */
export function protocolPage(chrome: Chrome, view: ProtocolView): string {
  const says = saysOf(chrome.language)
  const { tenant, publication } = view
  const { protocol } = says.page.protection
  const title = protocol.title(says.format.month(publication.month))
  const rooms = ofPopulation(publication.protocol, 'environment')
  return htmlOf(
    <Layout
      chrome={chrome}
      says={says}
      title={`${title}: ${tenant.name}`}
      trail={[{ href: PATHS.privacy, text: says.page.nav.privacy }]}
    >
      <h1>{title}</h1>
      <p class="lead">{protocol.lead}</p>
      <Facts view={view} says={says} />
      <section class="block" aria-labelledby="by-cut">
        <h2 id="by-cut">{protocol.byCut}</h2>
        {publication.protocol.length === 0 ? (
          <p>{protocol.none}</p>
        ) : (
          <>
            <p>{protocol.byCutSays}</p>
            <Cuts cuts={ofPopulation(publication.protocol, 'people')} heading={protocol.people} says={says} />
            <Cuts cuts={rooms} heading={protocol.rooms} says={says} />
            {rooms.length === 0 ? null : <p>{protocol.roomsSays}</p>}
          </>
        )}
      </section>
      <Rules view={view} says={says} />
    </Layout>,
  )
}

function ofPopulation(cuts: readonly ProtocolCut[], population: 'people' | 'environment'): readonly ProtocolCut[] {
  return cuts.filter(({ cut }) => CUTS[cut].population === population)
}

interface Props {
  readonly view: ProtocolView
  readonly says: Says
}

function Facts({ view: { tenant, publication, state }, says }: Props): JSX.Element {
  const { page, report, format } = says
  const { protocol } = page.protection
  const { revision, sealed_ms, k, safe, profile, protocol: cuts } = publication
  const cells = cuts.reduce((sum, one) => sum + one.cells, 0)
  const shown = cuts.reduce((sum, one) => sum + one.shown, 0)
  const facts = [
    [report.facts.customer, tenant.name],
    [
      protocol.facts.cells,
      protocol.cells({
        cells: format.number(cells),
        shown: format.number(shown),
        withheld: format.number(cells - shown),
      }),
    ],
    [protocol.facts.people, safe === 1 ? protocol.peopleSafe : protocol.peopleNot(k)],
    [protocol.facts.k, protocol.persons(k)],
    [
      protocol.facts.sealed,
      `${format.instant(sealed_ms, tenant.zone)}${state === 'sealed' ? '' : `; ${page.months.states[state]}`}`,
    ],
    [protocol.facts.revision, format.number(revision)],
    [protocol.facts.profile, profile],
  ]
  return (
    <dl class="facts">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Roles are said because narrow screens show the reasons under the counts. */
function Cuts(props: {
  readonly cuts: readonly ProtocolCut[]
  readonly heading: string
  readonly says: Says
}): JSX.Element | null {
  const { cuts, heading, says } = props
  const { report, format } = says
  const { columns } = says.page.protection.protocol
  if (cuts.length === 0) return null
  return (
    <div class="scroll" role="region" aria-label={heading} tabIndex={0}>
      <table class="figures protocol" role="table">
        <caption>{heading}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {columns.cut}
            </th>
            {([columns.cells, columns.shown, columns.withheld] as const).map((head) => (
              <th key={head} role="columnheader" scope="col" class="num">
                {head}
              </th>
            ))}
            <th role="columnheader" scope="col">
              {columns.why}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {cuts.map((one) => (
            <tr key={one.cut} role="row">
              <th role="rowheader" scope="row">
                {report.tables[one.cut].title}
              </th>
              <td role="cell" class="num">
                {format.number(one.cells)}
              </td>
              <td role="cell" class="num">
                {format.number(one.shown)}
              </td>
              <td role="cell" class="num">
                {format.number(one.cells - one.shown)}
              </td>
              <td role="cell">{whyOf(one, says)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function whyOf({ by_rule }: ProtocolCut, { page, format }: Says): string {
  const { protocol } = page.protection
  const said = rulesOf(protocol.rule).flatMap((rule) => {
    const count = by_rule[rule] ?? 0
    return count === 0 ? [] : [protocol.times(protocol.rule[rule].short, format.number(count))]
  })
  return said.length === 0 ? protocol.all : said.join('; ')
}

function rulesOf(rules: Readonly<Record<DisclosureRule, unknown>>): readonly DisclosureRule[] {
  return Object.keys(rules) as DisclosureRule[]
}

/** Every rule, those that did something in this month first. */
function Rules({ view: { publication }, says }: Props): JSX.Element {
  const { protocol } = says.page.protection
  const countOf = (rule: DisclosureRule): number =>
    publication.protocol.reduce((sum, { by_rule }) => sum + (by_rule[rule] ?? 0), 0)
  const all = rulesOf(protocol.rule)
  const order = [...all.filter((rule) => countOf(rule) > 0), ...all.filter((rule) => countOf(rule) === 0)]
  return (
    <section class="block" aria-labelledby="rules">
      <h2 id="rules">{protocol.rules}</h2>
      <p>{protocol.rulesSays}</p>
      {order.map((rule) => {
        const { short, says: does, why } = protocol.rule[rule]
        const count = countOf(rule)
        return (
          <section key={rule} class="rule" aria-labelledby={`rule-${rule}`}>
            <h3 id={`rule-${rule}`}>
              {capital(short)}{' '}
              <span class="quiet">
                {count === 0 ? protocol.occursNot : protocol.occurs(count, says.format.number(count))}
              </span>
            </h3>
            <p>{does(publication.k)}</p>
            <p>{why(publication.k)}</p>
          </section>
        )
      })}
    </section>
  )
}
