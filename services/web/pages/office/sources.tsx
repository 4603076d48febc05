/** Sources of one customer: agreement and intake in a table; what was refused, and how sound the records are, below it. */
import type { JSX } from 'preact'
import { type RefusalCode, REFUSALS } from '../../../../schemas/refusals.ts'
import { REFUSALS_NL } from '../../../../schemas/refusals-nl.ts'
import type { Language } from '../../../advise/index.ts'
import type { Says } from '../says.ts'
import type { SourceView, TenantName } from '../views.ts'
import { HEALTH_COUNTERS } from '../words/office.ts'

const REASONS: Readonly<Record<Language, Readonly<Record<RefusalCode, string>>>> = { nl: REFUSALS_NL, en: REFUSALS }

interface Props {
  readonly sources: readonly SourceView[]
  readonly tenant: TenantName
  readonly says: Says
}

export function Sources({ sources, tenant, says }: Props): JSX.Element {
  const { operations } = says.page.office
  if (sources.length === 0) return <p class="quiet">{operations.noSources}</p>
  return (
    <>
      <SourceTable sources={sources} tenant={tenant} says={says} />
      {sources.map((of) => (
        <Refused key={of.source.id} of={of} says={says} />
      ))}
      {sources.map((of) => (
        <Health key={of.source.id} of={of} says={says} />
      ))}
    </>
  )
}

const COUNTS = ['deliveries', 'records', 'accepted', 'refused'] as const

function SourceTable({ sources, tenant, says }: Props): JSX.Element {
  const { format } = says
  const { operations } = says.page.office
  const { columns } = operations
  return (
    <div class="scroll" role="region" aria-label={`${operations.sources}: ${tenant.name}`} tabIndex={0}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{columns.source}</th>
            <th scope="col">{columns.agreement}</th>
            <th scope="col">{columns.country}</th>
            {COUNTS.map((name) => (
              <th key={name} scope="col" class="num">
                {columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, intake }) => (
            <tr key={source.id}>
              <th scope="row">
                <code>{source.id}</code> <span class="second">{operations.platforms[source.platform]}</span>
              </th>
              <td>{source.dpa_until === null ? operations.noAgreement : format.day(source.dpa_until)}</td>
              <td>{source.supplier_country ?? '–'}</td>
              {intake === null ? (
                <td colSpan={COUNTS.length} class="quiet">
                  {operations.nothingArrived}
                </td>
              ) : (
                COUNTS.map((name) => (
                  <td key={name} class="num">
                    {format.number(intake[name])}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface OfOne {
  readonly of: SourceView
  readonly says: Says
}

function Refused({ of: { source, intake }, says }: OfOne): JSX.Element | null {
  const { operations } = says.page.office
  if (intake === null || intake.refusedByCode.length === 0) return null
  return (
    <details class="all">
      <summary>{operations.refusedOf(source.id, says.format.number(intake.refused))}</summary>
      <ul class="tally">
        {intake.refusedByCode.map(({ code, records }) => (
          <li key={code}>
            <span class="many">{says.format.number(records)}</span>
            <span>
              {reasonOf(code, says.language)} <code class="quiet">{code}</code>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A code of an older version, that is no longer given, speaks for itself. */
function reasonOf(code: string, language: Language): string {
  const reasons: Readonly<Record<string, string>> = REASONS[language]
  return reasons[code] ?? ''
}

function Health({ of: { source, health }, says }: OfOne): JSX.Element | null {
  const { operations } = says.page.office
  if (health === null) return null
  const counters = HEALTH_COUNTERS.filter((name) => health[name] > 0)
  return (
    <details class="all">
      <summary>{operations.healthOf(source.id, says.format.number(health.legs))}</summary>
      {counters.length === 0 ? (
        <p>{operations.healthy}</p>
      ) : (
        <ul class="tally">
          {counters.map((name) => (
            <li key={name}>
              <span class="many">{says.format.number(health[name])}</span>
              <span>{operations.counters[name]}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
