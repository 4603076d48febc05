/** Shapes of what a request may hold, that several routes share. Every text has a bound. */
import { z } from 'zod'
import { monthName } from '../../../schemas/control/tables.ts'
import { slug } from '../../../schemas/control/values.ts'
import { LANGUAGES } from '../../advise/index.ts'

export const ofTenant = { tenant: slug }
export const ofMonth = { ...ofTenant, month: monthName }

/**
 * Of a page for whoever is signed in: what is said once, and which form came back. A parameter that is not named is not
 * there: mail programs and sites put some behind every link (`utm_source`). The API refuses them.
 */
export function pageQuery<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({ ...shape, done: z.string().max(60).optional(), form: z.string().max(60).optional() })
}

/** Of a page for everybody: the language, which no account says. */
export function openQuery<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({ ...shape, lang: z.enum(LANGUAGES).optional() })
}

/** A field of a form as it is typed; whether it will do is said beside it. */
export const field = z.string().max(1_000).default('')

/**
 * Characters of a text that somebody writes. Far more than is saved: a browser cuts off what is pasted at the bound of a
 * field without a word, and whoever wrote too much is to be told so with all of it before them.
 */
export const TYPED_LENGTH = 20_000
export const longField = z.string().max(TYPED_LENGTH).default('')

/** A field that may be there several times. */
export const several = z
  .union([z.string().max(100), z.array(z.string().max(100)).max(500)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))

/** A path of ours: not of another host (`//host`, `/\host`), and with nothing that a header would take for its end. */
export const ownPath = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])[\w\-.~/?=&%:+,]*$/u)
