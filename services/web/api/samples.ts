/**
 * What the requests to copy ask for: of the reader's own where they only read, so that they work as they stand. Those that
 * write keep what was invented: a note that was copied would stand in a finding that customers read.
 */
import type { Principal } from '../../accounts/index.ts'
import { accessesOf } from '../access.ts'
import type { OwnSamples } from '../pages/views.ts'
import { monthLinks } from '../reading/index.ts'
import type { WebParts } from '../server/parts.ts'
import type { Described, Operation } from './described.ts'

/** Customers that are looked at; an account with more than these that has no published month is rare. */
const MOST_LOOKED_AT = 5

/**
 * The newest published month of a customer: of the first that has a finding of it, else of the first that has such a
 * month. Ids alone: nothing that is published is read.
 *
 * @returns null where the account has no customer with a published month
 * @throws AppError
 */
export async function ownSamples(
  { source, followUp }: Pick<WebParts, 'source' | 'followUp'>,
  principal: Principal,
): Promise<OwnSamples | null> {
  let without: OwnSamples | null = null
  for (const access of accessesOf(principal).slice(0, MOST_LOOKED_AT)) {
    const published = (await monthLinks(source, access)).find(({ revision }) => revision !== null)
    if (published === undefined) continue
    const [finding] = await followUp.findingsOf(access.tenantId, published.month)
    const found = { tenant: access.tenantId, month: published.month, finding: finding?.id ?? null }
    if (found.finding !== null) return found
    without ??= found
  }
  return without
}

/** The same routes, with what the reader has in place of what was invented where a route only reads. */
export function withSamples(described: Described, own: OwnSamples | null): Described {
  if (own === null) return described
  // The cut of one group is there for everybody, and asks for no id of a group, which only published figures name.
  const examples: Readonly<Record<string, string | null>> = {
    tenant: own.tenant,
    month: own.month,
    ...(own.finding !== null && { id: own.finding }),
    cut: 'tenant',
    value: null,
  }
  const filled = (operation: Operation): Operation => ({
    ...operation,
    parameters: operation.parameters.map((one) =>
      one.example !== null && Object.hasOwn(examples, one.name) ? { ...one, example: examples[one.name] ?? null } : one,
    ),
  })
  return {
    ...described,
    groups: described.groups.map((group) => ({
      ...group,
      operations: group.operations.map((one) => (one.method === 'GET' ? filled(one) : one)),
    })),
  }
}
