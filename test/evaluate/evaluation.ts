/**
 * Advice judged by organisations of which it is known what is wrong with them (issue PUBLISH, "Advice"). Every target is a
 * count over seeds, with what it must come to.
 */
import type { Finding } from '../../schemas/finding.ts'
import { HEALTH_RULES } from '../../schemas/finding.ts'
import { DAY_MS } from '../../services/shared/calendar.ts'
import { createWorld, type World } from '../../services/simulator/index.ts'
import {
  BAD_MODEL,
  type Case,
  CASES,
  changeOf,
  confounded,
  faultless,
  MONTH,
  type Settings,
  siteOf,
  smallCustomer,
  tenRooms,
} from './cases.ts'
import { createCoverage } from './coverage.ts'
import { type Published, publishedOf } from './published.ts'

/** So many of so many, and between which shares that must be. */
export interface Target {
  readonly name: string
  readonly count: number
  readonly of: number
  readonly least: number // 0 to 1
  readonly most: number
}

export const isMet = ({ count, of, least, most }: Target): boolean =>
  of > 0 && count / of >= least && count / of <= most

const MUST_FIND = 0.9
const MAY_ALARM = 0.05
const COVERS = { least: 0.9, most: 0.99 } as const
/** A part of what is judged as a whole. */
const INFORMS = { least: 0, most: 1 } as const
const NEAR_DAYS = 3

const HEALTH: ReadonlySet<string> = new Set(HEALTH_RULES)
const isAdvice = ({ rule }: Finding): boolean => !HEALTH.has(rule)

function worldOf(settings: Settings, seed: number): World {
  const place = { tenantId: 'evaluated', zone: 'Europe/Amsterdam', country: 'NL', domain: 'evaluated.example' }
  return createWorld({ ...place, ...settings, seed })
}

const adviceOf = (settings: Settings, seed: number): Promise<Published> => publishedOf(worldOf(settings, seed), MONTH)

interface Tally {
  count: number
  of: number
}
const tally = (): Tally => ({ count: 0, of: 0 })
function add(to: Tally, is: boolean): void {
  to.of += 1
  if (is) to.count += 1
}

/** A part of the evaluation, which can be run by itself. */
export interface Part {
  readonly name: string
  /**
   * @param seeds one organisation for each
   * @param tell is told what was found where something else was to be
   */
  run(seeds: readonly number[], tell: (line: string) => void): Promise<readonly Target[]>
}

export const PARTS: readonly Part[] = [
  ...[400, 120].map((people): Part => ({
    name: `nothing is wrong, ${people} people`,
    run: (seeds, tell) => nothingPlanted(people, seeds, tell),
  })),
  ...CASES.map((one): Part => ({ name: one.name, run: (seeds, tell) => planted(one, seeds, tell) })),
  { name: 'confounders', run: async (seeds, tell) => [await confounders(seeds, tell)] },
  { name: 'a small customer', run: async (seeds, tell) => [await small(seeds, tell)] },
  { name: 'ten rooms', run: async (seeds, tell) => [await rooms(seeds, tell)] },
]

async function planted(one: Case, seeds: readonly number[], tell: (line: string) => void): Promise<readonly Target[]> {
  const found = tally()
  const near = tally()
  const holds = tally()
  for (const seed of seeds) {
    const { findings, results } = await adviceOf(one.settings(seed), seed)
    const of = findings.filter(({ rule }) => rule === one.rule)
    const those = of.filter((finding) => one.isIt(finding, seed))
    const it = those.find(({ outcome }) => outcome === 'measured') ?? those[0]
    add(found, it !== undefined)
    if (it === undefined) {
      tell(`${one.name}, seed ${seed}: ${results.find(({ rule }) => rule === one.rule)?.outcome} ${wordsOf(of)}`)
    }
    if (it !== undefined && one.diff !== undefined && it.effect !== null && it.outcome !== 'windows') {
      add(holds, it.effect.low <= 1_000 * one.diff && 1_000 * one.diff <= it.effect.high)
    }
    if (one.rule !== 'A08' || it === undefined) continue
    const days = Math.abs(Date.parse(it.since ?? '') - Date.parse(changeOf(seed))) / DAY_MS
    add(near, days <= NEAR_DAYS)
    if (days > NEAR_DAYS) tell(`${one.name}, seed ${seed}: ${changeOf(seed)} is dated ${it.since}`)
  }
  const targets: Target[] = [{ name: `found: ${one.name}`, ...found, least: MUST_FIND, most: 1 }]
  if (near.of > 0) targets.push({ name: `within ${NEAR_DAYS} days: ${one.name}`, ...near, least: MUST_FIND, most: 1 })
  if (holds.of > 0) targets.push({ name: `the difference's interval holds it: ${one.name}`, ...holds, ...INFORMS })
  return targets
}

