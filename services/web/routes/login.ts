/** Signing in and out, the home page of each role, and the language. */
import { z } from 'zod'
import { LANGUAGES } from '../../advise/index.ts'
import { type Answer, page, redirect } from './answer.ts'
import { draw } from './draw.ts'
import { homeOf } from './home.ts'
import { type Route, route } from './route.ts'
import { field, openQuery, ownPath, pageQuery } from './shapes.ts'

export const loginRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/',
    permission: 'own_account',
    scope: 'none',
    query: pageQuery({}),
    handler: ({ who }) => redirect(homeOf(who.principal)),
  }),
  route({
    method: 'GET',
    url: '/login',
    permission: 'public',
    scope: 'none',
    query: openQuery({ next: ownPath.optional().catch(undefined), welcome: z.literal('1').optional() }),
    handler({ who, query, chrome }) {
      if (who !== null) return redirect(query.next ?? '/')
      const { next = null, welcome } = query
      const view = { next, welcome: welcome === '1', typed: '', problem: null, retryAfterS: null }
      return page(draw.login(chrome(), view))
    },
  }),
  route({
    method: 'POST',
    url: '/login',
    permission: 'public',
    scope: 'none',
    query: openQuery({}),
    body: z.object({ login: field, password: field, next: ownPath.nullish().catch(null) }),
    async handler({ body, who, chrome, address }, { accounts }): Promise<Answer> {
      const { login, password } = body
      const next = body.next ?? null
      const previous = who?.session?.cookie
      const done = await accounts.login({ login, password, address, ...(previous !== undefined && { previous }) })
      if (done.outcome === 'signed_in') return redirect(next ?? '/', { value: done.session, endsMs: done.endsMs })
      const retryAfterS = done.outcome === 'refused' ? null : done.retryAfterS
      const view = { next, welcome: false, typed: login, problem: done.outcome, retryAfterS }
      return {
        type: 'page',
        html: draw.login(chrome('/login'), view),
        status: { refused: 422, locked: 429, busy: 503 }[done.outcome],
        ...(retryAfterS !== null && { retryAfterS }),
      }
    },
  }),
  route({
    method: 'POST',
    url: '/logout',
    permission: 'own_account',
    scope: 'none',
    body: z.object({}),
    async handler({ who }, { accounts }) {
      if (who.session !== null) await accounts.logout(who.session.cookie)
      return redirect('/login', 'end')
    },
  }),
  route({
    method: 'POST',
    url: '/language',
    permission: 'own_account',
    scope: 'none',
    body: z.object({ language: z.enum(LANGUAGES), back: ownPath.catch('/') }),
    async handler({ who, body }, { accounts }) {
      await accounts.setLanguage(who.principal.accountId, body.language)
      return redirect(body.back)
    },
  }),
]
