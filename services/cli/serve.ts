/** `avesqo serve`: the product in one process, until it is told to stop. */
import closeWithGrace from 'close-with-grace'
import type { Command } from 'commander'
import { startEmbedded } from '../processes/embedded.ts'
import { readEmbeddedSettings } from '../processes/settings.ts'
import type { CliContext } from './context.ts'

/** Requests in flight get this long, ms; what was acknowledged before is stored anyway. */
const CLOSE_MS = 30_000

export function registerServe(program: Command, context: CliContext): void {
  program
    .command('serve')
    .summary('receive records and store them, in one process')
    .description(
      'Starts the receivers and the database in this process. Settings come from the environment; the README lists them. ' +
        'Stop it with Ctrl-C or SIGTERM: what was acknowledged is stored.',
    )
    .addHelpText('after', '\nExample:\n  AVESQO_PORT=8080 avesqo serve\n')
    .action(async () => {
      const { data, keys } = context.settings()
      const control = await context.control(true)
      const embedded = await startEmbedded({
        data,
        keys,
        control,
        clock: context.clock(),
        logger: context.logger('info'),
        settings: readEmbeddedSettings(process.env),
      })
      context.output.print(
        { url: embedded.url },
        () => `Listening on ${embedded.url}. Data in ${data}, keys in ${keys}. Stop with Ctrl-C.`,
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
