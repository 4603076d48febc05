/**
 * `avesqo import`: sends files to the receiver, the way a platform would. It reads no record and needs no data
 * directory: what is kept of a record is decided at the entry.
 */
import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { isLoopback } from '../shared/http/loopback.ts'
import { UserError } from '../shared/errors.ts'
import type { CliContext } from './context.ts'
import { showProgress } from './import/progress.ts'
import { allAccepted, reportJson, reportText, SHOWN } from './import/report.ts'
import { importFiles, type Progress } from './import/run.ts'
import { RETRY } from './import/send.ts'

interface ImportOptions {
  readonly source: string
  readonly url: string
  readonly secretFile?: string
  readonly batch: number
  readonly concurrency: number
}

const MIB = 1_048_576
/** Half of what a receiver takes by default, and all of it for a single record. */
const BATCH_BYTES = 4 * MIB
const RECORD_BYTES = 8 * MIB - 65_536

export function registerImport(program: Command, context: CliContext): void {
  program
    .command('import')
    .summary('send files of records to a receiver')
    .description(
      'Sends files to the receiver, in deliveries of many records, and says what became of them. Sending a file twice is harmless: records are counted once. ' +
        'The secret of the source is read from AVESQO_SOURCE_SECRET or from --secret-file.',
    )
    .argument('<file...>', 'NDJSON, JSON, XML or CSV, also as gzip or zstd; - reads standard input')
    .requiredOption('--source <id>', 'the source the records are of')
    .option('--url <url>', 'address of the receiver', 'http://127.0.0.1:8080')
    .option('--secret-file <file>', 'file that holds the secret of the source')
    .option('--batch <records>', 'records in one delivery', whole(1, 10_000), 1_000)
    .option('--concurrency <number>', 'deliveries under way at one time', whole(1, 64), 4)
    .addHelpText(
      'after',
      '\nExit code: 0 all records accepted, 1 some refused or not sent.\n\nExample:\n  avesqo import --source pexip-head-office --secret-file secret.txt events-*.ndjson.gz\n',
    )
    .action(async (files: string[], options: ImportOptions) => {
      const url = receiverUrl(options.url, options.source)
      const secret = readSecret(options.secretFile, process.env['AVESQO_SOURCE_SECRET'])
      const { output } = context
      const json = output.json()
      const progress: Progress = { file: '', records: 0, refused: 0, retries: 0, share: () => null }
      const display = json
        ? null
        : showProgress(progress, process.stderr.isTTY, (text) => void process.stderr.write(text))
      const from = performance.now()
      const reports = await importFiles(
        files,
        {
          url,
          source: options.source,
          secret,
          limits: { records: options.batch, bytes: BATCH_BYTES, recordBytes: RECORD_BYTES },
          concurrency: options.concurrency,
          maxPositions: json ? Number.POSITIVE_INFINITY : SHOWN,
          retry: RETRY,
          stdin: process.stdin,
        },
        progress,
      ).finally(() => display?.stop())
      const seconds = (performance.now() - from) / 1_000
      output.print(reportJson(reports, progress.retries, seconds), () => reportText(reports, progress.retries, seconds))
      if (!allAccepted(reports)) process.exitCode = 1
    })
}

function whole(from: number, to: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (!/^\d+$/u.test(text) || number < from || number > to) {
      throw new InvalidArgumentError(`It must be a whole number from ${from} to ${to}.`)
    }
    return number
  }
}

/** @throws UserError for an address that is none, or that would carry the secret in clear text over a network */
export function receiverUrl(text: string, source: string): URL {
  if (!/^[a-z0-9-]{3,40}$/u.test(source)) throw new UserError('--source must be 3 to 40 of a-z, 0-9 and -.')
  const base = URL.canParse(text) ? new URL(text) : null
  if (base === null || !/^https?:$/u.test(base.protocol) || base.username !== '' || base.search !== '') {
    throw new UserError('--url must be an address such as https://avesqo.example.org, without user or query.')
  }
  const host = base.hostname.replace(/^\[|\]$/gu, '')
  if (base.protocol === 'http:' && host !== 'localhost' && !isLoopback(host)) {
    throw new UserError(
      '--url must begin with https:// beyond this machine, because the secret goes with each request.',
    )
  }
  return new URL(`${base.pathname.replace(/\/$/u, '')}/receive/${source}`, base)
}

function readSecret(file: string | undefined, variable: string | undefined): string {
  if (file === undefined) {
    if (variable !== undefined && variable !== '') return variable
    throw new UserError(
      'The secret of the source is missing: set AVESQO_SOURCE_SECRET or name a file with --secret-file.',
    )
  }
  let text: string
  try {
    text = readFileSync(file, 'utf8').replace(/\r?\n$/u, '')
  } catch {
    throw new UserError(`--secret-file names a file that cannot be read: ${file}`)
  }
  if (text === '' || /\s/u.test(text))
    throw new UserError(`${file} must hold the secret on its one line and nothing else.`)
  return text
}
