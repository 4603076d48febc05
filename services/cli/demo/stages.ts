/** What the demo does, stage by stage; each says on the way how far it is. */
import type { Leg } from '../../../schemas/leg.ts'
import { healthBySource, observationShown } from '../../privacy/index.ts'
import type { Embedded } from '../../processes/embedded.ts'
import type { Desk } from '../../processes/operator-wire.ts'
import { addDays, spanOfDay } from '../../shared/calendar.ts'
import type { Engine } from '../../shared/clickhouse/index.ts'
import type { Control } from '../../shared/control/index.ts'
import { compare, deliveriesOf, type DeliverySettings, type World } from '../../simulator/index.ts'
import { createReports } from '../../store/index.ts'
import { roomsOf, sitesOf } from '../admin/find.ts'
import { monthsOf } from './months.ts'
import type { DemoWords } from '../words/demo.ts'
import { type DemoSource, sourceOf } from './organisation.ts'
import { type Sent, sendAll } from './send.ts'
import { orStopped } from './stop.ts'

/** Between two lines about how far it is, ms. */
const NOTE_MS = 5_000

export type Note = (text: string) => void

/** What each stage is given to say how far it is, and to hear that it is to end: then it throws the signal's reason. */
export interface Saying {
  readonly note: Note
  readonly words: DemoWords
  readonly signal: AbortSignal
}

/** Sends everything that the platforms tell of the world's meetings. */
export async function deliverWorld(
  { url }: Pick<Embedded, 'url'>,
  world: World,
  {
    sources,
    order,
    note,
    words,
    signal,
  }: Saying & { readonly sources: readonly DemoSource[]; readonly order: DeliverySettings['order'] },
): Promise<Sent> {
  const { seed, firstDay, days, zone, organisation } = world
  const first = spanOfDay(firstDay, zone).from
  const length = spanOfDay(addDays(firstDay, days - 1), zone).until - first
  const sent: Sent = { deliveries: 0, records: 0, broken: 0, atMs: first }
  const say = (all = false): void => {
    const share = all ? 100 : Math.min(99, Math.floor((100 * (sent.atMs - first)) / length))
    note(words.sent(share, sent.deliveries, sent.records))
  }
  const timer = setInterval(say, NOTE_MS)
  try {
    const { installation } = organisation
    const deliveries = deliveriesOf(world.meetings, { seed, installation, order })
    await sendAll(url, sources, deliveries, sent, signal, words)
  } finally {
    clearInterval(timer)
  }
  say(true)
  return sent
}

/** Brings the legs up to what was received. */
export async function rollUp(desk: Desk, tenantId: string, { note, words, signal }: Saying): Promise<void> {
  let done = 0
  const timer = setInterval(() => note(done === 0 ? words.countingStill : words.daysDone(done)), NOTE_MS)
  try {
    const { days, ms } = await orStopped(
      desk.run(tenantId, false, () => (done += 1)),
      signal,
    )
    note(words.rebuilt(days.length, ms))
  } finally {
    clearInterval(timer)
  }
}

/** The legs of every local day that the world has, and of the day after, into which its last night may reach. */
export async function readLegs(
  desk: Desk,
  { tenantId, firstDay, days }: World,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly Leg[]>> {
  const legs = new Map<string, readonly Leg[]>()
  for (let index = -1; index <= days; index += 1) {
    signal.throwIfAborted()
    const day = addDays(firstDay, index)
    legs.set(day, await desk.legs(tenantId, day))
  }
  return legs
}

export interface Outcome {
  readonly engine: Engine
  readonly control: Control
  readonly world: World
  readonly sent: Sent
  readonly legs: ReadonlyMap<string, readonly Leg[]>
}

/** What is stored beside what really happened, and what was received on the way. */
export async function findings({ engine, control, world, sent, legs }: Outcome) {
  const { tenantId } = world
  const sites = new Map((await sitesOf(control.db, tenantId)).map(({ id, name }) => [id, name]))
  const rooms = new Map((await roomsOf(control.db, tenantId)).map(({ id, name }) => [id, name]))
  const all = [...legs.values()].flat()
  return {
    sent,
    months: monthsOf(all, world.truth),
    comparison: compare(world.truth, all, { sites, rooms }),
    health: await healthBySource(engine, tenantId),
    intake: await createReports(engine).intakeBySource(tenantId),
    day: lastOf(legs),
    places: new Map([...sites, ...rooms]),
    observation: await observationShown(engine, tenantId, sourceOf(tenantId, 'pexip')),
  }
}
export type Found = Awaited<ReturnType<typeof findings>>

/** The last day on which somebody met. */
function lastOf(legs: ReadonlyMap<string, readonly Leg[]>): { readonly day: string; readonly legs: readonly Leg[] } {
  const [day, ofDay] = [...legs].findLast(([, ofDay]) => ofDay.length > 0) ?? ['', []]
  return { day, legs: ofDay }
}
