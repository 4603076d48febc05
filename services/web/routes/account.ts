/** The person's own: password, sessions, tokens of programs. */
import { z } from 'zod'
import { type Accounts, TOKEN_DAYS } from '../../accounts/index.ts'
import { AppError } from '../../shared/errors.ts'
import { may } from '../access.ts'
import type { AccountView } from '../pages/views.ts'
import { type Answer, page, redirect } from './answer.ts'
import { draw } from './draw.ts'
import { withNotice } from './notices.ts'
import { type Route, route, type Who } from './route.ts'
import { field, pageQuery } from './shapes.ts'

const OWN = { permission: 'own_account', scope: 'none' } as const

async function viewOf(
  { tokens }: Pick<Accounts, 'tokens'>,
  { principal }: Who,
  more: Partial<Pick<AccountView, 'newToken' | 'problem'>> = {},
): Promise<AccountView> {
  const { name, role, accountId } = principal
  const tokenDays = { most: TOKEN_DAYS.most, usual: TOKEN_DAYS.default }
  const readsFigures = may(principal, 'figures_read')
  return {
    name,
    role,
    readsFigures,
    tokens: await tokens(accountId),
    newToken: null,
    problem: null,
    tokenDays,
    ...more,
  }
}

export const accountRoutes: readonly Route[] = [
  route({
    ...OWN,
    method: 'GET',
    url: '/account',
    query: pageQuery({}),
    handler: async ({ who, chrome }, { accounts }) => page(draw.account(chrome(), await viewOf(accounts, who))),
  }),
  route({
    ...OWN,
    method: 'POST',
    url: '/account/password',
    formOn: '/account',
    body: z.object({ current: field, password: field, repeat: field }),
    async handler({ who, body, address, chrome }, { accounts }): Promise<Answer> {
      const { current, password, repeat } = body
      const again = async (problem: AccountView['problem'], status = 422): Promise<Answer> =>
        page(draw.account(chrome('/account'), await viewOf(accounts, who, { problem })), status)
      if (who.session === null) throw new AppError('forbidden')
      if (password !== repeat) return again({ form: 'password', problem: 'not_the_same', retryAfterS: null })
      const done = await accounts.changePassword({ session: who.session.cookie, current, password, address })
      switch (done.outcome) {
        case 'changed': {
          // The session goes on under another value and another secret, of which the proof of the notice is made.
          const next = await accounts.session(done.session)
          const to = next === null ? '/account' : withNotice('/account', 'password_changed', next.csrfSecret)
          return redirect(to, { value: done.session, endsMs: done.endsMs })
        }
        case 'signed_out':
          return redirect('/login', 'end')
        case 'weak':
          return again({ form: 'password', problem: done.weakness, retryAfterS: null })
        case 'refused':
          return again({ form: 'password', problem: 'current_wrong', retryAfterS: null })
        case 'locked':
          return again({ form: 'password', problem: 'locked', retryAfterS: done.retryAfterS }, 429)
        case 'busy':
          break
      }
      return again({ form: 'password', problem: 'busy', retryAfterS: done.retryAfterS }, 503)
    },
  }),
  route({
    ...OWN,
    method: 'POST',
    url: '/account/sessions/end',
    formOn: '/account',
    body: z.object({}),
    async handler({ who }, { accounts }) {
      await accounts.logoutEverywhere(who.principal.accountId)
      return redirect('/login', 'end')
    },
  }),
  route({
    ...OWN,
    method: 'POST',
    url: '/account/tokens',
    formOn: '/account',
    body: z.object({ label: field, days: field, current: field }),
    async handler({ who, body, address, chrome }, { accounts }): Promise<Answer> {
      if (who.session === null) throw new AppError('forbidden')
      const view = async (more: Parameters<typeof viewOf>[2]): Promise<string> =>
        draw.account(chrome('/account'), await viewOf(accounts, who, more))
      // Who finds a session open must not leave with a key that outlives it.
      const confirmed = await accounts.confirm({ session: who.session.cookie, password: body.current, address })
      if (confirmed.outcome === 'signed_out') return redirect('/login', 'end')
      if (confirmed.outcome !== 'confirmed') {
        const retryAfterS = confirmed.outcome === 'refused' ? null : confirmed.retryAfterS
        const problem = confirmed.outcome === 'refused' ? 'current_wrong' : confirmed.outcome
        const html = await view({ problem: { form: 'token', problem, retryAfterS } })
        return page(html, { refused: 422, locked: 429, busy: 503 }[confirmed.outcome])
      }
      const days = body.days.trim() === '' ? TOKEN_DAYS.default : Number(body.days)
      const done = await accounts.createToken(who.principal.accountId, { label: body.label, days })
      if (done.outcome === 'created') {
        // Not behind another request: the secret is nowhere but here.
        return page(await view({ newToken: { label: done.token.label, secret: done.secret } }))
      }
      const problem =
        done.outcome === 'too_many' ? 'too_many' : done.field === 'days' ? 'days_invalid' : 'label_invalid'
      return page(await view({ problem: { form: 'token', problem, retryAfterS: null } }), 422)
    },
  }),
  route({
    ...OWN,
    method: 'POST',
    url: '/account/tokens/:id/end',
    formOn: '/account',
    params: z.strictObject({ id: z.uuid() }),
    body: z.object({}),
    async handler({ who, params, saying }, { accounts }) {
      if (!(await accounts.revokeToken(who.principal.accountId, params.id))) throw new AppError('not_found')
      return redirect(saying('/account', 'token_ended'))
    },
  }),
]
