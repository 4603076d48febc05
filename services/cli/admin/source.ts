/** `avesqo source`: what delivers records, and on what terms it may. */
import type { Command } from 'commander'
import { z } from 'zod'
import { type Source, TRANSFER_BASES } from '../../../schemas/control/tables.ts'
import { country, localDay, reference, slug } from '../../../schemas/control/values.ts'
import { PLATFORMS } from '../../../schemas/states.ts'
import { COVERAGE_GAPS, coverageGaps, coverageTerms } from '../../ingest/coverage.ts'
import type { Control } from '../../shared/control/index.ts'
import type { CliContext } from '../context.ts'
import { record, table } from '../output.ts'
import { describeDelivery } from './delivery.ts'
import { findSource, findTenant, sourcesOf } from './find.ts'
import { checked, given, orNone, readFlags } from './flags.ts'
import { type SourceEdit, addSource, editSource, removeSource } from './sources.ts'

const terms = z
  .object({
    supplier: orNone(reference),
    supplierCountry: orNone(country),
    transferBasis: orNone(z.enum(TRANSFER_BASES)),
    transferRef: orNone(reference),
    checkedOn: orNone(localDay),
    checkedBy: orNone(reference),
    dpa: orNone(reference),
    dpaUntil: orNone(localDay),
    url: z.url({ protocol: /^https?$/u, error: 'must be an address that begins with http:// or https://' }),
  })
  .partial()
const addFlags = terms.extend({ platform: z.enum(PLATFORMS) })
const editFlags = terms.extend({ rotateSecret: z.boolean().default(false) })
const listFlags = z.object({ tenant: slug.optional() })

export function registerSource(program: Command, context: CliContext): void {
  const source = program.command('source').description('what delivers records, and on what terms it may')
  addOptions(
    source.command('add').description('add a source; prints its secret, once, and what to set on the platform'),
  )
    .argument('<tenant>')
    .argument('<id>', '3 to 40 lower-case letters, digits, hyphens; stands in its address')
    .requiredOption('--platform <platform>', PLATFORMS.join(', '))
    .addHelpText(
      'after',
      '\nExample:\n  avesqo source add acme pexip-acme --platform pexip --supplier "Pexip AS" --supplier-country NO \\\n' +
        '    --checked-on 2026-10-20 --checked-by "Privacy officer" --dpa DPA-2026-17 --dpa-until 2027-10-31\n',
    )
    .action(async (tenant: string, id: string, _options: unknown, command: Command) => {
      const { platform, url, ...flags } = readFlags(addFlags, command)
      const control = await context.control()
      const added = await addSource(control, context.clock().now(), {
        supplier: null,
        supplier_country: null,
        transfer_basis: null,
        transfer_ref: null,
        checked_on: null,
        checked_by: null,
        dpa_ref: null,
        dpa_until: null,
        ...editOf(flags),
        id: checked(slug, id, 'The id'),
        tenant_id: tenant,
        platform,
      })
      await saySource(context, control, `Added source ${id}.`, added.source, added.secret, url)
    })

  source
    .command('list')
    .description('list the sources, and whether records may be received from them now')
    .option('--tenant <id>', 'only of this customer')
    .addHelpText('after', '\nExample:\n  avesqo source list --tenant acme\n')
    .action(async (_options: unknown, command: Command) => {
      const { tenant } = readFlags(listFlags, command)
      const control = await context.control()
      const tenants =
        tenant === undefined
          ? (await control.db.selectFrom('tenants').select('id').orderBy('id').execute()).map(({ id }) => id)
          : [(await findTenant(control.db, tenant)).id]
      const sources = (await Promise.all(tenants.map((id) => sourcesOf(control.db, id)))).flat()
      const shown = await Promise.all(sources.map((row) => withCoverage(context, control, row)))
      context.output.print(shown, () =>
        table(
          ['id', 'tenant', 'platform', 'agreement until', 'now'],
          shown.map((row) => [
            row.id,
            row.tenant_id,
            row.platform,
            row.dpa_until,
            row.covered ? 'covered' : `not covered: ${row.gaps.map((gap) => COVERAGE_GAPS[gap]).join('; ')}`,
          ]),
        ),
      )
    })

  addOptions(source.command('edit').description('change a source’s terms, or give it a new secret'))
    .argument('<id>')
    .option('--rotate-secret', 'make and print a new secret; the old one is refused from then on')
    .addHelpText('after', '\nExample:\n  avesqo source edit pexip-acme --dpa-until 2028-10-31\n')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { rotateSecret, url, ...flags } = readFlags(editFlags, command)
      const control = await context.control()
      const edited = await editSource(control, id, editOf(flags), rotateSecret)
      await saySource(context, control, `Changed source ${id}.`, edited.source, edited.secret, url)
    })

  source
    .command('remove')
    .description('remove a source: nothing is received from it any more')
    .argument('<id>')
    .addHelpText('after', '\nExample:\n  avesqo source remove pexip-acme\n')
    .action(async (id: string) => {
      const removed = await removeSource(await context.control(), id)
      const { secret_hash: _, ...shown } = removed.source
      context.output.print({ removed: shown, sites: removed.sites }, () => {
        const labels = removed.sites.length === 0 ? '' : ` Its labels went from: ${removed.sites.join(', ')}.`
        return `Removed source ${id}.${labels} What it delivered stays until it expires.`
      })
    })
}

function addOptions(command: Command): Command {
  return command
    .option('--supplier <name>', 'who runs the platform')
    .option('--supplier-country <code>', 'its country, two letters')
    .option('--transfer-basis <basis>', `why records may come from there: ${TRANSFER_BASES.join(', ')}`)
    .option('--transfer-ref <reference>', 'the adequacy decision or the signed clauses')
    .option('--checked-on <day>', 'when the supplier was checked')
    .option('--checked-by <name>', 'who checked it')
    .option('--dpa <reference>', 'the agreement that covers this source')
    .option('--dpa-until <day>', 'last day of that agreement, inclusive')
    .option('--url <url>', 'address under which the platform reaches this receiver (or AVESQO_URL)')
}

function editOf(flags: Omit<z.output<typeof terms>, 'url'>): SourceEdit {
  return given({
    supplier: flags.supplier,
    supplier_country: flags.supplierCountry,
    transfer_basis: flags.transferBasis,
    transfer_ref: flags.transferRef,
    checked_on: flags.checkedOn,
    checked_by: flags.checkedBy,
    dpa_ref: flags.dpa,
    dpa_until: flags.dpaUntil,
  })
}

async function withCoverage(context: CliContext, control: Control, row: Source) {
  const tenant = await findTenant(control.db, row.tenant_id)
  const gaps = coverageGaps(coverageTerms(tenant, row), context.clock().now())
  const { secret_hash: _, ...shown } = row
  return { ...shown, covered: gaps.length === 0, gaps }
}

async function saySource(
  context: CliContext,
  control: Control,
  done: string,
  row: Source,
  secret: string | null,
  url: string | undefined,
): Promise<void> {
  const shown = await withCoverage(context, control, await findSource(control.db, row.id))
  const warnings = shown.gaps.map((gap) => `Nothing is received from ${row.id} now: ${COVERAGE_GAPS[gap]}.`)
  const delivery = secret === null ? null : describeDelivery(row, secret, url ?? context.settings().url)
  context.output.print(
    { ...shown, ...(delivery === null ? {} : { secret, delivery: delivery.json }), warnings },
    () =>
      `${done}\n` +
      (delivery === null
        ? ''
        : `\nSet on the platform (the secret is shown this once and not stored):\n${record(delivery.fields)}`),
    warnings,
  )
}
