/** One demo from an empty directory to the report of a month. */
import { startEmbedded } from '../../processes/embedded.ts'
import { openDesk } from '../../processes/operator.ts'
import { readEmbeddedSettings } from '../../processes/settings.ts'
import { addDays, localDayOf } from '../../shared/calendar.ts'
import { type Clock, openClock } from '../../shared/clock.ts'
import { type Control, openControl } from '../../shared/control/index.ts'
import type { Logger } from '../../shared/logger.ts'
import type { Language } from '../../web/index.ts'
import { createWorld, type World, writeTruth } from '../../simulator/index.ts'
import { freshDirectory } from './directory.ts'
import { DOMAIN, foundOrganisation, TENANT, ZONE } from './organisation.ts'
import { type Publishing, publishMonths } from './publish.ts'
import { deliverWorld, findings, type Found, type Note, readLegs, rollUp } from './stages.ts'

/**
 * Between two runs of rollup, ms. Two months in two minutes are no live stream: each run builds again what arrived in the
 * ten minutes before, which here is everything.
 */
const ROLLUP_EVERY_MS = 30_000

/** The clock starts here: Wednesday 18 November 2026, 17:00 in the Netherlands. The last meetings are of the day before. */
const NOW = '2026-11-18T16:00:00Z'

export interface DemoChoice {
  /** Absolute paths begin with it: `<dir>-data`, `<dir>-keys`, `<dir>-truth.json`. */
  readonly dir: string
  readonly seed: number
  readonly people: number
  readonly days: number
  readonly order: 'clean' | 'nasty'
  /** Of the report. */
  readonly lang: Language
}

export interface DemoParts {
  readonly logger: Logger
  readonly note: Note
}

/** What is stored beside what really happened, and what was published of it. */
export type Shown = Found & { readonly publishing: Publishing }

/** @throws UserError when a directory is in the way, or a delivery is not acknowledged */
export async function runDemo(choice: DemoChoice, parts: DemoParts): Promise<Shown> {
  const { dir, seed, people, days } = choice
  const { logger, note } = parts
  const data = freshDirectory(`${dir}-data`)
  const keys = freshDirectory(`${dir}-keys`)
  const firstDay = addDays(localDayOf(Date.parse(NOW), ZONE), -days)
  note(`An invented organisation of ${people} people, ${days} days from ${firstDay} on (seed ${seed}).`)
  const world = createWorld({
    seed,
    tenantId: TENANT,
    zone: ZONE,
    country: 'NL',
    domain: DOMAIN,
    people,
    firstDay,
    days,
  })
  await writeTruth(`${dir}-truth.json`, world.truth)
  note(`What must come out: ${dir}-truth.json, which the product never reads. Its data: ${data}, its keys: ${keys}.`)
  const clock = openClock(data, NOW)
  const control = await openControl(data, clock, logger)
  try {
    return await atWork({ data, keys, control, clock }, world, choice, parts)
  } finally {
    await control.close()
  }
}

interface Place {
  readonly data: string
  readonly keys: string
  readonly control: Control
  readonly clock: Clock
}

async function atWork(
  place: Place,
  world: World,
  { order, lang: language }: DemoChoice,
  { logger, note }: DemoParts,
): Promise<Shown> {
  const { control, clock } = place
  const sources = await foundOrganisation(control, clock.now(), world)
  const settings = { ...readEmbeddedSettings({}), port: 0, rollupEveryMs: ROLLUP_EVERY_MS }
  const embedded = await startEmbedded({ ...place, logger, settings })
  try {
    note(`Receivers on ${embedded.url}. Sending what the platforms tell, in ${order} order:`)
    const sent = await deliverWorld(embedded, world, { sources, order, note })
    note('Counting what is not counted yet:')
    const desk = await openDesk({ ...place, logger })
    try {
      await rollUp(desk, note)
      const found = await findings({ engine: embedded.engine, control, world, sent, legs: await readLegs(desk, world) })
      note('Sealing the months that are over:')
      return { ...found, publishing: await publishMonths(desk, place, { language, note }) }
    } finally {
      await desk.close()
    }
  } finally {
    await embedded.close()
  }
}
