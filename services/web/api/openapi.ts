/**
 * The OpenAPI 3.1 document, made of the routes themselves: it says what the server takes and gives, because the server
 * takes and gives by the same schemas. Its shapes are JSON Schema 2020-12, as zod writes them.
 */
import { z } from 'zod'
import { problem, shapes } from '../../../schemas/api/common.ts'
import { ERRORS, type ErrorCode } from '../../shared/errors.ts'
import { isSafe } from '../routes/forged.ts'
import { isApi, type Route } from '../routes/route.ts'
import { SAMPLES } from './examples.ts'

/** Of the API, not of the program: it changes when a program that was written for it would have to. */
const VERSION = '1.0.0'
const INFO = {
  title: 'Avesqo meeting analytics',
  version: VERSION,
  summary: 'Published figures and findings about meeting environments',
  description: [
    'The figures of the report pages, to the digit, and what becomes of the findings.',
    '',
    'A program sends a token of an account as `Authorization: Bearer …`; its owner makes it on the page *Account*. It may',
    'read and do what the account may, but never change the account itself. In a browser that is signed in, the session',
    'does as well; what changes something then needs the header `X-CSRF-Token`.',
    '',
    'A list gives a page; `next`, and the header `Link`, lead to the one after it. An answer has an `ETag`: ask with',
    '`If-None-Match`, and what has not changed is answered with 304. That figures were read is written down, also then.',
    '',
    'A group of too few persons is never shown. It has the mark `few`, and no figure, order or total tells its value.',
    '',
    'What fails is answered by RFC 9457; its `code` stays, whatever its words are.',
  ].join('\n'),
  contact: { name: 'Avesqo', url: 'https://www.avesqo.nl' },
  license: { name: 'Of the contract with Avesqo', identifier: 'LicenseRef-Avesqo' },
}

const TAGS = [
  { name: 'tenants', description: 'Customers of the account' },
  { name: 'periods', description: 'Months, and how sound their data are' },
  { name: 'figures', description: 'Published figures' },
  { name: 'findings', description: 'Advice, and its follow-up' },
  { name: 'files', description: 'Reports to keep' },
  { name: 'documentation', description: 'What you read' },
]

const SCHEMES = {
  token: { type: 'http', scheme: 'bearer', description: 'A token of an account, which ends by itself' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-avesqo',
    description: 'Of a browser that is signed in. Over HTTP without TLS, on one machine, its name is `avesqo`.',
  },
}

type Json = Readonly<Record<string, unknown>>

function addressOf(name: string): string {
  return `#/components/schemas/${name}`
}

/** Every shape by its name; where another one is part of it, its address stands. */
function namedShapes(): Readonly<Record<string, Json>> {
  const taken = z.toJSONSchema(shapes, { uri: addressOf, io: 'input' }).schemas
  const given = z.toJSONSchema(shapes, { uri: addressOf, io: 'output' }).schemas
  return Object.fromEntries(
    Object.entries(given).map(([id, schema]) => [id, withoutNames(BODIES.has(id) ? (taken[id] ?? {}) : schema)]),
  )
}
/** Shapes of what is sent to us. */
const BODIES: ReadonlySet<string> = new Set(['StateChange', 'NewNote'])

function withoutNames(schema: Json): Json {
  const { $schema: _dialect, $id: _id, ...rest } = schema
  return rest
}

function referTo(schema: z.ZodType): Json {
  const id = shapes.get(schema)?.id
  if (id === undefined) throw new Error('A shape of the API has no name.')
  return { $ref: addressOf(id) }
}

function parametersOf(route: Route): readonly Json[] {
  const { params, query, method } = route
  if (!isApi(route)) return []
  return [
    ...placed(params, 'path'),
    ...placed(query, 'query'),
    ...(isSafe(method) ? [] : [{ $ref: '#/components/parameters/csrf' }]),
  ]
}

function placed(schema: z.ZodType | undefined, where: 'path' | 'query'): readonly Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => {
    const { description = '', ...rest } = typeof property === 'object' ? property : {}
    const example = SAMPLES[name]
    return {
      name,
      in: where,
      required: required.includes(name),
      description,
      schema: rest,
      ...(example !== undefined && { example }),
    }
  })
}

