/** Signing in, and choosing a password by a link that works once. */
import type { JSX } from 'preact'
import { htmlOf } from './html.ts'
import { Field, Form, waitText } from './parts/form.tsx'
import { Layout } from './parts/layout.tsx'
import { PATHS } from './paths.ts'
import { saysOf } from './says.ts'
import type { Chrome, LoginView, PasswordProblem, WelcomeView } from './views.ts'

export function loginPage(chrome: Chrome, { next, welcome, typed, problem, retryAfterS }: LoginView): string {
  const says = saysOf(chrome.language)
  const { access } = says.page
  const { login } = access
  return htmlOf(
    <Layout chrome={chrome} says={says} title={login.title}>
      <div class="narrow">
        <h1>{login.title}</h1>
        <p class="lead">{welcome ? login.welcome : login.lead}</p>
        <Form
          chrome={chrome}
          action={inLanguage(PATHS.login, chrome)}
          problem={problem === null ? null : login.problems[problem](waitText(retryAfterS, access))}
          submit={login.submit}
        >
          {next === null ? null : <input type="hidden" name="next" value={next} />}
          <Field
            name="login"
            label={login.login}
            value={typed}
            autocomplete="username"
            invalid={problem === 'refused'}
            focused={typed === ''}
          />
          <Field
            name="password"
            label={login.password}
            type="password"
            autocomplete="current-password"
            invalid={problem === 'refused'}
            focused={typed !== ''}
          />
        </Form>
        <p class="notes">{login.help}</p>
      </div>
    </Layout>,
  )
}

export function welcomePage(chrome: Chrome, { token, shown, typed, problem }: WelcomeView): string {
  const says = saysOf(chrome.language)
  const { access, roles } = says.page
  const { welcome } = access
  const lead = {
    setup: () => welcome.leads.setup,
    invitation: () => (shown.kind === 'setup' ? '' : welcome.leads.invitation(shown.login, roles[shown.role])),
    reset: () => (shown.kind === 'setup' ? '' : welcome.leads.reset(shown.login)),
  }[shown.kind]()
  return htmlOf(
    <Layout chrome={chrome} says={says} title={welcome.titles[shown.kind]}>
      <div class="narrow">
        <h1>{welcome.titles[shown.kind]}</h1>
        <p class="lead">{lead}</p>
        <Form
          chrome={chrome}
          action={inLanguage(PATHS.welcome(token), chrome)}
          problem={problemText(problem, access)}
          submit={welcome.submit}
        >
          {shown.kind === 'setup' ? (
            <>
              <Field
                name="login"
                label={welcome.login}
                hint={welcome.loginHint}
                value={typed.login}
                autocomplete="username"
                invalid={problem === 'login_invalid' || problem === 'login_taken'}
              />
              <Field
                name="name"
                label={welcome.name}
                hint={welcome.nameHint}
                value={typed.name}
                autocomplete="name"
                invalid={problem === 'name_invalid'}
              />
            </>
          ) : (
            <input
              class="unseen"
              type="text"
              name="username"
              value={shown.login}
              autocomplete="username"
              readonly
              tabIndex={-1}
              aria-hidden="true"
            />
          )}
          <NewPassword says={access} problem={problem} />
        </Form>
      </div>
    </Layout>,
  )
}

/** Who has not signed in has the language in the address: the answer to the form is in the one that was chosen. */
function inLanguage(path: string, { language }: Chrome): string {
  return `${path}?lang=${language}`
}

type Access = ReturnType<typeof saysOf>['page']['access']

/** A password and its repetition. */
export function NewPassword(props: {
  readonly says: Access
  readonly problem: string | null
  /** Where there is an old one as well. */
  readonly label?: string
}): JSX.Element {
  const { says, problem, label = says.welcome.password } = props
  const { welcome, passwords } = says
  const isInvalid = problem !== null && Object.hasOwn(passwords, problem) && problem !== 'busy'
  return (
    <>
      <Field
        name="password"
        label={label}
        hint={welcome.hint}
        type="password"
        autocomplete="new-password"
        invalid={isInvalid}
      />
      <Field
        name="repeat"
        label={welcome.repeat}
        type="password"
        autocomplete="new-password"
        invalid={problem === 'not_the_same'}
      />
    </>
  )
}

function problemText(problem: WelcomeView['problem'], { welcome, passwords }: Access): string | null {
  if (problem === null) return null
  const texts: Readonly<Record<string, string>> = { ...welcome.problems, ...passwords }
  return texts[problem] ?? passwords[problem as PasswordProblem]
}
