/** A table that may be wider than the page: it scrolls sideways by itself, also by the keyboard, and says so then. */
import type { ComponentChildren, JSX } from 'preact'
import type { Says } from '../says.ts'

/** @param props.name of the table, for who does not see it */
export function Scroll(props: {
  readonly name: string
  readonly says: Says
  readonly children: ComponentChildren
}): JSX.Element {
  const { name, says, children } = props
  const { charts } = says.page
  return (
    <div class="scroll" role="region" aria-label={`${name}: ${charts.scroll}`} tabIndex={0}>
      <p class="sideways" aria-hidden="true">
        {charts.sideways}
      </p>
      {children}
    </div>
  )
}
