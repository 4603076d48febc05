/** A tenant's months as links. */
import type { MonthStatus } from '../../disclosure/index.ts'
import type { Access } from '../access.ts'
import type { MonthLink } from '../pages/views.ts'
import type { MonthSource } from './source.ts'

/** Newest first. @throws AppError */
export async function monthLinks(source: Pick<MonthSource, 'months'>, access: Access): Promise<readonly MonthLink[]> {
  return (await source.months(access)).map(linkOf).toReversed()
}

function linkOf({ month, state, revision, due }: MonthStatus): MonthLink {
  return { month, state, revision, due }
}
