/**
 * From zod's issues to a refusal. Nothing of an issue's text is kept: it can quote what the record holds.
 */
import { z } from 'zod'
import { REFUSALS, type Refusal, type RefusalCode } from '../../../schemas/refusals.ts'

type Issue = z.core.$ZodIssue

/** The outcome of reading one raw value with one of our schemas. */
export type ReadOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** Reads `raw` with `schema`; a failure is already a refusal. `prefix` is the path of `raw` inside its record. */
export function readWith<S extends z.ZodType>(schema: S, raw: unknown, prefix = ''): ReadOutcome<z.output<S>> {
  const read = schema.safeParse(raw)
  return read.success ? { ok: true, value: read.data } : { ok: false, refusal: refusalOf(read.error, prefix, raw) }
}

/**
 * The first issue, in the order of the schema's fields, as a refusal:
 * - required and not there, null or empty text: `field_missing`
 * - a figure below or above its bounds, or not finite: `value_out_of_range`
 * - a list above its bound: `too_long`
 * - a schema's own refinement: the code it names (`refuse` below)
 * - anything else: `field_invalid`
 *
 * The path holds keys of our own schema, which is what zod reports: record schemas here have no free keys
 * (`z.record`, `catchall`); list positions become `*`.
 *
 * @param prefix path of `raw` inside its record, `''` for the record itself
 * @param raw what was parsed; only looked at, to tell a missing value from a wrong one
 */
function refusalOf(error: z.ZodError, prefix: string, raw: unknown): Refusal {
  const issue = error.issues[0]
  if (issue === undefined) return { code: 'field_invalid', path: prefix }
  const segments = issue.path.map((part) => (typeof part === 'string' ? part : '*'))
  if (prefix !== '') segments.unshift(prefix)
  return { code: codeOf(issue, valueAt(raw, issue.path)), path: segments.join('.') }
}

/** Params of a zod refinement (`.refine(test, refuse('time_invalid'))`) whose failure has a code of its own. */
export function refuse(code: RefusalCode): { params: { refusal: RefusalCode } } {
  return { params: { refusal: code } }
}

function codeOf(issue: Issue, value: unknown): RefusalCode {
  if (value === undefined || value === null || value === '') return 'field_missing'
  if (typeof value === 'number' && !Number.isFinite(value)) return 'value_out_of_range'
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['refusal']
    return typeof code === 'string' && Object.hasOwn(REFUSALS, code) ? (code as RefusalCode) : 'field_invalid'
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    if (issue.origin === 'number' || issue.origin === 'int' || issue.origin === 'bigint') return 'value_out_of_range'
    if (issue.origin === 'array' && issue.code === 'too_big') return 'too_long'
  }
  return 'field_invalid'
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw
  for (const part of path) {
    // XML has no lists: one item stands by itself
    if (typeof part === 'number' && !Array.isArray(value)) continue
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Readonly<Record<PropertyKey, unknown>>)[part]
  }
  return value
}
