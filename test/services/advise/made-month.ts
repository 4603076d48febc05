/** A month made by hand: legs of an organisation by a few numbers, counted into cells and strata, and published whole. */
import {
  ALONE_MS,
  type Cell,
  CLUSTER_SUMS,
  type Cut,
  CUT_NAMES,
  CUTS,
  DISTINCTS,
  type Failure,
  FAILURES,
  HISTOGRAMS,
  HISTOGRAM_NAMES,
  type ModelStratum,
  OUTCOME_NAMES,
  type Outcome,
  type Population,
  type Stratum,
  SUMS,
} from '../../../schemas/cube.ts'
import { MEASURING_KINDS } from '../../../schemas/profiles.ts'
import { type Figure, OTHER } from '../../../schemas/published.ts'
import type { AdviseInput, DayCell, SourceDay } from '../../../services/advise/index.ts'

export const TENANT = 'acme'
export const PROFILE_ID = 'avesqo-1'
export const MONTH = '2026-10'

/** A leg of the organisation. */
export interface MadeLeg {
  readonly population: Population
  readonly day: string
  readonly conference: string
  readonly site: string
  readonly platform: string
  readonly network: string
  readonly device: string
  readonly model: string
  readonly software: string
  readonly room: string
  readonly ms: number
  readonly failed: Failure | null
  readonly dropped: boolean
  readonly alone: boolean
  /** null: not graded. */
  readonly kind: 'measured' | 'windows' | 'alarms' | null
  readonly poor: boolean
  /** Media that are graded, by medium and direction; the first of them is poor where the leg is. */
  readonly media: readonly (readonly ['audio' | 'video' | 'content', 'up' | 'down'])[]
}

/** Cases and outcomes of a leg: null where the outcome does not apply to it. */
function outcomesOf(leg: MadeLeg): Readonly<Record<Outcome, boolean | null>> {
  const connected = leg.failed === null
  const graded = (kind: MadeLeg['kind']) => (connected && leg.kind === kind ? leg.poor : null)
  return {
    measured: graded('measured'),
    windows: graded('windows'),
    alarms: graded('alarms'),
    failed: !connected,
    dropped: connected ? leg.dropped : null,
    alone: connected ? leg.alone : null,
  }
}

interface Case {
  readonly cluster: string
  readonly yes: boolean
}

/** The six sums over clusters. */
function sumsOf(cases: readonly Case[]): Record<(typeof CLUSTER_SUMS)[number], number> {
  const sums = { m: 0, y: 0, n: 0, yy: 0, yn: 0, nn: 0 }
  for (const own of Map.groupBy(cases, ({ cluster }) => cluster).values()) {
    const n = own.length
    const y = own.filter(({ yes }) => yes).length
    sums.m += 1
    sums.y += y
    sums.n += n
    sums.yy += y * y
    sums.yn += y * n
    sums.nn += n * n
  }
  return sums
}

function clusterColumns(legs: readonly MadeLeg[]): Record<string, number> {
  const outcomes = legs.map((leg) => ({ leg, of: outcomesOf(leg) }))
  return Object.fromEntries(
    OUTCOME_NAMES.flatMap((outcome) => {
      const cases = outcomes.flatMap(({ leg, of }) => {
        const yes = of[outcome]
        return yes === null ? [] : [{ cluster: `${leg.conference} ${leg.day}`, yes }]
      })
      return Object.entries(sumsOf(cases)).map(([sum, value]) => [`${outcome}_${sum}`, value] as const)
    }),
  )
}

const DIMENSION_OF: Readonly<Record<string, (leg: MadeLeg) => string>> = {
  site: ({ site }) => site,
  platform: ({ platform }) => platform,
  network: ({ network }) => network,
  transport: () => 'udp',
  model: ({ model }) => model,
  software: ({ software }) => software,
  size: () => '3-5',
  weekday: () => 'mon',
  hour: () => '10',
  room: ({ room }) => room,
}

function cellOf(cut: Cut, [v1 = '', v2 = '']: readonly string[], room: string, legs: readonly MadeLeg[]): Cell {
  const connected = legs.filter(({ failed }) => failed === null)
  const graded = connected.filter(({ kind }) => kind !== null)
  const zero = Object.fromEntries([...SUMS, ...DISTINCTS].map((name) => [name, 0]))
  const failures = Object.fromEntries(
    FAILURES.map((name) => [`failed_${name}`, legs.filter(({ failed }) => failed === name).length]),
  )
  const histograms = Object.fromEntries(
    HISTOGRAM_NAMES.map((name) => [`h_${name}`, HISTOGRAMS[name].edges.map(() => 0)]),
  )
  return {
    ...zero,
    population: CUTS[cut].population,
    cut,
    v1,
    v2,
    room,
    legs: legs.length,
    connected: connected.length,
    ms: connected.reduce((sum, { ms }) => sum + ms, 0),
    failed: legs.length - connected.length,
    dropped: connected.filter(({ dropped }) => dropped).length,
    alone_ms: connected.filter(({ alone }) => alone).length * 3 * ALONE_MS,
    gradeable: connected.length,
    ungraded: connected.length - graded.length,
    ...failures,
    ...clusterColumns(legs),
    ...histograms,
  } as unknown as Cell // every column is there: the names come from the contract's lists
}

