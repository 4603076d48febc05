/** Months of a tenant, newest first, each with its state. */
import type { JSX } from 'preact'
import { PATHS } from '../paths.ts'
import type { Says } from '../says.ts'
import type { MonthLink } from '../views.ts'

export function MonthList(props: {
  readonly tenant: string
  readonly months: readonly MonthLink[]
  /** The month whose page this is; null where it is none's. */
  readonly current: string | null
  readonly says: Says
}): JSX.Element {
  const { tenant, months, current, says } = props
  return (
    <ul class="months">
      {months.map((link) => (
        <li key={link.month} class={link.revision === null ? 'waiting' : undefined}>
          <MonthName tenant={tenant} link={link} isCurrent={link.month === current} says={says} />
          <span class="state">{stateOf(link, says)}</span>
        </li>
      ))}
    </ul>
  )
}

function MonthName(props: {
  readonly tenant: string
  readonly link: MonthLink
  readonly isCurrent: boolean
  readonly says: Says
}): JSX.Element {
  const { tenant, link, isCurrent, says } = props
  const name = says.format.month(link.month)
  if (link.revision === null) return <span class="month">{name}</span>
  return (
    <a class="month" href={PATHS.report(tenant, link.month)} aria-current={isCurrent ? 'page' : undefined}>
      {name}
    </a>
  )
}

export function stateOf({ state, revision, due }: MonthLink, { page: { months }, format }: Says): string {
  if (revision === null) return `${months.states[state]}; ${months.due(format.day(due))}`
  return revision === 1 ? months.states[state] : `${months.states[state]}, ${months.revision(format.number(revision))}`
}
