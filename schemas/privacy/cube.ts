/**
 * The register's entries of what is counted of the legs (invariant I6): graded legs, cells, strata, concurrency. Cells and
 * strata hold counts of many legs and no key of anybody; what small cells could still say is settled by disclosure, before
 * anything is published and when a month is frozen (design, section 8).
 */
import {
  CLUSTER_SUMS,
  type ClusterSum,
  type Distinct,
  DISTINCTS,
  FAILURES,
  type Histogram,
  HISTOGRAM_NAMES,
  MEDIA_RATES,
  OUTCOME_NAMES,
  type Outcome,
  type Sum,
  SUMS,
} from '../cube.ts'
import { GENERALISED, type Table } from './facts-table.ts'

const SQL = 'services/rollup/sql'
const GRADED = `${SQL}/cells_graded.sql` as const
const STRATA = `${SQL}/cells_strata.sql` as const
const MODELS = `${SQL}/cells_strata_models.sql` as const
const DAY = `${SQL}/cells_day.sql` as const
const MONTH = `${SQL}/cells_month.sql` as const
const PERSONS = `${SQL}/cells_persons.sql` as const
const CONCURRENCY = `${SQL}/cells_concurrency.sql` as const

const COUNTED = 'Counted over the legs of a group; no leg can be told from another.'
const COPIED = 'Copied from the leg.'
const GRADE = 'Derived: good, fair or poor by a published profile; the figures stay in the leg.'

const TENANT = ['tenant_id', 'none', 'Ours: the short name of the customer.', 'Keeps customers apart.'] as const
const DAY_OF = [
  'day',
  'quasi',
  'Derived: local day of the start.',
  'Lets a day be made anew, and expire, as a whole.',
] as const
const MONTH_OF = ['month', 'none', 'Derived: month of the day.', 'Lets a month be made anew as a whole.'] as const
const POPULATION = ['population', 'none', GENERALISED, 'Keeps people’s legs and those of rooms apart.'] as const

const SAYS_HISTOGRAM: Readonly<Record<Histogram, string>> = {
  loss: 'Shows how loss is spread, whatever counts as poor.',
  jitter: 'Shows how jitter is spread, whatever counts as poor.',
  rtt: 'Shows how delay is spread, whatever counts as poor.',
  mos: 'Shows how estimated quality is spread, whatever counts as poor.',
  fps: 'Shows how smooth pictures are, whatever counts as poor.',
}
const ROOM = 'Our id of a room that the customer declared as shared; empty for people.'

const GRADED_LEGS: Table = {
  table: 'graded_legs',
  basis: 'legitimate_interest',
  retention: 'facts',
  usedBy: [DAY],
  lines: [
    TENANT,
    DAY_OF,
    ['leg_key', 'pseudonym', COPIED, 'Tells the connections of a day apart, so that each is counted once.', [GRADED]],
    POPULATION,
    // The columns below are also parts of `cells`, which the statements of the cells read.
    ['site', 'quasi', COPIED, 'Compares sites.', [STRATA, MODELS]],
    ['platform', 'none', COPIED, 'Compares platforms.', [STRATA, PERSONS]],
    ['network', 'quasi', COPIED, 'Compares networks.', [STRATA]],
    ['transport', 'quasi', COPIED, 'Compares networks.', [GRADED]],
    ['device_class', 'quasi', COPIED, 'Compares like with like.', [STRATA]],
    ['model', 'quasi', 'Copied from the leg: vendor and model in one text.', 'Compares equipment.', [MODELS]],
    ['software', 'quasi', COPIED, 'Finds outdated software.', [MODELS]],
    [
      'size',
      'quasi',
      'Generalised: the most who were connected at one moment, as one of six bands.',
      'Compares small meetings with large ones.',
      [GRADED],
    ],
    [
      'weekday',
      'quasi',
      'Generalised: weekday of the start; the weekend is one.',
      'Shows when resources are used.',
      [GRADED],
    ],
    [
      'hour',
      'quasi',
      'Generalised: hour of the start; evening, night and early morning are one.',
      'Shows when resources are used.',
      [GRADED],
    ],
    ['room', 'quasi', ROOM, 'Shows how rooms and their equipment are used.'],
    ['conference_key', 'pseudonym', COPIED, 'Says which connections met.'],
    [
      'cluster',
      'pseudonym',
      'Copied from the leg: the meeting, or the connection where there is none.',
      'What happened in one meeting is one case and not many.',
    ],
    [
      'person_key',
      'pseudonym',
      'The month’s pseudonym, only where it stands for a person who was really there; else dropped.',
      'Counts how many people a figure comes from, so that none is shown about a few.',
      [PERSONS],
    ],
    ['person_ident', 'quasi', COPIED, 'Keeps counts of people by address, by number and by account apart.', [PERSONS]],
    [
      'caller_key',
      'pseudonym',
      'The month’s pseudonym, also of an attempt that came to nothing; dropped where it is a machine’s.',
      'Finds which part of a figure one person has, so that none is shown that is mostly about one.',
      [PERSONS],
    ],
    ['connected', 'quasi', 'Derived: yes where it lasted 10 seconds.', 'Tells meetings from attempts.'],
    ['ms', 'quasi', COPIED, 'How long equipment and licences are in use.'],
    ['failure', 'quasi', GENERALISED, 'Finds why connections fail.'],
    ['dropped', 'quasi', GENERALISED, 'Finds why connections break off.'],
    ['alone_ms', 'quasi', 'Derived: how long nobody else was in the meeting.', 'Finds waiting time.'],
    [
      'gradeable',
      'none',
      'Derived: yes where it lasted long enough to be graded.',
      'Says how much of the quality is known.',
    ],
    ['measured', 'quasi', GRADE, 'Grades quality.'],
    ['windows', 'quasi', GRADE, 'Grades quality.'],
    ['alarms', 'quasi', GRADE, 'Grades quality.'],
    ...MEDIA_RATES.map((medium) => [medium, 'quasi', GRADE, 'Grades quality by medium and direction.'] as const),
    ['mos_c', 'quasi', 'Copied from the leg, or estimated from delay and loss.', 'Grades quality.', [GRADED]],
    ...HISTOGRAM_NAMES.map(
      (name) =>
        [`h_${name}`, 'quasi', 'Generalised: in which of a few bins its figures fall.', SAYS_HISTOGRAM[name]] as const,
    ),
    ['cells', 'quasi', 'Computed where it is read, and not stored.', 'The groups in which it is counted.', [DAY]],
    [
      'cell_ids',
      'quasi',
      'Computed where it is read, and not stored.',
      'The groups in which it is counted.',
      [PERSONS],
    ],
  ],
}

