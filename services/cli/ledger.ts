/**
 * `avesqo ledger`: persons whose legs are erased or who object. Identifiers are read from standard input, never from
 * arguments (a shell remembers those), turned into keyed hashes, and stored nowhere.
 */
import type { Command } from 'commander'
import { z } from 'zod'
import { key128 } from '../../schemas/observation.ts'
import { MARKS } from '../../schemas/states.ts'
import { openKeys } from '../ingest/keys/file-provider.ts'
import { openKeyring } from '../ingest/keys/keyring.ts'
import { createKeyPort, type LedgerHmac, type PortTenant } from '../ingest/keyport.ts'
import { findTenant } from './admin/find.ts'
import { cannot, readFlags } from './admin/flags.ts'
import { addMarks, listMarks, removeMarks } from './admin/marks.ts'
import type { CliContext } from './context.ts'
import { ReportError, table } from './output.ts'

const MOST_LINES = 10_000
const tenant = z.string()
const mark = z.enum(MARKS)
const instant = z.union([
  z.literal('now'),
  z.iso.datetime({ offset: true, error: 'must be now, or an instant with a zone such as 2026-11-20T09:00:00Z' }),
])
const addFlags = z.object({ tenant, mark, from: instant })
const removeFlags = z.object({ tenant, mark, hmac: key128.optional() })
const listFlags = z.object({ tenant })
const STDIN =
  '\nIdentifiers are read from standard input, one a line: an address, a telephone number, a directory id.\n'

/** @param input where identifiers come from */
export function registerLedger(
  program: Command,
  context: CliContext,
  input: NodeJS.ReadableStream & { readonly isTTY?: boolean } = process.stdin,
): void {
  const ledger = program.command('ledger').description('persons who are erased or object, as keyed hashes')

  ledger
    .command('add')
    .description('mark persons as erased or objecting')
    .requiredOption('--tenant <id>', 'in whose records')
    .requiredOption('--mark <mark>', 'erased: legs that start before --from; objected: legs from it on')
    .requiredOption('--from <instant>', 'now, or an instant with a zone')
    .addHelpText(
      'after',
      `${STDIN}\nExample:\n  avesqo ledger add --tenant acme --mark objected --from now < identifiers.txt\n`,
    )
    .action(async (_options: unknown, command: Command) => {
      const flags = readFlags(addFlags, command)
      const control = await context.control()
      const { id, country } = await findTenant(control.db, flags.tenant)
      const now = context.clock().now()
      const fromMs = flags.from === 'now' ? now : Date.parse(flags.from)
      const lines = await readLines(context, input)
      const hmacs = await hash(context, { tenantId: id, country }, lines)
      const stored = await addMarks(control, id, { mark: flags.mark, fromMs, now }, hmacs)
      const from = new Date(fromMs).toISOString()
      context.output.print(
        { tenant: id, mark: flags.mark, from, identifiers: lines.length, ...stored },
        () =>
          `Read ${lines.length} ${lines.length === 1 ? 'identifier' : 'identifiers'}: ${stored.added} hashes added, ${stored.changed} changed, ${stored.unchanged} known before.\n` +
          `Stored for each: the hash, "${flags.mark}", ${from}, and when it was entered. The identifiers are not stored.`,
        [
          'It holds for what arrives from now on; a running server follows with its next delivery. What is stored already is not erased by it.',
        ],
      )
    })

  ledger
    .command('list')
    .description('list what is marked; who it is cannot be said')
    .requiredOption('--tenant <id>', 'in whose records')
    .addHelpText('after', '\nExample:\n  avesqo ledger list --tenant acme\n')
    .action(async (_options: unknown, command: Command) => {
      const control = await context.control()
      const { id } = await findTenant(control.db, readFlags(listFlags, command).tenant)
      const marks = await listMarks(control, id)
      context.output.print(marks, () =>
        table(
          ['hmac', 'mark', 'from', 'entered'],
          marks.map((row) => [row.hmac, row.mark, row.from, row.created]),
        ),
      )
    })

  ledger
    .command('remove')
    .description('take a mark away again')
    .requiredOption('--tenant <id>', 'in whose records')
    .requiredOption('--mark <mark>', MARKS.join(' or '))
    .option('--hmac <hash>', 'one entry, as ledger list shows it, in place of identifiers')
    .addHelpText(
      'after',
      `${STDIN}\nExample:\n  avesqo ledger remove --tenant acme --mark objected < identifiers.txt\n`,
    )
    .action(async (_options: unknown, command: Command) => {
      const flags = readFlags(removeFlags, command)
      const control = await context.control()
      const { id, country } = await findTenant(control.db, flags.tenant)
      const hmacs =
        flags.hmac === undefined
          ? (await hash(context, { tenantId: id, country }, await readLines(context, input))).map(({ hmac }) => hmac)
          : [flags.hmac]
      const removed = await removeMarks(control, id, flags.mark, hmacs)
      context.output.print(
        { tenant: id, mark: flags.mark, removed },
        () => `Removed ${removed} ${removed === 1 ? 'hash' : 'hashes'} of ${id}.`,
      )
    })
}

async function hash(
  context: CliContext,
  portTenant: PortTenant,
  lines: readonly { readonly line: number; readonly text: string }[],
): Promise<readonly LedgerHmac[]> {
  const { data, keys } = context.settings()
  const control = await context.control()
  const provider = openKeys(keys, data)
  const keyring = await openKeyring({ control, provider, clock: context.clock(), logger: context.logger() })
  const found = await createKeyPort(keyring).ledgerHmacs(
    portTenant,
    lines.map(({ text }) => text),
  )
  const unread = lines.filter((_, index) => (found[index] ?? []).length === 0)
  if (unread.length > 0) {
    throw new ReportError(
      'Nothing was changed. Correct these lines, or leave them out.',
      unread.map(({ line }) => ({ line, reason: 'names nobody who could be recognised in a record' })),
    )
  }
  return found.flat()
}

/** The lines that are not empty, each with its number from 1. */
async function readLines(
  context: CliContext,
  input: NodeJS.ReadableStream & { readonly isTTY?: boolean },
): Promise<readonly { readonly line: number; readonly text: string }[]> {
  if (input.isTTY === true) context.output.note('One identifier a line; end with Ctrl-D.')
  const chunks: Buffer[] = []
  for await (const chunk of input) chunks.push(Buffer.from(chunk))
  const lines = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '')
  if (lines.length === 0) throw cannot('No identifier was given. Write one a line to standard input.')
  if (lines.length > MOST_LINES) throw cannot(`At most ${MOST_LINES} identifiers a call.`)
  return lines
}
