/** The OpenAPI document as its page tells it: routes by what they are about, then the shapes that they share. */
import { z } from 'zod'
import { type Permission, PERMISSIONS } from '../../../schemas/accounts.ts'
import { ERRORS, type ErrorCode } from '../../shared/errors.ts'
import { type Field, fieldsOf, jsonSchema, shapeName, typeOf } from './fields.ts'

interface Parameter extends Field {
  readonly where: 'path' | 'query' | 'header'
  readonly example: string | null
  /** What holds where it is not sent. */
  readonly unsaid: string | null
}

export interface Shape {
  readonly name: string
  readonly says: string
  readonly fields: readonly Field[]
}

/** JSON that is sent or answered. */
export interface Content {
  readonly shape: string
  /** Where no other route or shape has this shape: its fields are told here. */
  readonly own: Shape | null
  readonly example: unknown
}

export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly says: string
  /** null: everybody, without a token or a session. */
  readonly permission: Permission | null
  /** Whether a program may ask for it; else a browser that is signed in. */
  readonly byToken: boolean
  readonly parameters: readonly Parameter[]
  readonly body: Content | null
  readonly answers: readonly {
    readonly status: string
    readonly says: string
    readonly media: readonly string[]
    readonly content: Content | null
  }[]
  readonly faults: readonly { readonly status: string; readonly codes: readonly ErrorCode[] }[]
}

export interface Described {
  readonly version: string
  readonly groups: readonly { readonly id: string; readonly says: string; readonly operations: readonly Operation[] }[]
  /** Shapes that are part of others, or of several routes. */
  readonly shapes: readonly Shape[]
  /** What may go wrong, by status. */
  readonly faults: readonly ErrorCode[]
}

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string(),
  schema: jsonSchema,
  example: z.string().nullable().default(null),
})
const content = z.record(z.string(), z.object({ schema: jsonSchema, example: z.unknown().optional() })).default({})
const CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]
const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  tags: z.tuple([z.string()]),
  'x-permission': z.enum([...PERMISSIONS, 'public']),
  security: z.array(z.unknown()).optional(),
  parameters: z.array(z.union([parameter, z.object({ $ref: z.string() })])).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string(), content, 'x-codes': z.array(z.enum(CODES)).optional() }),
  ),
})
const document = z.object({
  info: z.object({ version: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({
    schemas: z.record(z.string(), jsonSchema),
    parameters: z.record(z.string(), parameter),
  }),
})

/** @param openApi as `openApiOf` writes it. @throws Error where it holds what cannot be told (a bug) */
export function describedOf(openApi: unknown): Described {
  const { info, tags, paths, components } = document.parse(openApi)
  const uses = usesOf(openApi)
  const shapes = Object.entries(components.schemas).map(([name, schema]) => ({
    name,
    says: schema.description,
    fields: fieldsOf(schema),
  }))
  const told = new Set<string>()

  const contentOf = (of: z.output<typeof content>): Content | null => {
    const json = of['application/json']
    if (json?.schema.$ref === undefined) return null
    const shape = shapeName(json.schema.$ref)
    const own = (uses.get(shape) ?? 0) > 1 ? null : (shapes.find(({ name }) => name === shape) ?? null)
    if (own !== null) told.add(shape)
    return { shape, own, example: json.example }
  }
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => {
      const responses = Object.entries(one.responses)
      return {
        group: one.tags[0],
        id: one.operationId,
        method: method.toUpperCase(),
        path,
        summary: one.summary,
        says: one.description,
        permission: one['x-permission'] === 'public' ? null : one['x-permission'],
        byToken: one.security === undefined || one.security.length === 0,
        parameters: one.parameters.map((each) =>
          parameterOf('$ref' in each ? components.parameters[shapeName(each.$ref)] : each),
        ),
        body: one.requestBody === undefined ? null : contentOf(one.requestBody.content),
        answers: responses
          .filter(([, of]) => of['x-codes'] === undefined)
          .map(([status, of]) => ({
            status,
            says: of.description,
            media: Object.keys(of.content),
            content: contentOf(of.content),
          })),
        faults: responses.flatMap(([status, { 'x-codes': codes }]) => (codes === undefined ? [] : [{ status, codes }])),
      }
    }),
  )
  const met = new Set(operations.flatMap(({ faults }) => faults.flatMap(({ codes }) => codes)))
  return {
    version: info.version,
    groups: tags.map(({ name, description }) => ({
      id: name,
      says: description,
      operations: operations.filter(({ group }) => group === name),
    })),
    shapes: shapes.filter(({ name }) => !told.has(name)),
    faults: CODES.filter((code) => met.has(code)),
  }
}

function parameterOf(one: z.output<typeof parameter> | undefined): Parameter {
  if (one === undefined) throw new Error('A parameter of the API is named and not there.')
  const { name, required, description: says, schema, example } = one
  const unsaid = schema.default === undefined || schema.default === '' ? null : String(schema.default)
  return { name, where: one.in, required, says, ...typeOf(schema), example, unsaid }
}

/** How often a shape stands in the document. */
function usesOf(openApi: unknown): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  for (const [, name = ''] of JSON.stringify(openApi).matchAll(/#\/components\/schemas\/(\w+)"/gu)) {
    uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  return uses
}
