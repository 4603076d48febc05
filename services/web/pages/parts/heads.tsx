import type { JSX } from 'preact'

/** The row of heads of a table that is stacked on a narrow screen, and so says its roles. */
export function Heads({ of }: { readonly of: readonly string[] }): JSX.Element {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {of.map((head) => (
          <th key={head} role="columnheader" scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  )
}
