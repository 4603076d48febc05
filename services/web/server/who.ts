/** Who asks: by the session of a browser, or by the token of a program. */
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../shared/errors.ts'
import type { Language } from '../../advise/index.ts'
import type { Chrome } from '../pages/views.ts'
import { formToken } from '../routes/forged.ts'
import type { Who } from '../routes/route.ts'
import { bearerOf, sessionOf } from '../routes/session.ts'
import type { WebParts } from './parts.ts'

/** @returns null where nobody is signed in. @throws AppError `unavailable` */
export async function whoBySession(
  request: FastifyRequest,
  { accounts, secure }: Pick<WebParts, 'accounts' | 'secure'>,
): Promise<Who | null> {
  const cookie = sessionOf(request, secure)
  const signedIn = cookie === null ? null : await accounts.session(cookie)
  if (cookie === null || signedIn === null) return null
  const { principal, csrfSecret } = signedIn
  return { principal, session: { cookie, csrfSecret } }
}

/** A token goes before a session. @throws AppError `not_signed_in` where it is none; `unavailable` */
export async function whoByToken(
  request: FastifyRequest,
  web: Pick<WebParts, 'accounts' | 'secure'>,
): Promise<Who | null> {
  const secret = bearerOf(request)
  if (secret === null) return whoBySession(request, web)
  const principal = await web.accounts.bearer(secret)
  if (principal === null) throw new AppError('not_signed_in')
  return { principal, session: null }
}

/** What stands around a page of whoever asks, whatever it is about. */
export function aroundOf(
  who: Who | null,
  language: Language,
  demo: boolean,
): Pick<Chrome, 'language' | 'account' | 'csrf' | 'demo'> {
  const secret = who?.session?.csrfSecret
  return {
    language,
    account: who === null ? null : { name: who.principal.name, role: who.principal.role },
    csrf: secret === undefined ? null : formToken(secret),
    demo,
  }
}
