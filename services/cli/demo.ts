/**
 * `avesqo demo`: the whole product at work. Two months of an invented organisation as native deliveries over HTTP, the
 * legs that come of them, the report of the last month that is over as its readers see it in the browser, and a
 * comparison with what really happened, which the product has never seen.
 */
import { resolve } from 'node:path'
import closeWithGrace from 'close-with-grace'
import type { Command } from 'commander'
import { z } from 'zod'
import { type StandardFault, STANDARD_FAULTS } from '../simulator/index.ts'
import { readFlags, whole } from './admin/flags.ts'
import type { CliContext } from './context.ts'
import { foundText } from './demo/report.ts'
import type { DemoChoice, DemoParts, Shown } from './demo/run.ts'
import { LANGUAGES, languageOption } from './language.ts'
import { table } from './output.ts'
import { readPages } from './pages.ts'
import { DEMO_EN } from './words/demo-en.ts'

const flags = z.object({
  dir: z.string(),
  seed: whole(z.number()),
  people: whole(z.number().min(5, 'must be from 5 to 5000').max(5_000, 'must be from 5 to 5000')),
  // Facts are kept for 90 days, and nothing is received of the oldest of them.
  days: whole(z.number().min(1, 'must be from 1 to 80').max(80, 'must be from 1 to 80')),
  order: z.enum(['clean', 'nasty']),
  faults: z.string().transform(faultsOf),
  port: whole(z.number().max(65_535, 'must be from 0 to 65535')),
  once: z.boolean().default(false),
  lang: z.enum(LANGUAGES),
})

export function registerDemo(program: Command, context: CliContext): void {
  program
    .command('demo')
    .summary('an invented organisation through the whole product, to be read in the browser')
    .description(
      'Founds an invented organisation in a directory of its own, starts the product, and sends it over HTTP everything ' +
        'that its Pexip and Cisco platforms tell of two months. The months that are over are sealed, and links are ' +
        'printed by which a customer and a consultant read them in the browser. Then it compares the legs with what ' +
        'really happened, and serves until Ctrl-C. It uses this machine only.',
    )
    .option('--dir <dir>', 'where: <dir>-data, <dir>-keys and <dir>-truth.json are made anew', './demo')
    .option('--seed <number>', 'another organisation', '1')
    .option('--people <number>', 'how many work there', '160')
    .option('--days <number>', 'how many days, the last of them 17 November 2026', '61')
    .option('--order <order>', 'clean: as it happened; nasty: late, repeated, mixed up, broken', 'clean')
    .option(
      '--faults <faults>',
      'what is wrong there: all, none, or some with commas in between; list: says which',
      'all',
    )
    .option('--port <number>', 'where to serve; 0: one that is free', '8080')
    .option('--once', 'print the report of the last month, and end')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nExit code: 0 every leg, conference and person is as it was, 1 something differs.\n' +
        '\nExamples:\n  avesqo demo --lang nl\n  avesqo demo --faults bad_site_network,failing_joins\n' +
        '  avesqo demo --once --seed 7 --people 40 --days 14 --order nasty\n',
    )
    .action(async (_options: unknown, command: Command) => {
      const { output } = context
      const { faults, once, ...given } = readFlags(flags, command)
      if (faults === 'list') {
        const { faults: said, faultsHead } = context.words().demo
        output.print(DEMO_EN.faults, () => table(faultsHead, Object.entries(said)))
        return
      }
      const choice = { ...given, faults, dir: resolve(given.dir) }
      const { demo: words } = context.words()
      const parts = { logger: context.logger('error'), words, note: (text: string) => output.note(text) }
      const answer = (found: Shown): void => {
        const { places: _, publishing, ...said } = found
        const published = { sealed: publishing.sealed, report: publishing.last?.report ?? null }
        const { seed, people, days, order } = choice
        output.print({ seed, people, days, order, faults, ...said, published }, () =>
          foundText(found, { faults, report: once, language: choice.lang }),
        )
        if (found.comparison.differences.length > 0) process.exitCode = 1
      }
      readPages()
      const { runDemo } = await import('./demo/run.ts')
      if (once || output.json()) answer(await runDemo(choice, parts))
      else await serve(choice, parts, answer)
    })
}

/** Until Ctrl-C or SIGTERM. */
async function serve(choice: DemoChoice, parts: DemoParts, answer: (found: Shown) => void): Promise<void> {
  const { serveDemo } = await import('./demo/run.ts')
  const stop = new AbortController()
  const ended = Promise.withResolvers<void>()
  const grace = closeWithGrace({ delay: 30_000, logger: false }, () => {
    parts.note(`\n${parts.words.stopping}`)
    stop.abort()
    return ended.promise
  })
  try {
    await serveDemo(choice, { ...parts, answer, signal: stop.signal })
  } finally {
    ended.resolve()
    grace.uninstall()
  }
}

function faultsOf(text: string, issues: z.RefinementCtx): readonly StandardFault[] | 'list' {
  if (text === 'list') return text
  if (text === 'all') return STANDARD_FAULTS
  if (text === 'none') return []
  const named = text.split(',')
  const known = STANDARD_FAULTS.filter((fault) => named.includes(fault))
  if (known.length < new Set(named).size) {
    issues.addIssue(`must be all, none, list, or some of ${STANDARD_FAULTS.join(',')}`)
  }
  return known
}
