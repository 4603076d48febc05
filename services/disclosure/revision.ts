/**
 * A month that was opened again and is sealed again (design, section 8, "Revision"). What is said must not tell, beside
 * what was said, what a few persons changed. So it is counted over the legs that differ who has changed in each cell.
 *
 * A cell whose first figures were kept is compared twice: with the last revision, beside which it could be worked out from
 * the rest, and with the revision that its figures are of, beside which it would stand. It counts as changed by whichever
 * is the less.
 */
import type { Publication, Tenant } from '../../schemas/control/tables.ts'
import type { Cell, Cut } from '../../schemas/cube.ts'
import { type Figure, figure, type Folds } from '../../schemas/published.ts'
import { revise } from './core/index.ts'
import type { Decided } from './decide.ts'
import { firstDay } from './months.ts'
import type { Facts } from './ports.ts'
import type { PublishedRows } from './published.ts'

const FIGURE_COLUMNS = Object.keys(figure.shape) as readonly (keyof Figure)[]

interface Values {
  readonly cut: Cut
  readonly v1: string
  readonly v2: string
}
const keyOf = ({ cut, v1, v2 }: Values): string => JSON.stringify([cut, v1, v2])

/** What is to be published next; null where what is published stands. It throws EngineError. */
export type Revise = (tenant: Tenant, last: Publication, after: Decided) => Promise<Decided | null>

export function createRevise({ facts, published }: { facts: Facts; published: PublishedRows }): Revise {
  /** By cell, the revision that its kept figures are of; cells of the last revision are not in it. */
  const basesOf = async ({ tenant_id, month, revision }: Publication, before: readonly Figure[]) => {
    const bases = new Map<string, number>()
    let open = keptIn(before)
    for (let earlier = revision - 1; earlier >= 1 && open.size > 0; earlier -= 1) {
      const kept = keptIn(await published.figures(tenant_id, month, earlier))
      for (const key of open) if (!kept.has(key)) bases.set(key, earlier)
      open = new Set([...open].filter((key) => kept.has(key)))
    }
    return bases
  }

  const changedSince = async (last: Publication, before: readonly Figure[], folds: Folds): Promise<readonly Cell[]> => {
    const { tenant_id: tenantId, revision } = last
    const month = firstDay(last.month)
    const changed = await facts.changedCells(tenantId, month, revision, folds)
    const byKey = new Map(changed.map((cell) => [keyOf(cell), cell]))
    const bases = await basesOf(last, before)
    for (const base of new Set(bases.values())) {
      for (const cell of await facts.changedCells(tenantId, month, base, folds)) {
        const key = keyOf(cell)
        if (bases.get(key) === base) byKey.set(key, lesser(cell, byKey.get(key)))
      }
    }
    return [...byKey.values()]
  }

  return async (tenant, last, after) => {
    const { tenant_id: tenantId, month, revision } = last
    // Something was said about people, and it is not known any more of which legs: then it stands.
    if (last.safe === 1 && !(await facts.remembers(tenantId, firstDay(month), revision))) return null
    const before = await published.figures(tenantId, month, revision)
    const changed = await changedSince(last, before, after.folds)
    const { published: worth, figures, protocol } = revise({ k: tenant.k, before, after, changed })
    return worth && !areSame(before, figures) ? { ...after, figures, protocol } : null
  }
}

/** The cells of people whose figures are of an earlier revision. */
function keptIn(figures: readonly Figure[]): ReadonlySet<string> {
  return new Set(figures.filter(({ kept, population }) => kept && population === 'people').map(keyOf))
}

/** A change that is safe only if both are. */
function lesser(one: Cell, other: Cell | undefined): Cell {
  if (other === undefined) return one
  return {
    ...one,
    persons: Math.min(one.persons, other.persons),
    top_legs_mp: Math.max(one.top_legs_mp, other.top_legs_mp),
    top_ms_mp: Math.max(one.top_ms_mp, other.top_ms_mp),
  }
}

const textOf = (row: Figure): string => JSON.stringify(FIGURE_COLUMNS.map((column) => row[column]))

/** Whether two revisions say the same, in whatever order. */
function areSame(before: readonly Figure[], after: readonly Figure[]): boolean {
  const said = new Set(before.map(textOf))
  return before.length === after.length && after.every((row) => said.has(textOf(row)))
}
