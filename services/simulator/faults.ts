/**
 * What is wrong at the organisation. Everything in this table is planted; where it does not apply, things go as well as
 * they do anywhere, so that whoever finds more than this finds what is not there.
 */
import type { CalendarDay } from './calendar.ts'
import type { EndClass } from '../../schemas/states.ts'
import type { Participation, PlantedFault, SimulatedPlatform, StandardFault } from './model.ts'
import { BAD_MODEL, OLD_SOFTWARE } from './organisation-devices.ts'
import { ANNEX, GRONINGEN } from './organisation-sites.ts'

/** The gateway to the telephone network loses packets. */
const TRUNK_FAULT = 'trunk'

/** What a fault does to a leg. 1 and 0 are "nothing". */
export interface Harm {
  /** Multiplies the loss of every medium. */
  readonly loss: number
  /** Multiplies the loss of pictures only. */
  readonly videoLoss: number
  /** Probability that the leg is cut off. */
  readonly cutOff: number
  /** Probability that attempts fail before it succeeds. */
  readonly failures: number
  /** Why they fail, where that is not as usual; the share of failures that it makes up. */
  readonly cause: { readonly endClass: EndClass; readonly share: number } | null
  /** Probability that somebody joins minutes before the others. */
  readonly waits: number
  /** Probability that nothing is measured. */
  readonly unmeasured: number
  /** Probability that it is not told where it comes from. */
  readonly placeless: number
}

type Effects = Readonly<Record<StandardFault, Partial<Harm>>>

const EFFECTS: Effects = {
  bad_site_network: { loss: 14, cutOff: 0.06 },
  bad_room_model: { videoLoss: 12, cutOff: 0.08 },
  failing_joins: { failures: 0.4 },
  bad_transport: { loss: 10 },
  old_software: { cutOff: 0.2 },
}

/** How often things go wrong where nothing is wrong. */
export const NO_FAULT: Harm = {
  loss: 1,
  videoLoss: 1,
  cutOff: 0.008,
  failures: 0.015,
  cause: null,
  waits: 0,
  unmeasured: 0,
  placeless: 0,
}

/** A fault of the demo's organisation. */
interface StandardPlanted extends PlantedFault {
  readonly what: StandardFault
}

/** The network of one site is bad for the middle third of the period; the other faults last. */
export function plantFaults(days: readonly CalendarDay[]): readonly StandardPlanted[] {
  const from = days[0]?.at(0) ?? 0
  const until = days.at(-1)?.at(24 * 60) ?? 0
  const third = (part: number) => days[Math.floor((days.length * part) / 3)]?.at(0) ?? from
  return [
    { what: 'bad_site_network', where: GRONINGEN, fromMs: third(1), untilMs: third(2) },
    { what: 'bad_room_model', where: BAD_MODEL, fromMs: from, untilMs: until },
    { what: 'failing_joins', where: ANNEX, fromMs: from, untilMs: until },
    { what: 'bad_transport', where: TRUNK_FAULT, fromMs: from, untilMs: until },
    { what: 'old_software', where: OLD_SOFTWARE, fromMs: from, untilMs: until },
  ]
}

/** Who a fault is asked about. */
export interface Exposed {
  readonly way: Participation['way']
  readonly place: string // site, or `remote`
  readonly room: Participation['room']
  readonly device: Participation['device']
  readonly network: Participation['network'] | null
  readonly platform: SimulatedPlatform
  readonly joinMs: number
}

/** What the demo's faults ask. */
type StandardExposed = Pick<Exposed, 'way' | 'place' | 'room' | 'joinMs'>

type Strikes = (where: string, exposed: StandardExposed) => boolean

const STRIKES: Readonly<Partial<Record<PlantedFault['what'], Strikes>>> = {
  bad_site_network: (where, { place }) => place === where,
  bad_room_model: (where, { room }) => room?.device.model === where,
  failing_joins: (where, { place, way }) => place === where && (way === 'desk' || way === 'account' || way === 'app'),
  bad_transport: (_where, { way }) => way === 'phone',
  old_software: (where, { room }) => room?.device.software === where,
}

/** Whether one of the demo's faults bears on a participation. */
export function isStruck({ what, where, fromMs, untilMs }: PlantedFault, exposed: StandardExposed): boolean {
  return exposed.joinMs >= fromMs && exposed.joinMs < untilMs && STRIKES[what]?.(where, exposed) === true
}

/** All that bears on a participation together. */
export function harmOf(faults: readonly StandardPlanted[], exposed: StandardExposed): Harm {
  let harm = NO_FAULT
  for (const fault of faults) {
    if (!isStruck(fault, exposed)) continue
    const effect = EFFECTS[fault.what]
    harm = {
      ...harm,
      loss: harm.loss * (effect.loss ?? 1),
      videoLoss: harm.videoLoss * (effect.videoLoss ?? 1),
      cutOff: Math.max(harm.cutOff, effect.cutOff ?? 0),
      failures: Math.max(harm.failures, effect.failures ?? 0),
    }
  }
  return harm
}
