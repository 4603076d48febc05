/** Sealed months of every customer, with how many cells are shown and withheld. No figure. */
import type { JSX } from 'preact'
import { DEFAULT_ZONE } from '../../../../schemas/control/export.ts'
import { localDayOf } from '../../../shared/calendar.ts'
import { htmlOf } from '../html.ts'
import { Layout } from '../parts/layout.tsx'
import { PATHS } from '../paths.ts'
import { type Says, saysOf } from '../says.ts'
import type { Chrome, PrivacyView } from '../views.ts'

/** @returns HTML of `/privacy` */
export function privacyPage(chrome: Chrome, { tenants }: PrivacyView): string {
  const says = saysOf(chrome.language)
  const { overview } = says.page.protection
  return htmlOf(
    <Layout chrome={chrome} says={says} title={overview.title}>
      <h1>{overview.title}</h1>
      <p class="lead">{overview.lead}</p>
      {tenants.length === 0 ? <p>{overview.noTenants}</p> : null}
      {tenants.map(({ tenant, months }) => (
        <section key={tenant.id} class="block" aria-labelledby={`h-${tenant.id}`}>
          <h2 id={`h-${tenant.id}`}>{tenant.name}</h2>
          {months.length === 0 ? (
            <p class="quiet">{overview.noMonths}</p>
          ) : (
            <Months tenant={tenant} months={months} says={says} />
          )}
        </section>
      ))}
      <section class="block" aria-labelledby="how">
        <h2 id="how">{overview.howTitle}</h2>
        {overview.how.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{overview.roomsSays}</p>
        <p>
          <a href={PATHS.register}>{overview.register}</a>
        </p>
      </section>
    </Layout>,
  )
}

type OfTenant = PrivacyView['tenants'][number]

function Months({ tenant, months, says }: OfTenant & { readonly says: Says }): JSX.Element {
  const { page, format } = says
  const { overview, protocol } = page.protection
  const { columns } = overview
  return (
    <div class="scroll" role="region" aria-label={overview.months(tenant.name)} tabIndex={0}>
      <table class="figures">
        <caption class="unseen">{overview.months(tenant.name)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.month}</th>
            {([columns.cells, columns.shown, columns.withheld, columns.share] as const).map((head) => (
              <th key={head} scope="col" class="num">
                {head}
              </th>
            ))}
            {([columns.people, columns.k, columns.sealed, columns.state] as const).map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, state, revision, sealedMs, k, safe, cells, shown }) => (
            <tr key={month}>
              <th scope="row">
                <a href={PATHS.protocol(tenant.id, month)}>{format.month(month)}</a>
              </th>
              <td class="num">{format.number(cells)}</td>
              <td class="num">{format.number(shown)}</td>
              <td class="num">{format.number(cells - shown)}</td>
              <td class="num">{cells === 0 ? '–' : format.percent(Math.floor((100 * shown) / cells))}</td>
              <td>{safe ? overview.people.yes : overview.people.no}</td>
              <td>{protocol.persons(k)}</td>
              <td>{format.day(localDayOf(sealedMs, DEFAULT_ZONE))}</td>
              <td>
                {page.months.states[state]}
                {revision === 1 ? '' : `, ${page.months.revision(format.number(revision))}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
