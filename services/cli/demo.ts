/** `avesqo demo`: the whole entry at work, from native deliveries over HTTP to what is stored. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { createKeyPort, openKeyring, openKeys } from '../ingest/index.ts'
import { observationShown } from '../privacy/index.ts'
import { startEmbedded } from '../processes/embedded.ts'
import { readEmbeddedSettings } from '../processes/settings.ts'
import { openClock } from '../shared/clock.ts'
import { openControl } from '../shared/control/index.ts'
import { demoDeliveries, OBJECTOR } from '../simulator/index.ts'
import { createReports } from '../store/index.ts'
import { readFlags } from './admin/flags.ts'
import { addMarks } from './admin/marks.ts'
import type { CliContext } from './context.ts'
import { freshDirectory } from './demo/directory.ts'
import { foundOrganisation, TENANT } from './demo/organisation.ts'
import { intakeText, observationText } from './demo/report.ts'
import { sendAll } from './demo/send.ts'

/** The demo's clock starts here: Wednesday 18 November 2026, 17:00 in the Netherlands. */
const NOW = '2026-11-18T16:00:00Z'
/** Its meetings: from 09:00 on the day before. */
const MORNING = Date.parse('2026-11-17T08:00:00Z')

const flags = z.object({ dir: z.string(), seed: z.coerce.number().int().min(0).max(4_294_967_295) })

export function registerDemo(program: Command, context: CliContext): void {
  program
    .command('demo')
    .summary('a small organisation, two platforms, and what is kept of their records')
    .description(
      'Founds an invented organisation in a directory of its own, starts the product, sends it native Pexip and Cisco ' +
        'deliveries over HTTP, and shows what arrived, what was refused and why, and what one stored observation looks like.',
    )
    .option('--dir <dir>', 'where: <dir>-data and <dir>-keys are made anew', './demo')
    .option('--seed <number>', 'another stream of deliveries', '1')
    .addHelpText('after', '\nExample:\n  avesqo demo --seed 7\n')
    .action(async (_options: unknown, command: Command) => {
      const { dir, seed } = readFlags(flags, command)
      const data = freshDirectory(resolve(`${dir}-data`))
      const keys = freshDirectory(resolve(`${dir}-keys`))
      const clock = openClock(data, NOW)
      const logger = context.logger('warn')
      const { output } = context
      const control = await openControl(data, clock, logger)
      try {
        output.note(`A fresh organisation in ${data} (keys in ${keys}); its clock starts at ${NOW}.`)
        const sources = await foundOrganisation(control, clock.now())
        await object(keys, data, { control, clock, logger })
        const embedded = await startEmbedded({
          data,
          keys,
          control,
          clock,
          logger,
          settings: { ...readEmbeddedSettings({}), port: 0 },
        })
        try {
          output.note(`Receivers on ${embedded.url}. One person of the organisation has objected to being recognised.`)
          const deliveries = demoDeliveries(seed, MORNING)
          await sendAll(embedded.url, sources, deliveries, (sent) => {
            if (sent % 25 === 0 || sent === deliveries.length) {
              output.note(`  ${sent} of ${deliveries.length} deliveries sent and acknowledged`)
            }
          })
          const intake = await createReports(embedded.engine).intakeBySource(TENANT)
          const observation = await observationShown(embedded.engine, TENANT, 'demo-pexip')
          output.print({ seed, intake, observation }, () =>
            [
              '',
              intakeText(intake),
              'One stored observation (every field that is stated, and how it came to be):',
              observation === null ? '  none' : observationText(observation),
              'See for yourself what would be kept of a record of yours: npm run -s avesqo -- explain --help',
            ].join('\n'),
          )
        } finally {
          await embedded.close()
        }
      } finally {
        await control.close()
      }
    })
}

type Stores = Omit<Parameters<typeof openKeyring>[0], 'provider'>

/** Somebody objects, the way `avesqo ledger add` does it: only a keyed hash is stored. */
async function object(keys: string, data: string, stores: Stores): Promise<void> {
  const keyring = await openKeyring({ ...stores, provider: openKeys(keys, data) })
  const [hmacs = []] = await createKeyPort(keyring).ledgerHmacs({ tenantId: TENANT, country: 'NL' }, [OBJECTOR])
  const now = stores.clock.now()
  await addMarks(stores.control, TENANT, { mark: 'objected', fromMs: MORNING, now }, hmacs)
}
