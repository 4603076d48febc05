/**
 * One demo from an empty directory to reports that can be read: the large customer first, because somebody is waiting
 * for its report; then the comparison with what really happened, and the small customer. It imports pages.
 */
import { once } from 'node:events'
import { type Embedded, startEmbedded } from '../../processes/embedded.ts'
import { type OpenDesk, openDesk } from '../../processes/operator.ts'
import { readEmbeddedSettings } from '../../processes/settings.ts'
import { type Clock, openClock } from '../../shared/clock.ts'
import { type Control, openControl } from '../../shared/control/index.ts'
import type { Logger } from '../../shared/logger.ts'
import { type StandardFault, type World, writeTruth } from '../../simulator/index.ts'
import type { Language } from '../language.ts'
import type { DemoWords } from '../words/demo.ts'
import { wordsOf } from '../words/index.ts'
import { inPlace } from './claim.ts'
import { type Customer, type DemoSource, foundOrganisation, LARGE, SMALL } from './organisation.ts'
import { createDoors, type Doors, readersText } from './people.ts'
import { type Publishing, publishMonths } from './publish.ts'
import type { Sent } from './send.ts'
import { deliverWorld, findings, type Found, type Note, readLegs, rollUp } from './stages.ts'
import { FEW, largeWorld, NOW, smallWorld } from './worlds.ts'

export interface DemoChoice {
  /** Absolute paths begin with it: `<dir>-data`, `<dir>-keys`, `<dir>-truth.json`. */
  readonly dir: string
  readonly seed: number
  readonly people: number
  readonly days: number
  readonly order: 'clean' | 'nasty'
  /** What is wrong at the large customer. */
  readonly faults: readonly StandardFault[]
  /** Where it serves; 0: one that is free. */
  readonly port: number
  /** Of the report, of the accounts and of the customers' names. */
  readonly lang: Language
}

export interface DemoParts {
  readonly logger: Logger
  /** Of what is said meanwhile, and of what is refused. */
  readonly words: DemoWords
  readonly note: Note
}

interface ServeParts extends DemoParts {
  /** Is given what is stored beside what really happened, as soon as it is known. */
  readonly answer: (found: Shown) => void
  /** Comes when the demo is to end. */
  readonly signal: AbortSignal
}

/** What is stored beside what really happened, and what was published of it. */
export type Shown = Found & { readonly publishing: Publishing }

/** A product at work on an invented organisation. */
interface Stage {
  readonly choice: DemoChoice
  readonly note: Note
  readonly words: DemoWords
  /** Comes when all of it is to end: each step throws its reason. */
  readonly signal: AbortSignal
  readonly control: Control
  readonly clock: Clock
  readonly embedded: Embedded
  readonly desk: OpenDesk
  readonly doors: Doors
}

/**
 * Sends, counts, seals and compares, and ends.
 *
 * @throws UserError when a directory or the port is another's, or a delivery is not acknowledged
 */
export function runDemo(choice: DemoChoice, parts: DemoParts): Promise<Shown> {
  const { signal } = new AbortController() // ends by itself
  return onStage({ ...choice, port: 0 }, { ...parts, signal }, async (stage) => {
    const told = await tell(stage, LARGE, largeWorld(choice))
    const publishing = await publish(stage, LARGE)
    return { ...(await compared(stage, told)), publishing }
  })
}

/**
 * The same, with links for its readers as soon as the report is there; then a small customer. Serves until it is stopped.
 *
 * @throws as `runDemo`
 */
export async function serveDemo(choice: DemoChoice, { answer, ...parts }: ServeParts): Promise<void> {
  const { signal } = parts
  try {
    await onStage(choice, parts, async (stage) => {
      await show(stage, answer)
      stage.note(`\n${stage.words.serving}`)
      await once(signal, 'abort')
    })
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error
  }
}

