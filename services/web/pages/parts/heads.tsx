import type { JSX } from 'preact'

/**
 * The row of heads of a table that is stacked on a narrow screen, and so says its roles. A column without a head has ''.
 *
 * @param numbers heads of columns that stand to the right
 */
export function Heads({
  of,
  numbers = [],
}: {
  readonly of: readonly string[]
  readonly numbers?: readonly string[]
}): JSX.Element {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {of.map((head) =>
          head === '' ? (
            <td key={head} role="cell" />
          ) : (
            <th key={head} role="columnheader" scope="col" class={numbers.includes(head) ? 'num' : undefined}>
              {head}
            </th>
          ),
        )}
      </tr>
    </thead>
  )
}