function cellsOf(legs: readonly MadeLeg[], cuts: readonly Cut[] = CUT_NAMES): Cell[] {
  return cuts.flatMap((cut) => {
    const { population, by } = CUTS[cut]
    const own = legs.filter((leg) => leg.population === population)
    const groups = Map.groupBy(own, (leg) =>
      JSON.stringify([by.map((name) => DIMENSION_OF[name]?.(leg) ?? ''), population === 'people' ? '' : leg.room]),
    )
    return [...groups].map(([key, rows]) => {
      const [values, room] = JSON.parse(key) as [string[], string]
      return cellOf(cut, values, room, rows)
    })
  })
}

function strataOf(legs: readonly MadeLeg[]): Stratum[] {
  const rows = legs.flatMap((leg) => [
    { leg, medium: 'all', dir: 'all' },
    ...(leg.kind === 'measured' && leg.failed === null
      ? leg.media.map(([medium, dir], index) => ({ leg: { ...leg, poor: leg.poor && index === 0 }, medium, dir }))
      : []),
  ])
  const key = ({ leg, medium, dir }: (typeof rows)[number]) =>
    JSON.stringify([leg.day, leg.population, leg.site, leg.platform, leg.network, leg.device, medium, dir])
  return [...Map.groupBy(rows, key)].map(([name, group]) => {
    const [day, population, site, platform, network, device, medium, dir] = JSON.parse(name) as string[]
    const own = group.map(({ leg }) => leg)
    const sums = clusterColumns(own)
    const zero = Object.fromEntries(Object.keys(sums).map((column) => [column, 0]))
    const measured = Object.fromEntries(Object.entries(sums).filter(([column]) => column.startsWith('measured_')))
    return {
      tenant_id: TENANT,
      day,
      population,
      site,
      platform,
      network,
      device_class: device,
      medium,
      dir,
      legs: own.length,
      ms: own.reduce((sum, { ms }) => sum + ms, 0),
      ...(medium === 'all' ? sums : { ...zero, ...measured }),
    } as unknown as Stratum
  })
}

function modelStrataOf(legs: readonly MadeLeg[]): ModelStratum[] {
  const key = (leg: MadeLeg) =>
    JSON.stringify([leg.day, leg.population, leg.model, leg.software, leg.site, leg.platform, leg.room])
  return [...Map.groupBy(legs, key)].map(([name, own]) => {
    const [day, population, model, software, site, platform, room] = JSON.parse(name) as string[]
    return {
      tenant_id: TENANT,
      day,
      population,
      model,
      software,
      site,
      platform,
      room,
      legs: own.length,
      ms: own.reduce((sum, { ms }) => sum + ms, 0),
      ...clusterColumns(own),
    } as unknown as ModelStratum
  })
}

/** Every cell shown, but those of values that are hidden. */
function figuresOf(cells: readonly Cell[], hidden: ReadonlySet<string>): Figure[] {
  const seen = new Map<string, Figure>()
  for (const { population, cut, v1: own, v2 } of cells) {
    const two = CUTS[cut].by.length === 2
    const folded = !two && hidden.has(own)
    const v1 = folded ? OTHER : own
    const few = !folded && (hidden.has(own) || hidden.has(v2))
    const figure: Figure = {
      population,
      cut,
      v1,
      v2,
      measure: two ? 'size' : 'legs',
      mark: few ? 'few' : 'shown',
      value: few ? null : 100,
      low: null,
      high: null,
      kept: false,
    }
    seen.set(JSON.stringify([cut, v1, v2]), figure)
    if (few) continue
    for (const kind of two ? [] : MEASURING_KINDS) {
      seen.set(JSON.stringify([cut, v1, v2, `${kind}_good`]), { ...figure, measure: `${kind}_good` })
    }
    for (const cause of two ? [] : FAILURES) {
      seen.set(JSON.stringify([cut, v1, v2, cause]), { ...figure, measure: `failed_${cause}` })
    }
    for (const outcome of OUTCOME_NAMES) {
      seen.set(JSON.stringify([cut, v1, v2, outcome]), { ...figure, measure: `${outcome}_rate` })
    }
  }
  return [...seen.values()]
}

function publishedBefore(legs: readonly MadeLeg[], hidden: ReadonlySet<string>): AdviseInput['published'] {
  const months = Map.groupBy(legs, ({ day }) => day.slice(0, 7))
  months.delete(MONTH)
  return new Map([...months].map(([month, own]) => [month, figuresOf(cellsOf(own, ['site']), hidden)]))
}

/** Each leg is somebody's of its own. */
function daysOf(legs: readonly MadeLeg[]): DayCell[] {
  return [...Map.groupBy(legs, ({ day }) => day)].flatMap(([day, own]) =>
    cellsOf(
      own,
      day.startsWith(MONTH) ? ['tenant', 'platform', 'site', 'site_platform', 'room'] : ['site', 'site_platform'],
    ).map((cell) => ({
      ...cell,
      day,
      persons: cell.legs,
    })),
  )
}

/** @param hidden values that are not published */
export function inputOf(
  legs: readonly MadeLeg[],
  { hidden = [], health = [] }: { readonly hidden?: readonly string[]; readonly health?: readonly SourceDay[] } = {},
): AdviseInput {
  const inMonth = legs.filter(({ day }) => day.startsWith(MONTH))
  const cells = cellsOf(inMonth)
  return {
    tenantId: TENANT,
    month: MONTH,
    revision: 1,
    profile: PROFILE_ID,
    k: 10,
    figures: figuresOf(cells, new Set(hidden)),
    published: publishedBefore(legs, new Set(hidden)),
    cells,
    days: daysOf(legs),
    strata: strataOf(legs),
    modelStrata: modelStrataOf(legs),
    health,
  }
}
