/**
 * Everything that the platforms send of some meetings, in the order in which they send it.
 *
 * The good records are the same in both orders, so the truth is one.
 */
import type { Meeting } from '../model.ts'
import { planClean } from './order-clean.ts'
import { DAY_MS, type TellingDay, tellingDays } from './order-days.ts'
import { planNasty } from './order-nasty.ts'
import type { Plan } from './order-plan.ts'
import { createQueue } from './queue.ts'
import type { Delivery, NativeSettings } from './record.ts'
import { createSender } from './send.ts'

export interface DeliverySettings extends NativeSettings {
  /**
   * - `clean` by event time, once, within minutes; nothing is refused
   * - `nasty` repeated, cut anew, mixed, held back for days, told by two sinks, broken: see `order-nasty.ts`. The last
   *   delivery comes up to a week after the last event.
   */
  readonly order: 'clean' | 'nasty'
  /** Most records of an ordinary body; 40 if not stated. */
  readonly most?: number
}

const MOST = 40

/**
 * @param meetings in any order
 * @returns deliveries by the time at which they are sent; a day is made at a time
 */
export function* deliveriesOf(meetings: Iterable<Meeting>, settings: DeliverySettings): Generator<Delivery, void> {
  const { seed, installation, order, most = MOST } = settings
  const seconds = new Set(installation.pexip.filter((_, place) => place % 2 === 0).map(({ address }) => address))
  const hasSecond = (sink: string): boolean => seconds.has(sink)
  const plan = (day: TellingDay): Plan[] =>
    order === 'clean' ? planClean(day, seed, most) : planNasty(day, { seed, most, hasSecond })
  const queue = createQueue<Plan | Delivery>()
  const send = createSender(seed)

  function* due(untilMs: number): Generator<Delivery, void> {
    for (let one = queue.before(untilMs); one !== undefined; one = queue.before(untilMs)) {
      if ('body' in one) {
        yield one
        continue
      }
      const delivery = send(one)
      if (one.againMs !== null) {
        const atMs = one.atMs + one.againMs
        queue.push(atMs, { ...delivery, atMs, meant: delivery.meant === 'good' ? 'repeat' : delivery.meant })
      }
      yield delivery
    }
  }

  for (const day of tellingDays(meetings, settings)) {
    yield* due(day.day * DAY_MS)
    for (const one of plan(day)) queue.push(one.atMs, one)
  }
  yield* due(Infinity)
}
