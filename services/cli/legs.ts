/** `avesqo legs`: the pseudonymous legs of a day, for the operator alone; each look stands in the audit log. */
import type { Command } from 'commander'
import { z } from 'zod'
import type { Tenant } from '../../schemas/control/tables.ts'
import { localDay } from '../../schemas/control/values.ts'
import type { Leg } from '../../schemas/leg.ts'
import type { OpenDesk } from '../processes/operator.ts'
import { DAY_MS, localDayOf } from '../shared/calendar.ts'
import type { Control } from '../shared/control/index.ts'
import { lastExpiredDay, lastFrozenDay } from '../shared/periods.ts'
import { findTenant, roomsOf, sitesOf } from './admin/find.ts'
import { cannot, readFlags } from './admin/flags.ts'
import type { CliContext } from './context.ts'
import { conferencesOf, legsTable } from './legs-text.ts'
import { freshness, rollupStatus } from './rollup-status.ts'

const flags = z.object({ tenant: z.string(), day: localDay })

export function registerLegs(program: Command, context: CliContext): void {
  program
    .command('legs')
    .summary('the legs of a day, pseudonymous, for the operator')
    .description(
      'Shows the legs of one day in the tenant’s own time zone: each participation once, pseudonymous. ' +
        'They are personal data all the same: who knows the agenda recognises people. ' +
        'It is for finding faults of the installation; that you looked is written to the audit log before anything is shown.',
    )
    .requiredOption('--tenant <id>', 'whose')
    .requiredOption('--day <day>', 'which day, such as 2026-11-30')
    .addHelpText(
      'after',
      '\nWith --json: a list of rows as schemas/leg.ts describes them.\n' +
        'In the table: "start is" and "end is" say how a time is known (stated by the platform; counted from the duration;\n' +
        'observed; conference = it ended with its conference). The number of a conference means nothing outside the table.\n' +
        '\nExample:\n  avesqo legs --tenant acme --day 2026-11-30\n',
    )
    .action(async (_options: unknown, command: Command) => {
      const asked = readFlags(flags, command)
      const control = await context.control()
      const clock = context.clock()
      const tenant = await findTenant(control.db, asked.tenant)
      const warnings = judge(tenant, asked.day, clock.now())
      const { data } = context.settings()
      const { openDesk } = await import('../processes/operator.ts') // not before: a wrong call needs no database engine
      const desk = await openDesk({ data, control, clock, logger: context.logger() })
      const legs = await readLegs(desk, tenant.id, asked.day)
      const fresh = freshness(await rollupStatus(control, tenant, clock.now()))
      const names = { zone: tenant.zone, places: await placesOf(control, tenant.id) }
      const where = `of ${tenant.id} on ${asked.day} (${tenant.zone})`
      context.output.print(
        legs,
        () =>
          legs.length === 0
            ? `No legs ${where}. ${fresh}`
            : `${legsTable(legs, names)}${plural(legs.length, 'leg')} ${where}, ${plural(conferencesOf(legs), 'conference')}. ${fresh}`,
        warnings,
      )
    })
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

async function readLegs(desk: OpenDesk, tenantId: string, day: string): Promise<readonly Leg[]> {
  try {
    return await desk.legs(tenantId, day)
  } finally {
    await desk.close()
  }
}

/**
 * @returns what to know about the day
 * @throws UserError where it can have no legs
 */
function judge(tenant: Tenant, day: string, now: number): readonly string[] {
  const { id, zone, retention, contract_from: from } = tenant
  const expired = lastExpiredDay(now, zone, retention.facts)
  if (day <= expired) {
    throw cannot(
      `The legs of ${day} have gone: facts of ${id} are kept for ${retention.facts} days, and those up to ${expired} have expired.`,
    )
  }
  // A platform's clock may be ahead, and up to a day is accepted.
  if (day > localDayOf(now + DAY_MS, zone)) {
    throw cannot(`${day} has not begun at ${id}: it is ${localDayOf(now, zone)} there (${zone}).`)
  }
  if (day < from) throw cannot(`Nothing is received of ${id} before its contract, which begins on ${from}.`)
  const frozen = lastFrozenDay(now, zone, retention.facts)
  return day <= frozen ? [`This day is frozen (as all up to ${frozen}): what arrives late changes nothing in it.`] : []
}

async function placesOf({ db }: Control, tenantId: string): Promise<ReadonlyMap<string, string>> {
  const places = [...(await sitesOf(db, tenantId)), ...(await roomsOf(db, tenantId))]
  return new Map(places.map(({ id, name }) => [id, name]))
}
