/** Pages over a house of accounts alone, without a database behind: for what is decided before anybody reads figures. */
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { createAudit } from '../../../../services/privacy/index.ts'
import { createLogger } from '../../../../services/shared/logger.ts'
import { formToken } from '../../../../services/web/routes/forged.ts'
import { createWeb, type WebParts } from '../../../../services/web/server/index.ts'
import { type House, newHouse } from '../../accounts/house.ts'

export interface Front {
  readonly house: House
  readonly app: FastifyInstance
  /** Signs somebody in. @returns the headers of a browser that shows a page of ours */
  signIn(login: string): Promise<{ readonly cookie: string; readonly csrf: string }>
  /** Sends a form, and gets the one that comes back to be mended as a browser does. */
  send(url: string, form: Readonly<Record<string, string>>, cookie?: string): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

export const SAME_SITE = { 'sec-fetch-site': 'same-origin', accept: 'text/html' } as const

export function sent(form: Readonly<Record<string, string>>) {
  const headers = { ...SAME_SITE, 'content-type': 'application/x-www-form-urlencoded' }
  return { method: 'POST', headers, payload: new URLSearchParams(form).toString() } as const
}

export async function newFront(parts: Partial<WebParts> = {}): Promise<Front> {
  const house = await newHouse()
  const { accounts, control } = house
  const clock = { now: () => house.now() }
  const secure = parts.secure ?? false
  const app = fastify({ exposeHeadRoutes: false })
  const web = {
    accounts,
    control,
    clock,
    audit: createAudit(control, clock),
    logger: createLogger('silent'),
    demo: null,
    pdf: null,
    secure,
    origin: null,
    ...parts,
  }
  await app.register(createWeb(web as unknown as WebParts))
  await app.ready()
  return {
    house,
    app,
    async signIn(login) {
      const session = await house.signIn(login)
      const signedIn = await accounts.session(session)
      return {
        cookie: `${secure ? '__Host-avesqo' : 'avesqo'}=${session}`,
        csrf: formToken(signedIn?.csrfSecret ?? ''),
      }
    },
    async send(url, form, cookie = '') {
      const { headers, ...more } = sent(form)
      const answered = await app.inject({ ...more, url, headers: { ...headers, cookie } })
      const back = answered.headers.location ?? ''
      return back.includes('?form=') ? app.inject({ url: back, headers: { ...SAME_SITE, cookie } }) : answered
    },
    async close() {
      await app.close()
      await house.close()
    },
  }
}
