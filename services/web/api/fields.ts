/** Parts of a shape of the OpenAPI document as a reader takes them: one a line, those within others by their whole name. */
import { z } from 'zod'

/** As much of a JSON Schema as zod writes for us and a reader is told. */
export const jsonSchema = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().default(''),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  default: z.union([z.string(), z.number()]).optional(),
  required: z.array(z.string()).default([]),
  get anyOf() {
    return z.array(jsonSchema).optional()
  },
  get items() {
    return jsonSchema.optional()
  },
  get properties() {
    return z.record(z.string(), jsonSchema).optional()
  },
  get additionalProperties() {
    return z.union([z.boolean(), jsonSchema]).optional()
  },
  get propertyNames() {
    return jsonSchema.optional()
  },
})
export type JsonSchema = z.output<typeof jsonSchema>

export type FieldType =
  | { readonly is: 'text'; readonly format: string | null }
  | { readonly is: 'number'; readonly whole: boolean; readonly least: number | null; readonly most: number | null }
  | { readonly is: 'truth' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** Another shape, by its name. */
  | { readonly is: 'shape'; readonly name: string }
  | { readonly is: 'list'; readonly of: FieldType }
  /** A value for some of these names. */
  | { readonly is: 'named'; readonly names: readonly string[]; readonly of: FieldType }
  /** Its parts have lines of their own. */
  | { readonly is: 'parts' }

export interface Field {
  /** `group.percent`, `causes[].cause` */
  readonly name: string
  readonly type: FieldType
  readonly orNull: boolean
  readonly required: boolean
  readonly says: string
}

/** Name of a shape by its address in the document. */
export function shapeName(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1)
}

/** @throws Error where the document has something that no reader is told of (a bug) */
export function typeOf(schema: JsonSchema): { readonly type: FieldType; readonly orNull: boolean } {
  const { type, anyOf } = schema
  if (anyOf !== undefined) {
    const [one, ...others] = anyOf.filter((each) => each.type !== 'null')
    if (one === undefined || others.length > 0) throw new Error('A field has several types.')
    return { type: typeOf(one).type, orNull: true }
  }
  if (Array.isArray(type)) {
    const [one, ...others] = type.filter((each) => each !== 'null')
    if (others.length > 0) throw new Error('A field has several types.')
    return { type: plainType({ ...schema, type: one }), orNull: type.includes('null') }
  }
  return { type: plainType(schema), orNull: false }
}

function plainType(schema: JsonSchema): FieldType {
  const { $ref, type, format, items, additionalProperties, propertyNames } = schema
  if ($ref !== undefined) return { is: 'shape', name: shapeName($ref) }
  if (schema.enum !== undefined) return { is: 'choice', of: schema.enum }
  switch (type) {
    case 'string':
      return { is: 'text', format: format ?? null }
    case 'boolean':
      return { is: 'truth' }
    case 'integer':
    case 'number':
      return { is: 'number', whole: type === 'integer', least: bound(schema.minimum), most: bound(schema.maximum) }
    case 'array':
      if (items !== undefined) return { is: 'list', of: typeOf(items).type }
      break
    case 'object':
      return typeof additionalProperties === 'object'
        ? { is: 'named', names: propertyNames?.enum ?? [], of: typeOf(additionalProperties).type }
        : { is: 'parts' }
    case undefined:
    default:
      break
  }
  throw new Error('A field of the API has a type that its documentation cannot say.')
}

/** The bounds of what a double holds exactly say nothing. */
function bound(value: number | undefined): number | null {
  return value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER ? null : value
}

/** @param before of the names of its parts */
export function fieldsOf(schema: JsonSchema, before = ''): readonly Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const { type, orNull } = typeOf(part)
    const field = {
      name: before + name,
      type,
      orNull,
      required: schema.required.includes(name),
      says: part.description,
    }
    const list = type.is === 'list'
    const parts = withParts(part)
    return [field, ...(parts === null ? [] : fieldsOf(parts, `${before}${name}${list ? '[]' : ''}.`))]
  })
}

/** The schema with parts of its own that a field or the items of its list are. */
function withParts(schema: JsonSchema): JsonSchema | null {
  if (schema.properties !== undefined) return schema
  const within = schema.items ?? schema.anyOf?.find(({ type }) => type !== 'null')
  return within === undefined ? null : withParts(within)
}
