/**
 * Requests that somebody else's page makes a browser send. Whatever changes something must come from a page of ours: the
 * browser says so itself (Fetch Metadata, Origin), and a form of a session has a token made of that session's secret.
 */
import { Tokens } from '@fastify/csrf'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../shared/errors.ts'

const tokens = new Tokens({})
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Field of forms, and header of who sends no form. */
const FIELD = '_csrf'
const HEADER = 'x-csrf-token'

export function isSafe(method: string): boolean {
  return SAFE_METHODS.has(method)
}

/** A token for the forms of one page. */
export function formToken(csrfSecret: string): string {
  return tokens.create(csrfSecret)
}

/**
 * For the form to sign in as well, which has no session yet. A request that says neither is of no browser of these years.
 *
 * @throws AppError `form_stale`
 */
export function refuseOtherSites(request: FastifyRequest, origin: string): void {
  const site = request.headers['sec-fetch-site']
  const from = request.headers.origin
  const said = site !== undefined || from !== undefined
  if (!said || (site !== undefined && site !== 'same-origin') || (from !== undefined && from !== origin)) {
    throw new AppError('form_stale')
  }
}

/** @throws AppError `form_stale` */
export function refuseWithoutToken(request: FastifyRequest, csrfSecret: string): void {
  const { body } = request
  const field = typeof body === 'object' && body !== null && FIELD in body ? body[FIELD] : undefined
  const token = field ?? request.headers[HEADER]
  if (typeof token !== 'string' || !tokens.verify(csrfSecret, token)) throw new AppError('form_stale')
}
