/** `avesqo migrate`: brings both stores to the schema of this version, or says what it would do. */
import type { Command } from 'commander'
import { migrate, openEngine } from '../shared/clickhouse/index.ts'
import { planControl } from '../shared/control/index.ts'
import { clickhouseDirectory } from '../processes/directories.ts'
import type { CliContext } from './context.ts'

export function registerMigrate(program: Command, context: CliContext): void {
  program
    .command('migrate')
    .summary('bring the stores to the schema of this version')
    .description('Applies what is new in schemas/control/migrations and schemas/clickhouse/migrations, each file once.')
    .option('--dry-run', 'only say what would be applied')
    .addHelpText('after', '\nExample:\n  avesqo migrate --dry-run\n')
    .action(async (options: { readonly dryRun?: boolean }) => {
      const dryRun = options.dryRun === true
      const logger = context.logger()
      const { data } = context.settings()
      const control = (await planControl(data, context.clock(), logger)).map((applied) => applied.name)
      if (!dryRun) await context.control(true)
      const engine = await openEngine({ path: clickhouseDirectory(data), logger, readers: 1 })
      try {
        const clickhouse = await migrate({ engine, logger, dryRun })
        const files = [...control.map((name) => `control/${name}`), ...clickhouse.map((name) => `clickhouse/${name}`)]
        const verb = dryRun ? 'would be applied' : 'applied'
        context.output.print({ dry_run: dryRun, control, clickhouse }, () =>
          files.length === 0 ? 'Nothing to apply.' : `${files.join('\n')}\n${files.length} ${verb}.`,
        )
      } finally {
        await engine.close()
      }
    })
}
