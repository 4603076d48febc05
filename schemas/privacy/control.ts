/** The register's entries of the control store (invariant I6): every column, in the order of its table. */
import { ACCOUNT_TABLES } from './accounts.ts'
import { type ControlTable, controlEntries, ENTERED, OURS } from './control-table.ts'
import type { RegisterEntry } from './entry.ts'

const DIRECTORY = 'services/ingest/directory.ts'
const COVERAGE = 'services/ingest/coverage.ts'
const CLI_TENANT = 'services/cli/admin/tenant.ts'
const CLI_SOURCE = 'services/cli/admin/source.ts'
const KEY_STORE = 'services/ingest/keys/store.ts'
const COUNTED = 'Counted.'

const REVISION: ControlTable = {
  table: 'revision',
  basis: 'contract',
  retention: 'installation',
  usedBy: ['services/shared/control/connect.ts', DIRECTORY],
  lines: [['number', 'none', OURS, 'Tells the entry that a setting has changed.']],
}

const TENANTS: ControlTable = {
  table: 'tenants',
  basis: 'contract',
  retention: 'contract_record',
  usedBy: [DIRECTORY, CLI_TENANT],
  lines: [
    ['id', 'none', 'Entered by the operator: a short name of the organisation.', 'Keeps customers apart.'],
    ['name', 'none', ENTERED, 'Names the organisation to the operator and in its reports.', [CLI_TENANT]],
    ['zone', 'none', ENTERED, 'Days, months and epochs are counted in it.', [DIRECTORY, COVERAGE]],
    ['country', 'none', ENTERED, 'How national telephone numbers are read, so that one person has one key.'],
    ['domains', 'none', 'Entered by the operator; lower case, ASCII form.', 'Tells own people from external ones.'],
    ['role', 'none', ENTERED, 'Whether we decide or act on instruction; decides who answers a person.', [CLI_TENANT]],
    [
      'k',
      'none',
      ENTERED,
      'The smallest group about which a figure is published.',
      [CLI_TENANT, 'services/disclosure/decide.ts'],
    ],
    ['mode', 'none', ENTERED, 'Whether participants are kept at all.'],
    ['contract_from', 'none', ENTERED, 'Nothing older is received.', [DIRECTORY, COVERAGE]],
    ['contract_to', 'none', ENTERED, 'Nothing is received or kept beyond it.', [DIRECTORY, COVERAGE]],
    [
      'dpa_ref',
      'none',
      'A reference; the agreement itself is elsewhere.',
      'Nothing is received without it.',
      [COVERAGE],
    ],
    ['retention', 'none', ENTERED, 'How long each class of data is kept.'],
    ['seal_days', 'none', ENTERED, 'When a month is published.', [CLI_TENANT, 'services/disclosure/months.ts']],
    ['config_rev', 'none', OURS, 'Numbers the configuration by which an observation was made.'],
    ['decoder_version', 'none', OURS, 'Tells when the decoders have changed, so that config_rev grows.', [DIRECTORY]],
    ['created_ms', 'none', OURS, 'Shows when the customer was entered.', ['services/cli/admin/tenants.ts']],
  ],
}

const SITES: ControlTable = {
  table: 'sites',
  basis: 'contract',
  retention: 'contract',
  usedBy: [DIRECTORY, 'services/cli/admin/sites.ts'],
  lines: [
    ['id', 'none', OURS, 'Stands in observations in place of the address.'],
    ['tenant_id', 'none', OURS, 'Keeps customers apart.'],
    ['name', 'none', ENTERED, 'Names the place to people.'],
    [
      'ranges',
      'direct',
      'Entered by the operator; shortest spelling. It stands in this store only.',
      'Turns an IP address into a place; the address is then dropped.',
    ],
    ['labels', 'none', ENTERED, 'Turns the platform’s own word for a place into that place.'],
  ],
}

