/** Words of the pages about signing in and the own account, and of what stands in place of a page. */
import type { LoginView, PasswordProblem, WelcomeView } from '../views.ts'

/** Faults that are said in words of their own; all others alike. */
export const FAULTS = [
  'not_found',
  'link_ended',
  'forbidden',
  'form_stale',
  'bad_request',
  'too_many_requests',
  'busy',
  'unavailable',
  'internal',
] as const
type FaultName = (typeof FAULTS)[number]

export interface AccessWords {
  readonly login: {
    readonly title: string
    readonly lead: string
    readonly welcome: string
    readonly login: string
    readonly password: string
    readonly submit: string
    readonly help: string
    /** @param seconds how long to wait, in words; '' where it makes no difference */
    readonly problems: Readonly<Record<NonNullable<LoginView['problem']>, (wait: string) => string>>
  }
  readonly welcome: {
    readonly titles: Readonly<Record<'setup' | 'invitation' | 'reset', string>>
    readonly leads: {
      readonly setup: string
      readonly invitation: (login: string, role: string) => string
      readonly reset: (login: string) => string
    }
    readonly login: string
    readonly loginHint: string
    readonly name: string
    readonly nameHint: string
    readonly password: string
    readonly hint: string
    readonly repeat: string
    readonly submit: string
    readonly problems: Readonly<Record<Exclude<NonNullable<WelcomeView['problem']>, PasswordProblem>, string>>
  }
  readonly passwords: Readonly<Record<PasswordProblem, string>>
  readonly account: {
    readonly title: string
    readonly language: string
    readonly languages: { readonly nl: string; readonly en: string }
    readonly change: string
    readonly passwordTitle: string
    readonly passwordLead: string
    readonly current: string
    readonly currentWrong: string
    readonly newPassword: string
    readonly sessionsTitle: string
    readonly sessionsLead: string
    readonly sessionsSubmit: string
    readonly tokensTitle: string
    readonly tokensLead: string
    readonly tokensApi: string
    readonly noTokens: string
    readonly token: string
    readonly made: string
    readonly ends: string
    readonly used: string
    readonly neverUsed: string
    readonly end: string
    /** @param label of the token */
    readonly endOf: (label: string) => string
    readonly newToken: (label: string) => string
    readonly once: string
    readonly label: string
    readonly labelHint: string
    readonly days: string
    readonly daysHint: (most: string) => string
    readonly make: string
    readonly problems: {
      readonly label_invalid: string
      readonly days_invalid: (most: string) => string
      readonly too_many: string
    }
  }
  /** `1 minute`, `40 seconds`. */
  readonly seconds: (count: number) => string
  readonly minutes: (count: number) => string
  readonly locked: (wait: string) => string
  readonly faults: Readonly<Record<FaultName | 'other', { readonly title: string; readonly says: string }>> & {
    readonly retry: (wait: string) => string
    readonly back: string
    /** To the form that was sent. */
    readonly form: string
    /** In place of the own pages, where nobody is known to be signed in. */
    readonly first: string
  }
}
