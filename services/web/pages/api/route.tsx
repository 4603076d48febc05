/** One route, under its name: what it answers, who may ask for it, what is sent, what comes back, and a request to copy. */
import type { JSX } from 'preact'
import { ACCOUNT_ROLES, GRANTS } from '../../../../schemas/accounts.ts'
import type { Content, Operation } from '../../api/described.ts'
import type { Says } from '../says.ts'
import { curlOf } from './curl.ts'
import { FieldName, FieldTable, Heads, shapeId, Type } from './fields.tsx'
import { Coded, sentence } from './sentence.tsx'
import { problemId } from './start.tsx'

interface Props {
  readonly operation: Operation
  readonly says: Says
}

export function Route({ operation, origin, says }: Props & { readonly origin: string }): JSX.Element {
  const { api } = says.page
  const { id, method, path, summary, byToken } = operation
  return (
    <details class="route">
      <summary>
        <h3>{sentence(summary, says)}</h3>{' '}
        <span class="where">
          <b>{method}</b> <code>{path}</code>
        </span>
      </summary>
      <div id={id} class="inside">
        <p>
          <Coded text={sentence(operation.says, says)} />
        </p>
        <dl class="facts">
          <div>
            <dt>{api.may}</dt>
            <dd>
              <May operation={operation} says={says} />
            </dd>
          </div>
        </dl>
        {byToken ? (
          <>
            <h4>{api.request}</h4>
            <pre class="request">{curlOf(operation, origin)}</pre>
            {method === 'GET' ? null : (
              <p>
                <Coded text={api.samples.writes} />
              </p>
            )}
          </>
        ) : null}
        <h4>{api.sends}</h4>
        <Parameters operation={operation} says={says} />
        {operation.body === null ? null : <Sent content={operation.body} says={says} />}
        <h4>{api.answers}</h4>
        <Answers operation={operation} says={says} />
        <h4>{api.faults}</h4>
        <Faults operation={operation} says={says} />
      </div>
    </details>
  )
}

function May({ operation: { permission, path, byToken }, says }: Props): JSX.Element {
  const { api, roles } = says.page
  if (permission === null) return <>{api.everybody}</>
  const granted = ACCOUNT_ROLES.filter((role) => GRANTS[role].includes(permission)).map((role) => roles[role])
  return (
    <>
      {granted.join(', ')}
      {path.includes('{tenant}') ? `; ${api.ofOwn}` : ''} <code class="second">{permission}</code>
      {byToken ? null : <p>{api.inBrowser}</p>}
    </>
  )
}

function Parameters({ operation: { id, parameters, summary }, says }: Props): JSX.Element {
  const { api } = says.page
  const { columns } = api
  if (parameters.length === 0) return <p class="quiet">{api.noParameters}</p>
  return (
    <table class="stacked short" role="table" data-parameters={id}>
      <caption class="unseen">{`${api.sends}: ${sentence(summary, says)}`}</caption>
      <Heads texts={[columns.name, columns.where, columns.type, columns.says]} />
      <tbody role="rowgroup">
        {parameters.map((one) => (
          <tr key={one.name} role="row">
            <FieldName name={one.name} />
            <td role="cell">
              {api.where[one.where]}
              {one.required ? `, ${api.required}` : ''}
            </td>
            <td role="cell">
              <Type field={one} says={says} />
            </td>
            <td role="cell">
              <Coded text={sentence(one.says, says)} />
              {one.unsaid === null ? null : (
                <span class="second">
                  {' '}
                  {api.unsaid} <code>{one.unsaid}</code>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sent({ content, says }: { readonly content: Content; readonly says: Says }): JSX.Element {
  return (
    <>
      <p>
        {says.page.api.body}: JSON, <ShapeName content={content} />
      </p>
      {content.own === null ? null : <FieldTable shape={content.own} says={says} />}
    </>
  )
}

function Answers({ operation, says }: Props): JSX.Element {
  const { api } = says.page
  return (
    <>
      {operation.answers.map(({ status, says: text, media, content }) => (
        <div key={status} class="answer">
          <p>
            <b>{status}</b>{' '}
            {content !== null ? (
              <>
                JSON, <ShapeName content={content} />
              </>
            ) : media.length > 0 ? (
              media.map((type) => api.media[type] ?? type).join(', ')
            ) : (
              sentence(text, says)
            )}
          </p>
          {content === null || content.own === null ? null : (
            <details>
              <summary>{`${api.fieldsOf} ${content.shape}`}</summary>
              <FieldTable shape={content.own} says={says} />
            </details>
          )}
          {content?.example === undefined ? null : (
            <details>
              <summary>{`${api.example}: ${sentence(operation.summary, says)}`}</summary>
              <pre>{JSON.stringify(content.example, null, 2)}</pre>
            </details>
          )}
        </div>
      ))}
    </>
  )
}

/** A link to where its fields are told, where that is not here. */
function ShapeName({ content: { shape, own } }: { readonly content: Content }): JSX.Element {
  return own === null ? <a href={`#${shapeId(shape)}`}>{shape}</a> : <code>{shape}</code>
}

function Faults({ operation: { faults } }: Props): JSX.Element {
  return (
    <ul class="faults">
      {faults.flatMap(({ status, codes }) =>
        codes.map((code) => (
          <li key={code}>
            {status}{' '}
            <a href={`#${problemId(code)}`}>
              <code>{code}</code>
            </a>
          </li>
        )),
      )}
    </ul>
  )
}
