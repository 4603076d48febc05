/**
 * The register's entries of what is published and of what it was made of (invariant I6). A figure is rounded, of a group
 * that is large enough, and decided over all figures of its month together (design, section 8).
 */
import { type Table, type UsedBy } from './facts-table.ts'

const SQL = 'services/disclosure/sql'
const FIGURES: UsedBy = [`${SQL}/published_month.sql`]
const DAYS: UsedBy = [`${SQL}/published_days.sql`]
const CHANGED: UsedBy = ['services/rollup/sql/sealed_changed.sql']
const OURS = 'Ours: made by this installation.'
const WORD = 'Ours: a word of a closed list, or the value of a group that is shown.'
const ROUNDED = 'Rounded, and withheld where the group is too small or mostly one person.'
const COPIED = 'Copied from the leg.'
const COMPARES = 'Says of how many people a published figure would change, so that a change tells of none of them.'

const PUBLISHED: Table = {
  table: 'published',
  basis: 'contract',
  retention: 'contract',
  usedBy: FIGURES,
  lines: [
    ['population', 'none', WORD, 'Keeps figures of people and of rooms apart.'],
    ['cut', 'none', WORD, 'Says by what the figure is cut.'],
    ['v1', 'none', WORD, 'Says of which group the figure is.'],
    ['v2', 'none', WORD, 'Says of which group the figure is.'],
    ['measure', 'none', WORD, 'Says what the figure counts.'],
    ['mark', 'none', WORD, 'Says whether the figure is shown.'],
    ['value', 'none', ROUNDED, 'What reports, pages and files say.'],
    ['low', 'none', ROUNDED, 'Says how sure the figure is.'],
    ['high', 'none', ROUNDED, 'Says how sure the figure is.'],
    ['kept', 'none', OURS, 'Says that the figure is of an earlier revision.'],
    ['tenant_id', 'none', 'Ours: the short name of the customer.', 'Keeps customers apart.'],
    ['month', 'none', OURS, 'Says of which month the figure is.'],
    ['revision', 'none', OURS, 'Keeps what was first published, when a month is published anew.'],
  ],
}

const PUBLISHED_DAYS: Table = {
  table: 'published_days',
  basis: 'contract',
  retention: 'contract',
  usedBy: DAYS,
  lines: [
    ['day', 'none', OURS, 'Says of which day the figure is.'],
    ['site', 'none', WORD, 'Says of which site the figure is.'],
    ['measure', 'none', WORD, 'Says what the figure counts.'],
    ['mark', 'none', WORD, 'Says whether the figure is shown.'],
    ['value', 'none', ROUNDED, 'Shows how complete the data are and when something changed.'],
    ['tenant_id', 'none', 'Ours: the short name of the customer.', 'Keeps customers apart.'],
  ],
}

const SEALED_LEGS: Table = {
  table: 'sealed_legs',
  basis: 'legitimate_interest',
  retention: 'facts',
  usedBy: CHANGED,
  lines: [
    ['tenant_id', 'none', 'Ours: the short name of the customer.', 'Keeps customers apart.'],
    ['month', 'none', OURS, 'Says of which month the leg is.'],
    ['revision', 'none', OURS, 'Says in which revision the leg was counted so.'],
    ['leg_key', 'pseudonym', COPIED, 'Finds the leg as it is now.'],
    ['site', 'quasi', COPIED, COMPARES],
    ['platform', 'quasi', COPIED, COMPARES],
    ['network', 'quasi', COPIED, COMPARES],
    ['transport', 'quasi', COPIED, COMPARES],
    ['model', 'quasi', COPIED, COMPARES],
    ['software', 'quasi', COPIED, COMPARES],
    ['size', 'quasi', COPIED, COMPARES],
    ['weekday', 'quasi', COPIED, COMPARES],
    ['hour', 'quasi', COPIED, COMPARES],
    ['person_key', 'pseudonym', COPIED, COMPARES],
    ['person_ident', 'quasi', COPIED, COMPARES],
    ['caller_key', 'pseudonym', COPIED, COMPARES],
    ['ms', 'quasi', COPIED, COMPARES],
    [
      'row_hash',
      'quasi',
      'Derived: hash of what the leg was counted as.',
      'Finds the legs that are counted otherwise now.',
    ],
    ['failure', 'quasi', COPIED, COMPARES],
    ['measured_hash', 'quasi', 'Derived: hash of how the leg was graded by measurements.', COMPARES],
    ['windows', 'quasi', COPIED, COMPARES],
    ['alarms', 'quasi', COPIED, COMPARES],
  ],
}

export const PUBLISHED_TABLES: readonly Table[] = [PUBLISHED, PUBLISHED_DAYS, SEALED_LEGS]
