/** All months of a customer. */
import { htmlOf } from './html.ts'
import { Layout } from './parts/layout.tsx'
import { MonthList } from './parts/months.tsx'
import { PATHS } from './paths.ts'
import { saysOf } from './says.ts'
import type { Chrome, MonthsView } from './views.ts'

export function monthsPage(chrome: Chrome, { tenant, months }: MonthsView): string {
  const says = saysOf(chrome.language)
  const { page, format } = says
  const published = months.filter(({ revision }) => revision !== null)
  const [newest] = published
  return htmlOf(
    <Layout chrome={chrome} says={says} title={`${tenant.name}: ${page.months.title}`}>
      <h1>{tenant.name}</h1>
      <p class="lead">{page.months.lead(tenant.name)}</p>
      {newest === undefined ? (
        <p>{page.months.none}</p>
      ) : (
        <p>
          <a class="button" href={PATHS.report(tenant.id, newest.month)}>
            {page.months.read(format.month(newest.month))}
          </a>
        </p>
      )}
      <section class="block">
        <h2>{page.months.title}</h2>
        <MonthList tenant={tenant.id} months={months} current={null} says={says} />
        {published.length < 2 ? null : (
          <p>
            <a href={PATHS.compare(tenant.id)}>{page.months.compare}</a>
          </p>
        )}
      </section>
    </Layout>,
  )
}
