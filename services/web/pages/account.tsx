/** The own account: language, password, sessions, tokens for programs. */
import type { JSX } from 'preact'
import { LANGUAGES } from '../../advise/index.ts'
import { utcDayOf } from '../../shared/calendar.ts'
import { htmlOf } from './html.ts'
import { NewPassword } from './login.tsx'
import { Field, Form, waitText } from './parts/form.tsx'
import { Heads } from './parts/heads.tsx'
import { LabelledCell } from './parts/labelled.tsx'
import { Csrf, Layout } from './parts/layout.tsx'
import { PATHS } from './paths.ts'
import { type Says, saysOf } from './says.ts'
import type { AccountView, Chrome } from './views.ts'

interface Part {
  readonly chrome: Chrome
  readonly view: AccountView
  readonly says: Says
}

export function accountPage(chrome: Chrome, view: AccountView): string {
  const says = saysOf(chrome.language)
  const { page } = says
  const part: Part = { chrome, view, says }
  return htmlOf(
    <Layout chrome={chrome} says={says} title={page.access.account.title}>
      <h1>{view.name}</h1>
      <p class="lead">{page.roles[view.role]}</p>
      <NewToken part={part} />
      <Language part={part} />
      <Password part={part} />
      {view.readsFigures ? <Tokens part={part} /> : null}
      <section class="block">
        <h2>{page.access.account.sessionsTitle}</h2>
        <p>{page.access.account.sessionsLead}</p>
        <Form
          chrome={chrome}
          action={PATHS.endSessions}
          problem={null}
          submit={page.access.account.sessionsSubmit}
          quiet
        />
      </section>
    </Layout>,
  )
}

function Language({ part: { chrome, says } }: { readonly part: Part }): JSX.Element {
  const { account } = says.page.access
  return (
    <section class="block">
      <h2>{account.language}</h2>
      <Form chrome={chrome} action={PATHS.language} problem={null} submit={account.change}>
        <input type="hidden" name="back" value={PATHS.account} />
        <div class="choices">
          {LANGUAGES.map((language) => (
            <label key={language}>
              <input type="radio" name="language" value={language} checked={language === says.language} />
              <span lang={language}>{account.languages[language]}</span>
            </label>
          ))}
        </div>
      </Form>
    </section>
  )
}

function Password({ part: { chrome, view, says } }: { readonly part: Part }): JSX.Element {
  const { access } = says.page
  const { account, passwords } = access
  const problem = view.problem?.form === 'password' ? view.problem : null
  const texts: Readonly<Record<string, string>> = { ...passwords, ...whyNotConfirmed(problem, says) }
  return (
    <section class="block">
      <h2>{account.passwordTitle}</h2>
      <p>{account.passwordLead}</p>
      <Form
        chrome={chrome}
        action={PATHS.password}
        problem={problem === null ? null : (texts[problem.problem] ?? null)}
        submit={account.change}
      >
        <Field
          name="current"
          label={account.current}
          type="password"
          autocomplete="current-password"
          invalid={problem?.problem === 'current_wrong'}
        />
        <NewPassword says={access} problem={problem?.problem ?? null} label={account.newPassword} />
      </Form>
    </section>
  )
}

/** Why the present password was not taken. */
function whyNotConfirmed(problem: AccountView['problem'], { page: { access } }: Says) {
  return {
    current_wrong: access.account.currentWrong,
    locked: access.locked(waitText(problem?.retryAfterS ?? null, access)),
    busy: access.passwords.busy,
  }
}

function NewToken({ part: { view, says } }: { readonly part: Part }): JSX.Element | null {
  const { newToken } = view
  const { account } = says.page.access
  if (newToken === null) return null
  return (
    <section class="notice secret" role="status">
      <h2>{account.newToken(newToken.label)}</h2>
      <p>
        <code>{newToken.secret}</code>
      </p>
      <p>{account.once}</p>
    </section>
  )
}

function Tokens({ part }: { readonly part: Part }): JSX.Element {
  const { chrome, view, says } = part
  const { account } = says.page.access
  const { most, usual } = view.tokenDays
  const mostText = says.format.number(most)
  const problem = view.problem?.form === 'token' ? view.problem.problem : null
  const texts = {
    ...account.problems,
    days_invalid: account.problems.days_invalid(mostText),
    ...whyNotConfirmed(view.problem, says),
  }
  return (
    <section class="block">
      <h2>{account.tokensTitle}</h2>
      <p>
        {account.tokensLead} <a href={PATHS.apiDocs}>{account.tokensApi}</a>
      </p>
      {view.tokens.length === 0 ? <p class="quiet">{account.noTokens}</p> : <TokenTable part={part} />}
      <Form
        chrome={chrome}
        action={PATHS.tokens}
        problem={problem === null ? null : texts[problem]}
        submit={account.make}
      >
        <Field name="label" label={account.label} hint={account.labelHint} invalid={problem === 'label_invalid'} />
        <Field
          name="days"
          label={account.days}
          hint={account.daysHint(mostText)}
          type="number"
          value={String(usual)}
          max={String(most)}
          invalid={problem === 'days_invalid'}
        />
        <Field
          name="current"
          id="token-current"
          label={account.current}
          type="password"
          autocomplete="current-password"
          invalid={problem === 'current_wrong'}
        />
      </Form>
    </section>
  )
}

function TokenTable({ part: { chrome, view, says } }: { readonly part: Part }): JSX.Element {
  const { format } = says
  const { account } = says.page.access
  return (
    <table class="stacked labelled tokens" role="table">
      <caption class="unseen">{account.tokensTitle}</caption>
      <Heads of={[account.token, account.made, account.ends, account.used, '']} />
      <tbody role="rowgroup">
        {view.tokens.map(({ id, label, createdMs, endsMs, lastUsedDay }) => (
          <tr key={id} role="row">
            <th role="rowheader" scope="row">
              {label}
            </th>
            <LabelledCell head={account.made}>{format.day(utcDayOf(createdMs))}</LabelledCell>
            <LabelledCell head={account.ends}>{format.day(utcDayOf(endsMs))}</LabelledCell>
            <LabelledCell head={account.used}>
              {lastUsedDay === null ? account.neverUsed : format.day(lastUsedDay)}
            </LabelledCell>
            <td role="cell" class="act">
              <form method="post" action={PATHS.endToken(id)}>
                <Csrf chrome={chrome} />
                <button class="plain" aria-label={account.endOf(label)}>
                  {account.end}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
