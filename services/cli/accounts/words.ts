/** What the command line says of accounts: refusals, states and links. */
import {
  type AccountShown,
  INVITATION_MS,
  type Invalid,
  invitationPath,
  type Invited,
  MOST_ACCOUNTS,
  type RosterRefusal,
  type RosterRefused,
  TENANTS_OF_ROLE,
} from '../../accounts/index.ts'
import { DAY_MS } from '../../shared/calendar.ts'
import { UserError } from '../../shared/errors.ts'
import type { CliContext } from '../context.ts'

/** Where a server listens that is started without settings. */
const DEFAULT_URL = 'http://127.0.0.1:8080'

const REFUSALS: Readonly<Record<RosterRefusal, string>> = {
  no_account: 'There is no such account any more. See: avesqo account list',
  login_taken:
    'There is an account with this login already. A second role of the same person needs a login of its own; a forgotten password, avesqo account reset.',
  too_many: `There are as many accounts of this role as the house allows (operator ${MOST_ACCOUNTS.operator}, privacy_officer ${MOST_ACCOUNTS.privacy_officer}, consultant ${MOST_ACCOUNTS.consultant}, customer_viewer ${MOST_ACCOUNTS.customer_viewer} a customer). End one that is no longer needed.`,
  no_tenant: 'One of these customers does not exist. See: avesqo tenant list',
  tenants_of_role: `A customer_viewer has exactly ${TENANTS_OF_ROLE.customer_viewer.most} customer, a consultant any number; operator and privacy_officer have none, because they see no figures.`,
  own_account: 'Nobody changes the own role, expiry or confirmation: ask another operator.',
  last_operator:
    'This is the only operator who can sign in. Invite another one first, and let that person set a password.',
  expiry_past:
    'The last day is over already. Give a later one, or let it sign in without an end: avesqo account extend <login> --expires none',
}
const FIELDS: Readonly<Record<Invalid['field'], string>> = {
  login: "The login must be an e-mail address or a name of 3 to 254 letters, digits and . _ % + ' @ -",
  name: 'The name must be 1 to 80 characters on one line.',
  expiresDay: 'The last day must be a day, such as 2026-12-31.',
  label: 'The label must be 1 to 80 characters on one line.',
  days: 'The number of days must be 1 to 365.',
}

/** An outcome that is neither a refusal nor a wrong value. @throws UserError where it is one */
export function orSay<T extends { readonly outcome: string }>(outcome: T): Exclude<T, RosterRefused | Invalid> {
  if (isRefused(outcome)) throw new UserError(REFUSALS[outcome.reason], 1)
  if (isInvalid(outcome)) throw new UserError(FIELDS[outcome.field])
  return outcome as Exclude<T, RosterRefused | Invalid>
}

function isRefused(outcome: { readonly outcome: string }): outcome is RosterRefused {
  return outcome.outcome === 'refused'
}
function isInvalid(outcome: { readonly outcome: string }): outcome is Invalid {
  return outcome.outcome === 'invalid'
}

export interface Link {
  readonly link: string
  /** ISO 8601, UTC. */
  readonly worksUntil: string
}

/**
 * The address that a person opens in a browser: of the house where it says one.
 *
 * @param listens where the server listens
 */
export function linkOf(context: CliContext, { token, endsMs }: Invited, listens = DEFAULT_URL): Link {
  const base = (context.settings().url ?? listens).replace(/\/$/u, '')
  return { link: `${base}${invitationPath(token)}`, worksUntil: new Date(endsMs).toISOString() }
}

/** A link is as good as a password. */
export const LINK_NOTE = `The link is shown this once. It works once and for ${INVITATION_MS / DAY_MS} days; whoever has it can set the password, so give it to its person only.`

export function stateText({ state, invitedUntilMs, attestDueMs }: AccountShown, now: number): string {
  if (state === 'invited') return invitedUntilMs === null ? 'invited, link over' : 'invited'
  if (state === 'active' && now >= attestDueMs) return 'active, confirm'
  return state === 'lapsed' ? 'lapsed, confirm' : state
}
