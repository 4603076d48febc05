/** Around every page: who is signed in, the language, the way back, what just happened; no script, no outside source. */
import type { ComponentChildren, JSX } from 'preact'
import { PATHS } from '../paths.ts'
import type { Says } from '../says.ts'
import type { Chrome } from '../views.ts'

export interface LayoutProps {
  readonly chrome: Chrome
  readonly says: Says
  /** Of the browser's window. */
  readonly title: string
  /** From the first page to this one; without this one. */
  readonly trail?: readonly { readonly href: string; readonly text: string }[]
  readonly children: ComponentChildren
}

export function Layout({ chrome, says, title, trail = [], children }: LayoutProps): JSX.Element {
  const { page, language } = says
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – ${page.product}`}</title>
        <link rel="icon" href={PATHS.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={PATHS.stylesheet} />
      </head>
      <body>
        <a class="skip" href="#content">
          {page.skip}
        </a>
        {chrome.demo ? <p class="demo">{page.demo}</p> : null}
        <Header chrome={chrome} says={says} />
        <main id="content" tabIndex={-1}>
          {trail.length === 0 ? null : (
            <nav class="trail" aria-label={page.trail}>
              <ol>
                {trail.map(({ href, text }) => (
                  <li key={href}>
                    <a href={href}>{text}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {chrome.notice === null ? null : (
            <p class={`notice ${chrome.notice.kind}`} role={chrome.notice.kind === 'problem' ? 'alert' : 'status'}>
              <strong>{page[chrome.notice.kind]}.</strong> {chrome.notice.text}
            </p>
          )}
          {children}
        </main>
        <footer class="foot">
          <p>{page.contact}</p>
          <p>{page.privacy}</p>
        </footer>
      </body>
    </html>
  )
}

function Header({ chrome, says: { page, language } }: { readonly chrome: Chrome; readonly says: Says }): JSX.Element {
  const { account } = chrome
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <header class="top">
      <a class="product" href={PATHS.home}>
        <b>Avesqo</b> {page.product}
      </a>
      <nav class="mine" aria-label={page.menu}>
        {account === null ? null : (
          <a href={PATHS.account}>
            {account.name} <span class="quiet">{page.roles[account.role]}</span>
          </a>
        )}
        <form method="post" action={PATHS.language}>
          <Csrf chrome={chrome} />
          <input type="hidden" name="language" value={other} />
          <input type="hidden" name="back" value={chrome.path} />
          <button class="plain" lang={other}>
            {page.otherLanguage}
          </button>
        </form>
        {account === null ? null : (
          <form method="post" action={PATHS.logout}>
            <Csrf chrome={chrome} />
            <button class="plain">{page.signOut}</button>
          </form>
        )}
      </nav>
    </header>
  )
}

/** In every form: that it was sent from a page of ours. */
export function Csrf({ chrome }: { readonly chrome: Chrome }): JSX.Element | null {
  return chrome.csrf === null ? null : <input type="hidden" name="_csrf" value={chrome.csrf} />
}
