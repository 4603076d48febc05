/**
 * A month of an invented organisation as its customer gets it, without the pipeline: cells and strata are counted from the
 * truth, and go through disclosure and advise as they are.
 */
import type { Cell, Cut } from '../../schemas/cube.ts'
import type { Finding, RuleResult } from '../../schemas/finding.ts'
import { PROFILE } from '../../schemas/profiles.ts'
import type { Figure } from '../../schemas/published.ts'
import { advise } from '../../services/advise/advise.ts'
import type { SourceDay } from '../../services/advise/input.ts'
import { foldCells, foldDimensions, publishMonth, type Unions } from '../../services/disclosure/core/index.ts'
import { localDayOf } from '../../services/shared/calendar.ts'
import {
  type CountedLeg,
  countedLegs,
  type Naming,
  OWN_NAMES,
  truthCells,
  truthModelStrata,
  truthStrata,
  truthUnions,
} from '../../services/simulator/cells/index.ts'
import type { World } from '../../services/simulator/index.ts'

const K = 10
/** Cuts that what a month before says of its sites depends on. */
const OF_SITES: readonly Cut[] = ['tenant', 'site', 'platform', 'site_platform']
/** Cuts that advise looks at day by day. */
const DAILY: readonly Cut[] = ['tenant', 'platform', 'site', 'room']

export interface Published {
  readonly cells: readonly Cell[]
  readonly figures: readonly Figure[]
  readonly findings: readonly Finding[]
  readonly results: readonly RuleResult[]
}

/**
 * @param month of the world, `YYYY-MM`
 * @param naming what sites, rooms and sources are called
 */
export async function publishedOf(world: World, month: string, naming: Naming = OWN_NAMES): Promise<Published> {
  const { truth, tenantId } = world
  const legs = countedLegs(truth, naming)
  const { cells, figures } = await figuresOf(legs, month)
  const before = [...new Set(legs.map(({ day }) => day.slice(0, 7)))].filter((one) => one < month)
  const published = new Map<string, readonly Figure[]>()
  for (const one of before) published.set(one, (await figuresOf(legs, one, OF_SITES)).figures)
  const advice = advise({
    tenantId,
    month,
    revision: 1,
    profile: PROFILE.id,
    k: K,
    figures,
    published,
    cells,
    days: [...Map.groupBy(legs, ({ day }) => day)].flatMap(([day, own]) =>
      truthCells(own, day, DAILY).map((cell) => ({ ...cell, day })),
    ),
    strata: truthStrata(legs, tenantId),
    modelStrata: truthModelStrata(legs, tenantId),
    health: deliveredOf(world, naming),
  })
  return { cells, figures, ...advice }
}

async function figuresOf(
  legs: readonly CountedLeg[],
  month: string,
  cuts?: readonly Cut[],
): Promise<Pick<Published, 'cells' | 'figures'>> {
  const cells = truthCells(legs, month, cuts)
  const people = cells.filter(({ population }) => population === 'people')
  const together = truthUnions(legs, month)
  const unions: Unions = (asks) => Promise.resolve(asks.map(together))
  const folds = await foldDimensions(people, K, unions)
  const { figures } = publishMonth({
    k: K,
    cells: await foldCells(people, folds, unions),
    rooms: cells.filter(({ population }) => population === 'environment'),
    folds,
    mode: 'full',
  })
  return { cells, figures }
}

function deliveredOf({ truth }: World, naming: Naming): readonly SourceDay[] {
  const days = Map.groupBy(
    truth.legs,
    ({ platform, startMs }) => `${naming.source(platform)} ${localDayOf(startMs, truth.zone)}`,
  )
  return [...days].map(([name, { length }]) => {
    const [source = '', day = ''] = name.split(' ')
    return { source, day, legs: length }
  })
}
