/**
 * A month that was opened again and is sealed again (design, section 8, "Revision"). What is said must not tell, beside
 * what was said, what a few persons changed. So it is counted over the legs that differ who has changed in each cell,
 * since each revision that was published: a reader may hold them all.
 */
import type { Publication, Tenant } from '../../schemas/control/tables.ts'
import { type Figure, figure, type Folds } from '../../schemas/published.ts'
import { revise, type Since } from './core/index.ts'
import type { Decided } from './decide.ts'
import { firstDay } from './months.ts'
import type { Facts } from './ports.ts'
import type { PublishedRows } from './published.ts'

const FIGURE_COLUMNS = Object.keys(figure.shape) as readonly (keyof Figure)[]

/** What is to be published next; null where what is published stands. It throws EngineError. */
export type Revise = (tenant: Tenant, last: Publication, after: Decided) => Promise<Decided | null>

export function createRevise({ facts, published }: { facts: Facts; published: PublishedRows }): Revise {
  /** Null where it is not known any more of which legs a revision was made: then what is published stands. */
  const sinceEach = async (last: Publication, folds: Folds): Promise<readonly Since[] | null> => {
    const month = firstDay(last.month)
    const since: Since[] = []
    for (let revision = 1; revision <= last.revision; revision += 1) {
      const said = ofPeople(await published.figures(last.tenant_id, last.month, revision))
      if (said.length === 0) continue
      if (!(await facts.remembers(last.tenant_id, month, revision))) return null
      const changed = await facts.changedCells(last.tenant_id, month, revision, folds)
      since.push({ changed, said })
    }
    return since
  }

  return async (tenant, last, after) => {
    const before = await published.figures(last.tenant_id, last.month, last.revision)
    const since = await sinceEach(last, after.folds)
    if (since === null) return null
    const { published: worth, figures, protocol } = revise({ k: tenant.k, before, after, since })
    return worth && !areSame(before, figures) ? { ...after, figures, protocol } : null
  }
}

function ofPeople(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(({ population }) => population === 'people')
}

const textOf = (row: Figure): string => JSON.stringify(FIGURE_COLUMNS.map((column) => row[column]))

/** Whether two revisions say the same, in whatever order. */
function areSame(before: readonly Figure[], after: readonly Figure[]): boolean {
  const said = new Set(before.map(textOf))
  return before.length === after.length && after.every((row) => said.has(textOf(row)))
}
