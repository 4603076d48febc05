/** The page about the API tells what its document says, of every route, in both languages. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { API_SENTENCES_NL } from '../../../../schemas/api/nl.ts'
import { describedOf } from '../../../../services/web/api/described.ts'
import { fieldsOf, jsonSchema } from '../../../../services/web/api/fields.ts'
import { openApiOf } from '../../../../services/web/api/openapi.ts'
import { apiRoutes } from '../../../../services/web/api/routes.ts'
import { LANGUAGES } from '../../../../services/web/index.ts'
import { pageWordsOf } from '../../../../services/web/pages/words/index.ts'
import { apiHtml } from '../../../support/pages/pages.ts'
import { readTables, textOf } from '../../../support/pages/read-page.ts'

const described = describedOf(openApiOf(apiRoutes))
const operations = described.groups.flatMap(({ operations: of }) => of)
const shapes = [
  ...described.shapes,
  ...operations.flatMap(({ body, answers }) =>
    [body, ...answers.map(({ content }) => content)].flatMap((content) => content?.own ?? []),
  ),
]

/** Ids of a page, and where its links within itself lead. */
function anchorsOf(html: string): { readonly ids: readonly string[]; readonly links: readonly string[] } {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, id = '']) => id)
  return { ids: all(/ id="([^"]+)"/gu), links: all(/ href="#([^"]+)"/gu) }
}

describe('what is told', () => {
  it('has every sentence in Dutch, and no Dutch without its sentence', () => {
    const said = new Set([
      ...described.groups.map(({ says }) => says),
      ...operations.flatMap(({ summary, says, parameters, answers }) => [
        summary,
        says,
        ...parameters.map((one) => one.says),
        ...answers.filter(({ media }) => media.length === 0).map((one) => one.says),
      ]),
      ...shapes.flatMap(({ says, fields }) => [says, ...fields.map((one) => one.says)]),
    ])
    said.delete('')
    expect(Object.keys(API_SENTENCES_NL).toSorted()).toEqual([...said].toSorted())
  })

  it.each(LANGUAGES)('has words for every group, fault and kind of answer (%s)', (language) => {
    const { api } = pageWordsOf(language)
    expect(Object.keys(api.groups)).toEqual(expect.arrayContaining(described.groups.map(({ id }) => id)))
    expect(Object.keys(api.problems).toSorted()).toEqual(described.faults.toSorted())
    const media = operations.flatMap(({ answers }) => answers.flatMap((one) => one.media))
    expect(Object.keys(api.media)).toEqual(expect.arrayContaining(media))
  })

  it('says of each parameter what it is', () => {
    const silent = operations.flatMap(({ id, parameters }) =>
      parameters.filter(({ says }) => says === '').map(({ name }) => `${id} ${name}`),
    )
    expect(silent).toEqual([])
  })
})

describe.each(LANGUAGES)('the page (%s)', (language) => {
  const html = apiHtml(language)

  it('has a place for every route of the document, with its method and address', () => {
    for (const { id, method, path } of operations) {
      const [, summary = ''] = new RegExp(
        `<details class="route"><summary>((?:(?!</summary>).)*)</summary><div id="${id}"`,
        'su',
      ).exec(html) ?? ['']
      expect(textOf(summary)).toContain(`${method} ${path}`)
    }
    expect(html.match(/<details class="route"/gu)).toHaveLength(apiRoutes.length)
  })

  it('leads nowhere that is not there, and has no id twice', () => {
    const { ids, links } = anchorsOf(html)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(links.filter((link) => !ids.includes(link))).toEqual([])
    const routes = operations.map(({ id }) => id)
    expect(links).toEqual(expect.arrayContaining(routes))
  })

  it('tells every parameter and every field once', () => {
    for (const { id, parameters } of operations) {
      const [table] = readTables(html, `data-parameters="${id}"`)
      expect(table?.rows.slice(1).map(([name]) => name) ?? [], id).toEqual(parameters.map(({ name }) => name))
    }
    for (const { name, fields } of shapes) {
      const tables = readTables(html, `data-shape="${name}"`)
      expect(tables.map(({ rows }) => rows.slice(1).map(([field]) => field))).toEqual([fields.map((one) => one.name)])
    }
  })
})

function told(schema: z.ZodType) {
  return fieldsOf(jsonSchema.parse(z.toJSONSchema(schema, { io: 'output' })))
}

describe('fields', () => {
  it('of parts and of lists have their whole name, and say whether they may be null or missing', () => {
    const fields = told(
      z.strictObject({
        since: z.strictObject({ day: z.iso.date() }).nullable(),
        causes: z.array(z.strictObject({ percent: z.number().optional() })),
      }),
    )
    expect(fields.map(({ name, orNull, required }) => [name, orNull, required])).toEqual([
      ['since', true, true],
      ['since.day', false, true],
      ['causes', false, true],
      ['causes[].percent', false, false],
    ])
  })

  it('have the bounds that were set, and no others', () => {
    const [bounded, free] = told(z.strictObject({ limit: z.int().min(1).max(500), count: z.int() }))
    expect(bounded?.type).toEqual({ is: 'number', whole: true, least: 1, most: 500 })
    expect(free?.type).toEqual({ is: 'number', whole: true, least: null, most: null })
  })

  it('of a type that cannot be told are a fault of the document, not a blank', () => {
    expect(() => told(z.strictObject({ either: z.union([z.string(), z.number()]) }))).toThrow('types')
  })
})
