/** What `avesqo import` says at the end: per file and in total; for people as text, for machines as JSON. */
import { REFUSALS } from '../../../schemas/refusals.ts'
import type { FileReport } from './run.ts'
import { type Code, emptyTally, type FileTally, type Position } from './tally.ts'

/** Refused records that people are shown; `--json` has all of them. */
export const SHOWN = 20

/** Whether every record of every file was accepted. */
export function allAccepted(reports: readonly FileReport[]): boolean {
  return reports.every(({ failed, records, accepted }) => failed === null && records === accepted)
}

function totalOf(reports: readonly FileReport[]): FileTally {
  const total = emptyTally()
  for (const { records, accepted, refused } of reports) {
    total.records += records
    total.accepted += accepted
    for (const [code, count] of Object.entries(refused) as [Code, number][]) {
      total.refused[code] = (total.refused[code] ?? 0) + count
    }
  }
  return total
}

export function reportJson(reports: readonly FileReport[], retries: number, seconds: number): unknown {
  const { positions: _none, ...total } = totalOf(reports)
  return {
    files: reports.map(({ file, records, accepted, refused, positions, failed }) => ({
      file,
      records,
      accepted,
      refused,
      positions,
      failed,
    })),
    total,
    retries,
    seconds: Math.round(seconds * 1_000) / 1_000,
  }
}

export function reportText(reports: readonly FileReport[], retries: number, seconds: number): string {
  const lines: string[] = []
  for (const report of reports) {
    lines.push(`${report.file}: ${counts(report)}`)
    lines.push(...refusedLines(report))
    if (report.failed !== null) lines.push(`  Not sent to its end: ${report.failed}`)
  }
  const total = totalOf(reports)
  if (reports.length > 1) lines.push(`Total: ${counts(total)}`)
  const again = retries === 0 ? '' : `, ${retries} ${retries === 1 ? 'delivery' : 'deliveries'} sent again`
  const rate = seconds > 0 ? Math.round(total.records / seconds) : 0
  lines.push(`${seconds.toFixed(1)} s, ${rate} records/s${again}.`)
  if (reports.some(({ failed }) => failed !== null)) {
    lines.push('Send the same files again when it is mended: records that are already there are counted once.')
  }
  return lines.join('\n')
}

function counts({ records, accepted }: FileTally): string {
  return `${records} ${records === 1 ? 'record' : 'records'}, ${accepted} accepted, ${records - accepted} refused`
}

function refusedLines({ refused, positions }: FileTally): string[] {
  const codes = (Object.entries(refused) as [Code, number][]).toSorted(([, a], [, b]) => b - a)
  const lines = codes.map(([code, count]) => `  ${count} ${code}: ${meaning(code)}`)
  const shown = positions.slice(0, SHOWN)
  lines.push(...shown.map((position) => `    ${place(position)}: ${position.code}${at(position)}`))
  const more = codes.reduce((sum, [, count]) => sum + count, 0) - shown.length
  if (more > 0) lines.push(`    and ${more} more; --json lists all.`)
  return lines
}

function meaning(code: Code): string {
  return code === 'too_long_to_send' ? 'The record is longer than the server takes; it was not sent.' : REFUSALS[code]
}

function place({ index, line }: Position): string {
  return line === null ? `record ${index + 1}` : `line ${line}, record ${index + 1}`
}

function at({ path }: Position): string {
  return path === '' ? '' : ` at ${path}`
}
