/** `avesqo room`: the rooms that a customer declares as shared. */
import type { Command } from 'commander'
import { z } from 'zod'
import type { RoomRecord } from '../../../schemas/control/tables.ts'
import { aliasText, capacity, displayName } from '../../../schemas/control/values.ts'
import { UserError } from '../../shared/errors.ts'
import type { CliContext } from '../context.ts'
import { table } from '../output.ts'
import { listOf, readCsv } from './csv.ts'
import { findTenant, roomsOf, sitesOf } from './find.ts'
import { cannot, checked, orNone, readFlags, several, whole } from './flags.ts'
import { cell, readRows, sayImport } from './import.ts'
import { type RoomDraft, addRoom, editRoom, importRooms, removeRoom, warningsOf } from './rooms.ts'

/** What the declaration says (design, section 8: whether a private office was declared cannot be seen in the records). */
const DECLARATION =
  'Only a shared room may be declared: one that several people book or walk into, that is not somebody’s own office ' +
  'and whose equipment is not somebody’s personal device. A declared room is reported on by name; a person behind it would be too.'

const aliases = z.array(aliasText).default([])
const common = { site: orNone(displayName).optional(), capacity: orNone(whole(capacity)).optional() }
const addFlags = z.object({ ...common, alias: aliases, shared: z.boolean().default(false) })
const editFlags = z.object({
  ...common,
  rename: displayName.optional(),
  addAlias: aliases,
  removeAlias: aliases,
  shared: z.boolean().default(false),
})

