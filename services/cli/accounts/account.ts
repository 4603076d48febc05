/**
 * `avesqo account`: who may sign in, for the operator at the machine. It is also the way back when nobody can: whoever
 * may use this command may read the control store anyway.
 */
import type { Command } from 'commander'
import { z } from 'zod'
import { ACCOUNT_ROLES } from '../../../schemas/accounts.ts'
import { localDay, slug } from '../../../schemas/control/values.ts'
import { type Accounts, type AccountShown, createAccounts } from '../../accounts/index.ts'
import { LANGUAGES } from '../language.ts'
import { createAudit } from '../../privacy/index.ts'
import { cannot, orNone, readFlags, several } from '../admin/flags.ts'
import type { CliContext } from '../context.ts'
import { record, table } from '../output.ts'
import { type Link, LINK_NOTE, linkOf, orSay, stateText } from './words.ts'

const ACTOR = 'operator'
const tenants = z.array(slug).default([])
const inviteFlags = z.object({
  login: z.string(),
  name: z.string(),
  role: z.enum(ACCOUNT_ROLES),
  tenant: tenants,
  lang: z.enum(LANGUAGES),
  expires: localDay.optional(),
})
const assignFlags = z.object({ tenant: tenants, none: z.boolean().default(false) })
const extendFlags = z.object({ expires: orNone(localDay) })
const endFlags = z.object({ yes: z.boolean().default(false) })

