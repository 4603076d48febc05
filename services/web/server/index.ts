/**
 * Pages and API on a listener that others use as well, in a scope of their own: own parsers, own headers, own errors.
 * Processes import this file and no other of the folder; it loads pages, which are .tsx.
 */
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { constants } from 'node:zlib'
import type { Beside } from '../../shared/http/server.ts'
import { demoRoutes } from '../routes/demo.ts'
import { ROUTES } from '../routes/table.ts'
import { answerNotFound } from './faults.ts'
import type { WebParts } from './parts.ts'
import { createRates } from './rates.ts'
import { registerRoutes } from './register.ts'

export type { Demo, WebParts } from './parts.ts'
export type { RateLimits } from './rates.ts'

/** Nothing is loaded from elsewhere, nothing runs, nothing frames us. */
export const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
} as const
const YEAR_S = 31_536_000
/** Smaller answers are not worth it. */
const COMPRESS_BYTES = 1_024
/** As gzip's usual level: brotli's own usual one takes a hundred times as long. */
const BROTLI_QUALITY = 4

export function createWeb(web: WebParts): Beside {
  return (app) => registerWeb(app, web)
}

async function registerWeb(app: FastifyInstance, web: WebParts): Promise<void> {
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  await app.register(formbody)
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: mutable(POLICY) },
    // Not `no-referrer`: a browser would then say `Origin: null` when it sends a form.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: web.secure ? { maxAge: YEAR_S, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  })
  await app.register(compress, {
    threshold: COMPRESS_BYTES,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  })
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('x-robots-tag', 'noindex, nofollow')
    void reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  })
  const rates = createRates(web.rates)
  app.setNotFoundHandler(answerNotFound(rates, web))
  registerRoutes(app, web.demo === null ? ROUTES : [...ROUTES, ...demoRoutes], web, rates)
}

function mutable(policy: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(policy).map(([name, sources]) => [name, [...sources]]))
}
