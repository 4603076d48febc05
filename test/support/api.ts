/** Asks the API of a served product as a browser or a program does. */
import { expect } from 'vitest'
import type { z } from 'zod'
import { problem } from '../../schemas/api/common.ts'
import { type Answered, MONTH, OWN, type Served } from './served.ts'

/** Addresses of the customer of the tests. */
export const API = `/api/v1/tenants/${OWN}`
export const OF_MONTH = `${API}/periods/${MONTH}`

type Asker = 'consultant' | 'customer_viewer'

interface Asking {
  /** By the session of a role, as a browser that is signed in. */
  readonly ask: (path: string, role?: Asker, headers?: Readonly<Record<string, string>>) => Promise<Answered>
  /** What is answered with 200, as the shape that is promised. */
  readonly read: <T extends z.ZodType>(path: string, schema: T) => Promise<z.output<T>>
  readonly send: (path: string, json: unknown, role?: Asker) => Promise<Answered>
  /** Of the finding of the customer's month. */
  readonly findingPath: () => string
  /** A new token of a role's account. */
  readonly tokenOf: (role: Asker) => Promise<string>
  /** As a program asks: no cookie, and nothing that a browser says. */
  readonly byToken: (secret: string, path: string, init?: RequestInit) => Promise<Answered>
}

/** @param product is there when something is asked */
export function asking(product: () => Served): Asking {
  async function ask(path: string, role: Asker = 'customer_viewer', headers = {}): Promise<Answered> {
    const served = product()
    return served.visit(await served.session(role), path, { headers })
  }
  return {
    ask,
    async read(path, schema) {
      const { status, text } = await ask(path)
      expect([path, status]).toEqual([path, 200])
      return schema.parse(JSON.parse(text))
    },
    async send(path, json, role = 'consultant') {
      const served = product()
      return served.visit(await served.session(role), path, { method: 'POST', json })
    },
    findingPath: () => `${API}/findings/${product().finding[OWN] ?? ''}`,
    async tokenOf(role) {
      const { embedded, accounts } = product()
      const made = await embedded.accounts.createToken(accounts[role].id, { label: 'a program', days: 1 })
      if (made.outcome !== 'created') throw new Error('No token could be made.')
      return made.secret
    },
    async byToken(secret, path, init = {}) {
      const headers = {
        authorization: `Bearer ${secret}`,
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
      }
      const response = await fetch(new URL(path, product().url), { redirect: 'manual', ...init, headers })
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
  }
}

/** The code of an answer that is a problem. */
export function problemIn({ text, headers }: Answered): string {
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json\b/u)
  return problem.parse(JSON.parse(text)).code
}
