/** What customers and their consultants read: months, the report of one, any cut of it, two of them side by side. */
import { z } from 'zod'
import { type Cut, CUT_NAMES } from '../../../schemas/cube.ts'
import { monthName } from '../../../schemas/control/tables.ts'
import { AppError } from '../../shared/errors.ts'
import { may } from '../access.ts'
import { type MonthAmongOthers, monthLinks, readMonthAmongOthers, readTenant } from '../reading/index.ts'
import { cellsOf, reportOf } from '../reports/model.ts'
import type { WebParts } from '../server/parts.ts'
import { page } from './answer.ts'
import { comparedMonths } from './compared.ts'
import { draw } from './draw.ts'
import { type AskedAny, type Route, route } from './route.ts'
import { ofMonth, ofTenant, pageQuery } from './shapes.ts'

const FIGURES = { method: 'GET', permission: 'figures_read', scope: 'tenant' } as const
const AUDIT = ['report_read'] as const

export const reportRoutes: readonly Route[] = [
  route({
    ...FIGURES,
    url: '/t/:tenant',
    params: z.strictObject(ofTenant),
    query: pageQuery({}),
    async handler({ access, chrome }, { source, control }) {
      const { id, name } = await readTenant(control, access)
      return page(draw.months(chrome(), { tenant: { id, name }, months: await monthLinks(source, access) }))
    },
  }),
  route({
    ...FIGURES,
    url: '/t/:tenant/:month',
    audit: AUDIT,
    params: z.strictObject(ofMonth),
    query: pageQuery({}),
    async handler({ who, access, params, language, chrome }, web) {
      const found = await readMonthAmongOthers(web, { access, month: params.month, language })
      if (found === null) {
        const link = (await monthLinks(web.source, access)).find(({ month }) => month === params.month)
        if (link === undefined) throw new AppError('not_found')
        const { id, name } = await readTenant(web.control, access)
        return page(draw.notYet(chrome(), { tenant: { id, name }, link }), 404)
      }
      const { input, months } = found
      const mayChange = may(who.principal, 'findings_change')
      return page(draw.report(chrome(), { input, report: reportOf(input), months, mayChange }))
    },
  }),
  route({
    ...FIGURES,
    url: '/t/:tenant/:month/cuts/:cut',
    audit: AUDIT,
    params: z.strictObject({ ...ofMonth, cut: z.enum(CUT_NAMES as [Cut, ...Cut[]]) }),
    query: pageQuery({}),
    async handler({ access, params, language, chrome }, web) {
      const { cut, month } = params
      const { input, months } = await publishedMonth(web, { access, language }, month)
      const published = new Set(input.figures.map((figure) => figure.cut))
      return page(
        draw.cut(chrome(), {
          input,
          cut,
          table: published.has(cut) ? cellsOf(cut, input) : null,
          cuts: CUT_NAMES.map((name) => ({ cut: name, published: published.has(name) })),
          months,
        }),
      )
    },
  }),
  route({
    ...FIGURES,
    url: '/t/:tenant/compare',
    params: z.strictObject(ofTenant),
    query: pageQuery({ from: monthName.optional(), to: monthName.optional() }),
    async handler({ access, query, language, chrome }, web) {
      const { id, name } = await readTenant(web.control, access)
      const months = (await monthLinks(web.source, access)).filter(({ revision }) => revision !== null)
      const wanted = comparedMonths(query, months)
      if (wanted === null) {
        return page(draw.compare(chrome(), { tenant: { id, name }, months, compared: null }))
      }
      const [from, to] = wanted
      if (from === to) {
        const view = { tenant: { id, name }, months, compared: null, isTwice: true }
        return page(draw.compare(chrome(), view), 422)
      }
      const read = async (month: string) => {
        const { input } = await publishedMonth(web, { access, language }, month)
        return { input, report: reportOf(input) }
      }
      const compared = { from: await read(from), to: await read(to) }
      return page(draw.compare(chrome(), { tenant: { id, name }, months, compared }))
    },
  }),
]

/** @throws AppError `not_found` where the month is not published */
async function publishedMonth(
  web: WebParts,
  { access, language }: Pick<AskedAny, 'access' | 'language'>,
  month: string,
): Promise<MonthAmongOthers> {
  const found = access === null ? null : await readMonthAmongOthers(web, { access, month, language })
  if (found === null) throw new AppError('not_found')
  return found
}
