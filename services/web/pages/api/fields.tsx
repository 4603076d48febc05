/** Fields of a shape as a table, and what their types are in words. */
import type { ComponentChildren, JSX } from 'preact'
import type { Shape } from '../../api/described.ts'
import type { Field, FieldType } from '../../api/fields.ts'
import type { Says } from '../says.ts'
import { Coded, sentence } from './sentence.tsx'

/** More words than these are folded. */
const MOST_WORDS = 12

export function shapeId(name: string): string {
  return `shape-${name}`
}

export function FieldTable({ shape, says }: { readonly shape: Shape; readonly says: Says }): JSX.Element {
  const { columns } = says.page.api
  return (
    <table class="stacked short fields" role="table" data-shape={shape.name}>
      <caption class="unseen">{shape.name}</caption>
      <Heads texts={[columns.name, columns.type, columns.says]} />
      <tbody role="rowgroup">
        {shape.fields.map((field) => (
          <tr key={field.name} role="row">
            <FieldName name={field.name} />
            <td role="cell">
              <Type field={field} says={says} />
              {field.required ? null : <span class="second">{says.page.api.optional}</span>}
            </td>
            <td role="cell">
              <Coded text={sentence(field.says, says)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Heads({ texts }: { readonly texts: readonly string[] }): JSX.Element {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {texts.map((text) => (
          <th key={text} role="columnheader" scope="col">
            {text}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Roles are said because narrow screens show cells under each other. */
export function FieldName({ name }: { readonly name: string }): JSX.Element {
  return (
    <th role="rowheader" scope="row">
      <code>{name}</code>
    </th>
  )
}

export function Type({ field, says }: { readonly field: Field; readonly says: Says }): JSX.Element {
  return (
    <>
      {typeText(field.type, says)}
      {field.orNull ? ` ${says.page.api.types.orNull}` : ''}{' '}
    </>
  )
}

function typeText(type: FieldType, says: Says): ComponentChildren {
  const { types } = says.page.api
  switch (type.is) {
    case 'text':
      return type.format === null ? types.text : (types.formats[type.format] ?? types.text)
    case 'number': {
      const [least, most] = [type.least, type.most].map((of) => (of === null ? null : says.format.number(of)))
      return `${type.whole ? types.whole : types.number} ${types.bounds(least ?? null, most ?? null)}`.trim()
    }
    case 'truth':
      return types.truth
    case 'choice':
      return <Choice of={type.of} says={says} />
    case 'shape':
      return <a href={`#${shapeId(type.name)}`}>{type.name}</a>
    case 'list':
      if (type.of.is === 'parts') return types.listOfParts
      return (
        <>
          {types.list} {typeText(type.of, says)}
        </>
      )
    case 'named':
      return (
        <>
          {types.named} {typeText(type.of, says)} <Choice of={type.names} says={says} />
        </>
      )
    case 'parts':
      break
  }
  return types.parts
}

function Choice({ of, says }: { readonly of: readonly string[]; readonly says: Says }): JSX.Element {
  const { types } = says.page.api
  const words = of.map((word, index) => (
    <>
      {index === 0 ? ' ' : ', '}
      <code key={word}>{word}</code>
    </>
  ))
  if (of.length <= MOST_WORDS) {
    return (
      <>
        {types.choice}
        {words}
      </>
    )
  }
  return (
    <details>
      <summary>{types.choices(says.format.number(of.length))}</summary>
      {words}
    </details>
  )
}
