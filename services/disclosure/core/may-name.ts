import { CUTS, type Cut } from '../../../schemas/cube.ts'
import { type Figure, OTHER } from '../../../schemas/published.ts'

/**
 * Whether a finding may speak about this group: it is shown, and so is something that it is compared with (design,
 * section 8: safe group and safe rest). What is shown is safe, and a rest that holds a safe group of its dimension is as
 * well: it has as many persons, and in one dimension every other value is safe, so that nobody has over half of them.
 * In two dimensions another cell of the same row (`v1`) must be shown: compare with the cells of the row that are shown,
 * not with its rest, which may be one person's.
 *
 * @param figures those of one publication
 * @param v2 of a cut of two dimensions
 */
export function mayName(figures: readonly Figure[], cut: Cut, v1: string, v2 = ''): boolean {
  if (v1 === OTHER || v2 === OTHER) return false
  const shown = figures.filter((figure) => figure.cut === cut && figure.mark !== 'few')
  const named = shown.some((figure) => figure.v1 === v1 && figure.v2 === v2)
  const { population, by } = CUTS[cut]
  if (population === 'environment' || by.length === 0) return named
  return named && shown.some((figure) => (by.length === 1 ? figure.v1 !== v1 : figure.v1 === v1 && figure.v2 !== v2))
}
