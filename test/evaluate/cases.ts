/**
 * What is planted for each rule, at one and a half times the least effect that the rule speaks about, and what of the
 * advice counts as having found it.
 */
import type { Finding, RuleId } from '../../schemas/finding.ts'
import { PRACTICAL } from '../../services/advise/compare.ts'
import { addDays } from '../../services/shared/calendar.ts'
import type { FaultPlan, WorldSettings } from '../../services/simulator/index.ts'
import { USUAL } from '../../services/simulator/plans.ts'

/** The month that is advised on; the one before it has nothing wrong. */
export const MONTH = '2026-10'
const FIRST = '2026-10-01'
const DAYS = 31
const FIRST_OF_TWO = '2026-09-01'
const DAYS_OF_TWO = 61

const TIMES = 1.5
/** What share of legs wait alone where nothing is wrong, in the organisations that are simulated. */
const USUAL_ALONE = 0.078
/** Of those who come early so many more wait alone: some would have been the first anyway, some are not the only one. */
const ALONE_OF_EARLY = 0.8

/** A rate that is worse than the usual one by one and a half times the least effect. */
const worse = (usual: number): number =>
  Math.max(usual + TIMES * PRACTICAL.diff, usual * (1 + TIMES * (PRACTICAL.ratio - 1)))

/** Limits of G01 and G03, and what lies above them by half. */
const OVER_A_FIFTH = 0.3
const OVER_A_TENTH = 0.15

export type Settings = Omit<WorldSettings, 'seed' | 'tenantId' | 'zone' | 'country' | 'domain'>

export interface Case {
  readonly name: string
  readonly rule: RuleId
  /** @param seed of the organisation */
  settings(seed: number): Settings
  /** By how much the rate is worse, where that is chosen; of measured legs, or of all. */
  readonly diff?: number
  /** Whether the finding is the one that must come. */
  isIt(finding: Finding, seed: number): boolean
}

const PEOPLE = 1_000
const month = (faults: readonly FaultPlan[], more: Partial<Settings> = {}): Settings => ({
  people: PEOPLE,
  firstDay: FIRST,
  days: DAYS,
  faults,
  ...more,
})
/** Three in two legs more are measured. */
const onePlatform = { cms: false }
/** Enough for what needs no comparison. */
const few = { people: 200 }
const twoMonths = { firstDay: FIRST_OF_TWO, days: DAYS_OF_TWO }

/** Each of the sites in turn. */
const SITES = ['Utrecht', 'Utrecht Annex', 'Groningen', 'Depot', 'Zwolle'] as const
export const siteOf = (seed: number): string => SITES[seed % SITES.length] ?? SITES[0]

/** A working day of the second or third week. */
export const changeOf = (seed: number): string => {
  const day = addDays('2026-10-08', seed % 7)
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, 2) : day
}

const VERSION = { model: 'Pexip Infinity Connect', software: '1.12' } as const
const MODEL = 'Cisco Jabber'

export const CASES: readonly Case[] = [
  {
    name: 'A01 a site is poor',
    rule: 'A01',
    settings: (seed) => month([{ rule: 'A01', site: siteOf(seed), rate: worse(USUAL.poor) }], onePlatform),
    diff: worse(USUAL.poor) - USUAL.poor,
    isIt: ({ value }, seed) => value === siteOf(seed),
  },
  {
    name: 'A08 a site becomes poor',
    rule: 'A08',
    settings: (seed) =>
      month([{ rule: 'A08', site: SITES[0], rate: worse(USUAL.poor), from: changeOf(seed) }], {
        ...onePlatform,
        ...twoMonths,
      }),
    diff: worse(USUAL.poor) - USUAL.poor,
    isIt: ({ value }) => value === SITES[0],
  },
  {
    name: 'B01 a model is poor',
    rule: 'B01',
    settings: () => month([{ rule: 'B01', model: MODEL, outcome: 'poor', rate: worse(USUAL.poor) }], onePlatform),
    diff: worse(USUAL.poor) - USUAL.poor,
    isIt: ({ value, outcome }) => value === MODEL && outcome !== 'dropped',
  },
  {
    name: 'B01 a model is cut off',
    rule: 'B01',
    settings: () => month([{ rule: 'B01', model: MODEL, outcome: 'dropped', rate: worse(USUAL.dropped) }]),
    diff: worse(USUAL.dropped) - USUAL.dropped,
    isIt: ({ value, outcome }) => value === MODEL && outcome === 'dropped',
  },
  {
    name: 'B02 a version is cut off',
    rule: 'B02',
    settings: () => month([{ rule: 'B02', ...VERSION, outcome: 'dropped', rate: worse(USUAL.dropped) }]),
    diff: worse(USUAL.dropped) - USUAL.dropped,
    isIt: ({ value, value2 }) => value === VERSION.model && value2 === VERSION.software,
  },
  {
    name: 'E02 people wait alone',
    rule: 'E02',
    settings: (seed) =>
      month([{ rule: 'E02', site: siteOf(seed), rate: (worse(USUAL_ALONE) - USUAL_ALONE) / ALONE_OF_EARLY }]),
    isIt: ({ value }, seed) => value === siteOf(seed),
  },
  {
    name: 'E03 joins fail',
    rule: 'E03',
    settings: (seed) =>
      month([{ rule: 'E03', site: siteOf(seed), rate: worse(USUAL.failed), endClass: 'auth_or_pin' }]),
    diff: worse(USUAL.failed) - USUAL.failed,
    isIt: ({ value, value2 }, seed) => value === siteOf(seed) && value2 === 'auth_or_pin',
  },
  {
    name: 'G01 nothing is measured',
    rule: 'G01',
    settings: () => month([{ rule: 'G01', platform: 'pexip', rate: OVER_A_FIFTH }], few),
    isIt: ({ value }) => value === 'pexip',
  },
  {
    name: 'G02 a source is silent',
    rule: 'G02',
    settings: () =>
      month([{ rule: 'G02', platform: 'cms', from: '2026-10-13', until: '2026-10-15' }], { ...few, ...twoMonths }),
    isIt: ({ value, since, since_high: until }) => value === 'cms' && since === '2026-10-13' && until === '2026-10-15',
  },
  {
    name: 'G03 legs have no site',
    rule: 'G03',
    settings: () => month([{ rule: 'G03', rate: OVER_A_TENTH }], { ...few, ...onePlatform }),
    isIt: ({ population }) => population === 'people',
  },
]

/** Nothing is wrong. */
export const faultless = (people: number): Settings => month([], { people, ...twoMonths })

/** What looks like a fault of a site and is none: more Wi-Fi there, and rooms of one model that is worse everywhere. */
export const confounded = (seed: number): Settings =>
  month([{ rule: 'B01', model: 'Cisco SX20', outcome: 'poor', rate: 0.1 }], {
    wifi: { site: siteOf(seed), shareThere: 0.8, shareElsewhere: 0.2, rate: 0.08 },
    oldRooms: { site: siteOf(seed + 1), model: 'Cisco SX20' },
  })

/** A customer of 120 persons with five sites, one of which is bad. */
export const smallCustomer = (seed: number): Settings =>
  month([{ rule: 'A01', site: siteOf(seed), rate: BAD }], { people: 120 })

/** Ten rooms of each of six models, one of which is bad. */
export const tenRooms = (): Settings =>
  month([{ rule: 'B01', model: BAD_MODEL, outcome: 'poor', rate: BAD }], { people: 300, rooms: 60 })
export const BAD_MODEL = 'Poly Studio X50'
/** What a user calls bad: one leg in six or seven. */
const BAD = 0.15
