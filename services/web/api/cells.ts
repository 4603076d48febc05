/** Cells of a month, its days, a figure over months, and the catalogue of cuts. */
import { z } from 'zod'
import { month, tenantId } from '../../../schemas/api/common.ts'
import {
  cells,
  cellsQuery,
  cutCatalogue,
  cutName,
  days,
  daysQuery,
  series,
  seriesQuery,
} from '../../../schemas/api/figures.ts'
import { type Cut, CUT_NAMES, CUTS } from '../../../schemas/cube.ts'
import { type FigureName, FIGURE_NAMES, FIGURES as KNOWN } from '../../../schemas/published.ts'
import { AppError } from '../../shared/errors.ts'
import { type MonthFigures, readFigures } from '../reading/index.ts'
import { dayTables } from '../reports/days.ts'
import { cellsOf } from '../reports/model.ts'
import { createNames } from '../reports/names.ts'
import { rateOf, shownUnit } from '../reports/values.ts'
import { wordsOf } from '../reports/words/index.ts'
import { type Route, route } from '../routes/route.ts'
import { firstOf, json, pageOf, rowsAfter } from './answers.ts'
import { EXAMPLES } from './examples.ts'
import { hiddenFigure, rowsOf, sorted, unitOf } from './figures.ts'

const FIGURES = { method: 'GET', permission: 'figures_read', scope: 'tenant', audit: ['report_read'] } as const
const MONTH = '/api/v1/tenants/:tenant/periods/:month'
const ofMonth = z.strictObject({ tenant: tenantId, month })
const tags = ['figures']

const [nl, en] = [wordsOf('nl'), wordsOf('en')]
/** The same for everybody. */
const CATALOGUE = {
  cuts: CUT_NAMES.map((id) => ({
    id,
    title: { nl: nl.tables[id].title, en: en.tables[id].title },
    says: { nl: nl.tables[id].says, en: en.tables[id].says },
    population: CUTS[id].population,
    dimensions: CUTS[id].by.map((dimension) => ({
      id: dimension,
      title: { nl: nl.dimensions[dimension], en: en.dimensions[dimension] },
    })),
    measures: FIGURE_NAMES.filter((measure) => mayHave(id, measure)).map((measure) => ({
      id: measure,
      title: { nl: nl.measures[measure], en: en.measures[measure] },
      unit: unitOf(shownUnit(measure)),
      interval: rateOf(measure) === 'interval',
    })),
  })),
}

function mayHave(cut: Cut, measure: FigureName): boolean {
  const { in: where } = KNOWN[measure]
  return where === 'any' || where === (CUTS[cut].by.length === 2 ? 'two' : 'one')
}

/** The rows of a cut of a month; none where nothing of it was published. */
function rowsOfCut(cut: Cut, input: MonthFigures) {
  const table = cellsOf(cut, input)
  return table === null ? [] : rowsOf(table)
}

export const cellRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/v1/cuts',
    permission: 'figures_read',
    scope: 'none',
    query: z.strictObject({}),
    response: { 200: cutCatalogue },
    docs: {
      operationId: 'listCuts',
      summary: 'Which figures there are',
      description: 'Every cut with its dimensions and measures, in both languages. The same for everybody.',
      tags,
      example: EXAMPLES.cuts,
    },
    handler: () => json(CATALOGUE),
  }),
  route({
    ...FIGURES,
    url: `${MONTH}/cuts/:cut`,
    params: ofMonth.extend({ cut: cutName }),
    query: cellsQuery,
    response: { 200: cells },
    docs: {
      operationId: 'getCells',
      summary: 'Figures of a month by group',
      description:
        'A row a group of the cut. What is not shown because too few persons are in it has the mark `few` and no ' +
        'figure; neither the order nor a total tells it.',
      tags,
      example: EXAMPLES.cells,
    },
    async handler({ access, params, query, language }, web) {
      const { cut, month } = params
      const input = await readFigures(web, { access, month, language: query.lang ?? language })
      if (input === null) throw new AppError('not_found')
      const { revision, k } = input.publication
      const { title, says } = wordsOf(input.language).tables[cut]
      const { rows, next } = rowsAfter(sorted(rowsOfCut(cut, input), query), query, revision)
      const body = { tenant: access.tenantId, month, revision, cut, title, says, k, rows, next }
      return pageOf(`/api/v1/tenants/${access.tenantId}/periods/${month}/cuts/${cut}`, query, body)
    },
  }),
  route({
    ...FIGURES,
    url: `${MONTH}/days`,
    params: ofMonth,
    query: daysQuery,
    response: { 200: days },
    docs: {
      operationId: 'getDays',
      summary: 'Rates of the days of a month',
      description: 'Of the whole customer or of its sites. A site that the month does not name is not named here.',
      tags,
      example: EXAMPLES.days,
    },
    async handler({ access, params, query, language }, web) {
      const { month } = params
      const input = await readFigures(web, { access, month, language: query.lang ?? language })
      if (input === null) throw new AppError('not_found')
      const words = wordsOf(input.language)
      const tables = dayTables(input.days, input.figures, words, createNames(words, input.names))
      const table = tables.find(({ id }) => id === (query.of === 'sites' ? 'days_site' : 'days'))
      const all = (table === undefined ? [] : rowsOf(table)).map(({ values, ...said }, index) => {
        const [first] = table?.rows[index]?.cells ?? []
        return { day: first?.type === 'text' ? first.text : '', site: values[0] ?? null, ...said }
      })
      const { revision } = input.publication
      const { rows, next } = rowsAfter(all, query, revision)
      const path = `/api/v1/tenants/${access.tenantId}/periods/${month}/days`
      return pageOf(path, query, { tenant: access.tenantId, month, revision, rows, next })
    },
  }),
  route({
    ...FIGURES,
    url: '/api/v1/tenants/:tenant/series',
    params: z.strictObject({ tenant: tenantId }),
    query: seriesQuery,
    response: { 200: series },
    docs: {
      operationId: 'getSeries',
      summary: 'One figure over months',
      description: 'Of one group. A month in which it was not published has null.',
      tags,
      example: EXAMPLES.series,
    },
    async handler({ access, query, language }, web) {
      const { cut, measure, value, value2, from, to, after, limit } = query
      const ids = [value, value2]
      const { length: dimensions } = CUTS[cut].by
      const named = ids.every((id, index) => (id !== '') === index < dimensions)
      if (!named || !mayHave(cut, measure)) throw new AppError('bad_request')
      const months = (await web.source.months(access)).filter(
        (one) =>
          one.revision !== null &&
          (from === undefined || one.month >= from) &&
          (to === undefined || one.month <= to) &&
          (after === undefined || one.month > after),
      )
      const { items, next } = firstOf(months, limit, (one) => one.month)
      const unit = shownUnit(measure)
      const points = []
      let values: ReturnType<typeof rowsOf>[number]['values'] = []
      for (const { month } of items) {
        const input = await readFigures(web, { access, month, language: query.lang ?? language })
        if (input === null) continue
        const row = rowsOfCut(cut, input).find((one) => one.values.every(({ id }, index) => id === ids[index]))
        if (row !== undefined) ({ values } = row)
        const figure = row?.mark === 'few' ? hiddenFigure(unit) : (row?.measures[measure] ?? null)
        points.push({ month, revision: input.publication.revision, figure })
      }
      const body = { tenant: access.tenantId, cut, measure, unit: unitOf(unit), values, points, next }
      return pageOf(`/api/v1/tenants/${access.tenantId}/series`, query, body)
    },
  }),
]
