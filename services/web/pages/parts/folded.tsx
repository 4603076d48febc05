/** What is not the first thing to see: under one line, which says what it is. Paper shows it unfolded. */
import type { ComponentChildren, JSX } from 'preact'

export function Folded(props: {
  readonly title: string
  /** What somebody would unfold it for. */
  readonly hint?: string | undefined
  readonly children: ComponentChildren
}): JSX.Element {
  const { title, hint = '', children } = props
  return (
    <details class="folded">
      <summary>
        {title}
        {hint === '' ? null : <span class="hint"> {hint}</span>}
      </summary>
      {children}
    </details>
  )
}
