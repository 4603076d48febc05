/** One finding: what was found, and what becomes of it. */
import { z } from 'zod'
import { FINDING_STATES, type FindingState, NEXT_STATES } from '../../../schemas/finding.ts'
import { AppError } from '../../shared/errors.ts'
import { type Access, may } from '../access.ts'
import type { FindingView } from '../pages/views.ts'
import { placeNames, readFinding, readTenant } from '../reading/index.ts'
import { adviceOf } from '../reports/advice.ts'
import type { WebParts } from '../server/parts.ts'
import { type Answer, page, redirect } from './answer.ts'
import { draw } from './draw.ts'
import { type AskedAny, type Route, route } from './route.ts'
import { field, ofTenant, pageQuery } from './shapes.ts'

const params = z.strictObject({ ...ofTenant, id: z.uuid() })
const OF_ONE = { url: '/t/:tenant/findings/:id', scope: 'tenant', params } as const

interface Wanted extends Pick<AskedAny, 'language' | 'who'> {
  readonly access: Access
  readonly params: { readonly id: string }
}

async function viewOf(
  web: WebParts,
  { access, params, language, who }: Wanted,
  problem: FindingView['problem'] = null,
): Promise<FindingView> {
  const row = await readFinding(web, access, params.id)
  if (row === null) throw new AppError('not_found')
  const { id, name, zone } = await readTenant(web.control, access)
  const { content: finding, state, month } = row
  const mayChange = who !== null && may(who.principal, 'findings_change')
  return {
    tenant: { id, name, zone },
    month,
    advice: adviceOf({ finding, state }, language, await placeNames(web.control, access)),
    next: mayChange ? NEXT_STATES[state].filter((next) => next !== 'verified') : [],
    mayChange,
    steps: [],
    problem,
  }
}

export const findingRoutes: readonly Route[] = [
  route({
    ...OF_ONE,
    method: 'GET',
    permission: 'figures_read',
    audit: ['report_read'],
    query: pageQuery({}),
    handler: async (asked, web) => page(draw.finding(asked.chrome(), await viewOf(web, asked))),
  }),
  route({
    ...OF_ONE,
    method: 'POST',
    permission: 'findings_change',
    audit: ['finding_changed'],
    body: z.object({ state: z.union([z.literal(''), z.enum(FINDING_STATES)]), note: field }),
    async handler(asked, web): Promise<Answer> {
      const { body, access, params, who, saying, chrome } = asked
      const at = `/t/${access.tenantId}/findings/${params.id}`
      const again = async (problem: FindingView['problem']): Promise<Answer> =>
        page(draw.finding(chrome(at), await viewOf(web, asked, problem)), 422)
      if (body.state === '') return again('not_allowed')
      const state: FindingState = body.state
      const done = await web.followUp.changeState(access.tenantId, params.id, state, who.principal.accountId)
      if (done.outcome === 'unknown') throw new AppError('not_found')
      if (done.outcome === 'not_allowed') return again('not_allowed')
      return redirect(saying(at, 'state_changed'))
    },
  }),
]
