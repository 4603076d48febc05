/** `avesqo site`: the places of a customer, by address range and by the words its platforms use. */
import type { Command } from 'commander'
import { z } from 'zod'
import type { SiteRecord } from '../../../schemas/control/tables.ts'
import { cidr, labelText, siteName, slug } from '../../../schemas/control/values.ts'
import { normaliseCidr } from '../../shared/control/cidr.ts'
import type { CliContext } from '../context.ts'
import { table } from '../output.ts'
import { listOf, readCsv } from './csv.ts'
import { findTenant, sitesOf } from './find.ts'
import { cannot, checked, readFlags, several } from './flags.ts'
import { cell, readRows, sayImport } from './import.ts'
import { type SavedSite, type SiteDraft, addSite, editSite, importSites, removeSite } from './sites.ts'

const range = cidr.transform((text, context) => {
  const read = normaliseCidr(text)
  if (read?.exact === true) return read.text
  context.addIssue({
    code: 'custom',
    message: `is not the start of a range; ${read?.text ?? ''} is the range it is in`,
  })
  return z.NEVER
})
/** `source:label`; a source id has no colon, a label may. */
const sourceLabel = z.string().transform((text, context) => {
  const [, source, label] = /^([^:]*):(.*)$/su.exec(text) ?? []
  const read = z.object({ source: slug, label: labelText }).safeParse({ source, label })
  if (read.success) return { label: read.data.label, source: read.data.source }
  context.addIssue({ code: 'custom', message: 'must be of the form source:label, such as pexip-acme:Amsterdam' })
  return z.NEVER
})
const plainLabel = labelText.transform((label): SiteDraft['labels'][number] => ({ label }))

const ranges = z.array(range).default([])
const labels = z.array(plainLabel).default([])
const sourceLabels = z.array(sourceLabel).default([])
const addFlags = z.object({ range: ranges, label: labels, sourceLabel: sourceLabels })
const editFlags = z.object({
  rename: siteName.optional(),
  addRange: ranges,
  removeRange: ranges,
  addLabel: labels,
  removeLabel: labels,
  addSourceLabel: sourceLabels,
  removeSourceLabel: sourceLabels,
})

