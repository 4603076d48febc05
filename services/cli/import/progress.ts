/** Says on stderr how far an import is: one line that changes on a terminal, else a line every few seconds. */
import { basename } from 'node:path'
import type { Progress } from './run.ts'

export interface Display {
  stop(): void
}

const TERMINAL_MS = 250
const LINES_MS = 5_000

/**
 * @param terminal whether `write` goes to a terminal
 */
export function showProgress(progress: Progress, terminal: boolean, write: (text: string) => void): Display {
  const from = performance.now()
  const timer = setInterval(
    () => write(terminal ? `\r\u001B[2K${lineOf(progress, from)}` : `${lineOf(progress, from)}\n`),
    terminal ? TERMINAL_MS : LINES_MS,
  )
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      if (terminal) write('\r\u001B[2K')
    },
  }
}

function lineOf(progress: Progress, from: number): string {
  const seconds = (performance.now() - from) / 1_000
  const share = progress.share()
  return [
    progress.file === '-' ? 'standard input' : basename(progress.file),
    ...(share === null ? [] : [`${Math.floor(100 * share)} %`]),
    `${progress.records} records`,
    `${Math.round(progress.records / seconds)} records/s`,
    `${progress.refused} refused`,
    `${progress.retries} retries`,
  ].join(', ')
}