const ROOMS: ControlTable = {
  table: 'rooms',
  basis: 'contract',
  retention: 'contract',
  usedBy: [DIRECTORY, 'services/cli/admin/rooms.ts'],
  lines: [
    ['id', 'none', OURS, 'Stands in observations in place of the equipment’s address.'],
    ['tenant_id', 'none', OURS, 'Keeps customers apart.'],
    [
      'name',
      'quasi',
      'Entered by the operator; the customer has declared the room as shared.',
      'Names the room to people.',
    ],
    [
      'aliases',
      'direct',
      'Entered by the operator; the customer has declared the room as shared. They stand in this store only.',
      'Recognises the room’s equipment in a record; everything that is not recognised is protected as a person.',
    ],
    ['site_id', 'none', ENTERED, 'Where the room is.'],
    [
      'capacity',
      'none',
      ENTERED,
      'Whether a room is too large or too small for what happens in it.',
      ['services/cli/admin/room.ts'],
    ],
    [
      'declared_ms',
      'none',
      OURS,
      'Shows when the customer’s declaration was recorded.',
      ['services/cli/admin/rooms.ts'],
    ],
  ],
}

const SOURCES: ControlTable = {
  table: 'sources',
  basis: 'legal_obligation',
  retention: 'contract_record',
  usedBy: [COVERAGE, CLI_SOURCE],
  lines: [
    [
      'id',
      'none',
      'Entered by the operator: a short name of the source.',
      'Stands in its address and in what it delivered.',
      [DIRECTORY],
    ],
    ['tenant_id', 'none', OURS, 'Whose records it delivers.', [DIRECTORY]],
    ['platform', 'none', ENTERED, 'Which decoder reads it.', [DIRECTORY]],
    [
      'secret_hash',
      'none',
      'Hashed (SHA-256 of 256 random bits); the secret is not stored.',
      'Recognises the platform.',
      [DIRECTORY],
    ],
    ['supplier', 'none', ENTERED, 'Who runs the platform.', [CLI_SOURCE]],
    ['supplier_country', 'none', ENTERED, 'Whether the records come from outside the European Economic Area.'],
    ['transfer_basis', 'none', ENTERED, 'Why records may come from there.'],
    ['transfer_ref', 'none', 'A reference; the document itself is elsewhere.', 'Evidence of that basis.'],
    ['checked_on', 'none', ENTERED, 'Nothing is received from a supplier that nobody has checked.'],
    [
      'checked_by',
      'direct',
      'Entered by the operator: who of us checked it. It stands in this store only.',
      'Evidence of the check.',
    ],
    ['dpa_ref', 'none', 'A reference; the agreement itself is elsewhere.', 'Nothing is received without it.'],
    ['dpa_until', 'none', ENTERED, 'Nothing is received after it.'],
    ['created_ms', 'none', OURS, 'Shows when the source was entered.', ['services/cli/admin/sources.ts']],
  ],
}

const KEYS: ControlTable = {
  table: 'keys',
  basis: 'legal_obligation',
  retention: 'contract',
  usedBy: [KEY_STORE],
  retentions: { wrapped: 'epoch_keys' },
  lines: [
    ['id', 'none', OURS, 'Binds a wrapped key to its row.'],
    ['tenant_id', 'none', OURS, 'No key serves two customers.'],
    ['ring', 'none', OURS, 'What the key makes pseudonyms of.'],
    ['epoch', 'none', OURS, 'The month whose pseudonyms it makes; none lasts longer.'],
    [
      'wrapped',
      'none',
      'Encrypted (AES-256-GCM) by a key that is not in this store. Emptied when the key is destroyed; a key that does not rotate makes pseudonyms of single connections only and lives until the contract’s last day.',
      'Makes pseudonyms. Without it nobody can be recognised in them.',
    ],
    ['kek_id', 'none', OURS, 'Which key-encryption key unwraps it.'],
    ['created_ms', 'none', OURS, 'Evidence of when it was made.'],
    ['destroyed_ms', 'none', OURS, 'Evidence of when it was destroyed; records of its month are refused.'],
  ],
}

