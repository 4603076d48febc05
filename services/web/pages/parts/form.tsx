/** Forms: a label above each field, what helps below it, and what was wrong said once at the top and at the field. */
import type { ComponentChildren, JSX } from 'preact'
import type { Chrome } from '../views.ts'
import { Csrf } from './layout.tsx'

export function Form(props: {
  readonly chrome: Chrome
  readonly action: string
  /** What was wrong with what was sent; null: nothing. */
  readonly problem: string | null
  readonly submit: string
  /** Of a button that ends something. */
  readonly quiet?: boolean
  readonly children?: ComponentChildren
}): JSX.Element {
  const { chrome, action, problem, submit, quiet = false, children } = props
  return (
    <form class="form" method="post" action={action}>
      <Csrf chrome={chrome} />
      {problem === null ? null : (
        <p class="notice problem" role="alert">
          {problem}
        </p>
      )}
      {children}
      <button class={quiet ? 'button quiet' : 'button'}>{submit}</button>
    </form>
  )
}

export interface FieldProps {
  readonly name: string
  /** Where a page has several of its name. */
  readonly id?: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'password' | 'number' | 'date'
  readonly value?: string
  /** What browsers and password managers fill in (HTML, 4.10.18.7). */
  readonly autocomplete?: string
  readonly invalid?: boolean
  /** What is wrong with it, said beside it. */
  readonly problem?: string | null
  readonly required?: boolean
  /** By default where something is wrong with it: what is to be mended is in sight. */
  readonly focused?: boolean
  readonly max?: string
}

export function Field(props: FieldProps): JSX.Element {
  const { name, id = name, label, hint, type = 'text', value, autocomplete = 'off', max } = props
  const { required = true, problem = null } = props
  const { invalid = problem !== null } = props
  const { focused = invalid } = props
  const told = [...(problem === null ? [] : [`${id}-problem`]), ...(hint === undefined ? [] : [`${id}-hint`])]
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- tsc takes one literal at a time here
        type={type as 'text'}
        autocomplete={autocomplete}
        required={required}
        autofocus={focused}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={told.length === 0 ? undefined : told.join(' ')}
        {...(value === undefined ? {} : { value })}
        {...(type === 'number' ? { min: '1', max, inputmode: 'numeric' as const } : {})}
        {...(type === 'text' ? { spellcheck: false, autocapitalize: 'none' } : {})}
      />
      {problem === null ? null : <Problem id={`${id}-problem`} text={problem} />}
      {hint === undefined ? null : (
        <p class="notes" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** What is wrong with a field or a choice, beside it. */
export function Problem({ id, text }: { readonly id: string; readonly text: string | null }): JSX.Element {
  return (
    <p class="wrong" id={id} role="alert">
      {text}
    </p>
  )
}

/** A time in words: whole minutes from a minute on, rounded up. */
export function waitText(
  seconds: number | null,
  words: { readonly seconds: (count: number) => string; readonly minutes: (count: number) => string },
): string {
  if (seconds === null) return ''
  return seconds < 60 ? words.seconds(seconds) : words.minutes(Math.ceil(seconds / 60))
}
