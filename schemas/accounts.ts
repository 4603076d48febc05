/**
 * Who may use the product, and for what (design, section 10: accounts). One account is one person in one role. No role
 * has both figures of customers and the workings of the installation.
 */

/**
 * - `customer_viewer`  reads what is published of its own organisation
 * - `consultant`       of Avesqo: reads what is published of the customers assigned to it, and follows advice up
 * - `privacy_officer`  what is kept and why, and what was withheld of each month; no figure
 * - `operator`         sources, deliveries, freshness, and the accounts; no figure
 */
export const ACCOUNT_ROLES = ['customer_viewer', 'consultant', 'privacy_officer', 'operator'] as const
export type AccountRole = (typeof ACCOUNT_ROLES)[number]

export const PERMISSIONS = [
  'figures_read', // published figures, findings and files of a tenant in the account's scope
  'portfolio_read', // the tenants in scope side by side
  'findings_change', // the state of a finding, with a note
  'protocol_read', // how many cells of a sealed month are shown and withheld, by rule; of every tenant
  'register_read', // what is kept, why and until when
  'operations_read', // sources, intake, refusals by code, freshness, drift; of every tenant
  'accounts_manage', // invites, assigns and ends accounts
  'own_account', // its own password, language, sessions and tokens
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const GRANTS: Readonly<Record<AccountRole, readonly Permission[]>> = {
  customer_viewer: ['figures_read', 'own_account'],
  consultant: ['figures_read', 'portfolio_read', 'findings_change', 'own_account'],
  privacy_officer: ['protocol_read', 'register_read', 'own_account'],
  operator: ['operations_read', 'accounts_manage', 'own_account'],
}