const LEDGER: ControlTable = {
  table: 'ledger',
  basis: 'legal_obligation',
  retention: 'ledger',
  usedBy: [DIRECTORY],
  lines: [
    ['tenant_id', 'none', OURS, 'Keeps customers apart.'],
    [
      'hmac',
      'pseudonym',
      'Pseudonymised: keyed hash of the person’s identifier; the identifier is stored nowhere.',
      'Recognises an erased or objecting person when a record of theirs arrives again.',
    ],
    ['mark', 'none', 'The decision about the person’s request.', 'Whether the person is erased or has objected.'],
    ['from_ms', 'none', 'The moment of the decision.', 'From or up to when it holds.'],
    ['created_ms', 'none', OURS, 'Evidence of when the decision was carried out.', ['planned:REQUESTS']],
    ['expires_ms', 'none', OURS, 'When the entry may go.', ['planned:REQUESTS']],
  ],
}

const WATERMARKS: ControlTable = {
  table: 'watermarks',
  basis: 'contract',
  retention: 'installation',
  usedBy: [
    'services/cli/admin/tenants.ts',
    'services/cli/rollup-status.ts',
    'services/disclosure/records.ts',
    'services/rollup/watermarks.ts',
  ],
  lines: [
    ['tenant_id', 'none', OURS, 'Keeps customers apart.'],
    ['name', 'none', OURS, 'Which step it is of.'],
    ['value_ms', 'none', OURS, 'How far the step has come.'],
  ],
}

const SWAP_INTENTS: ControlTable = {
  table: 'swap_intents',
  basis: 'contract',
  retention: 'working_state',
  usedBy: ['services/shared/swap/swap.ts', 'services/cli/rollup-status.ts'],
  lines: [
    ['id', 'none', OURS, 'Names the intent.'],
    ['run_id', 'none', OURS, 'Brings together the intents of one run.'],
    ['table_name', 'none', OURS, 'Which table receives the partition.'],
    ['partition_id', 'none', OURS, 'Which partition.'],
    ['staging_table', 'none', OURS, 'Where its new content stands.'],
    ['created_ms', 'none', OURS, 'When it was entered.'],
  ],
}

const AUDIT: ControlTable = {
  table: 'audit',
  basis: 'legal_obligation',
  retention: 'audit',
  usedBy: ['services/privacy/audit.ts'],
  lines: [
    ['seq', 'none', OURS, 'The order of the log; a gap shows that a row was taken out.'],
    ['at_ms', 'none', OURS, 'When somebody of us looked at records or did something with them.'],
    [
      'actor',
      'pseudonym',
      'Ours: the opaque id of an account, or a word for the operator at the machine; no name.',
      'Who of those with an account it was.',
    ],
    ['action', 'none', 'Ours: one word of a closed list.', 'What was done.'],
    ['tenant_id', 'none', OURS, 'In whose records.'],
    [
      'detail',
      'pseudonym',
      'Ours: days, numbers, closed words, and opaque ids of accounts and tokens.',
      'How far it went.',
    ],
    ['previous_hash', 'none', OURS, 'Chains the rows, so that none can be changed or taken out unseen.'],
    ['hash', 'none', OURS, 'The same: what the next row is chained to.'],
  ],
}

const RECORDS = 'services/disclosure/records.ts'

const PERIODS: ControlTable = {
  table: 'periods',
  basis: 'contract',
  retention: 'contract',
  usedBy: [RECORDS],
  lines: [
    ['tenant_id', 'none', OURS, 'Whose month it is.'],
    ['month', 'none', OURS, 'Which month.'],
    ['state', 'none', OURS, 'Whether its figures are published, and can still change.'],
    ['revision', 'none', OURS, 'Which of its publications stands.'],
    ['changed_ms', 'none', OURS, 'When that was last changed.', ['services/disclosure/seal.ts']],
    [
      'reason',
      'none',
      ENTERED,
      'Tells the customer why a month is published anew.',
      ['services/disclosure/sealing.ts'],
    ],
  ],
}

