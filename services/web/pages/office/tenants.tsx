import type { JSX } from 'preact'
import { Problem } from '../parts/form.tsx'
import type { Says } from '../says.ts'
import type { TenantName } from '../views.ts'

/** The customers of an account, to tick. */
export function Tenants(props: {
  readonly legend: string
  readonly hint?: string
  readonly tenants: readonly TenantName[]
  readonly chosen: readonly string[]
  readonly problem?: string | null
  /** Whether a heading says it already. */
  readonly untitled?: boolean
  /** One and no more. */
  readonly single?: boolean
  readonly says: Says
}): JSX.Element {
  const { legend, hint, tenants, chosen, problem = null, single = false, untitled = false, says } = props
  return (
    <fieldset class="choices tenants" aria-describedby={problem === null ? undefined : 'tenants-problem'}>
      <legend class={untitled ? 'unseen' : undefined}>{legend}</legend>
      {problem === null ? null : <Problem id="tenants-problem" text={problem} />}
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
