/** `avesqo rollup`: how far the legs are behind what was received, and one pass now. */
import type { Command } from 'commander'
import { z } from 'zod'
import type { Tenant } from '../../schemas/control/tables.ts'
import type { RunDone } from '../processes/operator-wire.ts'
import { findTenant } from './admin/find.ts'
import { readFlags } from './admin/flags.ts'
import type { CliContext } from './context.ts'
import { languageOption } from './language.ts'
import { saying } from './progress.ts'
import { freshness, rollupStatus } from './rollup-status.ts'
import { isoOf, statusJson, statusText } from './rollup-text.ts'

const runFlags = z.object({ tenant: z.string().optional(), full: z.boolean().default(false) })
/** Days of a run that are named one by one. */
const DAYS_SHOWN = 31

export function registerRollup(program: Command, context: CliContext): void {
  const rollup = program.command('rollup').description('from observations to legs: how far it is, and one pass now')

  rollup
    .command('status')
    .description('how fresh each tenant’s legs are')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nIt reads the control store only, so it works while a server runs.\n\nExample:\n  avesqo rollup status --json\n',
    )
    .action(async () => {
      const control = await context.control()
      const now = context.clock().now()
      const statuses = await Promise.all((await tenantsOf(context)).map((tenant) => rollupStatus(control, tenant, now)))
      context.output.print(
        statuses.map((status) => statusJson(status)),
        () => statusText(statuses, context.words()),
      )
    })

  rollup
    .command('run')
    .description('one pass now, in the running server or, where none runs, here')
    .option('--tenant <id>', 'only this one')
    .option('--full', 'every day that is not frozen, not only what changed')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nA server does a pass every 10 seconds by itself. A full pass gives the same legs; it is for doubt, and takes longer.\n' +
        '\nExample:\n  avesqo rollup run --tenant acme --full\n',
    )
    .action(async (_options: unknown, command: Command) => {
      const { tenant, full } = readFlags(runFlags, command)
      const words = context.words().rollup
      const control = await context.control()
      const tenants = await tenantsOf(context, tenant)
      const { openDesk } = await import('../processes/operator.ts') // not before: status needs no database engine
      const desk = await openDesk({
        data: context.settings().data,
        control,
        clock: context.clock(),
        logger: context.logger(),
      })
      const runs: RunDone[] = []
      try {
        for (const { id } of tenants) {
          const days: string[] = []
          const stage = (): string => (days.length === 0 ? '' : words.stage(days.length, days.at(-1) ?? ''))
          const done = await saying(context, id, stage, () => desk.run(id, full, (day) => days.push(day)))
          runs.push(done)
          context.output.note(words.ran(done, DAYS_SHOWN))
        }
      } finally {
        await desk.close()
      }
      const status = await Promise.all(tenants.map((tenant) => rollupStatus(control, tenant, context.clock().now())))
      const answer = runs.map(({ tenantId, days, rows, ms, untilMs }) => ({
        tenant: tenantId,
        days,
        rows,
        ms,
        fresh_until: isoOf(untilMs),
      }))
      context.output.print(answer, () => status.map((one) => `${one.tenant}: ${freshness(one, words)}\n`).join(''))
    })
}

async function tenantsOf(context: CliContext, only?: string): Promise<readonly Tenant[]> {
  const { db } = await context.control()
  if (only !== undefined) return [await findTenant(db, only, context.words().call)]
  const rows = await db.selectFrom('tenants').select('id').orderBy('id').execute()
  return Promise.all(rows.map(({ id }) => findTenant(db, id)))
}
