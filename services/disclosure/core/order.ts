import { CUT_NAMES, POPULATIONS } from '../../../schemas/cube.ts'
import { FIGURE_NAMES, type Figure } from '../../../schemas/published.ts'
import { compareText } from './cells.ts'

/** Figures in one order that follows from their names and from no value (attack A34). */
export const inOrder = (figures: readonly Figure[]): readonly Figure[] =>
  figures.toSorted(
    (a, b) =>
      POPULATIONS.indexOf(a.population) - POPULATIONS.indexOf(b.population) ||
      CUT_NAMES.indexOf(a.cut) - CUT_NAMES.indexOf(b.cut) ||
      compareText(a.v1, b.v1) ||
      compareText(a.v2, b.v2) ||
      FIGURE_NAMES.indexOf(a.measure) - FIGURE_NAMES.indexOf(b.measure),
  )
