/**
 * How Cisco Meeting Server writes values in XML. Every value is text: of an element, or of an attribute, whose key here
 * begins with `@`. Texts arrive trimmed (some releases end them in a line feed). An empty element states nothing,
 * except where its presence alone is the statement (`ivr`).
 */
import { z } from 'zod'
import { recordText } from '../text.ts'

/** An element that has attributes beside its text is read by its text. */
function textOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '#text' in value ? value['#text'] : value
}

/** The text of an element or attribute that must be there. */
export const required = z.preprocess(textOf, recordText.min(1))

/** The text of an element as it stands; `''` where it stands and is empty. */
export const present = z.preprocess(textOf, recordText.optional())

/** The text of an element, if it says anything. */
export const optional = z.preprocess((value) => {
  const text = textOf(value)
  return text === '' ? undefined : text
}, recordText.optional())

/** `true` or `false`. */
export const flag = optional.pipe(z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] }).optional())

/** A number as decimal digits between `min` and `max`. */
export function figure(min: number, max: number) {
  return optional.pipe(
    z
      .string()
      .regex(/^-?\d{1,15}(?:\.\d{1,15})?$/u)
      .transform(Number)
      .pipe(z.number().min(min).max(max))
      .optional(),
  )
}

/** Whole or fractional seconds; as milliseconds they must fit a 32-bit count (49 days). */
export const seconds = figure(0, 4_294_967)

/** An element with attributes or children; an empty one has none of them. */
export function element<S extends z.core.$ZodShape>(shape: S) {
  return z.preprocess((value) => (value === '' ? {} : value), z.object(shape))
}

/** Elements that may stand several times, as a list also where there is one. */
export function list<S extends z.ZodType>(item: S) {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(1_000).optional(),
  )
}
