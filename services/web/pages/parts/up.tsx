/** At the end of a part of a long page: the way back to its contents. */
import type { JSX } from 'preact'
import type { Says } from '../says.ts'

/** Id of the list of contents. */
export const CONTENTS = 'contents'

export function Up({ says }: { readonly says: Says }): JSX.Element {
  return (
    <p class="up">
      <a href={`#${CONTENTS}`}>{says.page.toContents}</a>
    </p>
  )
}
