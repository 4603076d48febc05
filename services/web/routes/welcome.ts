/** The link that works once: set-up of the first operator, and invitations. */
import { z } from 'zod'
import type { InvitationShown } from '../../accounts/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { WelcomeView } from '../pages/views.ts'
import { type Answer, page, redirect } from './answer.ts'
import { draw } from './draw.ts'
import { type Route, route } from './route.ts'
import { field, openQuery } from './shapes.ts'

const params = z.strictObject({ token: z.string().regex(/^[\w-]{16,200}$/u) })
/** An account is made: one signs in with it, like always. */
const DONE = '/login?welcome=1'

async function shownOf(
  accounts: { invitation(token: string): Promise<InvitationShown | null> },
  token: string,
): Promise<InvitationShown> {
  const shown = await accounts.invitation(token)
  // Used, replaced, too old, never made: the same.
  if (shown === null) throw new AppError('not_found')
  return shown
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
    async handler({ params: { token }, chrome }, { accounts }) {
      const shown = await shownOf(accounts, token)
      return page(draw.welcome(chrome(), { token, shown, typed: { login: '', name: '' }, problem: null }))
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
    async handler({ params: { token }, body, language, chrome }, { accounts }): Promise<Answer> {
      const shown = await shownOf(accounts, token)
      const { login, name, password, repeat } = body
      const again = (problem: WelcomeView['problem'], status = 422): Answer =>
        page(draw.welcome(chrome(), { token, shown, typed: { login, name }, problem }), status)
      if (password !== repeat) return again('not_the_same')
      const done =
        shown.kind === 'setup'
          ? await accounts.setUp(token, { login, name, language, password })
          : await accounts.accept(token, password)
      switch (done.outcome) {
        case 'accepted':
          return redirect(DONE)
        case 'not_open':
          throw new AppError('not_found')
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
