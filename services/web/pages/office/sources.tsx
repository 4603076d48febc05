/** Sources of one customer: agreement and intake in a table; what was refused, and how sound the records are, below it. */
import type { JSX } from 'preact'
import { type RefusalCode, REFUSALS } from '../../../../schemas/refusals.ts'
import { REFUSALS_NL } from '../../../../schemas/refusals-nl.ts'
import type { Language } from '../../../advise/index.ts'
import { Heads } from '../parts/heads.tsx'
import { LabelledCell } from '../parts/labelled.tsx'
import type { Says } from '../says.ts'
import type { RefusedView, SourceView, TenantOperations } from '../views.ts'
import { HEALTH_COUNTERS } from '../words/office.ts'

const REASONS: Readonly<Record<Language, Readonly<Record<RefusalCode, string>>>> = { nl: REFUSALS_NL, en: REFUSALS }

interface Props {
  readonly sources: readonly SourceView[]
  readonly tenant: TenantOperations['tenant']
  readonly says: Says
}

export function Sources({ sources, tenant, says }: Props): JSX.Element {
  const { operations } = says.page.office
  if (sources.length === 0) return <p class="quiet">{operations.noSources}</p>
  return (
    <>
      <SourceTable sources={sources} tenant={tenant} says={says} />
      {sources.map((of) => (
        <Refused key={of.source.id} of={of} tenant={tenant} says={says} />
      ))}
      {sources.map((of) => (
        <Health key={of.source.id} of={of} tenant={tenant} says={says} />
      ))}
    </>
  )
}

const COUNTS = ['deliveries', 'records', 'accepted', 'refused'] as const
const COLUMNS = ['source', 'agreement', 'country', 'last', ...COUNTS] as const

function SourceTable({ sources, tenant, says }: Props): JSX.Element {
  const { operations } = says.page.office
  const { columns } = operations
  return (
    <table class="stacked labelled" role="table">
      <caption class="unseen">{`${operations.sources}: ${tenant.name}`}</caption>
      <Heads of={COLUMNS.map((name) => columns[name])} numbers={COUNTS.map((name) => columns[name])} />
      <tbody role="rowgroup">
        {sources.map((of) => (
          <SourceRow key={of.source.id} of={of} tenant={tenant} says={says} />
        ))}
      </tbody>
    </table>
  )
}

function SourceRow({ of: { source, intake }, tenant, says }: OfOne): JSX.Element {
  const { format } = says
  const { columns, noAgreement, nothingArrived, platforms } = says.page.office.operations
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <code>{source.id}</code> <span class="second">{platforms[source.platform]}</span>
      </th>
      <LabelledCell head={columns.agreement}>
        {source.dpa_until === null ? noAgreement : format.day(source.dpa_until)}
      </LabelledCell>
      <LabelledCell head={columns.country}>{source.supplier_country ?? '–'}</LabelledCell>
      <LabelledCell head={columns.last}>
        {intake === null ? <span class="quiet">{nothingArrived}</span> : format.instant(intake.lastMs, tenant.zone)}
      </LabelledCell>
      {COUNTS.map((name) => (
        <LabelledCell key={name} head={columns[name]} number>
          {format.number(intake?.[name] ?? 0)}
        </LabelledCell>
      ))}
    </tr>
  )
}

interface OfOne {
  readonly of: SourceView
  readonly tenant: Props['tenant']
  readonly says: Says
}

/** Which records were refused, and by which numbers whoever sends them finds them again. */
function Refused({ of: { source, intake }, tenant, says }: OfOne): JSX.Element | null {
  const { operations } = says.page.office
  if (intake === null || intake.refusedByCode.length === 0) return null
  return (
    <details class="all">
      <summary>{operations.refusedOf(source.id, says.format.number(intake.refused))}</summary>
      <p>{operations.deliveryIs}</p>
      <ul class="tally refused">
        {intake.refusedByCode.map((of) => (
          <li key={of.code}>
            <span class="many">{says.format.number(of.records)}</span>
            <div>
              <p>
                {reasonOf(of.code, says.language)} <code class="quiet">{of.code}</code>
              </p>
              <p class="notes">{operations.lastRefused(says.format.instant(of.lastMs, tenant.zone), of.deliveries)}</p>
              <Deliveries of={of} says={says} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Deliveries({ of: { newest, deliveries }, says }: { readonly of: RefusedView; readonly says: Says }) {
  return (
    <p class="notes ids">
      {says.page.office.operations.newestDeliveries(newest.length, deliveries)}:{' '}
      {newest.map((id) => (
        <code key={id}>{id}</code>
      ))}
    </p>
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
