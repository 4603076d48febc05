/** The register's entries of the ClickHouse tables (invariant I6): every column, in the order of its table. */
import type { RegisterEntry } from './entry.ts'
import { entriesOf, GENERALISED, type Table } from './facts-table.ts'
import { CUBE_TABLES } from './cube.ts'
import { LEG_TABLES } from './legs.ts'
import { PUBLISHED_TABLES } from './published.ts'

const TOMBSTONES = 'schemas/clickhouse/queries/erased_subjects.sql'
const EVIDENCE = 'schemas/clickhouse/queries/observation_shown.sql'
const SQL = 'services/rollup/sql'
const ROWS = `${SQL}/rows.sql` as const
const LINKS = `${SQL}/link_keys.sql` as const
const LEGS = `${SQL}/legs.sql` as const
const REPORTS = 'schemas/clickhouse/queries/intake_by_source.sql'
const REFUSALS = 'schemas/clickhouse/queries/refusals_by_code.sql'
const LATELY = 'schemas/clickhouse/queries/arrivals_since.sql'
const FIGURE = 'Kept as a whole number, in one unit for all platforms.'
const AS_STATED = 'Kept as the platform states it, to the millisecond; when a meeting was is what is analysed.'

const OBSERVATIONS: Table = {
  table: 'observations',
  basis: 'legitimate_interest',
  retention: 'facts',
  usedBy: [LEGS],
  bases: { mark: 'legal_obligation' },
  lines: [
    // identity
    ['tenant_id', 'none', 'Ours: the short name of the customer.', 'Keeps customers apart.', [TOMBSTONES, REPORTS]],
    [
      'fact_day',
      'quasi',
      'Derived: the UTC day of the meeting.',
      'Sorts facts by day and lets a day expire as a whole.',
      [ROWS],
    ],
    ['subject', 'none', GENERALISED, 'Says whether the row is about one connection or about a whole meeting.', [ROWS]],
    [
      'subject_key',
      'pseudonym',
      'Pseudonymised: keyed hash of the platform’s id of this one connection or meeting; the id is dropped.',
      'Brings together what several records say about one connection, so that it is counted once.',
      [TOMBSTONES, ROWS],
    ],
    [
      'event_key',
      'pseudonym',
      'Pseudonymised: keyed hash of the platform’s id of this one event.',
      'Recognises a record that arrives twice.',
      [EVIDENCE, ROWS],
    ],
    [
      'rev',
      'quasi',
      'Kept: the platform’s own counter, or the time of the event.',
      'Lets a correction win over what it corrects.',
      [ROWS],
    ],
    [
      'config_rev',
      'none',
      'Ours: number of the customer’s configuration.',
      'Says which configuration made the row.',
      [ROWS],
    ],
    [
      'record_key',
      'pseudonym',
      'Pseudonymised: keyed hash of the id of a record that newer versions replace.',
      'Lets a newer version of a record replace the older one.',
      [`${SQL}/excluded_records.sql`],
    ],
    // joins
    [
      'links',
      'pseudonym',
      'Pseudonymised: keyed hashes of other ids that the platform gives the same connection.',
      'Brings together what several records say about one connection.',
      [TOMBSTONES, LINKS],
    ],
    [
      'in_conference',
      'pseudonym',
      'Pseudonymised: keyed hash of the id of this one meeting.',
      'Says which connections met.',
    ],
    [
      'name_key',
      'pseudonym',
      'Pseudonymised with a key that changes each month and is destroyed with the facts; the name is dropped.',
      'Says which connections met where the platform gives the meeting no id.',
    ],
    // person
    [
      'person_key',
      'pseudonym',
      'Pseudonymised with a key that changes each month and is destroyed with the facts; address, number and name are dropped. Left out in the first 24 hours of a month where the start is not stated, and for who objected.',
      'Counts how many people a figure comes from, so that none is shown about a few.',
      ['services/store/tombstones.ts', LEGS],
    ],
    ['person_ident', 'quasi', GENERALISED, 'Keeps counts of people by address, by number and by account apart.'],
    ['kind', 'quasi', GENERALISED, 'Tells rooms, people and machines apart.'],
    [
      'internal',
      'quasi',
      'Generalised to yes or no: of the customer’s own domains; the domain is dropped.',
      'Tells the customer’s own side from visitors.',
    ],
    ['role', 'quasi', GENERALISED, 'Tells host from guest.'],
    [
      'mark',
      'quasi',
      'Ours: set where the person was erased or objects; an erased row holds nothing else about the meeting.',
      'Keeps what was erased from coming back, and removes a person who objects.',
      [TOMBSTONES, ROWS, LEGS],
    ],
    // origin
    ['platform', 'none', GENERALISED, 'Compares platforms.'],
    [
      'source_id',
      'none',
      'Ours: the short name of the source.',
      'Says which source a figure comes from.',
      [REPORTS, LEGS],
    ],
    ['measuring_point', 'none', GENERALISED, 'Compares only what was measured at the same place.'],
    // time
    ['event_ms', 'quasi', AS_STATED, 'Orders what happened.'],
    ['start_ms', 'quasi', AS_STATED, 'Start of the connection or meeting.', [EVIDENCE, LEGS]],
    ['answer_ms', 'quasi', AS_STATED, 'How long callers wait.'],
    ['end_ms', 'quasi', AS_STATED, 'End of the connection or meeting.', [EVIDENCE, LEGS]],
    ['duration_ms', 'quasi', FIGURE, 'How long equipment and licences are in use.'],
    ['ring_ms', 'quasi', FIGURE, 'How long callers wait.'],
    // way
    ['protocol', 'quasi', GENERALISED, 'Compares ways of joining.'],
    ['direction', 'quasi', GENERALISED, 'Compares ways of joining.'],
    ['service', 'quasi', GENERALISED, 'Tells meetings from telephone calls and tests.'],
    ['network', 'quasi', GENERALISED, 'Compares networks.'],
    ['transport', 'quasi', GENERALISED, 'Compares networks.'],
    ['encrypted', 'none', 'Kept as yes or no.', 'Finds connections without encryption.'],
    ['bw_up_kbps', 'quasi', FIGURE, 'Finds bandwidth that is too narrow.'],
    ['bw_down_kbps', 'quasi', FIGURE, 'Finds bandwidth that is too narrow.'],
    // place
    [
      'room_id',
      'quasi',
      'Generalised: our id of a room that the customer declared as shared; any other place is dropped.',
      'Shows how rooms and their equipment are used.',
    ],
    [
      'site',
      'quasi',
      'Generalised: the address is looked up in the customer’s list of sites and dropped.',
      'Compares sites.',
    ],
    ['site_by', 'none', GENERALISED, 'Says how sure the site is.'],
    // equipment
    ['vendor', 'quasi', GENERALISED, 'Compares equipment.'],
    ['model', 'quasi', GENERALISED, 'Compares equipment.'],
    ['software', 'quasi', 'Generalised to the first two numbers of the version.', 'Finds outdated software.'],
    ['device_class', 'quasi', GENERALISED, 'Compares kinds of equipment.'],
    // end
    ['end_class', 'quasi', GENERALISED, 'Finds why connections fail.'],
    ['end_code', 'quasi', GENERALISED, 'Finds why connections fail.'],
    ['sip_code', 'quasi', FIGURE, 'Finds why connections fail.'],
    ['q850', 'quasi', FIGURE, 'Finds why connections fail.'],
    // quality
    ['win_good', 'quasi', FIGURE, 'Grades quality.', [`${SQL}/windows.sql`]],
    ['win_ok', 'quasi', FIGURE, 'Grades quality.', [`${SQL}/windows.sql`]],
    ['win_bad', 'quasi', FIGURE, 'Grades quality.', [`${SQL}/windows.sql`]],
    ['win_terrible', 'quasi', FIGURE, 'Grades quality.', [`${SQL}/windows.sql`]],
    ['alarm_loss_mp', 'quasi', FIGURE, 'Grades quality.'],
    ['alarm_jitter_mp', 'quasi', FIGURE, 'Grades quality.'],
    ['alarm_rtt_mp', 'quasi', FIGURE, 'Grades quality.'],
    ['mos_c', 'quasi', FIGURE, 'Grades quality.'],
    [
      'rating',
      'quasi',
      'Kept: 1 to 5, as given by the user; the comment is dropped.',
      'Compares measured quality with what people felt.',
    ],
    [
      'media',
      'quasi',
      'Folded: at most six entries of whole numbers, one for each medium and direction; what was said or shown never arrives.',
      'Grades quality by medium and direction.',
      [EVIDENCE, `${SQL}/media_several.sql`],
    ],
    ['content_hash', 'pseudonym', 'Derived: hash of the fields above.', 'Recognises an equal row.', [ROWS]],
    ['ingested_at', 'none', 'Ours: time of storing.', 'Says what has not been counted yet.', [`${SQL}/touch_new.sql`]],
  ],
}

