/** Where a person begins. */
import type { AccountRole } from '../../../schemas/accounts.ts'
import type { Principal } from '../../accounts/index.ts'

const HOMES: Readonly<Record<AccountRole, string>> = {
  customer_viewer: '/account', // until a customer is assigned to it, and while its contract runs
  consultant: '/portfolio',
  privacy_officer: '/privacy',
  operator: '/operations',
}

export function homeOf({ role, tenants }: Pick<Principal, 'role' | 'tenants'>): string {
  const [only] = tenants
  return role === 'customer_viewer' && only !== undefined ? `/t/${only}` : HOMES[role]
}
