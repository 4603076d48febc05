/** `avesqo tenant`: the customers, their terms and their own domains. */
import type { Command } from 'commander'
import { z } from 'zod'
import {
  DEFAULT_RETENTION,
  type Retention,
  TENANT_MODES,
  TENANT_ROLES,
  type Tenant,
  retention,
} from '../../../schemas/control/tables.ts'
import { DEFAULT_COUNTRY, DEFAULT_ZONE } from '../../../schemas/control/export.ts'
import { country, displayName, domain, localDay, reference, slug, zone } from '../../../schemas/control/values.ts'
import { COVERAGE_GAPS, contractPeriod } from '../../ingest/coverage.ts'
import type { CliContext } from '../context.ts'
import { record, table } from '../output.ts'
import { findTenant } from './find.ts'
import { cannot, checked, given, orNone, readFlags, several, whole } from './flags.ts'
import { type TenantEdit, addTenant, editTenant, exportTenant, removeTenant } from './tenants.ts'

const terms = {
  name: displayName,
  zone,
  country,
  role: z.enum(TENANT_ROLES),
  k: whole(z.number().min(5, 'must be from 5 to 50').max(50, 'must be from 5 to 50')),
  mode: z.enum(TENANT_MODES),
  contractFrom: localDay,
  contractTo: orNone(localDay),
  dpa: orNone(reference),
  factsDays: whole(retention.shape.facts),
  cubeDays: whole(retention.shape.cube_day),
  intakeDays: whole(retention.shape.intake),
  sealDays: whole(z.number().min(3, 'must be from 3 to 15').max(15, 'must be from 3 to 15')),
}
const anyTerms = z.object(terms).partial()
const domains = z.array(domain).default([])
const addFlags = z.object({
  ...anyTerms.shape,
  name: displayName,
  contractFrom: localDay,
  domain: domains,
})
const editFlags = z.object({ ...anyTerms.shape, addDomain: domains, removeDomain: domains })
type Flags = z.output<typeof anyTerms>

export function registerTenant(program: Command, context: CliContext): void {
  const tenant = program.command('tenant').description('customers: their terms, zone and own domains')
  addOptions(
    tenant.command('add').description('add a customer').argument('<id>', '3 to 40 lower-case letters, digits, hyphens'),
  )
    .requiredOption('--name <name>', 'name of the organisation')
    .requiredOption('--contract-from <day>', 'first day of the contract')
    .option('--zone <zone>', `IANA time zone; cannot change later (default ${DEFAULT_ZONE})`)
    .option('--domain <domain>', 'a mail or SIP domain of its own; may be given several times', several)
    .addHelpText(
      'after',
      '\nExample:\n  avesqo tenant add acme --name "Acme" --domain acme.example --contract-from 2026-11-01 --dpa DPA-2026-17\n',
    )
    .action(async (id: string, _options: unknown, command: Command) => {
      const { domain: own, name, contractFrom, ...flags } = readFlags(addFlags, command)
      const terms = editOf(flags, DEFAULT_RETENTION)
      const added = await addTenant(await context.control(true), context.clock().now(), {
        zone: DEFAULT_ZONE,
        country: DEFAULT_COUNTRY,
        role: 'processor',
        k: 10,
        mode: 'full',
        contract_to: null,
        dpa_ref: null,
        retention: DEFAULT_RETENTION,
        seal_days: 5,
        ...terms,
        id: checked(slug, id, 'The id'),
        name,
        contract_from: contractFrom,
        domains: [...new Set(own)],
      })
      sayTenant(context, added, `Added tenant ${added.id}.`)
    })

  tenant
    .command('list')
    .description('list the customers')
    .addHelpText('after', '\nExample:\n  avesqo tenant list --json\n')
    .action(async () => {
      const { db } = await context.control()
      const ids = await db.selectFrom('tenants').select('id').orderBy('id').execute()
      const tenants = await Promise.all(ids.map(({ id }) => findTenant(db, id)))
      context.output.print(tenants, () =>
        table(
          ['id', 'name', 'zone', 'mode', 'contract', 'agreement', 'config'],
          tenants.map((row) => [
            row.id,
            row.name,
            row.zone,
            row.mode,
            `${row.contract_from} – ${row.contract_to ?? ''}`.trim(),
            row.dpa_ref,
            row.config_rev,
          ]),
        ),
      )
    })

  tenant
    .command('show')
    .description('show a customer')
    .argument('<id>')
    .addHelpText('after', '\nExample:\n  avesqo tenant show acme\n')
    .action(async (id: string) => sayTenant(context, await findTenant((await context.control()).db, id), null))

  addOptions(tenant.command('edit').description('change a customer’s terms or domains').argument('<id>'))
    .option('--name <name>', 'name of the organisation')
    .option('--contract-from <day>', 'first day of the contract')
    .option('--zone <zone>', 'cannot change; given again only as it is')
    .option('--add-domain <domain>', 'a further domain of its own; may be given several times', several)
    .option('--remove-domain <domain>', 'a domain that is no longer its own; may be given several times', several)
    .addHelpText('after', '\nExample:\n  avesqo tenant edit acme --add-domain acme.example --contract-to 2027-10-31\n')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { addDomain, removeDomain, ...flags } = readFlags(editFlags, command)
      const control = await context.control()
      const before = await findTenant(control.db, id)
      const lost = removeDomain.find((own) => !before.domains.includes(own))
      if (lost !== undefined) throw cannot(`${lost} is not a domain of ${id}. See: avesqo tenant show ${id}`)
      const kept = before.domains.filter((own) => !removeDomain.includes(own))
      const edited = await editTenant(control, id, {
        ...editOf(flags, before.retention),
        domains: [...new Set([...kept, ...addDomain])],
      })
      sayTenant(context, edited, `Changed tenant ${id}.`)
    })

  tenant
    .command('remove')
    .description('remove a customer with its sites and rooms')
    .argument('<id>')
    .option('--with-everything', 'also its sources, keys and ledger')
    .addHelpText('after', '\nExample:\n  avesqo tenant remove acme --with-everything\n')
    .action(async (id: string, _options: unknown, command: Command) => {
      const control = await context.control()
      await findTenant(control.db, id)
      const removed = await removeTenant(control, id, command.opts()['withEverything'] === true)
      const stays = [
        'observations, legs and the record of what was received: for 7 days, then the nightly expiry drops them',
        'the last number of its configuration, so that it is not given again',
      ]
      context.output.print({ id, removed, stays }, () => {
        const counts = Object.entries(removed).map(([what, count]) => `${count} ${what}`)
        return `Removed tenant ${id} (${counts.join(', ')}).\nWhat stays:\n${stays.map((line) => `  ${line}\n`).join('')}`
      })
    })

  tenant
    .command('export')
    .description('print the configuration that decides how records are decoded, for: avesqo explain --config')
    .argument('<id>')
    .addHelpText('after', '\nExample:\n  avesqo tenant export acme > acme.json\n')
    .action(async (id: string) => {
      const exported = await exportTenant(await context.control(), id)
      context.output.write(`${JSON.stringify(exported, null, 2)}\n`)
    })
}

