/** `avesqo serve`: the product in one process, until it is told to stop. */
import { readFileSync } from 'node:fs'
import closeWithGrace from 'close-with-grace'
import type { Command } from 'commander'
import { readEmbeddedSettings } from '../processes/settings.ts'
import { UserError } from '../shared/errors.ts'
import { linkOf } from './accounts/words.ts'
import type { CliContext } from './context.ts'
import { readPages } from './pages.ts'

/** Requests in flight get this long, ms; what was acknowledged before is stored anyway. */
const CLOSE_MS = 30_000

/**
 * Records are in memory for a moment: nothing may write that memory to a file or show it to somebody (attack A7). A core
 * dump is a limit of the shell (`npm start` sets it), which a process cannot set for itself.
 *
 * @throws UserError
 */
function refuseToShowMemory(): void {
  const flags = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(/\s+/u)]
  const telltale = flags.find((flag) => /^--(?:inspect|heapsnapshot|heap-prof|report|abort-on-uncaught)/u.test(flag))
  if (telltale !== undefined) {
    throw new UserError(`Node's ${telltale} can show records that are in memory. Start the server without it.`)
  }
  process.report.reportOnFatalError = false
  process.report.reportOnUncaughtException = false
  if (coreLimit() !== '0') {
    throw new UserError(
      'Core dumps are on, and one would write records that are in memory to a file. Start with `npm start`, or run `ulimit -c 0` (systemd: LimitCORE=0) first.',
    )
  }
}

/** The soft limit of this process, `0`, a number or `unlimited`. */
function coreLimit(): string {
  const limits = readFileSync('/proc/self/limits', 'utf8')
  return /^Max core file size\s+(\S+)/mu.exec(limits)?.[1] ?? 'unknown'
}

export function registerServe(program: Command, context: CliContext): void {
  program
    .command('serve')
    .summary('receive records, store them, and show what is published, in one process')
    .description(
      'Starts the receivers, the database and the pages in this process. Settings come from the environment; the README lists them. ' +
        'Stop it with Ctrl-C or SIGTERM: what was acknowledged is stored.',
    )
    .addHelpText('after', '\nExample:\n  AVESQO_PORT=8080 avesqo serve\n')
    .action(async () => {
      const { data, keys, url } = context.settings()
      refuseToShowMemory()
      const clock = context.clock('may-move')
      const control = await context.control(true)
      readPages()
      const { startEmbedded } = await import('../processes/embedded.ts')
      const embedded = await startEmbedded({
        data,
        keys,
        control,
        clock,
        logger: context.logger('info'),
        settings: readEmbeddedSettings(process.env),
        address: url,
      })
      const setUp = await embedded.accounts.setupToken()
      const link = setUp === null ? null : linkOf(context, setUp, embedded.url).link
      context.output.print(
        { url: embedded.url, set_up: link },
        () =>
          `Listening on ${embedded.url}. Data in ${data}, keys in ${keys}. Stop with Ctrl-C.` +
          (link === null
            ? ''
            : `\nNobody can sign in yet. Set up the first account here, once, within a day:\n  ${link}`),
      )
      await new Promise<void>((resolve) => {
        let failed = false
        const grace = closeWithGrace({ delay: CLOSE_MS, logger: false }, async () => {
          await embedded.close()
          if (failed) process.exitCode = 1
          resolve()
        })
        void embedded.broken.then(() => {
          failed = true
          return grace.close()
        })
      })
    })
}
