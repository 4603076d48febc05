/** One cut of a month: every rate of it drawn, every figure of it in a table, and the way to all other cuts. */
import type { JSX } from 'preact'
import { type Cut, CUTS } from '../../../schemas/cube.ts'
import { cellsOf } from '../reports/model.ts'
import { htmlOf } from './html.ts'
import { connectionsOf, Counts } from './parts/counts.tsx'
import { HeatGrid } from './parts/heat.tsx'
import { Layout } from './parts/layout.tsx'
import { aboutOf, Colophon, MetaLine } from './parts/meta.tsx'
import { RatePlots, totalOf } from './parts/rate-plot.tsx'
import { FigureTable } from './parts/table.tsx'
import { PATHS } from './paths.ts'
import { type Says, saysOf } from './says.ts'
import type { Chrome, CutView } from './views.ts'

/** @returns HTML of `/t/<tenant>/<month>/cuts/<cut>` */
export function cutPage(chrome: Chrome, view: CutView): string {
  const says = saysOf(chrome.language)
  const { report, format } = says
  const { tenant, publication } = view.input
  const { title, says: sentence } = report.tables[view.cut]
  const month = format.month(publication.month)
  return htmlOf(
    <Layout
      chrome={chrome}
      says={says}
      title={`${title}: ${tenant.name}, ${month}`}
      trail={[
        { href: PATHS.months(tenant.id), text: tenant.name },
        { href: PATHS.report(tenant.id, publication.month), text: month },
      ]}
    >
      <header class="title">
        <h1>{title}</h1>
        <p class="lead">{sentence}</p>
        <MetaLine facts={aboutOf(view.input, says).facts} />
      </header>
      <Figures view={view} says={says} />
      <Others view={view} says={says} />
      <Colophon input={view.input} says={says} />
    </Layout>,
  )
}

interface Props {
  readonly view: CutView
  readonly says: Says
}

function Figures({ view, says }: Props): JSX.Element {
  const { cut, table, input } = view
  const { k, safe } = input.publication
  if (table === null) {
    const isPeople = CUTS[cut].population === 'people'
    if (!isPeople) return <p>{says.report.noRooms}</p>
    return <p>{safe === 1 ? says.report.notPublished(k) : says.report.about.noPeople(k)}</p>
  }
  const rates = table.columns.filter(({ rate }) => rate === 'interval')
  const key = cellsOf('tenant', input) ?? undefined
  const isGrid = table.layout === 'grid'
  return (
    <>
      {table.layout === 'list' && CUTS[cut].by.length === 1 ? (
        <Counts
          id={cut}
          caption={`${table.title}: ${says.report.measures.legs}`}
          heads={[table.columns[0]?.title ?? '', says.report.measures.legs]}
          counts={connectionsOf(table)}
          k={k}
          says={says}
        />
      ) : null}
      {isGrid ? (
        <div class="pair">
          {rates.map(({ id }) => (
            <HeatGrid key={id} table={table} measure={id} says={says} />
          ))}
        </div>
      ) : null}
      {table.layout === 'list' ? (
        <RatePlots
          plots={rates.map(({ id }) => ({
            table,
            measure: id,
            total: CUTS[cut].population === 'people' ? totalOf(key, id) : null,
            k,
            says,
          }))}
        />
      ) : null}
      <section class="block">
        <h2>{says.page.cut.table}</h2>
        <FigureTable table={table} k={k} says={says} untitled />
      </section>
    </>
  )
}

/** Other cuts of this month, and other months of this cut. */
function Others({ view, says }: Props): JSX.Element {
  const { cut, cuts, input, months } = view
  const { page, report, format } = says
  const { tenant, publication } = input
  const offered = cuts.filter(({ published }) => published)
  const others = months.filter(({ revision, month }) => revision !== null && month !== publication.month)
  const group = (population: 'people' | 'environment', heading: string): JSX.Element | null => {
    const links = offered.filter((one) => CUTS[one.cut].population === population)
    if (links.length === 0) return null
    return (
      <div>
        <h3>{heading}</h3>
        <ul class="links">
          {links.map((one) => (
            <li key={one.cut}>
              <CutLink tenant={tenant.id} month={publication.month} cut={one.cut} current={cut}>
                {report.tables[one.cut].title}
              </CutLink>
            </li>
          ))}
        </ul>
      </div>
    )
  }
  return (
    <nav class="block others" aria-label={page.cut.others}>
      <h2>{page.cut.others}</h2>
      <div class="pair">
        {group('people', page.cut.people)}
        {group('environment', page.cut.rooms)}
        {others.length === 0 ? null : (
          <div>
            <h3>{page.cut.months}</h3>
            <ul class="links">
              {others.map(({ month }) => (
                <li key={month}>
                  <a href={PATHS.cut(tenant.id, month, cut)}>{format.month(month)}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <p>
        <a href={PATHS.report(tenant.id, publication.month)}>{page.cut.back}</a>
      </p>
    </nav>
  )
}

function CutLink(props: {
  readonly tenant: string
  readonly month: string
  readonly cut: Cut
  readonly current: Cut
  readonly children: string
}): JSX.Element {
  const { tenant, month, cut, current, children } = props
  return (
    <a href={PATHS.cut(tenant, month, cut)} aria-current={cut === current ? 'page' : undefined}>
      {children}
    </a>
  )
}
