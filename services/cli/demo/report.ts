/** What the demo shows at its end: what arrived, what became of it, and what one stored observation looks like. */
import type { Observation } from '../../../schemas/observation.ts'
import { REFUSALS, type RefusalCode } from '../../../schemas/refusals.ts'
import type { SourceIntake } from '../../store/index.ts'
import { treatmentOf } from '../explain-text.ts'
import { table } from '../output.ts'

export function intakeText(sources: readonly SourceIntake[]): string {
  const counts = table(
    [
      'source',
      'deliveries',
      'records',
      'accepted',
      'refused',
      'observations',
      'dropped',
      'objected',
      'values not read',
    ],
    sources.map((source) => [
      source.source_id,
      source.deliveries,
      source.records,
      source.accepted,
      source.refused,
      source.observations,
      source.dropped,
      source.objected,
      source.ignored,
    ]),
  )
  const reasons = sources.flatMap((source) =>
    Object.entries(source.refused_by_code).map(
      ([code, count]) => `  ${source.source_id}: ${String(count)} × ${code}. ${REFUSALS[code as RefusalCode]}\n`,
    ),
  )
  return `${counts}\nRefused, and why:\n${reasons.join('')}`
}

/** Field by field: the stored value and how it came to be. */
export function observationText(observation: Observation): string {
  const stated = Object.entries(observation).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  )
  const width = Math.max(...stated.map(([name]) => name.length))
  return stated
    .map(
      ([name, value]) =>
        `  ${name.padEnd(width)}  ${shown(name, value)}\n  ${''.padEnd(width)}    ${treatmentOf(name)}\n`,
    )
    .join('')
}

const TIMES: ReadonlySet<string> = new Set(['event_ms', 'start_ms', 'answer_ms', 'end_ms'])

function shown(name: string, value: unknown): string {
  if (TIMES.has(name)) return `${String(value)} (${new Date(Number(value)).toISOString()})`
  if (!Array.isArray(value)) return String(value)
  return JSON.stringify(value, (_key, part: unknown) => part ?? undefined)
}