export function registerSite(program: Command, context: CliContext): void {
  const site = program.command('site').description('places of a customer: address ranges and labels')
  site
    .command('add')
    .description('add a site')
    .argument('<tenant>')
    .argument('<name>')
    .option('--range <cidr>', 'an address range of it; may be given several times', several)
    .option('--label <label>', 'a word by which platforms name it; may be given several times', several)
    .option('--source-label <source:label>', 'a word that means it in one source only; several times', several)
    .addHelpText('after', '\nExample:\n  avesqo site add acme Amsterdam --range 192.0.2.0/24 --label "AMS Rooms"\n')
    .action(async (tenant: string, name: string, _options: unknown, command: Command) => {
      const flags = readFlags(addFlags, command)
      const draft = {
        name: checked(siteName, name, 'The name'),
        ranges: [...new Set(flags.range)],
        labels: distinct([...flags.label, ...flags.sourceLabel]),
      }
      saySite(context, 'Added', await addSite(await context.control(), tenant, draft))
    })

  site
    .command('list')
    .description('list the sites of a customer')
    .argument('<tenant>')
    .addHelpText('after', '\nExample:\n  avesqo site list acme\n')
    .action(async (tenant: string) => {
      const { db } = await context.control()
      await findTenant(db, tenant)
      const sites = await sitesOf(db, tenant)
      context.output.print(sites, () =>
        table(
          ['name', 'ranges', 'labels', 'id'],
          sites.map(({ name, ranges, labels, id }) => [name, ranges.join(' '), labels.map(spell).join('; '), id]),
        ),
      )
    })

  site
    .command('edit')
    .description('change a site')
    .argument('<tenant>')
    .argument('<site>', 'its name or id')
    .option('--rename <name>', 'its new name')
    .option('--add-range <cidr>', 'a further address range; several times', several)
    .option('--remove-range <cidr>', 'a range that is no longer its own; several times', several)
    .option('--add-label <label>', 'a further label; several times', several)
    .option('--remove-label <label>', 'a label that no longer means it; several times', several)
    .option('--add-source-label <source:label>', 'a further label of one source; several times', several)
    .option('--remove-source-label <source:label>', 'a label of one source; several times', several)
    .addHelpText(
      'after',
      '\nExample:\n  avesqo site edit acme Amsterdam --add-range 2001:db8:1::/48 --rename "Amsterdam Zuid"\n',
    )
    .action(async (tenant: string, which: string, _options: unknown, command: Command) => {
      const flags = readFlags(editFlags, command)
      const change = (before: SiteRecord): SiteDraft => ({
        name: flags.rename ?? before.name,
        ranges: [...new Set([...without(before.ranges, flags.removeRange, before), ...flags.addRange])],
        labels: distinct([
          ...withoutLabels(before, [...flags.removeLabel, ...flags.removeSourceLabel]),
          ...flags.addLabel,
          ...flags.addSourceLabel,
        ]),
      })
      saySite(context, 'Changed', await editSite(await context.control(), tenant, which, change))
    })

  site
    .command('remove')
    .description('remove a site')
    .argument('<tenant>')
    .argument('<site>', 'its name or id')
    .option('--keep-rooms', 'leave its rooms without a site')
    .addHelpText('after', '\nExample:\n  avesqo site remove acme Amsterdam --keep-rooms\n')
    .action(async (tenant: string, which: string, _options: unknown, command: Command) => {
      const keepRooms = command.opts()['keepRooms'] === true
      const removed = await removeSite(await context.control(), tenant, which, keepRooms)
      context.output.print({ removed: removed.site, rooms: removed.rooms }, () => {
        const rooms = removed.rooms.length === 0 ? '' : ` Without a site now: ${removed.rooms.join(', ')}.`
        return `Removed site "${removed.site.name}".${rooms} What is already stored keeps it.`
      })
    })

  site
    .command('import')
    .description(
      'add and change sites from a CSV file. Columns: name, ranges; optional labels, source_labels (source:label). ' +
        'Lists inside a cell are separated by semicolons. A row with the name of a site replaces it; none is removed. ' +
        'Nothing is imported unless all rows are good.',
    )
    .argument('<tenant>')
    .argument('<file>')
    .option('--keep-good', 'import the good rows although others are bad')
    .addHelpText('after', '\nExample:\n  avesqo site import acme sites.csv\n')
    .action(async (tenant: string, file: string, _options: unknown, command: Command) => {
      const csv = readCsv(file, ['name', 'ranges'], ['labels', 'source_labels'])
      const { rows, bad } = readRows(csv.rows, ({ line, cells }) => {
        const name = cell(siteName, 'name', cells['name'] ?? '')
        if (typeof name === 'string') return name
        const draft = { line, name: name.ok, ranges: [] as string[], labels: [] as SiteDraft['labels'][number][] }
        for (const part of listOf(cells['ranges'])) {
          const read = cell(range, 'range', part)
          if (typeof read === 'string') return read
          draft.ranges.push(read.ok)
        }
        for (const [column, schema] of [
          ['labels', plainLabel],
          ['source_labels', sourceLabel],
        ] as const) {
          for (const part of listOf(cells[column])) {
            const read = cell<z.ZodType<SiteDraft['labels'][number]>>(schema, 'label', part)
            if (typeof read === 'string') return read
            draft.labels.push(read.ok)
          }
        }
        return { ...draft, ranges: [...new Set(draft.ranges)], labels: distinct(draft.labels) }
      })
      const keepGood = command.opts()['keepGood'] === true
      const done = await importSites(await context.control(), tenant, rows, [...csv.bad, ...bad], keepGood)
      sayImport(context, 'sites', done.counts, done.bad, done.warnings)
    })
}

function saySite(context: CliContext, done: string, { site, warnings }: SavedSite): void {
  context.output.print({ ...site, warnings }, () => `${done} site "${site.name}" (${site.id}).`, warnings)
}

function spell({ label, source }: SiteDraft['labels'][number]): string {
  return source === undefined ? label : `${source}:${label}`
}

function distinct(labels: SiteDraft['labels']): SiteDraft['labels'] {
  return [...new Map(labels.map((label) => [spell(label), label])).values()]
}

function without(before: readonly string[], removed: readonly string[], site: SiteRecord): readonly string[] {
  const lost = removed.find((text) => !before.includes(text))
  if (lost !== undefined) throw cannot(`"${lost}" is not of site "${site.name}".`)
  return before.filter((text) => !removed.includes(text))
}

function withoutLabels(site: SiteRecord, removed: SiteDraft['labels']): SiteDraft['labels'] {
  const kept = without(site.labels.map(spell), removed.map(spell), site)
  return site.labels.filter((label) => kept.includes(spell(label)))
}
