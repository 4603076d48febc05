/**
 * The register's entries of what rollup makes of the observations (invariant I6): every column of the legs and of the
 * counts that say how healthy the data are. A leg says nothing that its observations do not say.
 */
import { GENERALISED, type Table, type UsedBy } from './facts-table.ts'

const SQL = 'services/rollup/sql'
/** What the operator of the embedded default sees: `avesqo legs`. */
const SHOWN = `${SQL}/legs_of_day.sql` as const
const IN_WORDS = 'services/cli/legs-text.ts'
const TOUCH = `${SQL}/touch_days.sql` as const
const DERIVED = `${SQL}/universe_derived.sql` as const
const SPILL = `${SQL}/spill.sql` as const
const HEALTH = `${SQL}/health.sql` as const
const ARRIVALS = `${SQL}/arrivals.sql` as const
const SOUND = 'schemas/clickhouse/queries/health_by_source.sql'
/** What the cells are counted of. */
const GRADED = `${SQL}/cells_graded.sql` as const
/** Kept for advice that is not given yet. */
const LATER: UsedBy = ['planned:RULES']
const MERGED = 'Merged: of the observations of this leg, by one fixed order; nothing is added.'
const INSTANT = 'Merged: of the times that the observations state, to the millisecond.'
const SUMMED = 'Merged: summed over the observations of this leg.'
const COUNTED = 'Counted.'

const CALL_LEGS: Table = {
  table: 'call_legs',
  basis: 'legitimate_interest',
  retention: 'facts',
  usedBy: [GRADED],
  bases: { objected: 'legal_obligation' },
  lines: [
    // identity
    ['tenant_id', 'none', 'Ours: the short name of the customer.', 'Keeps customers apart.', [SHOWN]],
    [
      'day',
      'quasi',
      'Derived: the day of the start in the customer’s zone.',
      'Lets a day be made anew, and expire, as a whole.',
      [SHOWN, TOUCH],
    ],
    [
      'leg_key',
      'pseudonym',
      'Pseudonymised: keyed hash of the platform’s id of this one connection; the smallest where there are several.',
      'Tells the connections of a day apart, so that each is counted once.',
      [TOUCH, DERIVED],
    ],
    ['subjects', 'none', COUNTED, 'Shows the operator how many ids the platform gave this connection.', [SHOWN]],
    ['observations', 'none', COUNTED, 'Shows the operator how many records this connection was made of.', [SHOWN]],
    // conference
    [
      'conference_key',
      'pseudonym',
      'Pseudonymised: keyed hash of the platform’s id of this one meeting, or derived from its rotating name key and first start.',
      'Says which connections met; what happened in one meeting is one case and not many.',
      [IN_WORDS, SPILL],
    ],
    ['conference_by', 'none', GENERALISED, 'Says how sure it is that these connections met.', [DERIVED]],
    [
      'name_key',
      'pseudonym',
      'Pseudonymised with a key that changes each month and is destroyed with the facts; the name is dropped.',
      'Says which connections met where the platform gives the meeting no id.',
      [DERIVED],
    ],
    // person
    [
      'person_key',
      'pseudonym',
      'Merged: the month’s pseudonym in the earliest observation that has one; removed from the whole leg for who objected.',
      'Counts how many people a figure comes from, so that none is shown about a few.',
    ],
    ['person_ident', 'quasi', MERGED, 'Keeps counts of people by address, by number and by account apart.'],
    ['kind', 'quasi', MERGED, 'Tells rooms, people and machines apart.', [IN_WORDS, GRADED]],
    ['internal', 'quasi', MERGED, 'Tells the customer’s own side from visitors.', LATER],
    ['role', 'quasi', MERGED, 'Tells host from guest.', LATER],
    [
      'objected',
      'quasi',
      'Derived: yes where an observation says that the person objects; person, name and equipment are then removed.',
      'Keeps a person who objects from being recognised.',
      [`${SQL}/legs.sql`],
    ],
    // origin
    ['platform', 'none', MERGED, 'Compares platforms.', [IN_WORDS, DERIVED]],
    ['source_id', 'none', 'Ours: the short name of the source.', 'Says which source a figure comes from.', [HEALTH]],
    ['measuring_point', 'none', MERGED, 'Compares only what was measured at the same place.', LATER],
    // time
    ['start_ms', 'quasi', INSTANT, 'Start of the connection.', [IN_WORDS, DERIVED]],
    ['start_by', 'none', GENERALISED, 'Says how sure the start is.', [IN_WORDS]],
    ['answer_ms', 'quasi', INSTANT, 'How long callers wait.', LATER],
    ['end_ms', 'quasi', INSTANT, 'End of the connection.', [IN_WORDS, SPILL]],
    ['end_by', 'none', GENERALISED, 'Says how sure the end is.', [IN_WORDS, DERIVED]],
    ['known_end_ms', 'quasi', INSTANT, 'Finds out which connections met.', [DERIVED]],
    ['duration_ms', 'quasi', INSTANT, 'How long equipment and licences are in use.', [IN_WORDS, GRADED]],
    ['capped', 'none', 'Derived: yes where more than 24 hours were stated.', 'Says how sure the length is.', [HEALTH]],
    ['ring_ms', 'quasi', MERGED, 'How long callers wait.', LATER],
    // way
    ['protocol', 'quasi', MERGED, 'Compares ways of joining.', LATER],
    ['direction', 'quasi', MERGED, 'Compares ways of joining.', LATER],
    ['service', 'quasi', MERGED, 'Tells meetings from telephone calls and tests.', LATER],
    ['network', 'quasi', MERGED, 'Compares networks.'],
    ['transport', 'quasi', MERGED, 'Compares networks.'],
    ['encrypted', 'none', MERGED, 'Finds connections without encryption.', LATER],
    ['bw_up_kbps', 'quasi', MERGED, 'Finds bandwidth that is too narrow.', LATER],
    ['bw_down_kbps', 'quasi', MERGED, 'Finds bandwidth that is too narrow.', LATER],
    // place
    [
      'room_id',
      'quasi',
      'Merged: our id of a room that the customer declared as shared.',
      'Shows how rooms and their equipment are used.',
      [IN_WORDS, GRADED],
    ],
    ['site', 'quasi', MERGED, 'Compares sites.', [IN_WORDS, GRADED]],
    ['site_by', 'none', MERGED, 'Says how sure the site is.', LATER],
    // equipment
    ['vendor', 'quasi', MERGED, 'Compares equipment.'],
    ['model', 'quasi', MERGED, 'Compares equipment.'],
    ['software', 'quasi', MERGED, 'Finds outdated software.'],
    ['device_class', 'quasi', MERGED, 'Compares kinds of equipment.'],
    // end
    ['end_class', 'quasi', MERGED, 'Finds why connections fail.', [IN_WORDS, GRADED]],
    ['end_code', 'quasi', MERGED, 'Finds why connections fail.', LATER],
    ['sip_code', 'quasi', MERGED, 'Finds why connections fail.', LATER],
    ['q850', 'quasi', MERGED, 'Finds why connections fail.', LATER],
    // quality
    ['win_good', 'quasi', SUMMED, 'Grades quality.'],
    ['win_ok', 'quasi', SUMMED, 'Grades quality.'],
    ['win_bad', 'quasi', SUMMED, 'Grades quality.'],
    ['win_terrible', 'quasi', SUMMED, 'Grades quality.'],
    ['alarm_loss_mp', 'quasi', MERGED, 'Grades quality.'],
    ['alarm_jitter_mp', 'quasi', MERGED, 'Grades quality.'],
    ['alarm_rtt_mp', 'quasi', MERGED, 'Grades quality.'],
    ['mos_c', 'quasi', MERGED, 'Grades quality.'],
    ['rating', 'quasi', MERGED, 'Compares measured quality with what people felt.', LATER],
    [
      'media',
      'quasi',
      'Merged: at most six entries of whole numbers, one for each medium and direction; counts summed, means weighted.',
      'Grades quality by medium and direction.',
    ],
  ],
}