/** What is found where nothing is wrong, and whether published intervals hold what is true of all seeds together. */
async function nothingPlanted(
  people: number,
  seeds: readonly number[],
  tell: (line: string) => void,
): Promise<readonly Target[]> {
  const alarmed = tally()
  const coverage = createCoverage()
  for (const seed of seeds) {
    const { findings, figures, cells } = await adviceOf(faultless(people), seed)
    const wrong = findings.filter(isAdvice)
    add(alarmed, wrong.length > 0)
    if (wrong.length > 0) tell(`nothing is wrong, ${people} people, seed ${seed}: ${wordsOf(wrong)}`)
    coverage.add(figures, cells)
  }
  const covered = coverage.covered()
  const total = (of: 'count' | 'of') => covered.reduce((sum, one) => sum + one[of], 0)
  return [
    { name: `alarmed: nothing is wrong, ${people} people`, ...alarmed, least: 0, most: MAY_ALARM },
    { name: `intervals hold the truth, ${people} people`, count: total('count'), of: total('of'), ...COVERS },
    ...covered.map(({ name, ...of }) => ({ name: `  of ${name}`, ...of, ...INFORMS })),
  ]
}

async function confounders(seeds: readonly number[], tell: (line: string) => void): Promise<Target> {
  const alarmed = tally()
  for (const seed of seeds) {
    const { findings } = await adviceOf(confounded(seed), seed)
    const wrong = findings.filter(({ rule }) => rule === 'A01')
    add(alarmed, wrong.length > 0)
    if (wrong.length > 0) tell(`Wi-Fi at ${siteOf(seed)}, old rooms at ${siteOf(seed + 1)}: ${wordsOf(wrong)}`)
  }
  return { name: 'A01 for a site with more Wi-Fi or older rooms', ...alarmed, least: 0, most: 0 }
}

async function small(seeds: readonly number[], tell: (line: string) => void): Promise<Target> {
  const found = tally()
  for (const seed of seeds) {
    const { findings, results } = await adviceOf(smallCustomer(seed), seed)
    const named = new Set(findings.filter(({ rule }) => rule === 'A01').map(({ value }) => value))
    const right = named.size === 1 && named.has(siteOf(seed))
    add(found, right)
    if (!right) {
      tell(
        `120 people, ${siteOf(seed)}, seed ${seed}: ${results.find(({ rule }) => rule === 'A01')?.outcome} ${[...named].join()}`,
      )
    }
  }
  return { name: '120 people, five sites: the bad one is named, and no other', ...found, least: MUST_FIND, most: 1 }
}

async function rooms(seeds: readonly number[], tell: (line: string) => void): Promise<Target> {
  const found = tally()
  for (const seed of seeds) {
    const { findings, results } = await adviceOf(tenRooms(), seed)
    const named = findings.some(
      ({ rule, value, population }) => rule === 'B01' && value === BAD_MODEL && population === 'environment',
    )
    add(found, named)
    if (!named)
      tell(`ten rooms, seed ${seed}: ${results.find(({ rule }) => rule === 'B01')?.outcome} ${wordsOf(findings)}`)
  }
  return { name: 'a bad model of ten rooms is named', ...found, least: MUST_FIND, most: 1 }
}

function wordsOf(findings: readonly Finding[]): string {
  return findings
    .map(({ rule, population, value, value2, outcome, group, reference, effect }) => {
      const rates = `${group.value / 10} % (${group.low / 10}–${group.high / 10}) to ${(reference?.value ?? 0) / 10} %`
      return `[${rule} ${population} ${[value, value2].filter(Boolean).join(' ')} ${outcome ?? ''} ${rates}, ${effect?.diff ?? ''}]`
    })
    .join(' ')
}
