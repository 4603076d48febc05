/** A tenant's months as links. */
import type { MonthStatus } from '../../disclosure/index.ts'
import type { Access } from '../access.ts'
import type { MonthLink } from '../pages/views.ts'
import type { MonthSource } from './source.ts'

/** Newest first. @throws AppError */
export async function monthLinks(source: Pick<MonthSource, 'months'>, access: Access): Promise<readonly MonthLink[]> {
  return linksOf(await source.months(access))
}

/** @param months oldest first */
export function linksOf(months: readonly MonthStatus[]): readonly MonthLink[] {
  return months.map(({ month, state, revision, due }) => ({ month, state, revision, due })).toReversed()
}
