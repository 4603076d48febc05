/**
 * Makes routes of the server out of the table, and is the only one that does. In this order a request meets: the rate of
 * its address, who it is, the rate of its account, what its role may, whose tenant it asks for, whether another site sent
 * it, the form's token, the schemas; then the handler.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../advise/index.ts'
import { AppError, Later } from '../../shared/errors.ts'
import { networkOf } from '../../shared/http/network.ts'
import { type Access, accessTo, may } from '../access.ts'
import type { Chrome } from '../pages/views.ts'
import { type Answer, redirect } from '../routes/answer.ts'
import { isSafe, refuseOtherSites, refuseWithoutToken } from '../routes/forged.ts'
import { formGone, noticeText, readNotice, withNotice } from '../routes/notices.ts'
import { type AskedAny, isApi, type Route, type Who } from '../routes/route.ts'
import { codeOfFault, sendFault, wrongParameter } from './faults.ts'
import { preferredLanguage } from './language.ts'
import type { WebParts } from './parts.ts'
import type { Rates } from './rates.ts'
import { createRefusals } from './refusals.ts'
import { createReturnedForms } from './returned-forms.ts'
import { createSend } from './send.ts'
import { aroundOf, whoBySession, whoByToken } from './who.ts'

/** Bytes of a form or of a request of the API. */
const BODY_BYTES = 65_536

/** What is known of a request before its handler is called. */
interface Known {
  readonly who: Who | null
  readonly access: Access | null
}
const NOBODY: Known = { who: null, access: null }

export function registerRoutes(app: FastifyInstance, routes: readonly Route[], web: WebParts, rates: Rates): void {
  const { audit, logger, secure } = web
  const demo = web.demo !== null
  const refusals = createRefusals(audit, web.clock)
  app.addHook('onClose', async () => {
    try {
      await refusals.flush()
    } catch (error) {
      if (!(error instanceof AppError)) throw error // a count is lost; what others have open is still to be closed
    }
  })
  const known = new WeakMap<FastifyRequest, Known>()
  const send = createSend(app, web)
  const forms = createReturnedForms(web.clock)

  // Where the house says its address, a request's Host is not believed: links and the check of Origin are made of it.
  const originOf = ({ host }: FastifyRequest): string => web.origin ?? `${secure ? 'https' : 'http'}://${host}`

  /** @throws AppError where the role or the account may not: that somebody tried stands in the audit log */
  const authorise = async ({ permission, scope }: Route, { principal }: Who, request: FastifyRequest) => {
    if (permission === 'public') return null
    try {
      if (!may(principal, permission)) throw new AppError('forbidden')
      return scope === 'tenant' ? accessTo(principal, tenantIn(request)) : null
    } catch (error) {
      // Whose it is, or whether it is anybody's, is not looked up: every refusal is the same work.
      await refusals.count(principal.accountId, permission)
      throw error
    }
  }

  const meet = async (route: Route, request: FastifyRequest): Promise<Known | 'sign_in'> => {
    refuseOften(rates.address.take(networkOf(request.ip)))
    const who = await (isApi(route) && route.permission !== 'public' ? whoByToken : whoBySession)(request, web)
    if (who !== null) {
      known.set(request, { who, access: null }) // what is refused from here on is answered in their language
      refuseOften(rates.account.take(who.principal.accountId))
    }
    if (route.permission !== 'public' && who === null) {
      if (isApi(route)) throw new AppError('not_signed_in')
      return 'sign_in'
    }
    const access = who === null ? null : await authorise(route, who, request)
    if (!isSafe(route.method) && !(who !== null && who.session === null)) refuseOtherSites(request, originOf(request))
    if (route.permission === 'public' && !isSafe(route.method)) refuseOften(rates.password.take(networkOf(request.ip)))
    return { who, access }
  }

  /** @param gone whether it asks for a form that came back and is not there any more */
  const askedOf = (request: FastifyRequest, gone: boolean): AskedAny => {
    const { who, access } = known.get(request) ?? NOBODY
    const { params, query, body } = request
    const language = who?.principal.language ?? wishedIn(query) ?? preferredLanguage(request)
    const secret = who?.session?.csrfSecret
    const done = secret === undefined ? null : readNotice(textIn(query, 'done'), secret)
    const said = done === null ? null : ({ kind: 'done', text: noticeText(done, language) } as const)
    const chrome = (path: string = pathOf(request)): Chrome => ({
      ...aroundOf(who, language, demo),
      path,
      notice: gone ? { kind: 'problem', text: formGone(language) } : said,
    })
    return {
      params,
      query,
      body,
      who,
      access,
      language,
      chrome,
      saying: (to, code) => (secret === undefined ? to : withNotice(to, code, secret)),
      address: request.ip,
      origin: originOf(request),
      header(name) {
        const value = request.headers[name]
        return typeof value === 'string' ? value : undefined
      },
    }
  }

  /** A page, or in its place the form that came back there. */
  const shown = async (route: Route, request: FastifyRequest): Promise<Answer> => {
    const session = known.get(request)?.who?.session
    const id = textIn(request.query, 'form')
    const form = session && id !== undefined ? forms.find(session, pathIn(request), id) : null
    // Also where a form comes back: that the page may be read, and was, is decided and written down anew.
    const answer = await route.handler(askedOf(request, id !== undefined && form === null), web)
    return form !== null && answer.type === 'page' ? form : answer
  }

  /**
   * What a form is answered with; where it is to be mended, the way to where it came back. Not so of pages for everybody:
   * who sends those forms has no session yet, or means to leave it, and the page that has the form sends on who has one.
   */
  const taken = async (route: Route, request: FastifyRequest): Promise<Answer> => {
    const answer = await route.handler(askedOf(request, false), web)
    const session = known.get(request)?.who?.session
    if (route.permission === 'public' || !session) return answer
    if (answer.type !== 'page' || (answer.status ?? 200) < 400) return answer
    const to = forms.keep(session, route.formOn ?? pathIn(request), answer)
    return to === null ? answer : redirect(to)
  }

  const answerOf = async (route: Route, request: FastifyRequest): Promise<Answer> => {
    if (isApi(route)) return route.handler(askedOf(request, false), web)
    return isSafe(route.method) ? shown(route, request) : taken(route, request)
  }

  for (const route of routes) {
    const { method, url, params, query, body, response, docs } = route
    app.route({
      method,
      url,
      bodyLimit: BODY_BYTES,
      schema: {
        ...(params && { params }),
        ...(query && { querystring: query }),
        ...(body && { body }),
        ...(response && { response }),
        ...(docs ?? { hide: true }),
      },
      async onRequest(request, reply) {
        const met = await meet(route, request)
        if (met === 'sign_in') return reply.redirect(`/login?next=${encodeURIComponent(whereTo(request))}`, 303)
        known.set(request, met)
        return undefined
      },
      async preValidation(request) {
        const session = known.get(request)?.who?.session
        if (!isSafe(method) && route.permission !== 'public' && session) refuseWithoutToken(request, session.csrfSecret)
      },
      errorHandler(error, request, reply) {
        void answerFault(route, error, request, reply)
      },
      handler: async (request, reply) => send(request, reply, await answerOf(route, request)),
    })
  }

  function answerFault(route: Route, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { who } = known.get(request) ?? NOBODY
    const language: Language = who?.principal.language ?? wishedIn(request.query) ?? preferredLanguage(request)
    const code = codeOfFault(error, route.url, logger)
    const retryAfterS = error instanceof Later ? error.retryAfterS : undefined
    return sendFault(
      request,
      reply,
      { code, retryAfterS, parameter: wrongParameter(error, route), api: isApi(route), form: route.formOn },
      aroundOf(who, language, demo),
    )
  }
}

