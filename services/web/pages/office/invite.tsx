/** The form that invites somebody: who, in which role, and what that role needs; nothing is chosen that opens a door. */
import type { JSX } from 'preact'
import { ACCOUNT_ROLES, type AccountRole } from '../../../../schemas/accounts.ts'
import { DEFAULT_ZONE } from '../../../../schemas/control/export.ts'
import type { Invalid, RosterRefusal } from '../../../accounts/index.ts'
import { LANGUAGES } from '../../../advise/index.ts'
import { DAY_MS, localDayOf } from '../../../shared/calendar.ts'
import { Field, Form, Problem } from '../parts/form.tsx'
import { PATHS } from '../paths.ts'
import type { Says } from '../says.ts'
import type { AccountsView, Chrome, InvitationTyped } from '../views.ts'
import { Tenants } from './tenants.tsx'

interface Props {
  readonly chrome: Chrome
  readonly view: AccountsView
  readonly says: Says
}

/** A last day is proposed: an account that nobody thinks of any more then ends by itself. */
const PROPOSED_DAYS = 365

function nothingTyped({ nowMs }: AccountsView): InvitationTyped {
  return {
    login: '',
    name: '',
    role: '',
    language: 'nl', // the house's
    expires: localDayOf(nowMs + PROPOSED_DAYS * DAY_MS, DEFAULT_ZONE),
    tenants: [],
  }
}

type InviteField = 'login' | 'name' | 'role' | 'tenants' | 'expires'
const FIELDS: Readonly<Partial<Record<Invalid['field'] | 'role' | RosterRefusal, InviteField>>> = {
  login: 'login',
  login_taken: 'login',
  name: 'name',
  own_account: 'name',
  role: 'role',
  too_many: 'role',
  tenants_of_role: 'tenants',
  no_tenant: 'tenants',
  expiresDay: 'expires',
  expiry_past: 'expires',
}

export function Invite({ chrome, view, says }: Props): JSX.Element {
  const { accounts } = says.page.office
  const { login, name, role, language, expires, tenants } = view.typed ?? nothingTyped(view)
  const problem = view.of === null ? view.problem : null
  const isOwn = problem !== null && 'refused' in problem && problem.refused === 'own_account'
  const text = isOwn ? accounts.ownName : rosterProblem(problem, says)
  const of = problem === null ? undefined : FIELDS['invalid' in problem ? problem.invalid : problem.refused]
  const beside = (field: InviteField): string | null => (of === field ? text : null)
  return (
    <section class="block" aria-labelledby="invite">
      <h2 id="invite">{accounts.invite}</h2>
      <p>{accounts.inviteLead}</p>
      <div class="invite">
        <Form
          chrome={chrome}
          action={PATHS.invite}
          problem={text === null || of === undefined ? text : accounts.notInvited}
          submit={accounts.makeLink}
        >
          <Field
            name="login"
            label={accounts.login}
            hint={accounts.loginHint}
            value={login}
            problem={beside('login')}
          />
          <Field name="name" label={accounts.name} value={name} problem={beside('name')} />
          <Roles chosen={role} problem={beside('role')} says={says} />
          <Tenants
            legend={accounts.customers}
            hint={accounts.customersOfRole}
            tenants={view.tenants}
            chosen={tenants}
            problem={beside('tenants')}
            says={says}
          />
          <Languages chosen={language} says={says} />
          <Field
            name="expires"
            label={accounts.expires}
            hint={`${accounts.expiresProposed} ${accounts.expiresHint}`}
            type="date"
            value={expires}
            required={false}
            problem={beside('expires')}
          />
        </Form>
      </div>
    </section>
  )
}

/** Why what was sent was not done; null where nothing was wrong. */
export function rosterProblem(problem: AccountsView['problem'], { page }: Says): string | null {
  if (problem === null) return null
  const { invalid, refused } = page.office.accounts
  return 'invalid' in problem ? invalid[problem.invalid] : refused[problem.refused]
}

function Roles(props: {
  readonly chosen: AccountRole | ''
  readonly problem: string | null
  readonly says: Says
}): JSX.Element {
  const { chosen, problem, says } = props
  const { accounts } = says.page.office
  return (
    <fieldset class="choices tall" aria-describedby={problem === null ? undefined : 'role-problem'}>
      <legend>{accounts.role}</legend>
      {problem === null ? null : <Problem id="role-problem" text={problem} />}
      {ACCOUNT_ROLES.map((role) => (
        <label key={role}>
          <input type="radio" name="role" value={role} checked={role === chosen} required />
          <span>
            {says.page.roles[role]} <span class="notes">{accounts.roleSays[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Languages({ chosen, says }: { readonly chosen: string; readonly says: Says }): JSX.Element {
  const { accounts } = says.page.office
  return (
    <fieldset class="choices">
      <legend>{accounts.language}</legend>
      <p class="notes">{accounts.languageHint}</p>
      {LANGUAGES.map((one) => (
        <label key={one}>
          <input type="radio" name="language" value={one} checked={one === chosen} />
          <span lang={one}>{accounts.languages[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}
