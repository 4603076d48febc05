/**
 * Rows of a file laid over what is stored, for sites and rooms alike: a row with the name of a stored one replaces it,
 * others are added, nothing is removed. Pure.
 */
import { nameKey } from '../../../schemas/control/values.ts'
import type { RefusedLine } from '../output.ts'

interface Named {
  readonly name: string
  readonly line?: number
}

export interface Merged<T> {
  /** What the rows that may go in make, with the stored ones they leave alone. */
  readonly all: readonly T[]
  readonly good: readonly T[]
  readonly bad: readonly RefusedLine[]
}

/**
 * A row that may not go in leaves the stored one of its name as it was, which may then contradict another row: so the
 * rows are judged again until no further one has to stay out.
 *
 * @param stored what is there, without contradictions
 * @param rows of the file, with their lines
 * @param conflicts those of a set that contradict each other, with the reason
 */
export function merge<T extends Named>(
  stored: readonly T[],
  rows: readonly (T & { readonly line: number })[],
  conflicts: (entries: readonly T[]) => ReadonlyMap<T, string>,
): Merged<T> {
  const bad: RefusedLine[] = []
  let good = rows
  for (;;) {
    const replaced = new Set(good.map((row) => nameKey(row.name)))
    const all: readonly T[] = [...stored.filter((row) => !replaced.has(nameKey(row.name))), ...good]
    const found = conflicts(all)
    const out = good.filter((row) => found.has(row))
    if (out.length === 0) return { all, good, bad: bad.toSorted((a, b) => a.line - b.line) }
    for (const row of out) bad.push({ line: row.line, reason: found.get(row) ?? '' })
    good = good.filter((row) => !out.includes(row))
  }
}
