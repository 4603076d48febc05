/** Legs of an invented organisation's month, made directly, without a pipeline. */
import { HOURS, SIZE_BANDS, SIZE_FROM, WEEKDAYS } from '../../../../schemas/cube.ts'
import { type Chance, chanceOf } from './chance.ts'

const PEOPLE_DIMENSIONS = [
  'site',
  'platform',
  'network',
  'transport',
  'model',
  'software',
  'size',
  'weekday',
  'hour',
] as const
export type PeopleDimension = (typeof PEOPLE_DIMENSIONS)[number]

export interface MicroLeg extends Readonly<Record<PeopleDimension, string>> {
  /** -1: a guest without a key, who counts as no person. */
  readonly person: number
  readonly conference: number
  readonly day: number
  readonly connected: boolean
  readonly ms: number
  readonly failed: boolean
  readonly dropped: boolean
  readonly alone: boolean
  readonly gradedBy: 'measured' | 'windows' | 'alarms' | null
  readonly grade: 'good' | 'fair' | 'poor'
}

/** Weights that fall as 1 / rank: few large, many small. */
const skewed = (count: number, power: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => (index + 1) ** -power)

const PLATFORMS = ['pexip', 'cms', 'generic'] as const
const GRADED_BY = { pexip: 'windows', cms: 'alarms', generic: 'measured' } as const
const NETWORKS = ['wired', 'wifi', 'mobile', 'vpn', 'unknown'] as const
const TRANSPORTS = ['udp', 'tcp', 'tls', 'relay', 'unknown'] as const

interface Person {
  readonly site: string
  readonly model: number
  readonly software: string
  readonly network: number
  readonly diligence: number
}

/** @param persons 30 to 5,000 */
function organisation(persons: number, chance: Chance) {
  const sites = Array.from(
    { length: 1 + chance.below(Math.min(14, 2 + Math.floor(Math.sqrt(persons) / 2))) },
    (_, index) => `site-${String(index + 1)}`,
  )
  const siteWeights = skewed(sites.length, 0.6 + chance.next())
  const models = Array.from({ length: 2 + chance.below(16) }, (_, index) => `Vendor Model ${String(index + 1)}`)
  const modelWeights = skewed(models.length, 0.8 + chance.next())
  const softwares = models.map(() =>
    Array.from({ length: 1 + chance.below(4) }, () => `${String(1 + chance.below(3))}.${String(chance.below(5))}`),
  )
  const networkWeights = NETWORKS.map(() => chance.next() ** 2)
  const people = Array.from({ length: persons }, (): Person => {
    const model = chance.hit(0.1) ? -1 : chance.pick(modelWeights)
    const own = softwares[model] ?? ['unknown']
    return {
      site: sites[chance.pick(siteWeights)] ?? 'unknown',
      model,
      software: own[chance.pick(skewed(own.length, 1))] ?? 'unknown',
      network: chance.pick(networkWeights),
      diligence: Math.exp(0.9 * chance.normal()),
    }
  })
  return {
    people,
    models,
    platformWeights: PLATFORMS.map(() => chance.next() ** 3),
    poor: 0.02 + 0.2 * chance.next() ** 2,
  }
}

/**
 * A month of conferences: most of one site's people, some of many sites', some guests.
 *
 * @param legsAPerson on average
 */
export function microLegs(seed: number, persons: number, legsAPerson: number): readonly MicroLeg[] {
  const chance = chanceOf(seed)
  const { people, models, platformWeights, poor } = organisation(persons, chance)
  const bySite = Map.groupBy(people.keys(), (index) => people[index]?.site ?? '')
  const all = [...people.keys()]
  const weightsOf = new Map([...bySite].map(([site, own]) => [site, own.map((index) => people[index]?.diligence ?? 1)]))
  const allWeights = all.map((index) => people[index]?.diligence ?? 1)
  const draw = cumulative(allWeights)
  const draws = new Map([...weightsOf].map(([site, weights]) => [site, cumulative(weights)]))
  const remote = 0.4 * chance.next()
  const legs: MicroLeg[] = []
  for (let conference = 0; legs.length < persons * legsAPerson; conference += 1) {
    const host = all[draw(chance.next())] ?? 0
    const site = people[host]?.site ?? ''
    const wide = chance.hit(0.3)
    const own = wide ? all : (bySite.get(site) ?? all)
    const ownDraw = wide ? draw : (draws.get(site) ?? draw)
    const count = Math.min(own.length + 2, Math.max(1, Math.round(Math.exp(1.1 + 0.8 * chance.normal()))))
    const present = new Set<number>([host])
    for (let tries = 0; tries < 3 * count && present.size < count; tries += 1)
      present.add(own[ownDraw(chance.next())] ?? host)
    const platform = PLATFORMS[chance.pick(platformWeights)] ?? 'generic'
    const day = chance.below(30)
    const weekday = WEEKDAYS[chance.hit(0.03) ? 5 : day % 5] ?? 'mon'
    const hour = HOURS[chance.pick([1, 1, 3, 4, 4, 2, 2, 4, 4, 3, 1])] ?? 'outside'
    const orphan = count === 1 && chance.hit(0.5)
    const band = SIZE_BANDS[SIZE_FROM.findLastIndex((from) => from <= present.size)] ?? '1'
    const bad = chance.hit(0.15) ? 3 : 0.6
    const length = 120_000 + chance.below(5_000_000)
    for (const index of present) {
      const person = people[index]
      const guest = index !== host && chance.hit(0.06)
      const model = person?.model ?? -1
      const away = chance.hit(remote)
      const failed = chance.hit(0.04)
      const graded = !failed && chance.hit(0.9)
      const isPoor = chance.hit(poor * bad)
      legs.push({
        person: guest ? -1 : index,
        conference,
        day,
        site: guest ? 'unknown' : away ? 'remote' : (person?.site ?? 'unknown'),
        platform,
        network: NETWORKS[away ? chance.pick([0, 5, 2, 2, 1]) : (person?.network ?? 4)] ?? 'unknown',
        transport: TRANSPORTS[chance.pick([20, 3, 2, 1, away ? 6 : 1])] ?? 'unknown',
        model: models[model] ?? 'unknown',
        software: models[model] === undefined ? 'unknown' : (person?.software ?? 'unknown'),
        size: orphan ? 'unknown' : band,
        weekday,
        hour,
        connected: !failed,
        ms: failed ? 0 : Math.max(10_000, Math.round(length * (0.3 + 0.7 * chance.next()))),
        failed,
        dropped: !failed && chance.hit(0.03),
        alone: !failed && !orphan && (present.size === 1 || chance.hit(0.05)),
        gradedBy: graded ? GRADED_BY[platform] : null,
        grade: isPoor ? 'poor' : chance.hit(0.2) ? 'fair' : 'good',
      })
    }
  }
  return legs
}

/** Draws an index in proportion to weights, by bisection. */
function cumulative(weights: readonly number[]): (chance: number) => number {
  const sums: number[] = []
  let sum = 0
  for (const weight of weights) sums.push((sum += weight))
  return (chance) => {
    const wanted = chance * sum
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