const PUBLICATIONS: ControlTable = {
  table: 'publications',
  basis: 'contract',
  retention: 'contract',
  usedBy: [RECORDS],
  lines: [
    ['tenant_id', 'none', OURS, 'Whose month it is.'],
    ['month', 'none', OURS, 'Which month.'],
    ['revision', 'none', OURS, 'Which of its publications.'],
    ['sealed_ms', 'none', OURS, 'When it was published.', ['services/disclosure/sealing.ts']],
    ['k', 'none', 'Copied from the terms of the customer.', 'The smallest group by which it was decided.'],
    ['profile', 'none', OURS, 'Says by which limits quality was graded, so that a figure can be made again.'],
    ['code_version', 'none', OURS, 'Says which program made it, so that a figure can be made again.'],
    ['watermark_ms', 'none', OURS, 'Says what had arrived by then.', ['services/disclosure/sealing.ts']],
    ['safe', 'none', OURS, 'Whether anything is said about people.'],
    ['folds', 'none', 'Ours: values of groups that are too small to be named.', 'Names the same groups everywhere.'],
    ['protocol', 'none', COUNTED, 'Shows the privacy officer how much is withheld, and by which rule.'],
    ['rules', 'none', COUNTED, 'Says of each rule of advice what it came to, also when it found nothing.'],
  ],
}

const FINDINGS: ControlTable = {
  table: 'findings',
  basis: 'contract',
  retention: 'contract',
  usedBy: ['services/advise/stored.ts'],
  lines: [
    [
      'id',
      'none',
      'Derived: of customer, month, rule and group.',
      'Recognises a finding when its month is published anew.',
    ],
    ['tenant_id', 'none', OURS, 'Whose finding it is.'],
    ['month', 'none', OURS, 'In which month it was found.'],
    ['revision', 'none', OURS, 'In which publication of the month.'],
    ['rule', 'none', OURS, 'Which rule found it.'],
    [
      'content',
      'none',
      'Rounded, and about groups that are shown; never about a person.',
      'The advice and its evidence.',
    ],
    ['state', 'none', ENTERED, 'What the customer does about it.'],
    ['state_ms', 'none', OURS, 'When that last changed.'],
  ],
}

const FINDING_CHANGES: ControlTable = {
  table: 'finding_changes',
  basis: 'contract',
  retention: 'contract',
  usedBy: ['services/advise/changes.ts'],
  lines: [
    ['finding_id', 'none', OURS, 'Which finding is followed up.'],
    ['number', 'none', OURS, 'The order of the steps.'],
    ['tenant_id', 'none', OURS, 'Whose finding it is.'],
    ['at_ms', 'none', OURS, 'When the step was taken.'],
    ['actor', 'pseudonym', 'Ours: a word for the operator, else the id of an account of ours.', 'Who took the step.'],
    ['from_state', 'none', OURS, 'How far the finding had been followed up before.'],
    ['to_state', 'none', ENTERED, 'How far it has been followed up since.'],
    [
      'note',
      'direct', // free text: nobody can say beforehand that it names no one
      'Entered by our consultant as free text of one line; the form asks to name nobody. Shown escaped, copied nowhere.',
      'Says what was decided or done about the advice, and why.',
    ],
  ],
}

const MIGRATIONS: ControlTable = {
  table: 'migrations',
  basis: 'contract',
  retention: 'installation',
  usedBy: ['services/shared/control/migrate.ts'],
  lines: [
    ['number', 'none', OURS, 'The order of the changes to this store’s form.'],
    ['name', 'none', OURS, 'Names the change.'],
    ['checksum', 'none', OURS, 'Finds a change that was altered after it had been made.'],
    ['applied_ms', 'none', OURS, 'When it was made.'],
  ],
}

const PUBLISHING = [PERIODS, PUBLICATIONS, FINDINGS, FINDING_CHANGES]
const STATE = [WATERMARKS, SWAP_INTENTS, AUDIT, ...PUBLISHING, ...ACCOUNT_TABLES, MIGRATIONS]
const TABLES = [REVISION, TENANTS, SITES, ROOMS, SOURCES, KEYS, LEDGER, ...STATE]

export const CONTROL_REGISTER: readonly RegisterEntry[] = controlEntries(TABLES)
