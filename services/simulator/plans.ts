/**
 * Faults whose effect is chosen, one for each rule of advice, and what looks like a fault and is none. In a world with
 * planned faults things go alike everywhere but for them: so many legs are poor, dropped and failed as USUAL says.
 *
 * A rate is the share of the legs that are to have the outcome; what a world came to lies around it as chance has it.
 */
import type { EndClass, Network } from '../../schemas/states.ts'
import { spanOfDay } from '../shared/calendar.ts'
import { type Exposed, type Harm, NO_FAULT } from './faults.ts'
import { lossOfPoorRate } from './luck.ts'
import type { PlantedFault, SimulatedPlatform } from './model.ts'
import type { Random } from './random.ts'

export type FaultPlan =
  /** Legs at a site are poor by measurements at this rate. */
  | { readonly rule: 'A01'; readonly site: string; readonly rate: number }
  /** The same from a local day on, YYYY-MM-DD. */
  | { readonly rule: 'A08'; readonly site: string; readonly rate: number; readonly from: string }
  /** Legs of a model, of rooms or of people, are poor or dropped. */
  | { readonly rule: 'B01'; readonly model: string; readonly outcome: 'poor' | 'dropped'; readonly rate: number }
  /** The same of one version of its software. */
  | {
      readonly rule: 'B02'
      readonly model: string
      readonly software: string
      readonly outcome: 'poor' | 'dropped'
      readonly rate: number
    }
  /** Whoever joins from a site joins some minutes before all others at this rate. */
  | { readonly rule: 'E02'; readonly site: string; readonly rate: number }
  /** Legs at a site fail, and what is more than usual for one reason. */
  | { readonly rule: 'E03'; readonly site: string; readonly rate: number; readonly endClass: EndClass }
  /** Nothing is measured of this share of a platform's legs. */
  | { readonly rule: 'G01'; readonly platform: SimulatedPlatform; readonly rate: number }
  /** A platform tells nothing of what begins on these local days. */
  | { readonly rule: 'G02'; readonly platform: SimulatedPlatform; readonly from: string; readonly until: string }
  /** This share of the legs on Pexip comes without an address, through a node that stands for no site. */
  | { readonly rule: 'G03'; readonly rate: number }

/** More of one site is on Wi-Fi, which is worse everywhere: the site is no worse than others. */
export interface WifiShare {
  readonly site: string
  readonly shareThere: number
  readonly shareElsewhere: number
  readonly rate: number // poor by measurements, on Wi-Fi
}

/** The rooms of one site are all of one model; whether that is worse is a fault of the model. */
export interface OldRooms {
  readonly site: string
  readonly model: string
}

/** Rates where nothing is wrong. */
export const USUAL = { poor: 0.02, dropped: 0.01, failed: 0.02 } as const

/** Of a stay that is cut off two legs come, and so of some others: how many there are for a stay. */
const LEGS_A_STAY = 1.03
const ATTEMPTS = 2

const cutOffAt = (rate: number): number => (LEGS_A_STAY * rate) / (1 - rate)
const failuresAt = (rate: number): number => ((LEGS_A_STAY + 0.01) * rate) / (ATTEMPTS * (1 - rate))

const USUAL_HARM: Harm = {
  ...NO_FAULT,
  loss: lossOfPoorRate(USUAL.poor),
  cutOff: cutOffAt(USUAL.dropped),
  failures: failuresAt(USUAL.failed),
}

/** All that bears on a participation. */
export function planHarm(
  plans: readonly FaultPlan[],
  zone: string,
  wifi: WifiShare | null,
): (exposed: Exposed) => Harm {
  const changes = new Map(plans.map((plan) => [plan, plan.rule === 'A08' ? spanOfDay(plan.from, zone).from : 0]))
  return (exposed) => {
    let harm = USUAL_HARM
    if (wifi !== null && exposed.network === 'wifi') harm = poorAt(harm, wifi.rate)
    for (const plan of plans) {
      if (exposed.joinMs >= (changes.get(plan) ?? 0)) harm = struck(harm, plan, exposed)
    }
    return harm
  }
}

function struck(harm: Harm, plan: FaultPlan, { place, device, platform }: Exposed): Harm {
  switch (plan.rule) {
    case 'A01':
    case 'A08':
      return place === plan.site ? poorAt(harm, plan.rate) : harm
    case 'B01':
      return modelOf(device) === plan.model ? outcomeAt(harm, plan) : harm
    case 'B02':
      return modelOf(device) === plan.model && device.software === plan.software ? outcomeAt(harm, plan) : harm
    case 'E02':
      return place === plan.site ? { ...harm, waits: plan.rate } : harm
    case 'E03': {
      const failures = failuresAt(plan.rate)
      const cause = { endClass: plan.endClass, share: 1 - harm.failures / failures }
      return place === plan.site ? { ...harm, failures, cause } : harm
    }
    case 'G01':
      return platform === plan.platform ? { ...harm, unmeasured: plan.rate } : harm
    case 'G03':
      return platform === 'pexip' ? { ...harm, placeless: plan.rate } : harm
    case 'G02': // of this nothing is told: it harms no leg that is
      return harm
    default:
      return plan satisfies never
  }
}

const modelOf = ({ vendor, model }: Exposed['device']): string => `${vendor} ${model}`
const poorAt = (harm: Harm, rate: number): Harm => ({ ...harm, loss: Math.max(harm.loss, lossOfPoorRate(rate)) })

function outcomeAt(
  harm: Harm,
  { outcome, rate }: { readonly outcome: 'poor' | 'dropped'; readonly rate: number },
): Harm {
  return outcome === 'poor' ? poorAt(harm, rate) : { ...harm, cutOff: Math.max(harm.cutOff, cutOffAt(rate)) }
}

/** @returns whether a platform tells nothing of what begins at an instant */
export function silences(
  plans: readonly FaultPlan[],
  zone: string,
): (platform: SimulatedPlatform, ms: number) => boolean {
  const silent = plans.flatMap((plan) =>
    plan.rule === 'G02'
      ? [{ platform: plan.platform, from: spanOfDay(plan.from, zone).from, until: spanOfDay(plan.until, zone).until }]
      : [],
  )
  return (platform, ms) => silent.some((one) => one.platform === platform && ms >= one.from && ms < one.until)
}

/** Nobody calls the telephone network wired. */
export function drawNetwork(
  random: Random,
  wifi: WifiShare,
  { place, way }: Pick<Exposed, 'place' | 'way'>,
): Network | null {
  if (way === 'phone' || way === 'teams' || way === 'recorder') return null
  if (way === 'room') return 'wired'
  return random.chance(place === wifi.site ? wifi.shareThere : wifi.shareElsewhere) ? 'wifi' : 'wired'
}

/** The plans in the words of the truth. */
export function plantedOf(plans: readonly FaultPlan[], zone: string, fromMs: number, untilMs: number): PlantedFault[] {
  return plans.map((plan) => ({
    what: plan.rule,
    where: whereOf(plan),
    fromMs: 'from' in plan ? spanOfDay(plan.from, zone).from : fromMs,
    untilMs: 'until' in plan ? spanOfDay(plan.until, zone).until : untilMs,
  }))
}

function whereOf(plan: FaultPlan): string {
  switch (plan.rule) {
    case 'B01':
      return plan.model
    case 'B02':
      return `${plan.model} ${plan.software}`
    case 'G01':
    case 'G02':
      return plan.platform
    case 'G03':
      return ''
    case 'A01':
    case 'A08':
    case 'E02':
    case 'E03':
      return plan.site
    default:
      return plan satisfies never
  }
}
