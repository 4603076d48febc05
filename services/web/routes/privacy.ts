/** The privacy officer's: what was withheld of each month, and what is kept. */
import { z } from 'zod'
import { REGISTER } from '../../../schemas/privacy.ts'
import { registerOfRules } from '../../advise/index.ts'
import { AppError } from '../../shared/errors.ts'
import { readProtocol, readProtocols } from '../reading/index.ts'
import { page } from './answer.ts'
import { draw } from './draw.ts'
import { type Route, route } from './route.ts'
import { ofMonth, pageQuery } from './shapes.ts'

export const privacyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/privacy',
    permission: 'protocol_read',
    scope: 'none',
    query: pageQuery({}),
    handler: async ({ chrome }, { control }) => page(draw.privacy(chrome(), await readProtocols(control))),
  }),
  route({
    method: 'GET',
    // Not of the account's customers, but of all: a privacy officer has none.
    url: '/privacy/:customer/:month',
    permission: 'protocol_read',
    scope: 'none',
    params: z.strictObject({ customer: ofMonth.tenant, month: ofMonth.month }),
    query: pageQuery({}),
    async handler({ params: { customer, month }, chrome }, { control }) {
      const view = await readProtocol(control, customer, month)
      if (view === null) throw new AppError('not_found')
      return page(draw.protocol(chrome(), view))
    },
  }),
  route({
    method: 'GET',
    url: '/privacy/register',
    permission: 'register_read',
    scope: 'none',
    query: pageQuery({}),
    handler: ({ chrome, language }) =>
      page(draw.register(chrome(), { entries: REGISTER, rules: registerOfRules(language) })),
  }),
]
