/** The documentation of the API: what a linter says of it, and whether it tells of the routes that there are. */
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { LANGUAGES } from '../../../../services/web/index.ts'
import { openApiOf } from '../../../../services/web/api/openapi.ts'
import { apiRoutes } from '../../../../services/web/api/routes.ts'
import { isApi, type Route, route } from '../../../../services/web/routes/route.ts'
import { ROUTES } from '../../../../services/web/routes/table.ts'

const ofApi = ROUTES.filter(({ url }) => url.startsWith('/api/'))
const written = JSON.stringify(openApiOf(apiRoutes))
const read = z
  .object({
    openapi: z.string(),
    paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
  })
  .parse(JSON.parse(written))

describe('the document', () => {
  it('passes the recommended rules of a linter', async () => {
    const config = await createConfig({ extends: ['recommended'] })
    const problems = await lintFromString({ source: written, absoluteRef: 'openapi.json', config })
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
  })

  it('is refused by that linter where it is wrong', async () => {
    const config = await createConfig({ extends: ['recommended'] })
    const source = written.replaceAll('#/components/schemas/Figure"', '#/components/schemas/Nothing"')
    const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config })
    expect(problems.map(({ ruleId }) => ruleId)).toContain('no-unresolved-refs')
  })

  it('tells of every route of the table, and of no other', () => {
    const told = Object.entries(read.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`),
    )
    expect(read.openapi).toMatch(/^3\.1\./u)
    expect(told.toSorted()).toEqual(ofApi.map(({ method, url }) => `${method} ${url}`).toSorted())
  })

  it.each(
    ofApi.filter(({ response }) => response !== undefined).map((one) => [`${one.method} ${one.url}`, one] as const),
  )('%s: the example is of the shape that is answered', (_name, { response = {}, docs }) => {
    const [schema] = Object.values(response)
    expect(schema?.safeParse(docs?.example).error?.issues ?? []).toEqual([])
  })

  it('is made once: whoever asks for it again, which everybody may, costs no work on it', () => {
    const document = apiRoutes.find(({ url }) => url === '/api/v1/openapi.json')
    const asked = {} as Parameters<Route['handler']>[0]
    const ask = () => document?.handler(asked, {} as Parameters<Route['handler']>[1])
    expect(ask()).toMatchObject({ type: 'json', body: Buffer.from(written) })
    expect(ask()).toBe(ask())
  })

  it('names no address that is not ours, and no organisation that exists', () => {
    const addresses = [...written.matchAll(/https?:\/\/[^"/]+/gu)].map(([address]) => address)
    expect(new Set(addresses)).toEqual(new Set(['https://www.avesqo.nl']))
    expect(LANGUAGES).toEqual(['nl', 'en'])
  })
})

const handler = () => ({ type: 'json', body: null }) as const
function ofTheAccount() {
  return route({ method: 'POST', url: '/api/v1/tokens', permission: 'own_account', scope: 'none', handler })
}

describe('routes of the API', () => {
  it('are for everybody in one case only: the document itself', () => {
    const open = ROUTES.filter((one) => isApi(one) && one.permission === 'public').map(({ url }) => url)
    expect(open).toEqual(['/api/v1/openapi.json'])
    expect(read.paths['/api/v1/openapi.json']?.['get']).toMatchObject({ security: [] })
  })

  it('refuse what is not named, and have shapes for all that they take', () => {
    for (const { url, query, body } of ofApi.filter((one) => isApi(one))) {
      expect([url, (query ?? body)?.safeParse({ anything: '1' }).success]).toEqual([url, false])
    }
  })

  it('cannot be of the own account, which a token must not change', () => {
    expect(ofTheAccount).toThrow('token')
    const reached = ROUTES.filter((one) => isApi(one) && one.permission !== 'public').map(
      ({ permission }) => permission,
    )
    expect(new Set(reached)).toEqual(new Set(['figures_read', 'findings_change']))
  })
})