export function registerRoom(program: Command, context: CliContext): void {
  const room = program.command('room').description('rooms that a customer declares as shared')
  room
    .command('add')
    .description(`declare a shared room. ${DECLARATION}`)
    .argument('<tenant>')
    .argument('<name>')
    .option('--shared', 'the customer states that the room is shared: not somebody’s own office or personal device')
    .option('--alias <alias>', 'an address or number of its equipment; may be given several times', several)
    .option('--site <site>', 'where it is')
    .option('--capacity <seats>', 'how many seats it has')
    .addHelpText(
      'after',
      '\nExample:\n  avesqo room add acme "Board Room" --shared --alias boardroom@acme.example --site Amsterdam --capacity 12\n',
    )
    .action(async (tenant: string, name: string, _options: unknown, command: Command) => {
      const flags = readFlags(addFlags, command)
      requireShared(flags.shared, name)
      const draft = {
        name: checked(displayName, name, 'The name'),
        aliases: flags.alias,
        site: flags.site ?? null,
        capacity: flags.capacity ?? null,
      }
      sayRoom(context, 'Declared', await addRoom(await context.control(), tenant, draft, context.clock().now()))
    })

  room
    .command('list')
    .description('list the rooms of a customer')
    .argument('<tenant>')
    .addHelpText('after', '\nExample:\n  avesqo room list acme\n')
    .action(async (tenant: string) => {
      const { db } = await context.control()
      await findTenant(db, tenant)
      const sites = new Map((await sitesOf(db, tenant)).map((site) => [site.id, site.name]))
      const rooms = (await roomsOf(db, tenant)).map((row) => ({
        ...row,
        site: row.site_id === null ? null : (sites.get(row.site_id) ?? null),
      }))
      context.output.print(rooms, () =>
        table(
          ['name', 'site', 'seats', 'aliases', 'id'],
          rooms.map((row) => [row.name, row.site, row.capacity, row.aliases.join('; '), row.id]),
        ),
      )
    })

  room
    .command('edit')
    .description(`change a room. ${DECLARATION}`)
    .argument('<tenant>')
    .argument('<room>', 'its name or id')
    .option('--rename <name>', 'its new name')
    .option(
      '--add-alias <alias>',
      'a further address or number of its equipment (with --shared); several times',
      several,
    )
    .option('--remove-alias <alias>', 'an alias that is no longer its own; several times', several)
    .option('--site <site>', 'where it is; none = not said')
    .option('--capacity <seats>', 'how many seats it has; none = not said')
    .option('--shared', 'the customer states that the room, with what is added, is shared')
    .addHelpText('after', '\nExample:\n  avesqo room edit acme "Board Room" --add-alias 2001@acme.example --shared\n')
    .action(async (tenant: string, which: string, _options: unknown, command: Command) => {
      const flags = readFlags(editFlags, command)
      // Equipment that is added, and a room that takes another one's place, are declared anew.
      if (flags.addAlias.length > 0 || flags.rename !== undefined) requireShared(flags.shared, flags.rename ?? which)
      const change = (before: RoomDraft): RoomDraft => {
        const lost = flags.removeAlias.find((alias) => !before.aliases.includes(alias))
        if (lost !== undefined) throw cannot(`"${lost}" is not an alias of room "${before.name}".`)
        return {
          name: flags.rename ?? before.name,
          aliases: [...before.aliases.filter((alias) => !flags.removeAlias.includes(alias)), ...flags.addAlias],
          site: flags.site === undefined ? before.site : flags.site,
          capacity: flags.capacity === undefined ? before.capacity : flags.capacity,
        }
      }
      const control = await context.control()
      sayRoom(context, 'Changed', await editRoom(control, tenant, which, change, context.clock().now()))
    })

  room
    .command('remove')
    .description('remove a room: from then on its equipment is protected as a person’s')
    .argument('<tenant>')
    .argument('<room>', 'its name or id')
    .addHelpText('after', '\nExample:\n  avesqo room remove acme "Board Room"\n')
    .action(async (tenant: string, which: string) => {
      const removed = await removeRoom(await context.control(), tenant, which)
      context.output.print({ removed }, () => `Removed room "${removed.name}". What is already stored keeps it.`)
    })

  room
    .command('import')
    .description(
      'declare and change rooms from a CSV file. Columns: name, aliases, shared (yes); optional site, capacity. ' +
        'Lists inside a cell are separated by semicolons. A row with the name of a room replaces it; none is removed. ' +
        `Nothing is imported unless all rows are good. ${DECLARATION}`,
    )
    .argument('<tenant>')
    .argument('<file>')
    .option('--keep-good', 'import the good rows although others are bad')
    .addHelpText('after', '\nExample:\n  avesqo room import acme rooms.csv\n')
    .action(async (tenant: string, file: string, _options: unknown, command: Command) => {
      const csv = readCsv(file, ['name', 'aliases', 'shared'], ['site', 'capacity'])
      const { rows, bad } = readRows(csv.rows, ({ line, cells }) => {
        if (cells['shared']?.toLowerCase() !== 'yes') {
          return 'shared must be yes: the room is shared, not somebody’s own office or personal device'
        }
        const name = cell(displayName, 'name', cells['name'] ?? '')
        if (typeof name === 'string') return name
        const seats = cell(whole(capacity).nullable(), 'capacity', cells['capacity'] ?? null)
        if (typeof seats === 'string') return seats
        const read: string[] = []
        for (const part of listOf(cells['aliases'])) {
          const alias = cell(aliasText, 'alias', part)
          if (typeof alias === 'string') return alias
          read.push(alias.ok)
        }
        return { line, name: name.ok, aliases: read, site: cells['site'] ?? null, capacity: seats.ok }
      })
      const keepGood = command.opts()['keepGood'] === true
      const now = context.clock().now()
      const done = await importRooms(await context.control(), tenant, rows, [...csv.bad, ...bad], keepGood, now)
      sayImport(context, 'rooms', done.counts, done.bad, done.warnings)
    })
}

function requireShared(shared: boolean, name: string): void {
  if (shared) return
  throw new UserError(
    `Room "${name}" must be declared with --shared: by it the customer states that it is a shared room and is not somebody's own office or personal device.`,
  )
}

function sayRoom(context: CliContext, done: string, room: RoomRecord): void {
  const warnings = warningsOf(room)
  context.output.print({ ...room, warnings }, () => `${done} room "${room.name}" (${room.id}).`, warnings)
}
