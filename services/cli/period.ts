/** `avesqo period`: the months of a customer, what is published of them, and the say of the operator in it. */
import type { Command } from 'commander'
import { z } from 'zod'
import { monthName, type Tenant } from '../../schemas/control/tables.ts'
import { reference } from '../../schemas/control/values.ts'
import { matchable, publicationOf, type Refusal } from '../disclosure/index.ts'
import type { OpenDesk } from '../processes/operator.ts'
import type { UserError } from '../shared/errors.ts'
import { findTenant } from './admin/find.ts'
import { cannot, readFlags } from './admin/flags.ts'
import type { CliContext } from './context.ts'
import { languageOption } from './language.ts'
import { protocolText, sealedText, statusJson, statusText } from './period-text.ts'
import { saying } from './progress.ts'
import { rollupStatus } from './rollup-status.ts'

const tenantFlags = z.object({ tenant: z.string() })
const monthFlags = z.object({ tenant: z.string(), month: monthName })
const reopenFlags = z.object({ tenant: z.string(), month: monthName, reason: reference })

export function registerPeriod(program: Command, context: CliContext): void {
  const period = program.command('period').description('months: what is published of them, sealing, opening again')
  const speaking = (name: string): Command => period.command(name).addOption(languageOption())
  const ofMonth = (name: string): Command =>
    speaking(name)
      .requiredOption('--tenant <id>', 'the customer’s id; see: avesqo tenant list')
      .requiredOption('--month <month>', 'which month, such as 2026-10')

  speaking('status')
    .description('in which state each month of a customer is')
    .requiredOption('--tenant <id>', 'the customer’s id; see: avesqo tenant list')
    .addHelpText('after', `${STATES}\nExample:\n  avesqo period status --tenant acme\n`)
    .action(async (_options: unknown, command: Command) => {
      const { tenant } = readFlags(tenantFlags, command)
      const { id, zone } = await tenantOf(context, tenant)
      const months = await atDesk(context, (desk) => desk.periods(id))
      context.output.print(months.map(statusJson), () => statusText(id, zone, months, context.words()))
    })

  ofMonth('seal')
    .summary('publish a month now')
    .description(
      'Decides what is shown of a month and publishes it. A server does this by itself, in the night in which the month ' +
        'is due; nothing that is published changes afterwards, unless the month is opened again.',
    )
    .addHelpText('after', '\nExample:\n  avesqo period seal --tenant acme --month 2026-10\n')
    .action(async (_options: unknown, command: Command) => {
      const { tenant, month } = readFlags(monthFlags, command)
      const terms = await tenantOf(context, tenant)
      const done = await sayingSteps(context, terms, month, () => atDesk(context, (desk) => desk.seal(terms.id, month)))
      if ('refused' in done) throw refusal(context, done, terms, month)
      const answer = { ...done, protocol: matchable(done.protocol) }
      context.output.print(answer, () => sealedText(terms.id, done, context.words().period))
    })

  ofMonth('reopen')
    .summary('open a sealed month again')
    .description(
      'Opens a sealed month again, so that what arrived late can be said. What is published stays until the month is ' +
        'sealed again, as a new revision; figures that only a few persons changed stay as they are.',
    )
    .requiredOption('--reason <text>', 'why, in words; the customer sees it')
    .addHelpText(
      'after',
      '\nExample:\n  avesqo period reopen --tenant acme --month 2026-10 --reason "one bridge sent its records a week late"\n',
    )
    .action(async (_options: unknown, command: Command) => {
      const { tenant, month, reason } = readFlags(reopenFlags, command)
      const terms = await tenantOf(context, tenant)
      const done = await atDesk(context, (desk) => desk.reopen(terms.id, month, reason))
      if ('refused' in done) throw refusal(context, done, terms, month)
      context.output.print({ tenant: terms.id, month, revision: done.revision }, () =>
        context.words().period.reopened({ tenant: terms.id, month, revision: done.revision }).join('\n'),
      )
    })

  ofMonth('protocol')
    .summary('how much of a month is shown, and what is not, by which rule')
    .description(
      'For the privacy officer: how many cells of each cut of people, and how many rooms, are shown, folded or withheld, and by which rule. It holds no ' +
        'figure and names no value. It reads the control store only, so it works while a server runs.',
    )
    .addHelpText('after', '\nExample:\n  avesqo period protocol --tenant acme --month 2026-10 --json\n')
    .action(async (_options: unknown, command: Command) => {
      const { tenant, month } = readFlags(monthFlags, command)
      const terms = await tenantOf(context, tenant)
      const publication = await publicationOf(await context.control(), terms.id, month)
      if (publication === null) {
        throw cannot(context.words().period.protocol.neverSealed({ tenant: terms.id, month }))
      }
      const { revision, k, safe, protocol } = publication
      context.output.print({ tenant: terms.id, month, revision, k, safe: safe === 1, cuts: matchable(protocol) }, () =>
        protocolText(terms.id, publication, context.words().period),
      )
    })
}

const STATES = `
  open      it runs
  closed    it is over; late records are waited for until it is due
  sealed    its figures are published
  reopened  it is to be published anew; what is published stays until then
  frozen    its facts go; nothing of it changes any more
`

async function tenantOf(context: CliContext, id: string): Promise<Tenant> {
  const { db } = await context.control()
  return findTenant(db, id, context.words().call)
}

/** Sealing counts everything first and then decides; each may take minutes. */
async function sayingSteps<T>(context: CliContext, tenant: Tenant, month: string, work: () => Promise<T>): Promise<T> {
  const words = context.words().period
  const counted = async (): Promise<number | null> =>
    (await rollupStatus(await context.control(), tenant, context.clock().now())).ranMs
  const before = await counted()
  const stage = async (): Promise<string> => ((await counted()) === before ? words.stageCounting : words.stageDeciding)
  return saying(context, `${tenant.id}, ${month}`, stage, work)
}

function refusal(
  context: CliContext,
  { refused, due }: { readonly refused: Refusal; readonly due: string },
  terms: Tenant,
  month: string,
): UserError {
  return cannot(context.words().period.refused[refused]({ month, due, terms }))
}

/** Asks the running product, or opens the database here where none runs. */
async function atDesk<T>(context: CliContext, ask: (desk: OpenDesk) => Promise<T>): Promise<T> {
  const control = await context.control()
  const { data } = context.settings()
  const { openDesk } = await import('../processes/operator.ts') // not before: a wrong call needs no database engine
  const desk = await openDesk({ data, control, clock: context.clock(), logger: context.logger() })
  try {
    return await ask(desk)
  } finally {
    await desk.close()
  }
}
