/**
 * QueryParameters of a statement, put in its place by us: chdb runs all parameterised statements of a process one after
 * another (its parameter state is not per connection), and a `SET param_x` stays on the connection, so that a
 * forgotten value would silently be the last tenant's (reference stack, A3). A server gets `query_params` as they are.
 */
import { type Placeholder, replacePlaceholders } from './sqltext.ts'

/** What a parameter may be. Times go as integers (ms) or as text, so that no zone is guessed. */
type ParameterValue = string | number | bigint | boolean | null | readonly ParameterValue[]
export type QueryParameters = Readonly<Record<string, ParameterValue>>

const TYPE = /^[A-Za-z][\w(), '=-]*$/u
const NAME = /^[A-Za-z_]\w*$/u

/**
 * @param sql a statement with parameters in the form `{name:Type}`
 * @returns the statement with each parameter as `_CAST('<escaped>', 'Type')`, which is what the engine makes of it
 * @throws TypeError when a value is missing or cannot be written; it names the parameter, never the value
 */
export function substitute(sql: string, values: QueryParameters): string {
  return replacePlaceholders(sql, (placeholder) => literal(placeholder, values[placeholder.name]))
}

function literal({ name, type }: Placeholder, value: ParameterValue | undefined): string {
  if (value === undefined) throw new TypeError(`The statement has no value for its parameter ${name}.`)
  if (type === 'Identifier') {
    if (typeof value !== 'string' || !NAME.test(value)) throw new TypeError(`Parameter ${name} is not a name.`)
    return `\`${value}\``
  }
  if (!TYPE.test(type)) throw new TypeError(`Parameter ${name} has a type that is not understood.`)
  const castTo = quoted(type)
  if (value === null) return `_CAST(NULL, ${castTo})`
  return `_CAST(${Array.isArray(value) ? quoted(text(name, value)) : quoted(scalar(name, value))}, ${castTo})`
}

/** A scalar as the engine's text form of its type. */
function scalar(name: string, value: ParameterValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  throw new TypeError(`Parameter ${name} cannot be written as SQL.`)
}

/** An array as the engine's text form: `['a','b']`, `[1,2]`. */
function text(name: string, value: ParameterValue): string {
  if (Array.isArray(value)) return `[${value.map((item: ParameterValue) => text(name, item)).join(',')}]`
  if (value === null) return 'NULL'
  return typeof value === 'string' ? quoted(value) : scalar(name, value)
}

/** A string literal. NUL would end the statement at the border to C. */
function quoted(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0')
  return `'${escaped}'`
}
