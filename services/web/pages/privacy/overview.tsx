/** Sealed months of every customer, with how many cells are shown and withheld. No figure. */
import type { JSX } from 'preact'
import { DEFAULT_ZONE } from '../../../../schemas/control/export.ts'
import { localDayOf } from '../../../shared/calendar.ts'
import { htmlOf } from '../html.ts'
import { Heads } from '../parts/heads.tsx'
import { LabelledCell } from '../parts/labelled.tsx'
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

const COUNTS = ['cells', 'shown', 'withheld', 'share'] as const
const COLUMNS = ['month', ...COUNTS, 'people', 'k', 'sealed', 'state'] as const

function Months({ tenant, months, says }: OfTenant & { readonly says: Says }): JSX.Element {
  const { page, format } = says
  const { overview, protocol } = page.protection
  const { columns } = overview
  return (
    <table class="stacked labelled" role="table">
      <caption class="unseen">{overview.months(tenant.name)}</caption>
      <Heads of={COLUMNS.map((name) => columns[name])} numbers={COUNTS.map((name) => columns[name])} />
      <tbody role="rowgroup">
        {months.map(({ month, state, revision, sealedMs, k, safe, cells, shown }) => (
          <tr key={month} role="row">
            <th role="rowheader" scope="row">
              <a href={PATHS.protocol(tenant.id, month)}>{format.month(month)}</a>
            </th>
            <LabelledCell head={columns.cells} number>
              {format.number(cells)}
            </LabelledCell>
            <LabelledCell head={columns.shown} number>
              {format.number(shown)}
            </LabelledCell>
            <LabelledCell head={columns.withheld} number>
              {format.number(cells - shown)}
            </LabelledCell>
            <LabelledCell head={columns.share} number>
              {cells === 0 ? '–' : format.percent(Math.floor((100 * shown) / cells))}
            </LabelledCell>
            <LabelledCell head={columns.people}>{safe ? overview.people.yes : overview.people.no}</LabelledCell>
            <LabelledCell head={columns.k}>{protocol.persons(k)}</LabelledCell>
            <LabelledCell head={columns.sealed}>{format.day(localDayOf(sealedMs, DEFAULT_ZONE))}</LabelledCell>
            <LabelledCell head={columns.state}>
              {page.months.states[state]}
              {revision === 1 ? '' : `, ${page.months.revision(format.number(revision))}`}
            </LabelledCell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
