/** Options of a call, read by one schema a command; a wrong value is named by its option. */
import type { Command } from 'commander'
import { z } from 'zod'
import { UserError } from '../../shared/errors.ts'
import { languageOf } from '../language.ts'
import { CALL_EN } from '../words/call-en.ts'
import type { CallWords } from '../words/call.ts'
import { wordsOf } from '../words/index.ts'

/** For options that may be given several times. */
export function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

/** Digits of an option's value, as a number for `then`. */
export function whole<T extends z.ZodType<unknown, number>>(then: T) {
  return z
    .string()
    .regex(/^\d{1,9}$/u, 'must be a whole number')
    .transform(Number)
    .pipe(then)
}

/** `none` takes a value away. */
export function orNone<T extends z.ZodType>(value: T) {
  return z.union([z.literal('none').transform(() => null), value])
}

/**
 * @param schema of the options, under their names in camelCase
 * @throws UserError that names the option and says what it must be, in the language of the call
 */
export function readFlags<T extends z.ZodObject>(schema: T, command: Command): z.output<T> {
  const options: Record<string, unknown> = command.opts()
  const read = schema.safeParse(options)
  if (read.success) return read.data
  throw new UserError(sayIssue(read.error, options, wordsOf(languageOf(command)).call.option))
}

type Words = CallWords['option']

function sayIssue(error: z.ZodError, options: Readonly<Record<string, unknown>>, words: Words): string {
  const [first] = error.issues
  if (first === undefined) throw new Error('a schema refuses without an issue')
  const name = String(first.path[0])
  const value = options[name]
  const index = first.path[1]
  const given = Array.isArray(value) && typeof index === 'number' ? (value[index] as unknown) : value
  const quoted = typeof given === 'string' ? ` "${given}"` : ''
  return `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}${quoted} ${messageOf(first, words)}.`
}

/** What a value must be, as half a sentence. */
export function messageOf(issue: z.core.$ZodIssue, words: Words): string {
  if (issue.code === 'invalid_union') {
    // Of a value that may also be `none`, the last alternative says what the value must be.
    const inner = issue.errors.at(-1)?.[0]
    return inner === undefined ? words.invalid : messageOf(inner, words)
  }
  if (issue.code === 'invalid_value') return words.oneOf(issue.values.map(String))
  if (issue.code === 'invalid_type' && issue.input === undefined) return words.missing
  return words.must(issue.message)
}

/** Checks one value that is not an option, such as a name given as an argument. */
export function checked<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UserError(
    `${what} "${String(value)}" ${issue === undefined ? CALL_EN.option.invalid : messageOf(issue, CALL_EN.option)}.`,
  )
}

/** A call that is right in itself but cannot be carried out as things are. */
export function cannot(message: string): UserError {
  return new UserError(message, 1)
}

/** What has a value of the call; `null` is one (`none`). */
export function given<T extends object>(values: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Name in keyof T]?: Exclude<T[Name], undefined> }
}