export function registerAccount(program: Command, context: CliContext): void {
  const account = program.command('account').description('who may sign in, in which role, and for which customers')

  account
    .command('setup')
    .description('print the link by which the first operator makes the first account; an older one is void')
    .addHelpText('after', '\nExample:\n  avesqo account setup\n')
    .action(async () => {
      const invited = await (await open(context, true)).setupToken()
      if (invited === null) {
        throw cannot(
          'There is an operator already, or was one. Invite another one with: avesqo account invite --role operator',
        )
      }
      const link = linkOf(context, invited)
      context.output.print(link, () => `Open this link to make the first operator's account:\n${record({ ...link })}`, [
        'The link is shown this once and works once, for a day; each start of the server before the set-up gives a new one.',
      ])
    })

  account
    .command('invite')
    .description('put a person on the roster; prints the link by which that person sets a password')
    .requiredOption('--login <login>', 'e-mail address or a name; one for each person and role')
    .requiredOption('--name <name>', 'as the person wishes to be called')
    .requiredOption('--role <role>', ACCOUNT_ROLES.join(', '))
    .option('--tenant <id>', 'a customer whose figures it reads; a consultant may have several', several)
    .option('--lang <language>', 'of its pages: nl, en', 'nl')
    .option('--expires <day>', 'last day on which it may sign in; without it, as long as it is confirmed each quarter')
    .addHelpText(
      'after',
      '\nExample:\n  avesqo account invite --login jo@acme.example --name "Jo" --role customer_viewer --tenant acme\n',
    )
    .action(async (_options: unknown, command: Command) => {
      const { login, name, role, tenant, lang, expires } = readFlags(inviteFlags, command)
      const accounts = await open(context)
      const expiresDay = expires ?? null
      const input = { login, name, role, tenants: tenant, language: lang, appointedBy: ACTOR, expiresDay } as const
      const { accountId, ...invited } = orSay(await accounts.invite(input))
      sayLink(context, `Invited as ${role}.`, accountId, linkOf(context, invited))
    })

  account
    .command('list')
    .description('list the roster')
    .option('--all', 'ended accounts, too: their id and role stay for the audit log')
    .addHelpText('after', '\nExample:\n  avesqo account list\n')
    .action(async (_options: unknown, command: Command) => {
      const { all } = readFlags(z.object({ all: z.boolean().default(false) }), command)
      const accounts = (await (await open(context)).list()).filter(({ state }) => all || state !== 'ended')
      const now = context.clock().now()
      context.output.print(accounts, () =>
        table(
          ['login', 'name', 'role', 'customers', 'state', 'last day', 'last sign-in', 'id'],
          accounts.map((one) => [
            one.login,
            one.name,
            one.role,
            one.tenants.join(' '),
            stateText(one, now),
            one.expiresDay,
            one.lastLoginMs === null ? null : new Date(one.lastLoginMs).toISOString().slice(0, 10),
            one.id,
          ]),
        ),
      )
    })

  account
    .command('assign')
    .description('say whose figures an account reads, in place of what was said before')
    .argument('<account>', 'its login or id')
    .option('--tenant <id>', 'a customer; may be given several times', several)
    .option('--none', 'no customer')
    .addHelpText('after', '\nExample:\n  avesqo account assign sam@avesqo.example --tenant acme --tenant globex\n')
    .action(async (which: string, _options: unknown, command: Command) => {
      const { tenant, none } = readFlags(assignFlags, command)
      if (none === tenant.length > 0) throw cannot('Give either --tenant, once or several times, or --none.')
      const accounts = await open(context)
      const { id } = await find(accounts, which)
      orSay(await accounts.assign(id, tenant, ACTOR))
      context.output.print({ id, tenants: tenant }, () =>
        tenant.length === 0
          ? 'It reads no customer’s figures any more.'
          : `It reads the figures of ${tenant.join(', ')}.`,
      )
    })

  account
    .command('extend')
    .description('set the last day of an account, and confirm that it is needed')
    .argument('<account>', 'its login or id')
    .requiredOption('--expires <day>', 'last day on which it may sign in, or none')
    .addHelpText('after', '\nExample:\n  avesqo account extend sam@avesqo.example --expires 2027-06-30\n')
    .action(async (which: string, _options: unknown, command: Command) => {
      const { expires } = readFlags(extendFlags, command)
      const accounts = await open(context)
      const { id } = await find(accounts, which)
      orSay(await accounts.extend(id, expires, ACTOR))
      context.output.print({ id, expiresDay: expires }, () =>
        expires === null
          ? 'It may sign in as long as it is confirmed each quarter.'
          : `It may sign in until ${expires}.`,
      )
    })

  account
    .command('attest')
    .description('confirm that these persons still need their accounts; asked for each quarter')
    .argument('<accounts...>', 'their logins or ids')
    .addHelpText('after', '\nExample:\n  avesqo account attest sam@avesqo.example jo@acme.example\n')
    .action(async (which: readonly string[]) => {
      const accounts = await open(context)
      const found = []
      for (const one of which) found.push((await find(accounts, one)).id)
      for (const id of found) orSay(await accounts.attest(id, ACTOR))
      context.output.print({ attested: found }, () => `Confirmed: ${found.length}.`)
    })

  account
    .command('reset')
    .description('void password, sessions and tokens of an account; prints a link to set a new password')
    .argument('<account>', 'its login or id')
    .addHelpText('after', '\nExample:\n  avesqo account reset jo@acme.example\n')
    .action(async (which: string) => {
      const accounts = await open(context)
      const { id } = await find(accounts, which)
      const { accountId, ...invited } = orSay(await accounts.reinvite(id, ACTOR))
      sayLink(context, 'Its password, sessions and tokens are void.', accountId, linkOf(context, invited))
    })

  account
    .command('end')
    .description('end an account for good: login, name and password are deleted')
    .argument('<account>', 'its login or id')
    .option('--yes', 'do it; without it nothing is done')
    .addHelpText('after', '\nExample:\n  avesqo account end jo@acme.example --yes\n')
    .action(async (which: string, _options: unknown, command: Command) => {
      const { yes } = readFlags(endFlags, command)
      const accounts = await open(context)
      const { id } = await find(accounts, which)
      if (!yes) throw cannot('This ends the account for good. Add --yes to do it.')
      orSay(await accounts.end(id, ACTOR))
      context.output.print({ ended: id }, () => `Ended. Its id ${id} stays for the audit log.`)
    })
}

async function open(context: CliContext, make = false): Promise<Accounts> {
  const control = await context.control(make)
  const clock = context.clock()
  return createAccounts({ control, clock, audit: createAudit(control, clock), logger: context.logger() })
}

/** @throws UserError where there is no such account */
async function find(accounts: Accounts, which: string): Promise<AccountShown> {
  const login = which.trim().toLowerCase()
  const found = (await accounts.list()).find((one) => one.id === which || (one.login !== '' && one.login === login))
  if (found === undefined) throw cannot(`There is no account "${which}". See: avesqo account list`)
  return found
}

function sayLink(context: CliContext, done: string, id: string, link: Link): void {
  context.output.print({ id, ...link }, () => `${done}\n${record({ ...link })}`, [LINK_NOTE])
}
