/** The answer of the comparison: each rate that clearly changed, in one line. */
import type { JSX } from 'preact'
import { rateName } from '../parts/rate-plot.tsx'
import type { Says } from '../says.ts'
import type { ComparedCut } from './pairs.ts'

/** @param cuts with the tenant's own, each a group of lines */
export function Clear({ cuts, says }: { readonly cuts: readonly ComparedCut[]; readonly says: Says }): JSX.Element {
  const { compare } = says.page
  const changed = cuts.filter(({ rates }) => rates.some(({ clear }) => clear.length > 0))
  return (
    <section class="summary" aria-labelledby="clear">
      <h2 id="clear">{compare.clear}</h2>
      {changed.length === 0 ? (
        <p>{cuts.length === 0 ? compare.nothing : compare.none}</p>
      ) : (
        <>
          {changed.map((one) => (
            <Lines key={one.cut} of={one} says={says} />
          ))}
          <p class="notes">{compare.changed}</p>
        </>
      )}
    </section>
  )
}

function Lines({ of: { cut, table, rates }, says }: { readonly of: ComparedCut; readonly says: Says }): JSX.Element {
  const { page, format } = says
  return (
    <>
      <h3>{cut === 'tenant' ? page.compare.all : table.title}</h3>
      <ul data-clear={cut}>
        {rates.flatMap(({ measure, title, clear }) =>
          clear.map(({ id, name, before, after }) => (
            <li key={`${measure} ${id}`}>
              {page.compare.line(
                `${cut === 'tenant' ? '' : `${name}: `}${rateName(measure, title, says)}`,
                format.percent(before.value),
                format.percent(after.value),
              )}
            </li>
          )),
        )}
      </ul>
    </>
  )
}
