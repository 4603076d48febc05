/** Sends what handlers answer with. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Answer } from '../routes/answer.ts'
import { endSession, setSession } from '../routes/session.ts'
import type { WebParts } from './parts.ts'

type Send = (request: FastifyRequest, reply: FastifyReply, answer: Answer) => FastifyReply

export function createSend(app: FastifyInstance, { secure, clock }: Pick<WebParts, 'secure' | 'clock'>): Send {
  const kept = new WeakMap<FastifyReply, string>()
  // The server forbids to keep anything; it has said so before this hook runs.
  app.addHook('onSend', async (_request, reply, payload) => {
    const how = kept.get(reply)
    if (how !== undefined) void reply.header('cache-control', how)
    return payload
  })
  /** @returns whether the one who asks has it already */
  const validated = (request: FastifyRequest, reply: FastifyReply, etag: string | undefined): boolean => {
    if (etag === undefined) return false
    kept.set(reply, 'private, no-cache')
    void reply.header('etag', `"${etag}"`)
    return matches(request.headers['if-none-match'], etag)
  }
  return (request, reply, answer) => {
    switch (answer.type) {
      case 'page':
        if (answer.retryAfterS !== undefined) void reply.header('retry-after', String(answer.retryAfterS))
        return reply
          .code(answer.status ?? 200)
          .type('text/html; charset=utf-8')
          .send(answer.html)
      case 'redirect':
        if (answer.session === 'end') endSession(reply, secure)
        else if (answer.session !== undefined) setSession(reply, answer.session, secure, clock.now())
        return reply.redirect(answer.to, 303)
      case 'file':
        if (validated(request, reply, answer.etag)) return reply.code(304).send()
        return reply
          .type(answer.mime)
          .header('content-disposition', `attachment; filename="${answer.name}"`)
          .send(typeof answer.bytes === 'string' ? answer.bytes : Buffer.from(answer.bytes))
      case 'asset':
        kept.set(reply, `public, max-age=${answer.maxAgeS}`)
        return reply.type(answer.mime).send(Buffer.from(answer.bytes))
      case 'json':
        break
    }
    for (const [name, value] of Object.entries(answer.headers ?? {})) void reply.header(name, value)
    if (validated(request, reply, answer.etag)) return reply.code(304).send()
    return reply.code(answer.status ?? 200).send(answer.body)
  }
}

/** RFC 9110, 13.1.2: weak comparison. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((one) => {
    const tag = one.trim()
    return tag === '*' || tag === `"${etag}"` || tag === `W/"${etag}"`
  })
}
