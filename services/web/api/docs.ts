/** The documentation of the API: the document for programs, and the page that tells it. */
import { z } from 'zod'
import { TOKEN_DAYS } from '../../accounts/index.ts'
import { page } from '../routes/answer.ts'
import { draw } from '../routes/draw.ts'
import { type Route, route } from '../routes/route.ts'
import { pageQuery } from '../routes/shapes.ts'
import { ratesOf } from '../server/rates.ts'
import { json } from './answers.ts'
import { describedOf } from './described.ts'
import { openApiOf } from './openapi.ts'

const READ = { method: 'GET', permission: 'figures_read', scope: 'none' } as const
const tags = ['documentation']

/** @param described the routes of which the document tells, besides these two */
export function docsRoutes(described: readonly Route[]): readonly Route[] {
  const routes: readonly Route[] = [
    route({
      ...READ,
      url: '/api/openapi.json',
      query: z.strictObject({}),
      docs: {
        operationId: 'getOpenApi',
        summary: 'This document',
        description: 'OpenAPI 3.1.',
        tags,
        media: ['application/json'],
      },
      handler: () => json(document),
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
      handler: ({ chrome, origin }, { rates }) =>
        page(draw.api(chrome(), { described: told, origin, rates: ratesOf(rates), tokenDays: TOKEN_DAYS.most })),
    }),
  ]
  const document = openApiOf([...described, ...routes])
  const told = describedOf(document)
  return routes
}
