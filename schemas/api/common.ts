/** What answers of the API have in common, and the list of the shapes that its documentation names. */
import { z } from 'zod'
import { monthName } from '../control/tables.ts'
import { slug } from '../control/values.ts'
import { DIMENSIONS } from '../cube.ts'

/** Every shape that the documentation names, by its name. */
export const shapes = z.registry<{ readonly id: string }>()

export function named<T extends z.ZodType>(id: string, schema: T): T {
  shapes.add(schema, { id })
  return schema
}

/** RFC 9457. */
export const problem = named(
  'Problem',
  z
    .strictObject({
      type: z.string().describe('`urn:avesqo:problem:` and the code'),
      title: z.string().describe('What happened, and what to do next; never a part of the request'),
      status: z.number().int().describe('Of HTTP'),
      code: z.string().describe('The same in every release'),
      parameter: z
        .string()
        .optional()
        .describe('With `bad_request`: name of the parameter that is wrong, where it is one of the route’s'),
    })
    .describe('Why a request was not answered'),
)

export const tenantId = slug.describe('Id of a customer of the account')
export const month = monthName.describe('A month of the customer’s own calendar, `YYYY-MM`')
export const day = z.iso.date().describe('A day of the customer’s own calendar')
export const instant = z.iso.datetime().describe('UTC')
export const revision = z.number().int().min(1).describe('Which publication of the month; the first one is 1')

export const dimensionValue = named(
  'DimensionValue',
  z
    .strictObject({
      dimension: z.enum(DIMENSIONS).describe('What it is a value of'),
      id: z.string().describe('Stays when the name changes; `other` where small groups were taken together'),
      name: z.string().describe('For readers, in the language that was asked for'),
    })
    .describe('A value of a dimension'),
)

export const next = z.string().nullable().describe('What to send as `after` for the next page; null: this is the last')

const LANGUAGES = ['nl', 'en'] as const
export const languageQuery = {
  lang: z.enum(LANGUAGES).optional().describe('Language of names and sentences; by default that of the account'),
}

/** @param most items of a page */
export function pageQuery<T extends z.ZodType>(after: T, most = 200) {
  return {
    limit: z.coerce.number().int().min(1).max(most).default(Math.min(50, most)).describe('Items of a page'),
    after: after.optional().describe('`next` of the page before'),
  }
}
