/** `avesqo key`: which keys there are, and destroying those of a month. No command shows a key. */
import type { Command } from 'commander'
import { z } from 'zod'
import { openKeyring } from '../ingest/keys/keyring.ts'
import { openKeys } from '../ingest/keys/file-provider.ts'
import type { Epoch } from '../ingest/pseudonymise/keymaker.ts'
import { epochOf } from '../ingest/pseudonymise/epoch.ts'
import { findTenant } from './admin/find.ts'
import { cannot, readFlags } from './admin/flags.ts'
import type { CliContext } from './context.ts'
import { table } from './output.ts'

const epoch = z.string().regex(/^2\d{3}-(?:0[1-9]|1[0-2])$/u, 'must be a month such as 2026-10')
const listFlags = z.object({ tenant: z.string().optional() })
const destroyFlags = z.object({ tenant: z.string(), epoch, yes: z.boolean().default(false) })

export function registerKey(program: Command, context: CliContext): void {
  const key = program.command('key').description('keys of pseudonyms: what there is, and destroying a month’s')

  key
    .command('list')
    .description('list the keys, without the keys')
    .option('--tenant <id>', 'only of this customer')
    .addHelpText(
      'after',
      '\nKeys lie in the control store, wrapped by key-encryption keys in the key directory (--keys). Back the two up\n' +
        'apart from each other: whoever has one of both has nothing; whoever loses the second has lost every key.\n' +
        '\nExample:\n  avesqo key list --tenant acme\n',
    )
    .action(async (_options: unknown, command: Command) => {
      const { tenant } = readFlags(listFlags, command)
      if (tenant !== undefined) await findTenant((await context.control()).db, tenant)
      const keyring = await open(context)
      const keys = keyring
        .list()
        .filter((row) => tenant === undefined || row.tenantId === tenant)
        .toSorted((a, b) => compare([a.tenantId, a.epoch, a.ring], [b.tenantId, b.epoch, b.ring]))
        .map((row) => ({
          tenant: row.tenantId,
          ring: row.ring,
          epoch: row.epoch === '' ? null : row.epoch,
          wrapped_by: row.destroyedMs === null ? row.kekId : null,
          created: new Date(row.createdMs).toISOString(),
          destroyed: row.destroyedMs === null ? null : new Date(row.destroyedMs).toISOString(),
        }))
      context.output.print(keys, () =>
        table(
          ['tenant', 'ring', 'month', 'wrapped by', 'created', 'destroyed'],
          keys.map((row) => [row.tenant, row.ring, row.epoch, row.wrapped_by, row.created, row.destroyed]),
        ),
      )
    })

  key
    .command('destroy')
    .description('destroy the keys of a customer’s month: nobody of that month can be recognised any more')
    .requiredOption('--tenant <id>', 'whose')
    .requiredOption('--epoch <month>', 'which month, such as 2026-10, in the customer’s time zone')
    .option('--yes', 'do it; without it nothing is done')
    .addHelpText(
      'after',
      '\nThis cannot be undone, and holds for a running server from its next delivery on. Records of that month are\n' +
        'refused from then on (epoch_closed).\n\nExample:\n  avesqo key destroy --tenant acme --epoch 2026-07 --yes\n',
    )
    .action(async (_options: unknown, command: Command) => {
      const flags = readFlags(destroyFlags, command)
      const { id, zone } = await findTenant((await context.control()).db, flags.tenant)
      const now = epochOf(context.clock().now(), zone)
      if (flags.epoch > now) {
        throw cannot(
          `${flags.epoch} has not begun at ${id}. Destroying its keys would refuse every record of it for good; name a month that is over.`,
        )
      }
      const warnings =
        flags.epoch < now
          ? []
          : [
              `${flags.epoch} is not over at ${id}: what arrives of it from now on is refused, and the key of refused records stays until you repeat this after its end.`,
            ]
      if (!flags.yes) {
        throw cannot(
          [`This destroys the keys of ${id} for ${flags.epoch} for good. Add --yes to do it.`, ...warnings].join(' '),
        )
      }
      const keyring = await open(context)
      const destroyed = await keyring.destroyEpoch(id, flags.epoch as Epoch)
      context.output.print(
        { tenant: id, epoch: flags.epoch, destroyed, warnings },
        () =>
          destroyed === 0
            ? `There was no living key of ${id} for ${flags.epoch}; none can be made any more.`
            : `Destroyed ${destroyed} ${destroyed === 1 ? 'key' : 'keys'} of ${id} for ${flags.epoch}.`,
        warnings,
      )
    })
}

async function open(context: CliContext): ReturnType<typeof openKeyring> {
  const { data, keys } = context.settings()
  const control = await context.control()
  return openKeyring({ control, provider: openKeys(keys, data), clock: context.clock(), logger: context.logger() })
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [i, text] of a.entries()) {
    const other = b[i] ?? ''
    if (text !== other) return text < other ? -1 : 1
  }
  return 0
}
