/** The strata of the truth: what tests of advise compare like with like in, by day. */
import type { ModelStratum, Stratum } from '../../../schemas/cube.ts'
import type { MediaDir, MediaKind } from '../../../schemas/states.ts'
import { clusterSumsOf } from './cells.ts'
import type { CountedLeg } from './leg.ts'

/** A leg in a stratum, with the outcomes that count there. */
interface Member {
  readonly leg: CountedLeg
  readonly cluster: string
  readonly medium: 'all' | MediaKind
  readonly dir: 'all' | MediaDir
  readonly outcomes: CountedLeg['outcomes']
}

/** site × platform × network × device class × medium × direction, by day. */
export function truthStrata(legs: readonly CountedLeg[], tenantId: string): readonly Stratum[] {
  const groups = new Map<string, Member[]>()
  for (const leg of legs) {
    for (const member of membersOf(leg)) {
      const { population, day, values, deviceClass } = leg
      const key = [
        population,
        day,
        values.site,
        values.platform,
        values.network,
        deviceClass,
        member.medium,
        member.dir,
      ]
      const text = JSON.stringify(key)
      const known = groups.get(text)
      if (known === undefined) groups.set(text, [member])
      else known.push(member)
    }
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    if (first === undefined) return []
    const { leg, medium, dir } = first
    const { site, platform, network } = leg.values
    return {
      tenant_id: tenantId,
      day: leg.day,
      population: leg.population,
      site,
      platform,
      network,
      device_class: leg.deviceClass,
      medium,
      dir,
      ...totalsOf(members.map((member) => member.leg)),
      ...clusterSumsOf(members),
    }
  })
}

/** model × software × site × platform, and the room where it is one, by day. */
export function truthModelStrata(legs: readonly CountedLeg[], tenantId: string): readonly ModelStratum[] {
  return [...Map.groupBy(legs, modelKeyOf).values()].flatMap((members) => {
    const [first] = members
    if (first === undefined) return []
    const { model, software, site, platform, room } = first.values
    return {
      tenant_id: tenantId,
      day: first.day,
      population: first.population,
      model,
      software,
      site,
      platform,
      room,
      ...totalsOf(members),
      ...clusterSumsOf(members),
    }
  })
}

function modelKeyOf({ population, day, values }: CountedLeg): string {
  const { model, software, site, platform, room } = values
  return JSON.stringify([population, day, model, software, site, platform, room])
}

/** Once with all that is known of it, and once for each medium and direction that was graded. */
function membersOf(leg: CountedLeg): readonly Member[] {
  return [
    { leg, cluster: leg.cluster, medium: 'all', dir: 'all', outcomes: leg.outcomes },
    ...leg.media.map(({ kind, dir, grade }): Member => ({
      leg,
      cluster: leg.cluster,
      medium: kind,
      dir,
      outcomes: [['measured', grade === 'poor']],
    })),
  ]
}

function totalsOf(legs: readonly CountedLeg[]): Pick<Stratum, 'legs' | 'ms'> {
  return { legs: legs.length, ms: legs.reduce((sum, { ms }) => sum + ms, 0) }
}
