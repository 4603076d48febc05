import type { ComponentChildren, JSX } from 'preact'

/** A cell of a stacked table, with the head of its column for the eye where a narrow screen shows no heads. */
export function LabelledCell(props: {
  readonly head: string
  readonly number?: boolean
  readonly children: ComponentChildren
}): JSX.Element {
  const { head, number = false, children } = props
  return (
    <td role="cell" class={number ? 'num' : undefined}>
      <span class="head" aria-hidden="true">
        {head}
      </span>
      <span>{children}</span>
    </td>
  )
}
