/** What the imports of sites and rooms share: judging rows one by one, and saying what became of them. */
import { z } from 'zod'
import type { CliContext } from '../context.ts'
import { type RefusedLine, ReportError } from '../output.ts'
import type { CsvRow } from './csv.ts'

export interface Counts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** Reads each row by itself; `read` returns the reason where it cannot. */
export function readRows<T>(
  rows: readonly CsvRow[],
  read: (row: CsvRow) => T | string,
): { readonly rows: readonly T[]; readonly bad: readonly RefusedLine[] } {
  const good: T[] = []
  const bad: RefusedLine[] = []
  for (const row of rows) {
    const outcome = read(row)
    if (typeof outcome === 'string') bad.push({ line: row.line, reason: outcome })
    else good.push(outcome)
  }
  return { rows: good, bad }
}

/** @returns the value, or why the cell does not give one: `column "text" must be …` */
export function cell<T extends z.ZodType>(schema: T, column: string, text: unknown): { ok: z.output<T> } | string {
  const read = schema.safeParse(text)
  if (read.success) return { ok: read.data }
  const given = typeof text === 'string' ? ` "${text}"` : ''
  return `${column}${given} ${read.error.issues[0]?.message ?? 'is not valid'}`
}

/** @throws ReportError where rows are bad and not all of them may stay out */
export function requireAllGood(bad: readonly RefusedLine[], keepGood: boolean, warnings: readonly string[]): void {
  if (bad.length === 0 || keepGood) return
  const rows = bad.length === 1 ? '1 row is' : `${bad.length} rows are`
  throw new ReportError(
    `Nothing was imported: ${rows} not good. Correct the file, or import the others with --keep-good.`,
    bad,
    warnings,
  )
}

export function sayImport(
  context: CliContext,
  what: string,
  counts: Counts,
  bad: readonly RefusedLine[],
  warnings: readonly string[],
): void {
  context.output.print(
    { ...counts, refused: bad, warnings },
    () =>
      `Imported ${what}: ${counts.added} added, ${counts.changed} changed, ${counts.unchanged} as they were, ${bad.length} refused.\n` +
      bad.map(({ line, reason }) => `  line ${line}: ${reason}\n`).join(''),
    warnings,
  )
}
