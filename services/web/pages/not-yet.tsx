/** In place of a report that is not published yet: when it will be. */
import { htmlOf } from './html.ts'
import { Layout } from './parts/layout.tsx'
import { stateOf } from './parts/months.tsx'
import { PATHS } from './paths.ts'
import { saysOf } from './says.ts'
import type { Chrome, NotYetView } from './views.ts'

/** @returns HTML of `/t/<tenant>/<month>` while the month has no publication */
export function notYetPage(chrome: Chrome, { tenant, link }: NotYetView): string {
  const says = saysOf(chrome.language)
  const { page, format } = says
  const month = format.month(link.month)
  return htmlOf(
    <Layout
      chrome={chrome}
      says={says}
      title={`${page.report.title(month)}: ${tenant.name}`}
      trail={[{ href: PATHS.months(tenant.id), text: tenant.name }]}
    >
      <h1>{page.report.title(month)}</h1>
      <p class="lead">{page.months.notYet(month, stateOf(link, says))}</p>
      <p>
        <a href={PATHS.months(tenant.id)}>{page.report.parts.months.heading}</a>
      </p>
    </Layout>,
  )
}