const INTAKE: Table = {
  table: 'intake',
  basis: 'contract',
  retention: 'intake',
  usedBy: [REPORTS],
  lines: [
    ['tenant_id', 'none', 'Ours: the short name of the customer.', 'Keeps customers apart.'],
    ['day', 'none', 'Ours: day of receipt.', 'Shows completeness by day and lets a month expire as a whole.', [LATELY]],
    ['source_id', 'none', 'Ours: the short name of the source.', 'Shows completeness by source.'],
    ['delivery_id', 'none', 'Ours: random.', 'Lets a platform’s engineer ask about one delivery.', [REFUSALS]],
    ['hour_ms', 'none', 'Ours: receipt, cut to the hour.', 'Shows when a source fell silent.', [REPORTS, REFUSALS]],
    ['records', 'none', 'Counted.', 'Proves that nothing vanished.'],
    ['accepted', 'none', 'Counted.', 'Proves that nothing vanished.'],
    ['refused', 'none', 'Counted.', 'Proves that nothing vanished.'],
    [
      'refused_by_code',
      'none',
      'Counted by reason, from a published list.',
      'Shows what a sender should repair.',
      [REPORTS, REFUSALS],
    ],
    ['observations', 'none', 'Counted.', 'Proves that what was accepted is stored.'],
    ['dropped', 'none', 'Counted.', 'Proves that what must not be stored is not.'],
    ['erased', 'none', 'Counted.', 'Proves that erasure works on what arrives.'],
    ['objected', 'none', 'Counted.', 'Proves that objection works on what arrives.'],
    ['ignored', 'none', 'Counted.', 'Shows how much of a record is not read.'],
    ['bytes', 'none', 'Counted.', 'Shows the load of a source.', ['planned:OPERATIONS']],
  ],
}

