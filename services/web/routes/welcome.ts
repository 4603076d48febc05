/** The link that works once: set-up of the first operator, and invitations. */
import { z } from 'zod'
import type { Accounts, InvitationShown } from '../../accounts/index.ts'
import type { Language } from '../../advise/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { WelcomeView } from '../pages/views.ts'
import { type Answer, page, redirect } from './answer.ts'
import { draw } from './draw.ts'
import { homeOf } from './home.ts'
import { withNotice } from './notices.ts'
import { type AskedAny, type Route, route, type Who } from './route.ts'
import { field, openQuery } from './shapes.ts'

const params = z.strictObject({ token: z.string().max(200) }) // what is no token is answered as one that has ended
/** Signing in has to wait: the page says so. */
const laterIn = (language: Language): string => `/login?welcome=1&lang=${language}`

async function shownOf(
  accounts: { invitation(token: string): Promise<InvitationShown | null> },
  token: string,
): Promise<InvitationShown> {
  const shown = await accounts.invitation(token)
  // Used, replaced, too old, never made: the same.
  if (shown === null) throw new AppError('link_ended')
  return shown
}

/** An invitation is in the language of its account until another one is chosen. */
function languageOf(shown: InvitationShown, { query, language }: Asking): Language {
  return query.lang ?? (shown.kind === 'setup' ? language : shown.language)
}
interface Asking extends Pick<AskedAny, 'language'> {
  readonly query: { readonly lang?: Language | undefined }
}

/**
 * Signs in whoever has just chosen a password, by that password: the same throttle, rotation and row of the audit log as
 * on the page for signing in. It lets nobody in who could not sign in there (OWASP, Forgot Password, warns of sessions
 * that begin in another way).
 */
async function signedIn(
  accounts: Accounts,
  chosen: {
    readonly login: string
    readonly password: string
    readonly address: string
    readonly who: Who | null
    readonly language: Language
  },
): Promise<Answer> {
  const { login, password, address, who, language } = chosen
  const previous = who?.session?.cookie
  const done = await accounts.login({ login, password, address, ...(previous !== undefined && { previous }) })
  const found = done.outcome === 'signed_in' ? await accounts.session(done.session) : null
  if (done.outcome !== 'signed_in' || found === null) return redirect(laterIn(language))
  const to = withNotice(homeOf(found.principal), 'password_chosen', found.csrfSecret)
  return redirect(to, { value: done.session, endsMs: done.endsMs })
}

const PROBLEMS: Readonly<Record<string, WelcomeView['problem']>> = { login: 'login_invalid', name: 'name_invalid' }

export const welcomeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/welcome/:token',
    permission: 'public',
    scope: 'none',
    params,
    query: openQuery({}),
    async handler(asked, { accounts }) {
      const { token } = asked.params
      const shown = await shownOf(accounts, token)
      const chrome = { ...asked.chrome(), language: languageOf(shown, asked) }
      return page(draw.welcome(chrome, { token, shown, typed: { login: '', name: '' }, problem: null }))
    },
  }),
  route({
    method: 'POST',
    url: '/welcome/:token',
    permission: 'public',
    scope: 'none',
    params,
    query: openQuery({}),
    body: z.object({ login: field, name: field, password: field, repeat: field }),
    async handler(asked, { accounts }): Promise<Answer> {
      const { token } = asked.params
      const shown = await shownOf(accounts, token)
      const { login, name, password, repeat } = asked.body
      const language = languageOf(shown, asked)
      const again = (problem: WelcomeView['problem'], status = 422): Answer =>
        page(draw.welcome({ ...asked.chrome(), language }, { token, shown, typed: { login, name }, problem }), status)
      if (password !== repeat) return again('not_the_same')
      const done =
        shown.kind === 'setup'
          ? await accounts.setUp(token, { login, name, language, password })
          : await accounts.accept(token, password)
      switch (done.outcome) {
        case 'accepted':
          if (shown.kind !== 'setup' && language !== shown.language) {
            await accounts.setLanguage(done.accountId, language)
          }
          return signedIn(accounts, {
            login: shown.kind === 'setup' ? login : shown.login,
            password,
            address: asked.address,
            who: asked.who,
            language,
          })
        case 'not_open':
          throw new AppError('link_ended')
        case 'weak':
          return again(done.weakness)
        case 'busy':
          return again('busy', 503)
        case 'invalid':
          return again(PROBLEMS[done.field] ?? 'login_invalid')
        case 'refused':
          break
      }
      return again('login_taken')
    },
  }),
]
