/** One list of what is kept: what is in it, on which ground, how long, and each field of it. */
import type { JSX } from 'preact'
import { RETENTION, type RegisterEntry, type RetentionClass } from '../../../../schemas/privacy/entry.ts'
import { REGISTER_NL, RETENTION_NL } from '../../../../schemas/privacy/nl-register.ts'
import { Heads } from '../parts/heads.tsx'
import type { Says } from '../says.ts'

interface Props {
  readonly table: string
  readonly entries: readonly RegisterEntry[]
  readonly says: Says
}

export function Kept({ table, entries, says }: Props): JSX.Element | null {
  const { register } = says.page.protection
  const [first] = entries
  if (first === undefined) return null
  const words = register.tables[table] ?? { name: table, says: '' }
  return (
    <section class="kept" aria-labelledby={`t-${table}`}>
      <h3 id={`t-${table}`}>
        {words.name} <code class="quiet">{table}</code>
      </h3>
      <p>{words.says}</p>
      <dl class="facts">
        <div>
          <dt>{register.retention}</dt>
          <dd>
            <Differing entries={entries} of={({ retention }) => retentionText(retention, says)} says={says} />
          </dd>
        </div>
        <div>
          <dt>{register.basis}</dt>
          <dd>
            <Differing entries={entries} of={({ basis }) => register.bases[basis]} says={says} />
          </dd>
        </div>
        <div>
          <dt>{register.store}</dt>
          <dd>{register.stores[first.store]}</dd>
        </div>
      </dl>
      <details class="all">
        <summary>
          {register.fields(says.format.number(entries.length))}: {words.name.toLowerCase()}
        </summary>
        <Fields table={table} entries={entries} says={says} />
      </details>
    </section>
  )
}

/** What holds of most fields, then of which something else holds. */
function Differing(props: {
  readonly entries: readonly RegisterEntry[]
  readonly of: (entry: RegisterEntry) => string
  readonly says: Says
}): JSX.Element {
  const { entries, of, says } = props
  const groups = [...Map.groupBy(entries, of)].toSorted(([, one], [, other]) => other.length - one.length)
  const [most, ...others] = groups
  return (
    <>
      {most?.[0]}
      {others.map(([text, some]) => (
        <span key={text} class="notes">
          {' '}
          {says.page.protection.register.differs(some.map(({ field }) => field).join(', '), text)}
        </span>
      ))}
    </>
  )
}

/** Fields of which the same is said stand in one row. Roles are said because narrow screens show cells under each other. */
function Fields({ table, entries, says }: Props): JSX.Element {
  const { register } = says.page.protection
  const { columns } = register
  const rows = [
    ...Map.groupBy(entries, ({ class: kind, treatment, purpose }) => [kind, treatment, purpose].join('\n')).values(),
  ]
  return (
    <table class="stacked" role="table" data-register={table}>
      <Heads of={[columns.field, columns.class, columns.treatment, columns.purpose]} />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row[0]?.field} row={row} says={says} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, says }: { readonly row: readonly RegisterEntry[]; readonly says: Says }): JSX.Element | null {
  const { register } = says.page.protection
  const [first] = row
  if (first === undefined) return null
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {row.map(({ field }) => (
          <code key={field}>{field} </code>
        ))}
      </th>
      <td role="cell">{register.className[first.class]}</td>
      <td role="cell">{sentence(first.treatment, says)}</td>
      <td role="cell">{sentence(first.purpose, says)}</td>
    </tr>
  )
}

function retentionText(retention: RetentionClass, { language }: Says): string {
  return language === 'nl' ? RETENTION_NL[retention] : RETENTION[retention].says
}

/** The register is written in English; a test asks that each sentence of it is there in Dutch. */
function sentence(english: string, { language }: Says): string {
  return language === 'nl' ? (REGISTER_NL[english] ?? english) : english
}
