/** The consultant's customers side by side. */
import type { Language } from '../../advise/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type Access, accessesOf } from '../access.ts'
import type { PortfolioCustomer } from '../pages/views.ts'
import { readCustomer } from '../reading/index.ts'
import type { WebParts } from '../server/parts.ts'
import { page } from './answer.ts'
import { draw } from './draw.ts'
import { type Route, route } from './route.ts'
import { pageQuery } from './shapes.ts'

/** Customers that are read at one time; the database answers few queries at once. */
const AT_ONCE = 4

/** @returns null for a customer that was removed meanwhile: the others are shown */
async function readIfThere(web: WebParts, access: Access, language: Language): Promise<PortfolioCustomer | null> {
  try {
    return await readCustomer(web, access, language)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}

export const portfolioRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/portfolio',
    permission: 'portfolio_read',
    scope: 'none',
    audit: ['report_read'],
    query: pageQuery({}),
    async handler({ who, language, chrome }, web) {
      const customers: PortfolioCustomer[] = []
      const accesses = accessesOf(who.principal)
      for (let from = 0; from < accesses.length; from += AT_ONCE) {
        const read = accesses.slice(from, from + AT_ONCE).map((access) => readIfThere(web, access, language))
        customers.push(...(await Promise.all(read)).filter((customer) => customer !== null))
      }
      const collator = new Intl.Collator(language, { numeric: true })
      return page(
        draw.portfolio(chrome(), {
          customers: customers.toSorted((one, two) => collator.compare(one.tenant.name, two.tenant.name)),
        }),
      )
    },
  }),
]
