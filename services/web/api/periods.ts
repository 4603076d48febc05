/** Customers, their months, what is said of a month's data, and its files. */
import { z } from 'zod'
import { month, tenantId } from '../../../schemas/api/common.ts'
import {
  health,
  healthQuery,
  period,
  periods,
  periodsQuery,
  tenant,
  tenants,
  tenantsQuery,
} from '../../../schemas/api/periods.ts'
import { CUT_NAMES } from '../../../schemas/cube.ts'
import type { DayFigure } from '../../../schemas/published.ts'
import type { MonthStatus } from '../../disclosure/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type Access, accessesOf } from '../access.ts'
import { findingsOf, isAdvice, readFigures, readTenant } from '../reading/index.ts'
import { lookedOf } from '../reports/advice.ts'
import { completenessOf, daysIn } from '../reports/days.ts'
import { dayCellOf } from '../reports/values.ts'
import { FILE_MIMES, fileName, fileNames, fileOf } from '../routes/files.ts'
import { type Route, route } from '../routes/route.ts'
import type { WebParts } from '../server/parts.ts'
import { etagOf, firstOf, json, pageOf } from './answers.ts'
import { EXAMPLES } from './examples.ts'
import { figureOf } from './figures.ts'
import { findingBody } from './findings.ts'

const FIGURES = { method: 'GET', permission: 'figures_read', scope: 'tenant' } as const
const AUDIT = ['report_read'] as const
const ofMonth = z.strictObject({ tenant: tenantId, month })
const MONTH = '/api/v1/tenants/:tenant/periods/:month'

async function tenantBody({ control, source }: WebParts, access: Access) {
  const { id, name, zone, mode } = await readTenant(control, access)
  const latest = (await source.months(access)).findLast(({ revision }) => revision !== null)
  return { id, name, zone, mode, latest: latest?.month ?? null }
}

function periodBody({ month, state, due, part, revision, sealedMs, safe, reason }: MonthStatus) {
  return {
    month,
    state,
    due,
    part,
    revision,
    sealed_at: sealedMs === null ? null : iso(sealedMs),
    safe,
    reopened_because: reason,
  }
}

function completenessBody(month: string, figures: readonly DayFigure[]) {
  const { withData, complete, lowest } = completenessOf(figures)
  return {
    days: daysIn(month),
    days_with_data: withData,
    days_complete: complete,
    lowest: lowest === null ? null : { day: lowest.day, percent: lowest.value / 10 },
  }
}

function dayFigureOf(ofDay: readonly DayFigure[], measure: 'complete' | 'taken') {
  return figureOf(dayCellOf(ofDay.find((one) => one.measure === measure)), measure)
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}

