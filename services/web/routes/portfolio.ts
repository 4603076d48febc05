/** The consultant's customers side by side. */
import { accessesOf } from '../access.ts'
import { readCustomer } from '../reading/index.ts'
import { page } from './answer.ts'
import { draw } from './draw.ts'
import { type Route, route } from './route.ts'
import { pageQuery } from './shapes.ts'

export const portfolioRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/portfolio',
    permission: 'portfolio_read',
    scope: 'none',
    audit: ['report_read'],
    query: pageQuery({}),
    async handler({ who, language, chrome }, web) {
      const customers = []
      for (const access of accessesOf(who.principal)) customers.push(await readCustomer(web, access, language))
      const collator = new Intl.Collator(language, { numeric: true })
      return page(
        draw.portfolio(chrome(), {
          customers: customers.toSorted((one, two) => collator.compare(one.tenant.name, two.tenant.name)),
        }),
      )
    },
  }),
]
