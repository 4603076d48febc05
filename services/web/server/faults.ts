/**
 * What is answered where no page is: a page for browsers, a problem (RFC 9457) for programs. Neither holds anything of the
 * request.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError, ERRORS, type ErrorCode } from '../../shared/errors.ts'
import { codeOf, sendProblem } from '../../shared/http/problems.ts'
import { networkOf } from '../../shared/http/network.ts'
import { type Logger, word } from '../../shared/logger.ts'
import { draw } from '../routes/draw.ts'
import type { Chrome } from '../pages/views.ts'
import type { Route, Who } from '../routes/route.ts'
import { preferredLanguage } from './language.ts'
import type { WebParts } from './parts.ts'
import type { Rates } from './rates.ts'
import { aroundOf, whoBySession } from './who.ts'

/** Where programs ask, whatever they say that they take; the documentation of the API is a page. */
const PROGRAMS = /^\/(?:api(?!\/docs(?:\?|$))|receive|health|metrics)(?:[/?]|$)/u
/** Storage may answer again after this, s. */
const UNAVAILABLE_S = 2

function isBrowser(request: FastifyRequest): boolean {
  return !PROGRAMS.test(request.url) && (request.headers.accept ?? '').includes('text/html')
}

/** The code of whatever was thrown while a request was answered; what is not known is written to the log. */
export function codeOfFault(error: unknown, route: string, logger: Logger): ErrorCode {
  const invalid = invalidPart(error)
  if (invalid !== null) return invalid === 'params' ? 'not_found' : 'bad_request'
  const code = codeOf(error)
  if (code === 'internal') {
    // The error's text may quote what was sent: its class and our route template are all that is written down.
    logger.event('bug', { where: word(route), error: word(error instanceof Error ? error.name : 'unknown') })
  }
  return code
}

/** Which part of a request is not as its schema says; null where it is another fault. */
function invalidPart(error: unknown): string | null {
  if (!(error instanceof Error) || !('validationContext' in error)) return null
  return String(error.validationContext)
}

/**
 * Which parameter of the query was wrong: a name of the route's own schema, never one that was sent.
 *
 * @returns undefined where it is another fault, or a parameter that the route does not have
 */
export function wrongParameter(error: unknown, { query }: Pick<Route, 'query'>): string | undefined {
  if (invalidPart(error) !== 'querystring' || !(query instanceof z.ZodObject)) return undefined
  const found = issues.safeParse(error)
  const named = new Set(found.data?.validation.map(({ instancePath }) => instancePath.split('/')[1]))
  return Object.keys(query.shape).find((name) => named.has(name))
}
const issues = z.object({ validation: z.array(z.object({ instancePath: z.string() })) })

/**
 * @param fault with whether a program asked
 * @param around of who is signed in, where somebody is
 */
export function sendFault(
  request: FastifyRequest,
  reply: FastifyReply,
  fault: {
    readonly code: ErrorCode
    readonly retryAfterS?: number | undefined
    readonly parameter?: string | undefined
    readonly api: boolean
    /** The page that has the form that was sent. */
    readonly form?: string | undefined
  },
  around: Omit<Chrome, 'path' | 'notice'>,
): FastifyReply {
  const { code, api } = fault
  const retryAfterS = fault.retryAfterS ?? (code === 'unavailable' ? UNAVAILABLE_S : undefined)
  if (api || !isBrowser(request)) {
    if (code === 'not_signed_in') void reply.header('www-authenticate', 'Bearer realm="avesqo"')
    return sendProblem(reply, code, retryAfterS, fault.parameter)
  }
  const { status } = ERRORS[code]
  // Of no page, so that none is marked in the menu: two answers of the same fault differ in nothing but the tokens of their
  // forms, which are random. The language switch then leads home.
  const chrome: Chrome = { ...around, path: '', notice: null }
  if (retryAfterS !== undefined) void reply.header('retry-after', String(retryAfterS))
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(draw.fault(chrome, { code, status, retryAfterS: retryAfterS ?? null, form: fault.form ?? null }))
}

/** For addresses that no route has; they cost the sender as much of its rate as others do. */
export function answerNotFound({ address }: Pick<Rates, 'address'>, web: WebParts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const retryAfterS = address.take(networkOf(request.ip))
    const fault =
      retryAfterS > 0 ? ({ code: 'too_many_requests', retryAfterS } as const) : { code: 'not_found' as const }
    const who = retryAfterS > 0 ? null : await signedIn(request, web)
    const language = who?.principal.language ?? preferredLanguage(request)
    return sendFault(request, reply, { ...fault, api: false }, aroundOf(who, language, web.demo !== null))
  }
}

/** Nobody where the store does not answer: that there is nothing here is true all the same. */
async function signedIn(request: FastifyRequest, web: WebParts): Promise<Who | null> {
  try {
    return await whoBySession(request, web)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
