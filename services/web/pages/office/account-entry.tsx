/** One account of the roster: what is so, and what may be changed about it. */
import type { JSX } from 'preact'
import { DEFAULT_ZONE } from '../../../../schemas/control/export.ts'
import type { AccountShown } from '../../../accounts/index.ts'
import { localDayOf } from '../../../shared/calendar.ts'
import { Field, Form } from '../parts/form.tsx'
import { PATHS } from '../paths.ts'
import type { Says } from '../says.ts'
import type { AccountsView, Chrome } from '../views.ts'
import { rosterProblem } from './invite.tsx'
import { Tenants } from './tenants.tsx'

interface Props {
  readonly account: AccountShown
  readonly chrome: Chrome
  readonly view: AccountsView
  readonly says: Says
}

export function AccountEntry(props: Props): JSX.Element {
  const { account, view, says } = props
  const { id, name, login, role, state } = account
  const { accounts } = says.page.office
  const problem = view.of === id ? rosterProblem(view.problem, says) : null
  return (
    <article class="account" aria-labelledby={`account-${id}`}>
      <h2 id={`account-${id}`}>{name}</h2>
      <p class="badges">
        <span class="badge moderate">{says.page.roles[role]}</span>
        {state === 'active' ? null : <span class="badge">{accounts.states[state]}</span>}
        <span class="quiet">{login}</span>
      </p>
      <Facts account={account} view={view} says={says} />
      {problem === null ? null : (
        <p class="notice problem" role="alert">
          {problem}
        </p>
      )}
      <details open={problem !== null}>
        <summary>{accounts.change(name)}</summary>
        <Changes {...props} />
      </details>
    </article>
  )
}

function Facts({ account, view, says }: Omit<Props, 'chrome'>): JSX.Element {
  const { accounts } = says.page.office
  const { format } = says
  const { facts } = accounts
  const dayOf = (ms: number): string => format.day(localDayOf(ms, DEFAULT_ZONE))
  const nameOf = (id: string): string => view.tenants.find((tenant) => tenant.id === id)?.name ?? id
  const appointer =
    account.appointedBy === 'operator'
      ? accounts.operatorAtMachine
      : (view.accounts.find(({ id }) => id === account.appointedBy)?.name ?? '')
  const all: readonly (readonly [string, string])[] = [
    ...(account.tenants.length === 0
      ? []
      : [[facts.customers, account.tenants.map((id) => nameOf(id)).join(', ')] as const]),
    [facts.lastLogin, account.lastLoginMs === null ? accounts.neverSignedIn : dayOf(account.lastLoginMs)],
    ...(account.invitedUntilMs === null
      ? []
      : [[facts.invitation, accounts.linkOpen(format.instant(account.invitedUntilMs, DEFAULT_ZONE))] as const]),
    [
      facts.attest,
      account.attestDueMs <= view.nowMs
        ? accounts.attestNow(dayOf(account.lapsesMs))
        : accounts.attestDue(dayOf(account.attestDueMs)),
    ],
    [facts.expires, account.expiresDay === null ? accounts.noExpiry : accounts.until(format.day(account.expiresDay))],
    [facts.appointed, accounts.since(dayOf(account.createdMs), appointer === '' ? account.appointedBy : appointer)],
  ]
  return (
    <dl class="facts">
      {all.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What cannot be undone lies one step deeper, with what it does beside its button. */
function Changes({ account, chrome, view, says }: Props): JSX.Element {
  const { id, role, tenants, expiresDay } = account
  const { accounts } = says.page.office
  const hasTenants = role === 'consultant' || role === 'customer_viewer'
  return (
    <div class="changes">
      <section>
        <h3>{accounts.attestTitle}</h3>
        <p>{accounts.attestSays}</p>
        <Form chrome={chrome} action={PATHS.changeAccount(id, 'attest')} problem={null} submit={accounts.attest} />
      </section>
      {hasTenants ? (
        <section>
          <h3>{accounts.assign}</h3>
          <Form
            chrome={chrome}
            action={PATHS.changeAccount(id, 'assign')}
            problem={null}
            submit={accounts.assignSubmit}
          >
            <Tenants
              legend={accounts.customers}
              tenants={view.tenants}
              chosen={tenants}
              untitled
              single={role === 'customer_viewer'}
              says={says}
            />
          </Form>
        </section>
      ) : null}
      <section>
        <h3>{accounts.extend}</h3>
        <Form chrome={chrome} action={PATHS.changeAccount(id, 'extend')} problem={null} submit={accounts.extendSubmit}>
          <Field
            id={`expires-${id}`}
            name="expires"
            label={accounts.expires}
            hint={accounts.expiresHint}
            type="date"
            value={expiresDay ?? ''}
            required={false}
          />
        </Form>
      </section>
      <section>
        <Confirmed
          title={accounts.renew}
          text={accounts.renewSays}
          submit={accounts.renewSubmit}
          action={PATHS.changeAccount(id, 'renew')}
          chrome={chrome}
        />
        <Confirmed
          title={accounts.end}
          text={accounts.endSays}
          submit={accounts.endSubmit}
          action={PATHS.changeAccount(id, 'end')}
          chrome={chrome}
        />
      </section>
    </div>
  )
}

function Confirmed(props: {
  readonly title: string
  readonly text: string
  readonly submit: string
  readonly action: string
  readonly chrome: Chrome
}): JSX.Element {
  const { title, text, submit, action, chrome } = props
  return (
    <details>
      <summary>{title}</summary>
      <p>{text}</p>
      <Form chrome={chrome} action={action} problem={null} submit={submit} quiet />
    </details>
  )
}
