/** The documentation of the API: the document for programs, and the page that tells it. */
import { z } from 'zod'
import { TOKEN_DAYS } from '../../accounts/index.ts'
import { page } from '../routes/answer.ts'
import { draw } from '../routes/draw.ts'
import { type Route, route } from '../routes/route.ts'
import { pageQuery } from '../routes/shapes.ts'
import { ratesOf } from '../server/rates.ts'
import { fixedJson } from './answers.ts'
import { describedOf } from './described.ts'
import { openApiOf } from './openapi.ts'
import { ownSamples, withSamples } from './samples.ts'

const READ = { method: 'GET', permission: 'figures_read', scope: 'none' } as const
const tags = ['documentation']

/** @param described the routes of which the document tells, besides these two */
export function docsRoutes(described: readonly Route[]): readonly Route[] {
  const routes: readonly Route[] = [
    route({
      // No figure, and of nobody: the API design rules of the Dutch government ask that it is there for everybody, at
      // this address (Logius, API Design Rules, /core/publish-openapi).
      ...READ,
      permission: 'public',
      url: '/api/v1/openapi.json',
      query: z.strictObject({}),
      docs: {
        operationId: 'getOpenApi',
        summary: 'This document',
        description: 'OpenAPI 3.1. For everybody, without a token. Ids in its examples are invented.',
        tags,
        media: ['application/json'],
      },
      handler: () => answer,
    }),
    route({
      ...READ,
      url: '/api/docs',
      query: pageQuery({}),
      docs: {
        operationId: 'getDocs',
        summary: 'This document, to read',
        description: 'A page for whoever is signed in, in the language of the account.',
        tags,
        media: ['text/html'],
      },
      async handler({ who, chrome, origin }, web) {
        const own = await ownSamples(web, who.principal)
        const view = { described: withSamples(told, own), own, origin, tokenDays: TOKEN_DAYS.most }
        return page(draw.api(chrome(), { ...view, rates: ratesOf(web.rates) }))
      },
    }),
  ]
  const document = openApiOf([...described, ...routes])
  const answer = fixedJson(document)
  const told = describedOf(document)
  return routes
}