/** @throws Later */
function refuseOften(retryAfterS: number): void {
  if (retryAfterS > 0) throw new Later('too_many_requests', retryAfterS)
}

function tenantIn(request: FastifyRequest): string {
  return textIn(request.params, 'tenant') ?? ''
}

function textIn(values: unknown, name: string): string | undefined {
  if (typeof values !== 'object' || values === null) return undefined
  const value = (values as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : undefined
}

function wishedIn(query: unknown): Language | undefined {
  const lang = textIn(query, 'lang')
  return lang === 'nl' || lang === 'en' ? lang : undefined
}

/** What stands in an address for one look at a page: what is said once, and a form that came back. */
const ONCE: ReadonlySet<string> = new Set(['done', 'form'])

function pathIn({ url }: FastifyRequest): string {
  const [path = '/'] = url.split('?')
  return path
}

/** Path and query of a page, without what is said once, and without what the page does not know. */
function pathOf(request: FastifyRequest): string {
  const [path, search] = [pathIn(request), request.url.split('?')[1] ?? '']
  const isSaid = (name: string): boolean => !ONCE.has(name) && textIn(request.query, name) !== undefined
  const said = [...new URLSearchParams(search)].filter(([name]) => isSaid(name))
  const query = new URLSearchParams(said)
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

/** Longest address to which somebody is led back after signing in. */
const NEXT_LENGTH = 300

/** Where somebody wanted to go; a form that was sent cannot be sent again by a link. */
function whereTo(request: FastifyRequest): string {
  return request.method === 'GET' && request.url.length <= NEXT_LENGTH ? request.url : '/'
}
