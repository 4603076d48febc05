/** The operator's: the workings, and the accounts. */
import { z } from 'zod'
import { ACCOUNT_ROLES } from '../../../schemas/accounts.ts'
import {
  type AccountId,
  type Invalid,
  invitationPath,
  type Invited,
  type RosterOutcome,
  type RosterRefused,
  TENANTS_OF_ROLE,
} from '../../accounts/index.ts'
import { LANGUAGES } from '../../advise/index.ts'
import { operatorAccess } from '../access.ts'
import type { AccountsView } from '../pages/views.ts'
import { readOperations, readTenants } from '../reading/index.ts'
import type { WebParts } from '../server/parts.ts'
import { type Answer, page, redirect } from './answer.ts'
import { draw } from './draw.ts'
import { type AskedAny, type Route, route } from './route.ts'
import { field, pageQuery, several } from './shapes.ts'

const ACCOUNTS = '/operations/accounts'
const MANAGE = { permission: 'accounts_manage', scope: 'none' } as const
const ofAccount = z.strictObject({ id: z.uuid().transform((id) => id as AccountId) })

async function viewOf(
  { accounts, control, clock }: WebParts,
  more: Partial<Pick<AccountsView, 'invited' | 'problem' | 'of' | 'typed'>> = {},
): Promise<AccountsView> {
  const tenants = (await readTenants(control)).map(({ id, name }) => ({ id, name }))
  const nothing = { invited: null, problem: null, of: null, typed: null }
  return { nowMs: clock.now(), accounts: await accounts.list(), tenants, ...nothing, ...more }
}

type Asking = Pick<AskedAny, 'chrome' | 'saying' | 'origin'>

async function shown(web: WebParts, { chrome }: Asking, more: Parameters<typeof viewOf>[1], status = 200) {
  return page(draw.accounts(chrome(ACCOUNTS), await viewOf(web, more)), status)
}

/** The link stands on this page and nowhere else. */
function withLink(web: WebParts, asked: Asking, login: string, { token, endsMs }: Invited): Promise<Answer> {
  return shown(web, asked, { invited: { login, link: `${asked.origin}${invitationPath(token)}`, endsMs } })
}

async function done(
  web: WebParts,
  asked: Asking & { readonly params: { readonly id: AccountId } },
  outcome: RosterOutcome | Invalid | RosterRefused,
  notice: 'account_changed' | 'account_ended',
): Promise<Answer> {
  if (outcome.outcome === 'done') return redirect(asked.saying(ACCOUNTS, notice))
  return shown(web, asked, { problem: problemOf(outcome), of: asked.params.id }, 422)
}

function problemOf(outcome: Invalid | RosterRefused): AccountsView['problem'] {
  return outcome.outcome === 'invalid' ? { invalid: outcome.field } : { refused: outcome.reason }
}

/** An empty field: no last day. */
function dayOrNone(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

export const operationsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/operations',
    permission: 'operations_read',
    scope: 'none',
    query: pageQuery({}),
    handler: async ({ chrome }, web) => page(draw.operations(chrome(), await readOperations(web, operatorAccess))),
  }),
  route({
    ...MANAGE,
    method: 'GET',
    url: ACCOUNTS,
    query: pageQuery({}),
    handler: async ({ chrome }, web) => page(draw.accounts(chrome(), await viewOf(web))),
  }),
  route({
    ...MANAGE,
    method: 'POST',
    url: `${ACCOUNTS}/invite`,
    formOn: ACCOUNTS,
    audit: ['account_invited'],
    body: z.object({
      login: field,
      name: field,
      role: z.union([z.literal(''), z.enum(ACCOUNT_ROLES)]).default(''),
      language: z.enum(LANGUAGES),
      expires: field,
      tenants: several,
    }),
    async handler(asked, web) {
      const { login, name, role, language, expires } = asked.body
      if (role === '') return shown(web, asked, { problem: { invalid: 'role' }, typed: asked.body }, 422)
      // The form asks them of the roles that have some; what was ticked before another role was chosen is not meant.
      const tenants = TENANTS_OF_ROLE[role].most === 0 ? [] : asked.body.tenants
      const outcome = await web.accounts.invite({
        login,
        name,
        role,
        language,
        tenants,
        expiresDay: dayOrNone(expires),
        appointedBy: asked.who.principal.accountId,
      })
      return outcome.outcome === 'invited'
        ? withLink(web, asked, login, outcome)
        : shown(web, asked, { problem: problemOf(outcome), typed: asked.body }, 422)
    },
  }),
  route({
    ...MANAGE,
    method: 'POST',
    url: `${ACCOUNTS}/:id/renew`,
    formOn: ACCOUNTS,
    audit: ['account_reset'],
    params: ofAccount,
    body: z.object({}),
    async handler(asked, web) {
      const { id } = asked.params
      const outcome = await web.accounts.reinvite(id, asked.who.principal.accountId)
      if (outcome.outcome !== 'invited') return shown(web, asked, { problem: problemOf(outcome), of: id }, 422)
      const login = (await web.accounts.list()).find((account) => account.id === id)?.login ?? ''
      return withLink(web, asked, login, outcome)
    },
  }),
  route({
    ...MANAGE,
    method: 'POST',
    url: `${ACCOUNTS}/:id/assign`,
    formOn: ACCOUNTS,
    audit: ['account_assigned'],
    params: ofAccount,
    body: z.object({ tenants: several }),
    async handler(asked, web) {
      const by = asked.who.principal.accountId
      return done(web, asked, await web.accounts.assign(asked.params.id, asked.body.tenants, by), 'account_changed')
    },
  }),
  route({
    ...MANAGE,
    method: 'POST',
    url: `${ACCOUNTS}/:id/extend`,
    formOn: ACCOUNTS,
    audit: ['account_extended'],
    params: ofAccount,
    body: z.object({ expires: field }),
    async handler(asked, web) {
      const until = dayOrNone(asked.body.expires)
      const outcome = await web.accounts.extend(asked.params.id, until, asked.who.principal.accountId)
      return done(web, asked, outcome, 'account_changed')
    },
  }),
  route({
    ...MANAGE,
    method: 'POST',
    url: `${ACCOUNTS}/:id/attest`,
    formOn: ACCOUNTS,
    audit: ['account_attested'],
    params: ofAccount,
    body: z.object({}),
    handler: async (asked, web) =>
      done(web, asked, await web.accounts.attest(asked.params.id, asked.who.principal.accountId), 'account_changed'),
  }),
  route({
    ...MANAGE,
    method: 'POST',
    url: `${ACCOUNTS}/:id/end`,
    formOn: ACCOUNTS,
    audit: ['account_ended'],
    params: ofAccount,
    body: z.object({}),
    handler: async (asked, web) =>
      done(web, asked, await web.accounts.end(asked.params.id, asked.who.principal.accountId), 'account_ended'),
  }),
]
