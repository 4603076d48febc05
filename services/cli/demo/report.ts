/** What the demo shows at its end, short. */
import type { Observation } from '../../../schemas/observation.ts'
import { REFUSALS, type RefusalCode } from '../../../schemas/refusals.ts'
import type { SourceHealth } from '../../privacy/index.ts'
import type { StandardFault } from '../../simulator/index.ts'
import type { SourceIntake } from '../../store/index.ts'
import { treatmentOf } from '../explain-text.ts'
import { legsTable } from '../legs-text.ts'
import { table } from '../output.ts'
import { plantedText } from './faults.ts'
import { monthsText } from './months.ts'
import type { Publishing } from './publish.ts'
import { ZONE } from './organisation.ts'
import type { Shown } from './run.ts'
import type { Found } from './stages.ts'

/** Lines of a day's legs, and of differences, that are shown. */
const SHOWN = 8

interface Told {
  readonly faults: readonly StandardFault[]
  /** Whether the month's report stands below it. */
  readonly report: boolean
}

export function foundText(found: Shown, { faults, report }: Told): string {
  const { months, comparison, health, intake, day, places, observation } = found
  return [
    '',
    'What is stored; where it is not what must be there, the truth stands beside it:',
    monthsText(months),
    comparisonText(comparison),
    plantedText(faults),
    `The first ${Math.min(SHOWN, day.legs.length)} of ${day.legs.length} legs of ${day.day}, as \`avesqo legs\` shows them:`,
    legsTable(day.legs.slice(0, SHOWN), { zone: ZONE, places }),
    'How sound they are:',
    healthText(health),
    'late: told more than a day after its day had ended; of no leg: speaks of quality only; beyond leg: told more than 48 h\n' +
      'after the leg began; link too wide: shares an id with too many others.\n',
    'What was received:',
    intakeText(intake),
    'Values not read are what the product has no use for and never takes: names, titles, addresses and the like among them.\n',
    'Of one stored observation, how some fields came to be:',
    observation === null ? '  none\n' : observationText(observation),
    'See for yourself what would be kept of a record of yours: npm run -s avesqo -- explain --help',
    ...(report ? ['', publishedText(found.publishing)] : []),
  ].join('\n')
}

function publishedText({ sealed, last }: Publishing): string {
  if (last === null) return 'No month is over, so nothing is published: with --days 20 and more one is.\n'
  return [
    `Sealed: ${sealed.join(', ')}. What the privacy officer sees of the last one; no figure, no name:`,
    last.protocol,
    'And its report, made of published figures and findings only:',
    '',
    last.text,
  ].join('\n')
}

function comparisonText({ summary, differences }: Found['comparison']): string {
  const { legs, conferences, persons } = summary
  const counts =
    `${legs.equal} of ${legs.truth} legs, ${conferences.equal} of ${conferences.truth} conferences and ` +
    `${persons.equal} of ${persons.truth} person keys are stored as they must be, in every field of the truth file. ` +
    `Differences: ${differences.length}.\n` +
    'A person has one key a month and sort of identifier: who also dials in by telephone has two. The truth says what must\n' +
    'come out: an end that nobody told is imputed, and a leg of more than 24 hours is cut (counted below).\n'
  const lines = differences.slice(0, SHOWN).map(({ what, of, id, fields }) => {
    const said = fields.map(({ field, truth, stored }) => `${field} ${truth ?? '-'} → ${stored ?? '-'}`)
    return `  ${of} ${id} ${what}: ${said.join('; ')}\n`
  })
  const more = differences.length > SHOWN ? `  and ${differences.length - SHOWN} more (--json lists them)\n` : ''
  return `${counts}${lines.join('')}${more}`
}

function intakeText(sources: readonly SourceIntake[]): string {
  const counts = table(
    ['source', 'deliveries', 'records', 'accepted', 'refused', 'observations', 'nothing to keep', 'values not read'],
    sources.map((source) => [
      source.source_id,
      source.deliveries,
      source.records,
      source.accepted,
      source.refused,
      source.observations,
      source.dropped,
      source.ignored,
    ]),
  )
  const reasons = sources.flatMap((source) =>
    Object.entries(source.refused_by_code).map(
      ([code, count]) => `  ${source.source_id}: ${String(count)} × ${code}. ${REFUSALS[code as RefusalCode]}\n`,
    ),
  )
  return reasons.length === 0
    ? counts
    : `${counts}Refused, and why (nothing_to_count is no fault: a notice of the platform about itself):\n${reasons.join('')}`
}

function healthText(sources: readonly SourceHealth[]): string {
  return table(
    [
      'source',
      'legs',
      'end imputed',
      'of no conference',
      'cut at 24 h',
      'late',
      'of no leg',
      'beyond leg',
      'link too wide',
    ],
    sources.map((source) => [
      source.source_id,
      source.legs,
      source.imputed,
      source.orphan,
      source.capped,
      source.late,
      source.unattached,
      source.beyond_leg,
      source.link_too_wide,
    ]),
  )
}

/** What shows best how a record lost its identifiers. */
const TELLING = [
  'subject_key',
  'name_key',
  'person_key',
  'kind',
  'internal',
  'start_ms',
  'site',
  'vendor',
  'model',
  'software',
  'end_class',
  'content_hash',
] as const

/** Field by field: the stored value and how it came to be. */
function observationText(observation: Observation): string {
  const stated = TELLING.filter((name) => observation[name] !== null)
  const width = Math.max(...stated.map((name) => name.length))
  return stated
    .map((name) => {
      const text = name === 'start_ms' ? new Date(Number(observation[name])).toISOString() : String(observation[name])
      return `  ${name.padEnd(width)}  ${text}\n  ${''.padEnd(width)}    ${treatmentOf(name)}\n`
    })
    .join('')
}