const SAYS_DISTINCT: Readonly<Record<Distinct, readonly [treatment: string, purpose: string]>> = {
  conferences: [COUNTED, 'Shows how much a group meets.'],
  persons: [
    'Counted: how many people a figure comes from; their keys stay in the legs.',
    'Keeps figures about a few from being published.',
  ],
  top_legs_mp: [
    'Derived: which part of the connections one person has at most; it does not say who.',
    'Keeps figures that are mostly about one person from being published.',
  ],
  top_ms_mp: [
    'Derived: which part of the time one person has at most; it does not say who.',
    'Keeps figures that are mostly about one person from being published.',
  ],
  top_failed_mp: [
    'Derived: which part of the failed attempts one caller has at most; it does not say who.',
    'Keeps figures that are mostly about one person from being published.',
  ],
  days: [COUNTED, 'Shows on how many days a group meets.'],
}

const SAYS_OUTCOME: Readonly<Record<Outcome, string>> = {
  measured: 'how often quality is poor by measurements',
  windows: 'how often quality is poor by the platform’s windows',
  alarms: 'how often quality is poor by the platform’s alarms',
  failed: 'how often joining fails',
  dropped: 'how often connections break off',
  alone: 'how often people wait alone',
}

const SAYS_CLUSTER: Readonly<Record<ClusterSum, string>> = {
  m: 'Counted: meetings.',
  y: 'Counted: connections with the outcome.',
  n: 'Counted: connections of which the outcome is known.',
  yy: 'Counted: squares of the connections with the outcome of each meeting.',
  yn: 'Counted: products of both of each meeting.',
  nn: 'Counted: squares of the known ones of each meeting.',
}

type Line = Table['lines'][number]

function lineOfSum(name: Sum): Line {
  for (const outcome of OUTCOME_NAMES) {
    for (const sum of CLUSTER_SUMS) {
      if (name !== `${outcome}_${sum}`) continue
      return [name, 'quasi', SAYS_CLUSTER[sum], `Says ${SAYS_OUTCOME[outcome]}, and how sure that is.`]
    }
  }
  const failure = FAILURES.find((one) => name === `failed_${one}`)
  if (failure !== undefined) return [name, 'quasi', COUNTED, 'Finds why connections fail.']
  return [name, 'quasi', COUNTED, SAYS_SUM.get(name) ?? 'Grades quality by medium and direction.']
}

const SAYS_SUM: ReadonlyMap<string, string> = new Map([
  ['legs', 'Says how much a figure rests on.'],
  ['connected', 'Says how much a figure rests on.'],
  ['ms', 'Shows how long equipment and licences are in use.'],
  ['failed', 'Finds where joining fails.'],
  ['dropped', 'Finds where connections break off.'],
  ['alone_ms', 'Finds waiting time.'],
  ['gradeable', 'Says how much of the quality is known.'],
  ['ungraded', 'Says how much of the quality is known.'],
  ['measured_fair', 'Grades quality.'],
  ['windows_fair', 'Grades quality.'],
  ['alarms_fair', 'Grades quality.'],
])

