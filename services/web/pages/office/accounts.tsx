/** The roster: who uses the product, in which role and until when; a link just made comes before everything else. */
import type { JSX } from 'preact'
import { DEFAULT_ZONE } from '../../../../schemas/control/export.ts'
import { htmlOf } from '../html.ts'
import { Layout } from '../parts/layout.tsx'
import { type Says, saysOf } from '../says.ts'
import type { AccountsView, Chrome } from '../views.ts'
import { AccountEntry } from './account-entry.tsx'
import { Invite } from './invite.tsx'

/** @returns HTML of `/operations/accounts` */
export function accountsPage(chrome: Chrome, view: AccountsView): string {
  const says = saysOf(chrome.language)
  const { accounts } = says.page.office
  // What was sent and is to be mended comes first: a page that is answered with begins at its top.
  const living = view.accounts
    .filter(({ state }) => state !== 'ended')
    .toSorted((one, two) => Number(two.id === view.of) - Number(one.id === view.of))
  const isBack = view.problem !== null && view.of === null
  return htmlOf(
    <Layout chrome={chrome} says={says} title={accounts.title}>
      <h1>{accounts.title}</h1>
      <p class="lead">{accounts.lead}</p>
      <NewLink view={view} says={says} />
      {isBack ? (
        <Invite chrome={chrome} view={view} says={says} />
      ) : (
        <p>
          <a href="#invite">{accounts.invite}</a>
        </p>
      )}
      <div class="roster">
        {living.map((account) => (
          <AccountEntry key={account.id} account={account} chrome={chrome} view={view} says={says} />
        ))}
      </div>
      <Ended view={view} says={says} />
      {isBack ? null : <Invite chrome={chrome} view={view} says={says} />}
    </Layout>,
  )
}

interface Props {
  readonly view: AccountsView
  readonly says: Says
}

function NewLink({ view: { invited }, says }: Props): JSX.Element | null {
  const { accounts } = says.page.office
  if (invited === null) return null
  return (
    <section class="notice secret" role="status">
      <h2>{accounts.invited(invited.login)}</h2>
      <p>
        <code>{invited.link}</code>
      </p>
      <p>{accounts.linkHow(says.format.instant(invited.endsMs, DEFAULT_ZONE))}</p>
    </section>
  )
}

/** Only what the audit log refers to. */
function Ended({ view, says }: Props): JSX.Element | null {
  const { accounts } = says.page.office
  const ended = view.accounts.filter(({ state }) => state === 'ended')
  if (ended.length === 0) return null
  return (
    <details class="all">
      <summary>{accounts.ended(says.format.number(ended.length))}</summary>
      <ul>
        {ended.map(({ id, role }) => (
          <li key={id}>{accounts.endedLine(says.page.roles[role], id)}</li>
        ))}
      </ul>
    </details>
  )
}
