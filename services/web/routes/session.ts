/** The one cookie, and the token of a program: how a request says whose it is. */
import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SessionCookie } from './answer.ts'

/** Under TLS the name itself forbids that another host or path of the domain sets it (RFC 6265bis, 4.1.3.2). */
function nameOf(secure: boolean): string {
  return secure ? '__Host-avesqo' : 'avesqo'
}

function attributes(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
}

/** @returns the value of the cookie, null where there is none */
export function sessionOf(request: FastifyRequest, secure: boolean): string | null {
  const value = request.cookies[nameOf(secure)]
  return value === undefined || value === '' ? null : value
}

/** @param now ms of our clock; the browser's may differ, so the cookie says for how long and not until when */
export function setSession(reply: FastifyReply, { value, endsMs }: SessionCookie, secure: boolean, now: number): void {
  const maxAge = Math.max(0, Math.floor((endsMs - now) / 1_000))
  void reply.setCookie(nameOf(secure), value, { ...attributes(secure), maxAge })
}

export function endSession(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(nameOf(secure), attributes(secure))
}

/** @returns the token of an `Authorization: Bearer …`, null where there is no such header */
export function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization
  if (header === undefined) return null
  return /^Bearer +([\w.~+/=-]{1,200})$/iu.exec(header)?.[1] ?? ''
}