async function show(stage: Stage, answer: ServeParts['answer']): Promise<void> {
  const { choice, embedded, doors, note, words, signal } = stage
  const began = performance.now()
  const small = await foundSmall(stage)
  const told = await tell(stage, LARGE, largeWorld(choice))
  const publishing = await publish(stage, LARGE)
  const readers = await doors.make(embedded.accounts, choice.lang)
  const seconds = Math.round((performance.now() - began) / 1_000)
  signal.throwIfAborted()
  note(`\n${words.ready(seconds)}\n`)
  note(readersText(readers, embedded.url, words))
  const found = await compared(stage, told)
  signal.throwIfAborted()
  answer({ ...found, publishing })
  await tellSmall(stage, small)
  signal.throwIfAborted()
  // What was found has scrolled them away.
  note(`\n${words.again}\n`)
  note(readersText(readers, embedded.url, words))
}

interface Small {
  readonly world: World
  readonly sources: readonly DemoSource[]
}

/** A customer so small that its report is of rooms and completeness only. */
async function foundSmall({ choice, control, clock }: Stage): Promise<Small> {
  const world = smallWorld(choice)
  return { world, sources: await foundOrganisation(control, clock.now(), world, SMALL, wordsOf(choice.lang).demo) }
}

async function tellSmall(stage: Stage, { world, sources }: Small): Promise<void> {
  const { choice, embedded, desk } = stage
  stage.note(stage.words.small(FEW))
  const quiet = { ...stage, note: () => undefined }
  await deliverWorld(embedded, world, { ...quiet, sources, order: choice.order })
  await rollUp(desk, SMALL.tenantId, quiet)
  await publish(quiet, SMALL)
}

function onStage<T>(
  choice: DemoChoice,
  { logger, note, words, signal }: DemoParts & Pick<Stage, 'signal'>,
  act: (stage: Stage) => Promise<T>,
): Promise<T> {
  // Each run builds again what arrived in the ten minutes before, which here is everything: one run at the end.
  const settings = { ...readEmbeddedSettings({}), port: choice.port, rollupEveryMs: 0 }
  return inPlace(choice.dir, settings, words, async ({ data, keys }) => {
    note(words.places(data, keys))
    const clock = openClock(data, NOW)
    const control = await openControl(data, clock, logger)
    try {
      const doors = createDoors()
      const embedded = await startEmbedded({ data, keys, control, clock, logger, settings, demo: { open: doors.open } })
      try {
        signal.throwIfAborted()
        const desk = await openDesk({ data, control, clock, logger })
        try {
          return await act({ choice, note, words, signal, control, clock, embedded, desk, doors })
        } finally {
          await desk.close()
        }
      } finally {
        await embedded.close()
      }
    } finally {
      await control.close()
    }
  })
}

interface Told {
  readonly world: World
  readonly sent: Sent
}

/** The platforms tell of a customer's meetings, and the product counts them. */
async function tell(stage: Stage, customer: Customer, world: World) {
  const { choice, note, words, control, clock, embedded, desk } = stage
  const { people, order, dir, seed, days } = choice
  note(words.organisation({ people, days, firstDay: world.firstDay, seed }))
  await writeTruth(`${dir}-truth.json`, world.truth)
  note(words.truth(`${dir}-truth.json`))
  const sources = await foundOrganisation(control, clock.now(), world, customer, wordsOf(choice.lang).demo)
  note(words.sending(embedded.url, order))
  const sent = await deliverWorld(embedded, world, { ...stage, sources, order })
  note(words.counting)
  await rollUp(desk, customer.tenantId, stage)
  return { world, sent }
}

function publish(stage: Stage, { tenantId }: Customer): Promise<Publishing> {
  const { choice, note, words, signal, desk } = stage
  note(words.sealing)
  return publishMonths(desk, tenantId, stage, { language: choice.lang, note, words, signal })
}

async function compared(
  { note, words, signal, control, embedded, desk }: Stage,
  { world, sent }: Told,
): Promise<Found> {
  note(words.comparing)
  return findings({ engine: embedded.engine, control, world, sent, legs: await readLegs(desk, world, signal) })
}
