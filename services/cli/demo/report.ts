/** What the demo shows at its end, short. */
import type { Observation } from '../../../schemas/observation.ts'
import { REFUSALS, type RefusalCode } from '../../../schemas/refusals.ts'
import type { SourceHealth } from '../../privacy/index.ts'
import type { SourceIntake } from '../../store/index.ts'
import { treatmentOf } from '../explain-text.ts'
import { legsTable } from '../legs-text.ts'
import { table } from '../output.ts'
import { monthsText } from './months.ts'
import { ZONE } from './organisation.ts'
import type { Found } from './stages.ts'

/** Lines of a day's legs, and of differences, that are shown. */
const SHOWN = 8

export function foundText(found: Found): string {
  const { months, comparison, health, intake, day, places, observation } = found
  return [
    '',
    'What is stored, and where it differs what really happened:',
    monthsText(months),
    comparisonText(comparison),
    `The first ${Math.min(SHOWN, day.legs.length)} of ${day.legs.length} legs of ${day.day}, as \`avesqo legs\` shows them:`,
    legsTable(day.legs.slice(0, SHOWN), { zone: ZONE, places }),
    'How sound they are:',
    healthText(health),
    'What was received:',
    intakeText(intake),
    'Of one stored observation, how some fields came to be:',
    observation === null ? '  none\n' : observationText(observation),
    'See for yourself what would be kept of a record of yours: npm run -s avesqo -- explain --help',
  ].join('\n')
}

function comparisonText({ summary, differences }: Found['comparison']): string {
  const { legs, conferences, persons } = summary
  const counts =
    `${legs.equal} of ${legs.truth} legs, ${conferences.equal} of ${conferences.truth} conferences and ` +
    `${persons.equal} of ${persons.truth} persons (once a month) are as they were, in every field. Differences: ${differences.length}.\n`
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
  return reasons.length === 0 ? counts : `${counts}Refused, and why:\n${reasons.join('')}`
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