const measures = (): readonly Line[] => [
  ...DISTINCTS.map((name): Line => [name, 'quasi', ...SAYS_DISTINCT[name]]),
  ...SUMS.map(lineOfSum),
  ...HISTOGRAM_NAMES.map((name): Line => [
    `h_${name}`,
    'quasi',
    'Counted: entries in each of a few bins.',
    SAYS_HISTOGRAM[name],
  ]),
]

const cell = (): readonly Line[] => [
  POPULATION,
  ['cut', 'none', 'Ours: by what is grouped.', 'Names the group.'],
  ['v1', 'quasi', 'Generalised: site, platform, network, model, band or room of the group.', 'Names the group.'],
  ['v2', 'quasi', 'Generalised: the second of these.', 'Names the group.'],
  ['room', 'quasi', ROOM, 'Lets rooms that may not be shown be left out of every figure.'],
]

const CUBE_DAY: Table = {
  table: 'cube_day',
  basis: 'legitimate_interest',
  retention: 'cube_day',
  usedBy: [MONTH],
  lines: [
    TENANT,
    MONTH_OF,
    ['day', 'quasi', 'Derived: local day of the start.', 'Shows a development within the month.', [DAY]],
    ...cell(),
    ...measures(),
  ],
}

const CUBE_MONTH: Table = {
  table: 'cube_month',
  basis: 'legitimate_interest',
  retention: 'contract',
  usedBy: [MONTH],
  lines: [TENANT, MONTH_OF, ...cell(), ...measures()],
}

const clusterLines = (): readonly Line[] =>
  OUTCOME_NAMES.flatMap((outcome) => CLUSTER_SUMS.map((sum) => lineOfSum(`${outcome}_${sum}`)))

const STRATA_OF_LEGS: Table = {
  table: 'strata',
  basis: 'legitimate_interest',
  retention: 'facts',
  usedBy: [STRATA],
  lines: [
    TENANT,
    DAY_OF,
    POPULATION,
    ['site', 'quasi', COPIED, 'Compares like with like.'],
    ['platform', 'none', COPIED, 'Compares like with like.'],
    ['network', 'quasi', COPIED, 'Compares like with like.'],
    ['device_class', 'quasi', COPIED, 'Compares like with like.'],
    ['medium', 'none', GENERALISED, 'Compares like with like.'],
    ['dir', 'none', GENERALISED, 'Compares like with like.'],
    ['legs', 'quasi', COUNTED, 'Says how much a figure rests on.'],
    ['ms', 'quasi', COUNTED, 'Says how much time is concerned.'],
    ...clusterLines(),
  ],
}

const STRATA_OF_MODELS: Table = {
  table: 'strata_models',
  basis: 'legitimate_interest',
  retention: 'facts',
  usedBy: [MODELS],
  lines: [
    TENANT,
    DAY_OF,
    POPULATION,
    ['model', 'quasi', COPIED, 'Compares equipment.'],
    ['software', 'quasi', COPIED, 'Finds outdated software.'],
    ['site', 'quasi', COPIED, 'Compares like with like.'],
    ['platform', 'none', COPIED, 'Compares like with like.'],
    ['room', 'quasi', ROOM, 'Lets rooms that may not be shown be left out of every figure.'],
    ['legs', 'quasi', COUNTED, 'Says how much a figure rests on.'],
    ['ms', 'quasi', COUNTED, 'Says how much time is concerned.'],
    ...clusterLines(),
  ],
}

const CONCURRENT: Table = {
  table: 'concurrency',
  basis: 'legitimate_interest',
  retention: 'cube_day',
  usedBy: [CONCURRENCY],
  lines: [
    TENANT,
    DAY_OF,
    ['hour_ms', 'quasi', 'Generalised: hour of the day.', 'Shows when resources are short.'],
    ['resource', 'none', GENERALISED, 'Names a technical resource, never a person.'],
    ['name', 'none', 'Ours: id of a source or of a declared room.', 'Names a technical resource, never a person.'],
    ['level', 'quasi', COUNTED, 'Shows how many licences, ports or rooms are needed.'],
    ['ms', 'quasi', COUNTED, 'Shows for how long.'],
  ],
}

export const CUBE_TABLES: readonly Table[] = [
  GRADED_LEGS,
  CUBE_DAY,
  CUBE_MONTH,
  STRATA_OF_LEGS,
  STRATA_OF_MODELS,
  CONCURRENT,
]
