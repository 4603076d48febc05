/**
 * The register's entries of accounts (invariant I6): named persons of the house and of its customers, who use the
 * product. They are kept apart from what is analysed: nothing here says who took part in a meeting.
 */
import { type ControlTable, ENTERED, OURS } from './control-table.ts'

const ROSTER = 'services/accounts/roster.ts'
const INVITATIONS = 'services/accounts/invitations.ts'
const PRINCIPAL = 'services/accounts/principal.ts'
const SIGN_IN = 'services/accounts/sign-in.ts'
const SESSIONS = 'services/accounts/sessions.ts'
const TOKENS = 'services/accounts/tokens.ts'
const CLEAN_UP = 'services/accounts/clean-up.ts'
const SHOWN = 'services/accounts/shown.ts'

const ACCOUNTS: ControlTable = {
  table: 'accounts',
  basis: 'contract',
  retention: 'account',
  usedBy: [ROSTER, SHOWN],
  retentions: {
    id: 'account_id',
    role: 'account_id',
    appointed_by: 'account_id',
    created_ms: 'account_id',
    ended_ms: 'account_id',
  },
  lines: [
    ['id', 'pseudonym', OURS, 'Stands in the audit log in place of a name.'],
    ['role', 'none', ENTERED, 'What the person may do.', [PRINCIPAL, SHOWN]],
    [
      'login',
      'direct',
      'Entered by the operator; lower case. Deleted when the account ends. It stands in this store only.',
      'Recognises the person who signs in.',
      [SIGN_IN, SHOWN],
    ],
    [
      'name',
      'direct',
      'Entered by the operator. Deleted when the account ends. It stands in this store only.',
      'How the person is addressed; who is on the roster.',
      [PRINCIPAL, SHOWN],
    ],
    ['language', 'none', 'Chosen by the person.', 'In which language its pages are.', [PRINCIPAL]],
    [
      'password',
      'direct',
      'Hashed (argon2id with a salt of its own); the password is not stored. Deleted when the account ends.',
      'Recognises the person who signs in.',
      [SIGN_IN],
    ],
    ['appointed_by', 'pseudonym', OURS, 'Who answers for it that the person has this role.', [SHOWN]],
    ['created_ms', 'none', OURS, 'Since when the person is on the roster.', [SHOWN]],
    ['expires_day', 'none', ENTERED, 'Until when the person may sign in.', ['services/accounts/held.ts', SHOWN]],
    ['attested_ms', 'none', OURS, 'Whether somebody still confirms that it is needed.', ['services/accounts/held.ts']],
    ['last_login_ms', 'quasi', OURS, 'Shows the operator which accounts are not used any more.', [SHOWN]],
    ['ended_ms', 'none', OURS, 'When the id may go, too.', [CLEAN_UP]],
  ],
}

const ACCOUNT_TENANTS: ControlTable = {
  table: 'account_tenants',
  basis: 'contract',
  retention: 'account',
  usedBy: [PRINCIPAL, ROSTER],
  lines: [
    ['account_id', 'pseudonym', OURS, 'Who may read.'],
    ['tenant_id', 'none', ENTERED, 'Whose figures.'],
  ],
}

const INVITED: ControlTable = {
  table: 'invitations',
  basis: 'contract',
  retention: 'access',
  usedBy: [INVITATIONS],
  lines: [
    [
      'token_hash',
      'none',
      'Hashed (SHA-256 of 256 random bits); the secret of the link is not stored.',
      'Recognises the link.',
    ],
    ['kind', 'none', OURS, 'What the link is for.'],
    ['account_id', 'pseudonym', OURS, 'Whose link it is.'],
    ['ends_ms', 'none', OURS, 'Until when it works.'],
  ],
}

const SIGNED_IN: ControlTable = {
  table: 'sessions',
  basis: 'contract',
  retention: 'access',
  usedBy: [SESSIONS],
  lines: [
    [
      'token_hash',
      'none',
      'Hashed (SHA-256 of 256 random bits); the cookie’s value is not stored.',
      'Recognises the browser that is signed in.',
    ],
    ['account_id', 'pseudonym', OURS, 'Who is signed in.'],
    ['seen_ms', 'quasi', 'Ours: to the minute.', 'Ends a session that is not used.'],
    ['ends_ms', 'none', OURS, 'Ends every session.'],
  ],
}

const API_TOKENS: ControlTable = {
  table: 'api_tokens',
  basis: 'contract',
  retention: 'access',
  usedBy: [TOKENS],
  lines: [
    ['id', 'none', OURS, 'Stands in the audit log in place of the secret.'],
    ['account_id', 'pseudonym', OURS, 'Whose token it is.'],
    ['label', 'quasi', 'Entered by the person; kept as entered.', 'Tells its owner which token it is.'],
    [
      'secret_hash',
      'none',
      'Hashed (SHA-256 of 256 random bits); the secret is not stored.',
      'Recognises the program that reads.',
    ],
    ['created_ms', 'none', OURS, 'Tells its owner since when it is there.'],
    ['ends_ms', 'none', OURS, 'Until when it works.'],
    ['last_used_day', 'quasi', 'Ours: the UTC day.', 'Shows its owner whether it is still used.'],
  ],
}

export const ACCOUNT_TABLES: readonly ControlTable[] = [ACCOUNTS, ACCOUNT_TENANTS, INVITED, SIGNED_IN, API_TOKENS]
