/** The workings by customer: what needs attention first, then sources, freshness and months. No figure of anybody. */
import type { JSX } from 'preact'
import { htmlOf } from '../html.ts'
import { Layout } from '../parts/layout.tsx'
import { stateOf } from '../parts/months.tsx'
import { type Says, saysOf } from '../says.ts'
import type { Chrome, OperationsView, TenantOperations } from '../views.ts'
import { attentionOf, nightOf } from './attention.ts'
import { Sources } from './sources.tsx'
import { agoOf } from './times.ts'

/** @returns HTML of `/operations` */
export function operationsPage(chrome: Chrome, view: OperationsView): string {
  const says = saysOf(chrome.language)
  const { operations } = says.page.office
  return htmlOf(
    <Layout chrome={chrome} says={says} title={operations.title}>
      <h1>{operations.title}</h1>
      <p class="lead">{operations.lead}</p>
      {view.tenants.length === 0 ? <p>{operations.none}</p> : <Attention view={view} says={says} />}
      <Night view={view} says={says} />
      {view.tenants.length < 2 ? null : (
        <nav class="block" aria-label={operations.customers}>
          <ul class="links">
            {view.tenants.map(({ tenant }) => (
              <li key={tenant.id}>
                <a href={`#tenant-${tenant.id}`}>{tenant.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {view.tenants.map((of) => (
        <Customer key={of.tenant.id} of={of} says={says} />
      ))}
    </Layout>,
  )
}

interface ViewProps {
  readonly view: OperationsView
  readonly says: Says
}

function Attention({ view, says }: ViewProps): JSX.Element {
  const { operations } = says.page.office
  const night = nightOf(view, says)
  const all = attentionOf(view, says)
  return (
    <section class="summary" aria-labelledby="attention">
      <h2 id="attention">{operations.attention}</h2>
      {night === null && all.length === 0 ? (
        <p>{operations.calm}</p>
      ) : (
        <ul>
          {night === null ? null : <li>{night}</li>}
          {all.map(({ tenant, texts }) => (
            <li key={tenant.id}>
              <a href={`#tenant-${tenant.id}`}>{tenant.name}</a>
              <ul>
                {texts.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Night({ view: { lastNight }, says }: ViewProps): JSX.Element {
  const { operations } = says.page.office
  return (
    <dl class="facts">
      <div>
        <dt>{operations.lastNight}</dt>
        <dd>{lastNight === null ? operations.never : operations.nightDone(says.format.day(lastNight))}</dd>
      </div>
    </dl>
  )
}

interface Props {
  readonly of: TenantOperations
  readonly says: Says
}

function Customer({ of, says }: Props): JSX.Element {
  const { operations } = says.page.office
  const { tenant, months } = of
  return (
    <section class="part" id={`tenant-${tenant.id}`} aria-labelledby={`h-${tenant.id}`}>
      <h2 id={`h-${tenant.id}`}>
        {tenant.name} <code class="quiet">{tenant.id}</code>
      </h2>
      <Facts of={of} says={says} />
      <h3>{operations.sources}</h3>
      <Sources sources={of.sources} tenant={tenant} says={says} />
      <h3>{operations.months}</h3>
      {months.length === 0 ? (
        <p class="quiet">{operations.noMonths}</p>
      ) : (
        <ul class="months">
          {months.map((link) => (
            <li key={link.month}>
              <span class="month">{says.format.month(link.month)}</span>
              <span class="state">{stateOf(link, says)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Facts({ of, says }: Props): JSX.Element {
  const { operations } = says.page.office
  const { format } = says
  const { tenant, freshness, drift } = of
  const { behindMs, ranMs, openSwaps, frozenUntil } = freshness
  const facts = [
    [
      operations.facts.contract,
      operations.contract(
        format.day(tenant.contract_from),
        tenant.contract_to === null ? null : format.day(tenant.contract_to),
      ),
    ],
    [operations.facts.mode, operations.modes[tenant.mode]],
    [
      operations.facts.counted,
      behindMs === null
        ? operations.notCounted
        : operations.counted(agoOf(behindMs, says), ranMs === null ? null : format.instant(ranMs, tenant.zone)),
    ],
    [operations.facts.swaps, openSwaps === 0 ? operations.noSwaps : operations.swaps(openSwaps)],
    [
      operations.facts.drift,
      drift === null
        ? operations.neverCompared
        : drift.days === 0
          ? operations.noDrift(format.instant(drift.ranMs, tenant.zone))
          : operations.drift(drift.days, format.instant(drift.ranMs, tenant.zone)),
    ],
    [operations.facts.frozen, operations.frozenUntil(format.day(frozenUntil))],
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
