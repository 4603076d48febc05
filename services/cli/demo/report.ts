/** What the demo shows at its end, short. */
import type { Observation } from '../../../schemas/observation.ts'
import type { RefusalCode } from '../../../schemas/refusals.ts'
import type { SourceHealth } from '../../privacy/index.ts'
import type { StandardFault } from '../../simulator/index.ts'
import type { SourceIntake } from '../../store/index.ts'
import { reasonOf, treatmentOf } from '../explain-text.ts'
import type { Language } from '../language.ts'
import { legsTable } from '../legs-text.ts'
import { table } from '../output.ts'
import type { FoundWords } from '../words/found.ts'
import { wordsOf } from '../words/index.ts'
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
  readonly language: Language
}

export function foundText(found: Shown, { faults, report, language }: Told): string {
  const { months, comparison, health, intake, day, places, observation } = found
  const { demo, found: words, legs } = wordsOf(language)
  const shown = day.legs.slice(0, SHOWN)
  return [
    '',
    words.stored,
    monthsText(months, words),
    comparisonText(comparison, words),
    plantedText(faults, demo),
    words.legs(shown.length, day.legs.length, day.day),
    legsTable(shown, { zone: ZONE, places }, legs),
    words.health,
    healthText(health, words),
    `${words.healthSays.join('\n')}\n`,
    words.intake,
    intakeText(intake, language),
    `${words.ignored}\n`,
    words.observation,
    observation === null ? `  ${words.noObservation}\n` : observationText(observation, language),
    words.explain,
    ...(report ? ['', publishedText(found.publishing, words)] : []),
  ].join('\n')
}

function publishedText({ sealed, last }: Publishing, words: FoundWords): string {
  if (last === null) return `${words.notPublished}\n`
  return [words.published(sealed), last.protocol, words.report, '', last.text].join('\n')
}

function comparisonText({ summary, differences }: Found['comparison'], words: FoundWords): string {
  const counts = words.compared({ ...summary, differences: differences.length }).map((line) => `${line}\n`)
  const lines = differences.slice(0, SHOWN).map(({ what, of, id, fields }) => {
    const said = fields.map(({ field, truth, stored }) => `${field} ${truth ?? '-'} → ${stored ?? '-'}`)
    return `  ${words.of[of]} ${id} ${words.differs[what]}: ${said.join('; ')}\n`
  })
  const more = differences.length > SHOWN ? [`  ${words.more(differences.length - SHOWN)}\n`] : []
  return [...counts, ...lines, ...more].join('')
}

function intakeText(sources: readonly SourceIntake[], language: Language): string {
  const { intakeHead: head, number, refused } = wordsOf(language).found
  const counts = table(
    [
      head.source,
      head.deliveries,
      head.records,
      head.accepted,
      head.refused,
      head.observations,
      head.dropped,
      head.ignored,
    ],
    sources.map((source) => [
      source.source_id,
      number(source.deliveries),
      number(source.records),
      number(source.accepted),
      number(source.refused),
      number(source.observations),
      number(source.dropped),
      number(source.ignored),
    ]),
  )
  const reasons = sources.flatMap((source) =>
    Object.entries(source.refused_by_code).map(
      ([code, count]) =>
        `  ${source.source_id}: ${number(count)} × ${code}. ${reasonOf(code as RefusalCode, language)}\n`,
    ),
  )
  return reasons.length === 0 ? counts : `${counts}${refused}\n${reasons.join('')}`
}

function healthText(sources: readonly SourceHealth[], { healthHead: head, number }: FoundWords): string {
  return table(
    [
      head.source,
      head.legs,
      head.imputed,
      head.orphan,
      head.capped,
      head.late,
      head.unattached,
      head.beyondLeg,
      head.linkTooWide,
    ],
    sources.map((source) => [
      source.source_id,
      number(source.legs),
      number(source.imputed),
      number(source.orphan),
      number(source.capped),
      number(source.late),
      number(source.unattached),
      number(source.beyond_leg),
      number(source.link_too_wide),
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
function observationText(observation: Observation, language: Language): string {
  const stated = TELLING.filter((name) => observation[name] !== null)
  const width = Math.max(...stated.map((name) => name.length))
  return stated
    .map((name) => {
      const text = name === 'start_ms' ? new Date(Number(observation[name])).toISOString() : String(observation[name])
      return `  ${name.padEnd(width)}  ${text}\n  ${''.padEnd(width)}    ${treatmentOf(name, language)}\n`
    })
    .join('')
}
