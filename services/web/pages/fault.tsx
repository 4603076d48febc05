/** What stands in place of a page: what happened, and what to do. */
import { htmlOf } from './html.ts'
import { waitText } from './parts/form.tsx'
import { Layout } from './parts/layout.tsx'
import { PATHS } from './paths.ts'
import { saysOf } from './says.ts'
import type { Chrome, ErrorView } from './views.ts'
import { FAULTS } from './words/access.ts'

export function faultPage(chrome: Chrome, { code, retryAfterS, form }: ErrorView): string {
  const says = saysOf(chrome.language)
  const { access } = says.page
  const { title, says: sentence } = access.faults[FAULTS.find((fault) => fault === code) ?? 'other']
  return htmlOf(
    <Layout chrome={chrome} says={says} title={title}>
      <div class="narrow">
        <h1>{title}</h1>
        <p class="lead">
          {sentence} {retryAfterS === null ? null : access.faults.retry(waitText(retryAfterS, access))}
        </p>
        {form === null ? null : (
          <p>
            <a href={form}>{access.faults.form}</a>
          </p>
        )}
        <p>
          <a href={PATHS.home}>{chrome.account === null ? access.faults.first : access.faults.back}</a>
        </p>
      </div>
    </Layout>,
  )
}