const REFUSED: Table = {
  table: 'refused',
  basis: 'contract',
  retention: 'intake',
  usedBy: ['planned:OPERATIONS'],
  lines: [
    ['tenant_id', 'none', 'Ours: the short name of the customer.', 'Keeps customers apart.'],
    ['day', 'none', 'Ours: day of receipt.', 'Lets a month expire as a whole.'],
    ['source_id', 'none', 'Ours: the short name of the source.', 'Says whose record it was.'],
    ['delivery_id', 'none', 'Ours: random.', 'Finds the delivery it came in.'],
    ['position', 'none', 'Counted.', 'Finds the record in its delivery.'],
    ['code', 'none', 'Ours: a reason from a published list.', 'Says what is wrong.'],
    [
      'path',
      'none',
      'Ours: a field name of our own format; the value, and any other name, is dropped.',
      'Says where it is wrong.',
    ],
    ['bytes', 'none', 'Counted.', 'Helps to recognise the record at its sender.'],
    [
      'hash',
      'pseudonym',
      'Pseudonymised: keyed hash of what was refused; its key changes each month and is destroyed. Nothing else of it is kept.',
      'Recognises the same record sent again.',
    ],
  ],
}

const SCHEMA_MIGRATIONS: Table = {
  table: 'schema_migrations',
  basis: 'contract',
  retention: 'installation',
  usedBy: ['services/shared/clickhouse/migrations.ts'],
  lines: [
    ['number', 'none', 'Ours: number of a file of the product.', 'Says which version the database has.'],
    ['name', 'none', 'Ours: name of a file of the product.', 'Says which version the database has.'],
    ['checksum', 'none', 'Derived: hash of a file of the product.', 'Finds a file that was changed after it ran.'],
    [
      'applied_at',
      'none',
      'Ours: time of running.',
      'Lets the operator see when a version came.',
      ['planned:OPERATIONS'],
    ],
  ],
}

/** Every column of every ClickHouse table; compared with the database in test/services/store/columns.test.ts. */
export const FACTS_REGISTER: readonly RegisterEntry[] = [
  OBSERVATIONS,
  INTAKE,
  REFUSED,
  ...LEG_TABLES,
  ...CUBE_TABLES,
  ...PUBLISHED_TABLES,
  SCHEMA_MIGRATIONS,
].flatMap((table) => entriesOf(table))
