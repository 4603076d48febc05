/**
 * Who may read whose: the one place where a tenant is allowed (design, section 11: isolation; attacks A35 and A36).
 *
 * A tenant that is not among the reader's is refused before anything is asked of a store, so that one that exists costs
 * and says exactly what one that does not exist does.
 */
import { GRANTS, type Permission } from '../../schemas/accounts.ts'
import type { Principal } from '../accounts/index.ts'
import { AppError } from '../shared/errors.ts'

declare const granted: unique symbol

/** A reader and a tenant whose records they may read. Made in this file alone; every reading of a tenant asks for one. */
export interface Access {
  readonly tenantId: string
  /** Stands in the audit log: the id of an account, or a word of ours. */
  readonly reader: string
  readonly [granted]: true
}

/** Whether the role of a principal has a permission. */
export function may(principal: Pick<Principal, 'role'>, permission: Permission): boolean {
  return GRANTS[principal.role].includes(permission)
}

/** @throws AppError `not_found` where the tenant is not the principal's now: another's, or nobody's */
export function accessTo({ accountId, tenants }: Principal, tenantId: string): Access {
  if (!tenants.includes(tenantId)) throw new AppError('not_found')
  return made(tenantId, accountId)
}

/** Every tenant of a principal. */
export function accessesOf(principal: Principal): readonly Access[] {
  return principal.tenants.map((tenantId) => made(tenantId, principal.accountId))
}

/** The command line, which only the user that the product runs as can call. */
export function operatorAccess(tenantId: string): Access {
  return made(tenantId, 'operator')
}

function made(tenantId: string, reader: string): Access {
  return { tenantId, reader } as Access
}