/** What may go wrong with a route, by what it is. */
function faultsOf({ url, params, body, scope, query, permission }: Route): readonly ErrorCode[] {
  return [
    ...(query !== undefined || body !== undefined ? (['bad_request'] as const) : []),
    ...(permission === 'public' ? [] : (['not_signed_in', 'forbidden'] as const)),
    ...(params !== undefined || scope === 'tenant' ? (['not_found'] as const) : []),
    ...(url.endsWith('/state') ? (['state_not_allowed', 'note_missing'] as const) : []),
    ...(body !== undefined ? (['note_names_person'] as const) : []),
    ...(url.includes('/:month/') && query instanceof z.ZodObject && 'after' in query.shape
      ? (['revision_changed'] as const)
      : []),
    'too_many_requests',
    'unavailable',
  ]
}

function answersOf(route: Route): Json {
  const { response = {}, docs, method } = route
  if (!isApi(route)) return pageAnswers(docs?.summary)
  const good = Object.entries(response).map(([status, schema]) => {
    const content = { schema: referTo(schema), ...(docs?.example !== undefined && { example: docs.example }) }
    const description = docs?.summary ?? ''
    return [status, { description, ...headersOf(method), content: { 'application/json': content } }] as const
  })
  const media = docs?.media?.map((type) => [type, { schema: { type: 'string' } }] as const)
  const plain =
    media === undefined ? [] : ([['200', { description: docs?.summary, content: Object.fromEntries(media) }]] as const)
  const faults = Map.groupBy(faultsOf(route), (code) => ERRORS[code].status)
  return {
    ...Object.fromEntries(good),
    ...Object.fromEntries(plain),
    ...(isSafe(method) && { 304: { description: 'What you have is what there is' } }),
    ...Object.fromEntries(
      [...faults].map(([status, codes]) => [
        status,
        {
          description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join(' '),
          'x-codes': codes,
          content: { 'application/problem+json': { schema: referTo(problem), example: problemExample(codes[0]) } },
        },
      ]),
    ),
  }
}

/** A page is for persons, who are led to the page for signing in. */
function pageAnswers(description: string | undefined): Json {
  const content = { 'text/html': { schema: { type: 'string' } } }
  return {
    200: { description, content },
    303: { description: 'Leads to the page for signing in' },
    403: { description: ERRORS.forbidden.title, 'x-codes': ['forbidden'], content },
  }
}

function headersOf(method: string): Json {
  if (!isSafe(method)) return {}
  return { headers: { ETag: { $ref: '#/components/headers/ETag' }, Link: { $ref: '#/components/headers/Link' } } }
}

function problemExample(code: ErrorCode | undefined): Json | undefined {
  if (code === undefined) return undefined
  const { title, status } = ERRORS[code]
  return { type: `urn:avesqo:problem:${code}`, title, status, code }
}

/** @throws Error where a route has no docs, or a shape without a name (a bug) */
export function openApiOf(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const { docs, body, url, method, permission } = route
    if (docs === undefined) throw new Error(`${url} is not documented.`)
    const { operationId, summary, description, tags } = docs
    const path = url.replaceAll(/:(\w+)/gu, '{$1}')
    const parameters = parametersOf(route)
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        operationId,
        summary,
        description,
        tags,
        'x-permission': permission,
        ...(permission === 'public' && { security: [] }),
        ...(!isApi(route) && { security: [{ session: [] }] }),
        ...(parameters.length > 0 && { parameters }),
        ...(body !== undefined && {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: referTo(body), example: docs.exampleBody } },
          },
        }),
        responses: answersOf(route),
      },
    }
  }
  return {
    openapi: '3.1.1',
    info: INFO,
    servers: [{ url: '/', description: 'This installation' }],
    security: [{ token: [] }, { session: [] }],
    tags: TAGS,
    paths,
    components: {
      schemas: namedShapes(),
      securitySchemes: SCHEMES,
      parameters: {
        csrf: {
          name: 'X-CSRF-Token',
          in: 'header',
          required: false,
          description: 'Needed with a session only: the value of the field `_csrf` of any form of a page',
          schema: { type: 'string' },
        },
      },
      headers: {
        ETag: { description: 'A strong validator of the answer', schema: { type: 'string' } },
        Link: {
          description: 'The next page, where there is one, and the first (RFC 8288)',
          schema: { type: 'string' },
        },
      },
    },
  }
}