function addOptions(command: Command): Command {
  return command
    .option('--country <code>', `country of its telephone numbers, two letters (default ${DEFAULT_COUNTRY})`)
    .option('--role <role>', `what we are towards its records: ${TENANT_ROLES.join(' or ')} (default processor)`)
    .option('--k <number>', 'smallest group that is published, 5 to 50 (default 10)')
    .option('--mode <mode>', 'full, or rooms-only: no participant is kept (default full)')
    .option('--contract-to <day>', 'last day of the contract, inclusive; none = no end')
    .option('--dpa <reference>', 'reference of the data-processing agreement; without it nothing is received')
    .option('--facts-days <days>', `days for which observations are kept (default ${DEFAULT_RETENTION.facts})`)
    .option('--cube-days <days>', `days for which daily figures are kept (default ${DEFAULT_RETENTION.cube_day})`)
    .option(
      '--intake-days <days>',
      `days for which the record of receipt is kept (default ${DEFAULT_RETENTION.intake})`,
    )
    .option('--seal-days <days>', 'days from a month’s end to its publication, 3 to 15 (default 5)')
}

/** Only what was given, under the names of the columns. */
function editOf(flags: Flags, before: Retention): TenantEdit {
  const columns = {
    name: flags.name,
    zone: flags.zone,
    country: flags.country,
    role: flags.role,
    k: flags.k,
    mode: flags.mode,
    contract_from: flags.contractFrom,
    contract_to: flags.contractTo,
    dpa_ref: flags.dpa,
    seal_days: flags.sealDays,
  }
  const kept = {
    facts: flags.factsDays ?? before.facts,
    cube_day: flags.cubeDays ?? before.cube_day,
    intake: flags.intakeDays ?? before.intake,
  }
  return { ...given(columns), retention: kept }
}

function sayTenant(context: CliContext, tenant: Tenant, done: string | null): void {
  const { fromMs, untilMs } = contractPeriod(tenant)
  const now = context.clock().now()
  const warnings = [
    ...(tenant.dpa_ref === null ? [COVERAGE_GAPS.tenant_agreement_missing] : []),
    ...(now < fromMs ? [COVERAGE_GAPS.contract_not_begun] : []),
    ...(untilMs !== null && now >= untilMs ? [COVERAGE_GAPS.contract_ended] : []),
  ].map((gap) => `Nothing is received for ${tenant.id} now: ${gap}.`)
  context.output.print(
    { ...tenant, warnings },
    () =>
      (done === null ? '' : `${done}\n`) +
      record({
        id: tenant.id,
        name: tenant.name,
        zone: tenant.zone,
        country: tenant.country,
        domains: tenant.domains,
        role: tenant.role,
        k: tenant.k,
        mode: tenant.mode,
        contract: `${tenant.contract_from} – ${tenant.contract_to ?? 'no end'}`,
        agreement: tenant.dpa_ref,
        keeps: `facts ${tenant.retention.facts}, daily figures ${tenant.retention.cube_day}, intake ${tenant.retention.intake} days`,
        'sealed after': `${tenant.seal_days} days`,
        configuration: tenant.config_rev,
      }),
    warnings,
  )
}
