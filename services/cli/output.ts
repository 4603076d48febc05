/**
 * What a command says: its answer on stdout, for people as text or for machines as one JSON document; notes and errors
 * on stderr. Nothing else in the CLI writes.
 */
import { AppError, UserError } from '../shared/errors.ts'
import { SetupError } from '../shared/setup-error.ts'
import { CALL_EN } from './words/call-en.ts'
import type { CallWords } from './words/call.ts'

export interface Output {
  /** True where `--json` was asked for. */
  json(): boolean
  /**
   * The answer of a command.
   *
   * @param json for machines (`--json`)
   * @param text for people
   * @param warnings what a person should know although the call was carried out; for machines they stand in `json`
   */
  print(json: unknown, text: () => string, warnings?: readonly string[]): void
  /** Text on stdout as it is. */
  write(text: string): void
  /** A note on stderr, for people only. */
  note(text: string): void
}

export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** An error with more to say than one sentence: the refused rows of a file. */
export class ReportError extends UserError {
  readonly rows: readonly RefusedLine[]
  readonly warnings: readonly string[]

  constructor(message: string, rows: readonly RefusedLine[], warnings: readonly string[] = []) {
    super(message, 1)
    this.name = 'ReportError'
    this.rows = rows
    this.warnings = warnings
  }
}

export interface RefusedLine {
  /** Line of the file, from 1. */
  readonly line: number
  readonly reason: string
}

/** @param words asked for when something is said: the language is known when a command is called */
export function createOutput(json: () => boolean, { out, err }: Streams, words: () => CallWords): Output {
  const note = (text: string): void => {
    if (!json()) err(`${text}\n`)
  }
  return {
    json,
    note,
    write: out,
    print(value, text, warnings = []) {
      if (json()) {
        out(`${JSON.stringify(value, null, 2)}\n`)
        return
      }
      const said = text()
      if (said !== '') out(said.endsWith('\n') ? said : `${said}\n`)
      for (const warning of warnings) note(words().note(warning))
    },
  }
}

/**
 * Says on stderr why a call failed: one sentence, or with `--json` `{error: {code, message, rows?, warnings?}}`.
 *
 * @returns the exit code: 2 = wrong call, 1 = could not be carried out
 */
export function reportError(error: unknown, json: boolean, err: Streams['err'], words: CallWords = CALL_EN): number {
  const { code, message, exitCode } = describeError(error, words)
  const rows = error instanceof ReportError ? error.rows : []
  const warnings = error instanceof ReportError ? error.warnings : []
  if (json) {
    const details = error instanceof ReportError ? { rows, warnings } : {}
    err(`${JSON.stringify({ error: { code, message, ...details } })}\n`)
  } else {
    for (const row of rows) err(`${words.line(row.line, row.reason)}\n`)
    for (const warning of warnings) err(`${words.note(warning)}\n`)
    err(`${message}\n`)
  }
  return exitCode
}

const NO_SPACE_OR_RIGHT: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'SQLITE_FULL'])

/** What the disk or the system refuses, as an error of ours or of Node. */
function isNoSpaceOrRight(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'unavailable'
  return error instanceof Error && 'code' in error && NO_SPACE_OR_RIGHT.has(String(error.code))
}

function describeError(error: unknown, words: CallWords): { code: string; message: string; exitCode: number } {
  if (error instanceof UserError) {
    const message =
      error instanceof SetupError ? words.setup[error.fault](error.about, error.systemCode) : error.message
    return { code: error.exitCode === 2 ? 'usage' : 'failed', message, exitCode: error.exitCode }
  }
  if (isNoSpaceOrRight(error)) {
    return { code: 'unavailable', message: words.unavailable, exitCode: 1 }
  }
  // The text of a foreign error may quote a value, so only its kind and the places in our code are shown.
  const places = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line)) : []
  const kind = error instanceof Error ? error.name : 'Error'
  return {
    code: 'bug',
    message: [words.bug(kind), ...places].join('\n'),
    exitCode: 1,
  }
}

/**
 * A table in columns as wide as their widest cell.
 *
 * @param head the columns' titles
 * @param rows cells; null is shown as `-`
 * @param none in place of a table without rows
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  none = CALL_EN.none,
): string {
  if (rows.length === 0) return `${none}\n`
  const cells = [head.map((title) => title.toUpperCase()), ...rows.map((row) => row.map((cell) => String(cell ?? '-')))]
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

/** Names and values below each other. */
export function record(fields: Readonly<Record<string, string | number | null | readonly string[]>>): string {
  const width = Math.max(...Object.keys(fields).map((name) => name.length))
  const lines = Object.entries(fields).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join(', ') : String(value ?? '')
    return `${name.padEnd(width)}  ${text === '' ? '-' : text}\n`
  })
  return lines.join('')
}
