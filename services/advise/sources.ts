/** Of which sources it may be said that they fell silent. */
import type { Figure } from '../../schemas/published.ts'
import type { Control } from '../shared/control/index.ts'

/**
 * A source's silence is the silence of those who meet over it. So it is told only where it speaks for a group that is
 * shown: the tenant, whose only source it is, or a platform that is shown by name and has no other source.
 *
 * @returns slugs
 * @throws AppError
 */
export async function tellableSources(
  { db }: Control,
  tenantId: string,
  figures: readonly Figure[],
): Promise<ReadonlySet<string>> {
  const sources = await db.selectFrom('sources').select(['id', 'platform']).where('tenant_id', '=', tenantId).execute()
  const shown = new Set(figures.filter(({ cut, mark }) => cut === 'platform' && mark !== 'few').map(({ v1 }) => v1))
  return new Set(
    sources
      .filter(
        ({ id, platform }) =>
          sources.length === 1 ||
          (shown.has(platform) && sources.every((one) => one.id === id || one.platform !== platform)),
      )
      .map(({ id }) => id),
  )
}
