/**
 * A route as a value. `server/register.ts` is the only one that makes a route of the server of it, and adds what no handler is
 * trusted with: who asks, what they may, whose tenant it is, forged requests, rates.
 */
import type { z } from 'zod'
import type { Permission } from '../../../schemas/accounts.ts'
import type { AuditAction } from '../../../schemas/control/tables.ts'
import type { Principal } from '../../accounts/index.ts'
import type { Language } from '../../advise/index.ts'
import type { Access } from '../access.ts'
import type { Chrome } from '../pages/views.ts'
import type { WebParts } from '../server/parts.ts'
import type { Answer } from './answer.ts'
import type { NoticeCode } from './notices.ts'

export type Scope = 'tenant' | 'none'

/** What the documentation of the API says of a route. */
interface RouteDocs {
  /** Name of the operation in programs that are generated from the documentation. */
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  /** An answer with 2xx, of invented names. */
  readonly example?: unknown
  /** A body that it takes. */
  readonly exampleBody?: unknown
  /** What it answers with, where that is not JSON. */
  readonly media?: readonly string[]
}

/** Whoever is signed in, and how. */
export interface Who {
  readonly principal: Principal
  /** null: by a token, which only takes part in the API. */
  readonly session: { readonly cookie: string; readonly csrfSecret: string } | null
}

interface Basis {
  readonly language: Language
  /** What stands around the page that is answered with. @param path where the language switch comes back to */
  readonly chrome: (path?: string) => Chrome
  /** Adds to an address of ours what is to be said there, once. */
  readonly saying: (to: string, notice: NoticeCode) => string
  /** Of the address that asks; for counting failures, never stored. */
  readonly address: string
  /** `http://host` under which the product is reached: as the house says, else as the request does. */
  readonly origin: string
  /** Of the request's If-None-Match and the like; lower-case names. */
  readonly header: (name: string) => string | undefined
}

/** What a handler is given. */
interface Asked<P extends Permission | 'public', S extends Scope, Params, Query, Body> extends Basis {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly who: P extends 'public' ? Who | null : Who
  readonly access: S extends 'tenant' ? Access : null
}

type Schema = z.ZodType | undefined
type Out<T extends Schema> = T extends z.ZodType ? z.output<T> : undefined

interface Definition<
  P extends Permission | 'public',
  S extends Scope,
  Params extends Schema,
  Query extends Schema,
  Body extends Schema,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As fastify writes it; a route of scope `tenant` has `:tenant` in it. */
  readonly url: string
  readonly permission: P
  readonly scope: S
  readonly params?: Params
  /** A parameter that is not named is not there for pages (shapes.ts), and refused by the API. */
  readonly query?: Query
  readonly body?: Body
  /** Bodies of answers by status, for the API. */
  readonly response?: Readonly<Record<number, z.ZodType>>
  readonly docs?: RouteDocs
  /** One of these stands in the audit log before it answers with 2xx or 3xx; a test asks for it. */
  readonly audit?: readonly AuditAction[]
  /** The page that has the form that is sent here; whoever opens the address itself is led there. */
  readonly formOn?: string
  readonly handler: (asked: Asked<P, S, Out<Params>, Out<Query>, Out<Body>>, web: WebParts) => Answer | Promise<Answer>
}

/** Any route. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly permission: Permission | 'public'
  readonly scope: Scope
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly response?: Readonly<Record<number, z.ZodType>>
  readonly docs?: RouteDocs
  readonly audit?: readonly AuditAction[]
  readonly formOn?: string
  readonly handler: (asked: AskedAny, web: WebParts) => Answer | Promise<Answer>
}

export interface AskedAny extends Basis {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly who: Who | null
  readonly access: Access | null
}

/** A token that got into wrong hands must not make another one, nor an account. */
const OF_PERSONS: ReadonlySet<Permission | 'public'> = new Set(['own_account', 'accounts_manage'])

/** A route with the types of its own schemas. @throws Error where scope and address do not belong together (a bug) */
export function route<
  P extends Permission | 'public',
  S extends Scope,
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
>(definition: Definition<P, S, Params, Query, Body>): Route {
  const { url, permission, scope } = definition
  if ((scope === 'tenant') !== url.includes('/:tenant'))
    throw new Error(`The scope of ${url} is not what its address says.`)
  if (isApi({ url }) && OF_PERSONS.has(permission)) throw new Error(`${url} could be asked for by a token.`)
  if (scope === 'tenant' && permission === 'public') throw new Error(`${url} is of a tenant and open to everybody.`)
  // The registrar validates by the same schemas and refuses who is not signed in: what the handler gets is what it asks for.
  return definition as unknown as Route
}

/** Asked for by programs; the documentation of it is a page. */
export function isApi({ url }: Pick<Route, 'url'>): boolean {
  return url.startsWith('/api/') && url !== '/api/docs'
}
