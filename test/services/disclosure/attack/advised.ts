/** What is advised on a month of micro-data: cells and strata counted from its legs, through the rules as they are. */
import type { ModelStratum, Stratum } from '../../../../schemas/cube.ts'
import type { Finding } from '../../../../schemas/finding.ts'
import { PROFILE } from '../../../../schemas/profiles.ts'
import { advise } from '../../../../services/advise/advise.ts'
import type { Published } from './cubes.ts'
import { cellsOf, outcomeSums } from './micro-cells.ts'
import type { MicroLeg } from './micro-legs.ts'

const MONTH = '2026-10'
const DAILY = ['tenant', 'site', 'platform'] as const
const tenant_id = 'attacked'
const dayOf = (leg: MicroLeg): string => `${MONTH}-${String(leg.day + 1).padStart(2, '0')}`

/** Measures of these legs that strata have. */
const measures = (legs: readonly MicroLeg[]) => ({
  legs: legs.length,
  ms: legs.reduce((sum, leg) => sum + leg.ms, 0),
  ...outcomeSums(legs),
})

const groups = <Key extends Readonly<Record<string, string>>>(
  legs: readonly MicroLeg[],
  keyOf: (leg: MicroLeg) => Key,
) =>
  [...Map.groupBy(legs, (leg) => JSON.stringify(keyOf(leg)))].map(([key, own]) => ({
    tenant_id,
    population: 'people' as const,
    ...(JSON.parse(key) as Key),
    ...measures(own),
  }))

const strataOf = (legs: readonly MicroLeg[]): readonly Stratum[] =>
  groups(legs, (leg) => {
    const { site, platform, network } = leg
    return { day: dayOf(leg), site, platform, network, device_class: 'unknown' }
  }).map((row) => ({ ...row, medium: 'all', dir: 'all' }))

const modelStrataOf = (legs: readonly MicroLeg[]): readonly ModelStratum[] =>
  groups(legs, (leg) => {
    const { model, software, site, platform } = leg
    return { day: dayOf(leg), model, software, site, platform, room: '' }
  })

export function adviceOn(legs: readonly MicroLeg[], k: number, { result }: Published): readonly Finding[] {
  const { findings } = advise({
    tenantId: tenant_id,
    month: MONTH,
    revision: 1,
    profile: PROFILE.id,
    k,
    figures: result.figures,
    published: new Map(),
    cells: cellsOf(legs),
    days: [...Map.groupBy(legs, dayOf)].flatMap(([day, own]) =>
      cellsOf(own, undefined, DAILY).map((cell) => ({ ...cell, day })),
    ),
    strata: strataOf(legs),
    modelStrata: modelStrataOf(legs),
    health: [],
  })
  return findings
}