const TENANT = ['tenant_id', 'none', 'Ours: the short name of the customer.', 'Keeps customers apart.'] as const
const SOURCE = ['source_id', 'none', 'Ours: the short name of the source.', 'Shows health by source.'] as const

const LEG_HEALTH: Table = {
  table: 'leg_health',
  basis: 'contract',
  retention: 'intake',
  usedBy: [SOUND],
  lines: [
    TENANT,
    ['day', 'none', 'Derived: day of what is counted.', 'Lets a day be made anew, and expire, as a whole.', [HEALTH]],
    ['hour_ms', 'none', 'Derived: start, cut to the hour.', 'Shows when a source’s records became worse.', [HEALTH]],
    SOURCE,
    ['legs', 'none', COUNTED, 'Shows the operator how much arrived.'],
    ['capped', 'none', COUNTED, 'Shows the operator that times of a source are wrong.'],
    ['imputed', 'none', COUNTED, 'Shows the operator that ends are missing.'],
    ['orphan', 'none', COUNTED, 'Shows the operator that meetings are missing.'],
    ['link_too_wide', 'none', COUNTED, 'Shows the operator that ids of a source are no ids.'],
    ['beyond_leg', 'none', COUNTED, 'Shows the operator that ids of a source come back.'],
    ['unattached', 'none', COUNTED, 'Shows the operator that records are missing.'],
  ],
}

const ARRIVAL_HEALTH: Table = {
  table: 'arrival_health',
  basis: 'contract',
  retention: 'intake',
  usedBy: [SOUND],
  lines: [
    TENANT,
    ['day', 'none', 'Ours: day of the run.', 'Lets a month expire as a whole.', [ARRIVALS]],
    ['hour_ms', 'none', 'Ours: the run, cut to the hour.', 'Shows when late records arrived.', [ARRIVALS]],
    SOURCE,
    [
      'from_ms',
      'none',
      'Ours: what had been counted before the run.',
      'Lets a repeated run replace its own count.',
      [ARRIVALS],
    ],
    ['late', 'none', COUNTED, 'Shows the operator that a source delivers late.'],
    ['frozen', 'none', COUNTED, 'Shows the operator what arrived too late to be counted.'],
    ['after_seal', 'none', COUNTED, 'Shows the operator what arrived after its month had been published.'],
  ],
}

export const LEG_TABLES: readonly Table[] = [CALL_LEGS, LEG_HEALTH, ARRIVAL_HEALTH]
