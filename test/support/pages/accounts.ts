/** The accounts of an invented house, as an operator reads them. */
import type { AccountId, AccountShown } from '../../../services/accounts/index.ts'
import type { AccountsView } from '../../../services/web/pages/views.ts'
import { NOW } from './operations.ts'

export const accountId = (number: number): AccountId => `5c0e0000-0000-4000-8000-00000000000${number}` as AccountId

export function account(number: number, change: Partial<AccountShown> = {}): AccountShown {
  return {
    id: accountId(number),
    login: 'a.jansen@example.org',
    name: 'A. Jansen',
    role: 'consultant',
    language: 'nl',
    tenants: ['acme', 'ggd'],
    state: 'active',
    appointedBy: accountId(9),
    createdMs: NOW - 6e9,
    expiresDay: null,
    expiresMs: null,
    attestedMs: NOW - 6e9,
    attestDueMs: NOW + 2e9,
    lapsesMs: NOW + 4e9,
    lastLoginMs: NOW - 4e8,
    invitedUntilMs: null,
    ...change,
  }
}

export function accountsView(change: Partial<AccountsView> = {}): AccountsView {
  return {
    nowMs: NOW,
    accounts: [
      account(1),
      account(2, {
        login: 'j.devries@example.org',
        name: 'J. de Vries',
        role: 'customer_viewer',
        tenants: ['acme'],
        state: 'invited',
        lastLoginMs: null,
        invitedUntilMs: NOW + 3e8,
        expiresDay: '2027-07-31',
        attestDueMs: NOW - 1,
      }),
      account(9, { login: 'beheer', name: 'B. Bakker', role: 'operator', tenants: [], appointedBy: 'operator' }),
      account(8, { login: '', name: '', role: 'consultant', tenants: [], state: 'ended' }),
    ],
    tenants: [
      { id: 'acme', name: 'Waterschap De Lage Landen' },
      { id: 'ggd', name: 'GGD Oostkust en Polders' },
    ],
    invited: null,
    problem: null,
    of: null,
    typed: null,
    ...change,
  }
}
