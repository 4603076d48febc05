/** The form that invites somebody, and the fields that it shares with those of one account. */
import type { JSX } from 'preact'
import { ACCOUNT_ROLES, type AccountRole } from '../../../../schemas/accounts.ts'
import { LANGUAGES } from '../../../advise/index.ts'
import { Field, Form } from '../parts/form.tsx'
import { PATHS } from '../paths.ts'
import type { Says } from '../says.ts'
import type { AccountsView, Chrome, InvitationTyped, TenantName } from '../views.ts'

interface Props {
  readonly chrome: Chrome
  readonly view: AccountsView
  readonly says: Says
}

const NOTHING: InvitationTyped = {
  login: '',
  name: '',
  role: 'customer_viewer',
  language: 'nl',
  expires: '',
  tenants: [],
}

export function Invite({ chrome, view, says }: Props): JSX.Element {
  const { accounts } = says.page.office
  const { login, name, role, language, expires, tenants } = view.typed ?? NOTHING
  const problem = view.of === null ? view.problem : null
  const invalid = problem !== null && 'invalid' in problem ? problem.invalid : null
  const refused = problem !== null && 'refused' in problem ? problem.refused : null
  return (
    <section class="block" aria-labelledby="invite">
      <h2 id="invite">{accounts.invite}</h2>
      <p>{accounts.inviteLead}</p>
      <Form chrome={chrome} action={PATHS.invite} problem={rosterProblem(problem, says)} submit={accounts.makeLink}>
        <Field
          name="login"
          label={accounts.login}
          hint={accounts.loginHint}
          value={login}
          invalid={invalid === 'login' || refused === 'login_taken'}
        />
        <Field name="name" label={accounts.name} value={name} invalid={invalid === 'name'} />
        <Roles chosen={role} says={says} />
        <Tenants
          legend={accounts.customers}
          hint={accounts.customersHint}
          tenants={view.tenants}
          chosen={tenants}
          says={says}
        />
        <fieldset class="choices">
          <legend>{accounts.language}</legend>
          {LANGUAGES.map((one) => (
            <label key={one}>
              <input type="radio" name="language" value={one} checked={one === language} />
              <span lang={one}>{accounts.languages[one]}</span>
            </label>
          ))}
        </fieldset>
        <Field
          name="expires"
          label={accounts.expires}
          hint={accounts.expiresHint}
          type="date"
          value={expires}
          required={false}
          invalid={invalid === 'expiresDay' || refused === 'expiry_past'}
        />
      </Form>
    </section>
  )
}

/** Why what was sent was not done; null where nothing was wrong. */
export function rosterProblem(problem: AccountsView['problem'], { page }: Says): string | null {
  if (problem === null) return null
  const { invalid, refused } = page.office.accounts
  return 'invalid' in problem ? invalid[problem.invalid] : refused[problem.refused]
}

function Roles({ chosen, says }: { readonly chosen: AccountRole; readonly says: Says }): JSX.Element {
  const { accounts } = says.page.office
  return (
    <fieldset class="choices tall">
      <legend>{accounts.role}</legend>
      {ACCOUNT_ROLES.map((role) => (
        <label key={role}>
          <input type="radio" name="role" value={role} checked={role === chosen} />
          <span>
            {says.page.roles[role]} <span class="notes">{accounts.roleSays[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

export function Tenants(props: {
  readonly legend: string
  readonly hint?: string
  readonly tenants: readonly TenantName[]
  readonly chosen: readonly string[]
  /** Whether a heading says it already. */
  readonly untitled?: boolean
  /** One and no more. */
  readonly single?: boolean
  readonly says: Says
}): JSX.Element {
  const { legend, hint, tenants, chosen, single = false, untitled = false, says } = props
  return (
    <fieldset class="choices">
      <legend class={untitled ? 'unseen' : undefined}>{legend}</legend>
      {hint === undefined ? null : <p class="notes">{hint}</p>}
      {tenants.length === 0 ? <p class="quiet">{says.page.office.accounts.noCustomers}</p> : null}
      {tenants.map(({ id, name }) => (
        <label key={id}>
          <input type={single ? 'radio' : 'checkbox'} name="tenants" value={id} checked={chosen.includes(id)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