export const periodRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/v1/tenants',
    permission: 'figures_read',
    scope: 'none',
    query: tenantsQuery,
    response: { 200: tenants },
    docs: {
      operationId: 'listTenants',
      summary: 'Customers of the account',
      description: 'By id.',
      tags: ['tenants'],
      example: EXAMPLES.tenants,
    },
    async handler({ who, query }, web) {
      const { after = '', limit } = query
      const left = accessesOf(who.principal)
        .filter((access) => access.tenantId > after)
        .toSorted((one, two) => (one.tenantId < two.tenantId ? -1 : 1))
      const { items, next } = firstOf(left, limit, (access) => access.tenantId)
      const bodies = []
      for (const access of items) bodies.push(await tenantBody(web, access))
      return pageOf('/api/v1/tenants', query, { items: bodies, next })
    },
  }),
  route({
    ...FIGURES,
    url: '/api/v1/tenants/:tenant',
    params: z.strictObject({ tenant: tenantId }),
    query: z.strictObject({}),
    response: { 200: tenant },
    docs: {
      operationId: 'getTenant',
      summary: 'One customer',
      description: 'A customer that is not one of the account is answered as one that does not exist.',
      tags: ['tenants'],
      example: EXAMPLES.tenant,
    },
    handler: async ({ access }, web) => json(await tenantBody(web, access)),
  }),
  route({
    ...FIGURES,
    url: '/api/v1/tenants/:tenant/periods',
    params: z.strictObject({ tenant: tenantId }),
    query: periodsQuery,
    response: { 200: periods },
    docs: {
      operationId: 'listPeriods',
      summary: 'Months of a customer',
      description: 'Newest first, also those that are not published yet.',
      tags: ['periods'],
      example: EXAMPLES.periods,
    },
    async handler({ access, query }, { source }) {
      const { after, limit } = query
      const months = (await source.months(access)).toReversed()
      const left = months.filter((one) => after === undefined || one.month < after)
      const { items, next } = firstOf(left, limit, (one) => one.month)
      const path = `/api/v1/tenants/${access.tenantId}/periods`
      return pageOf(path, query, { items: items.map((one) => periodBody(one)), next })
    },
  }),
  route({
    ...FIGURES,
    url: MONTH,
    audit: AUDIT,
    params: ofMonth,
    query: healthQuery,
    response: { 200: period },
    docs: {
      operationId: 'getPeriod',
      summary: 'One month',
      description: 'How far it is, and what is published of it: revision, when, from which records, how complete.',
      tags: ['periods'],
      example: EXAMPLES.period,
    },
    async handler({ access, params, query, language }, web) {
      const status = (await web.source.months(access)).find((one) => one.month === params.month)
      if (status === undefined) throw new AppError('not_found')
      const asked = { access, month: params.month, language: query.lang ?? language }
      const published = await readFigures(web, asked)
      const shown = { tenant: access.tenantId, ...periodBody(status) }
      if (published === null) return json({ ...shown, publication: null })
      const { publication, days, figures } = published
      const { revision, sealed_ms, k, profile, code_version, watermark_ms, safe, rules } = publication
      const cuts = new Set(figures.map(({ cut }) => cut))
      return json({
        ...shown,
        publication: {
          revision,
          sealed_at: iso(sealed_ms),
          k,
          profile,
          code_version,
          watermark: iso(watermark_ms),
          safe: safe === 1,
          completeness: completenessBody(params.month, days),
          looked_at: lookedOf(rules, asked.language).map(({ result, text }) => ({ ...result, text })),
          cuts: CUT_NAMES.filter((cut) => cuts.has(cut)),
          files: fileNames(web),
        },
      })
    },
  }),
  route({
    ...FIGURES,
    url: `${MONTH}/health`,
    audit: AUDIT,
    params: ofMonth,
    query: healthQuery,
    response: { 200: health },
    docs: {
      operationId: 'getDataHealth',
      summary: 'How sound the data of a month are',
      description: 'How complete each day is, and what was found about the data: silent sources, days without records.',
      tags: ['periods'],
      example: EXAMPLES.health,
    },
    async handler({ access, params, query, language }, web) {
      const asked = { access, month: params.month, language: query.lang ?? language }
      const published = await readFigures(web, asked)
      if (published === null) throw new AppError('not_found')
      const { publication, days, names } = published
      const ofTenant = Map.groupBy(
        days.filter(({ site }) => site === ''),
        (figure) => figure.day,
      )
      const found = await findingsOf(web.followUp, access, params.month)
      return json({
        tenant: access.tenantId,
        month: params.month,
        revision: publication.revision,
        completeness: completenessBody(params.month, days),
        days: [...ofTenant]
          .toSorted(([one], [two]) => one.localeCompare(two))
          .map(([day, group]) => ({
            day,
            complete: dayFigureOf(group, 'complete'),
            taken: dayFigureOf(group, 'taken'),
          })),
        findings: found
          .filter(({ finding }) => isAdvice(finding) === 0)
          .map((one) => findingBody(one, asked.language, names)),
      })
    },
  }),
  route({
    ...FIGURES,
    url: `${MONTH}/files/:file`,
    audit: ['file_read'],
    params: ofMonth.extend({ file: fileName }),
    query: healthQuery,
    docs: {
      operationId: 'getFile',
      summary: 'The report of a month as a file',
      description: 'To the byte what the pages give. The same month gives the same bytes.',
      tags: ['files'],
      media: FILE_MIMES,
    },
    async handler({ access, params, query, language }, web) {
      const file = await fileOf({ access, params, language: query.lang ?? language }, web)
      return { ...file, etag: etagOf(file.bytes) }
    },
  }),
]
