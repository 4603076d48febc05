/** Around every page: who is signed in, the language, the way back, what just happened; no script, no outside source. */
import type { ComponentChildren, JSX } from 'preact'
import type { AccountRole } from '../../../../schemas/accounts.ts'
import { assetPath } from '../../routes/assets.ts'
import { PATHS } from '../paths.ts'
import type { Says } from '../says.ts'
import type { Chrome } from '../views.ts'
import type { NavPage } from '../words/words.ts'

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
        <link rel="icon" href={assetPath('favicon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetPath('avesqo.css')} />
      </head>
      <body>
        <a class="skip" href="#content">
          {page.skip}
        </a>
        {chrome.demo ? (
          <aside class="demo" aria-label={page.demoLabel}>
            {page.demo}
          </aside>
        ) : null}
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

function Header({ chrome, says }: { readonly chrome: Chrome; readonly says: Says }): JSX.Element {
  const { account } = chrome
  const { page } = says
  return (
    <header class="top">
      <a class="product" href={PATHS.home}>
        <b>Avesqo</b> {page.product}
      </a>
      {account === null ? null : (
        <nav class="pages" aria-label={page.menu}>
          {NAV[account.role].map((name) => (
            <a key={name} href={NAV_PATHS[name]} aria-current={isAt(chrome.path, NAV_PATHS[name]) ? 'page' : undefined}>
              {page.nav[name]}
            </a>
          ))}
        </nav>
      )}
      <div class="mine">
        {account === null ? null : (
          <a href={PATHS.account}>
            {account.name} <span class="quiet">{page.roles[account.role]}</span>
          </a>
        )}
        <LanguageSwitch chrome={chrome} says={says} />
        {account === null || chrome.csrf === null ? null : (
          <form method="post" action={PATHS.logout}>
            <Csrf chrome={chrome} />
            <button class="plain">{page.signOut}</button>
          </form>
        )}
      </div>
    </header>
  )
}

const NAV: Readonly<Record<AccountRole, readonly NavPage[]>> = {
  customer_viewer: ['months'],
  consultant: ['portfolio'],
  privacy_officer: ['privacy', 'register'],
  operator: ['operations', 'accounts'],
}
const NAV_PATHS: Readonly<Record<NavPage, string>> = { ...PATHS, months: PATHS.home }

function isAt(path: string, href: string): boolean {
  return path.split('?')[0] === href
}

/** Whoever is signed in keeps the language in the account; who is not yet, in the address. */
function LanguageSwitch({ chrome, says }: { readonly chrome: Chrome; readonly says: Says }): JSX.Element | null {
  const { account, csrf, path } = chrome
  const other = says.language === 'nl' ? 'en' : 'nl'
  if (account !== null && csrf !== null) {
    return (
      <form method="post" action={PATHS.language}>
        <Csrf chrome={chrome} />
        <input type="hidden" name="language" value={other} />
        <input type="hidden" name="back" value={path} />
        <button class="plain" lang={other}>
          {says.page.otherLanguage}
        </button>
      </form>
    )
  }
  if (account !== null || !OPEN.test(path)) return null
  const { pathname, searchParams } = new URL(path, 'http://page')
  searchParams.set('lang', other)
  return (
    <a href={`${pathname}?${searchParams.toString()}`} lang={other} hreflang={other}>
      {says.page.otherLanguage}
    </a>
  )
}

/** Pages that take the language from their address. */
const OPEN = /^\/(?:login|welcome)(?:[/?]|$)/u

/** In every form: that it was sent from a page of ours. */
export function Csrf({ chrome }: { readonly chrome: Chrome }): JSX.Element | null {
  return chrome.csrf === null ? null : <input type="hidden" name="_csrf" value={chrome.csrf} />
}
