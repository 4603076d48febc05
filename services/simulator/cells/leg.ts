/**
 * A leg of the truth as it is counted: to which groups it belongs, and what it adds to them. By the words of
 * `schemas/cube.ts` and the profile's limits alone, without any of the pipeline's code: this is the judge.
 */
import {
  ALONE_MS,
  CONNECTED_MS,
  COUNTED_KINDS,
  type Dimension,
  DROPS,
  type Failure,
  FAILURES,
  HOURS,
  type Outcome,
  PEOPLE_KINDS,
  type Population,
  SIZE_BANDS,
  SIZE_FROM,
  type Sum,
  UNCOUNTED_DEVICES,
  UNKNOWN,
  WEEKDAYS,
} from '../../../schemas/cube.ts'
import { PROFILE } from '../../../schemas/profiles.ts'
import { SITE_WORDS } from '../../../schemas/states.ts'
import type { Truth, TruthLeg } from '../model.ts'
import { type Addition, additionTo } from './additive.ts'
import { binsOf, gradesOf, type Grades } from './grade.ts'
import { createHours, type Hours } from './hours.ts'
import { type Presence, presenceOf } from './presence.ts'

/** What the product calls what the truth calls by name. */
export interface Naming {
  readonly site: (name: string) => string
  readonly room: (name: string) => string
  readonly source: (platform: TruthLeg['platform']) => string
}

/** The truth's own names, for worlds that no product has seen. */
export const OWN_NAMES: Naming = { site: (name) => name, room: (name) => name, source: (platform) => platform }

export interface CountedLeg {
  readonly day: string // local day of the start, YYYY-MM-DD
  readonly population: Population
  readonly values: Readonly<Record<Dimension, string>>
  readonly deviceClass: string
  /** null: of none. */
  readonly inConference: string | null
  /** The legs that share luck: those of one conference on one day; a leg of none is its own. */
  readonly cluster: string
  /** Whose leg it is, where that counts. */
  readonly person: string | null
  /** Whose leg it is, also where that does not count; null: of nobody who may be a person. */
  readonly caller: string | null
  /** Persons are counted for each of these by themselves. */
  readonly personGroup: string
  readonly connected: boolean
  readonly failed: boolean
  readonly ms: number // of a connected leg; else 0
  /** What it adds to the sums that are no clusters' sums, and to the histograms. */
  readonly adds: readonly Addition[]
  /** Whether it has an outcome, where that is known. */
  readonly outcomes: readonly (readonly [outcome: Outcome, has: boolean])[]
  readonly media: Grades['media']
}

const LONGEST_MS = 86_400_000
const PEOPLE: ReadonlySet<string> = new Set(PEOPLE_KINDS)
const COUNTED: ReadonlySet<string> = new Set(COUNTED_KINDS)
const MACHINES: ReadonlySet<string | null> = new Set(UNCOUNTED_DEVICES)
const FAILED: ReadonlySet<string | null> = new Set(FAILURES)
const DROPPED: ReadonlySet<string | null> = new Set(DROPS)
const WORDS: ReadonlySet<string> = new Set(SITE_WORDS)

/** The legs of people and of rooms; those of machines count in no cell. */
export function countedLegs({ legs, zone }: Pick<Truth, 'legs' | 'zone'>, naming: Naming): readonly CountedLeg[] {
  const presence = presenceOf(legs)
  const hours = createHours(zone)
  return legs.flatMap((leg) => {
    const population = populationOf(leg)
    return population === null ? [] : [counted(leg, population, { presence, hours, naming })]
  })
}

function populationOf({ room, kind }: TruthLeg): Population | null {
  if (room !== null) return 'environment'
  return PEOPLE.has(kind) ? 'people' : null
}

interface Around {
  readonly presence: Presence
  readonly hours: Hours
  readonly naming: Naming
}

function counted(leg: TruthLeg, population: Population, { presence, hours, naming }: Around): CountedLeg {
  const { day, hour } = hours(leg.startMs)
  const connected = leg.durationMs >= CONNECTED_MS
  const ms = connected ? leg.durationMs : 0
  const failure = !connected && FAILED.has(leg.endClass) ? (leg.endClass as Failure) : null
  const dropped = connected && DROPPED.has(leg.endClass)
  const aloneMs = connected ? (presence.aloneMs.get(leg.id) ?? 0) : 0
  const gradeable = leg.durationMs >= PROFILE.shortest_ms
  const grades = gradesOf(leg)
  const { measured, windows, alarms } = grades
  const outcomes: (readonly [Outcome, boolean])[] = [['failed', failure !== null]]
  if (connected) outcomes.push(['dropped', dropped])
  if (connected && leg.conference !== null) outcomes.push(['alone', aloneMs >= ALONE_MS])
  for (const [kind, grade] of [
    ['measured', measured],
    ['windows', windows],
    ['alarms', alarms],
  ] as const) {
    if (grade !== null) outcomes.push([kind, grade === 'poor'])
  }
  const adds: (readonly [Sum, number])[] = [
    ['legs', 1],
    ['connected', Number(connected)],
    ['ms', ms],
    ['failed', Number(failure !== null)],
    ['dropped', Number(dropped)],
    ['alone_ms', aloneMs],
    ['gradeable', Number(gradeable)],
    ['ungraded', Number(gradeable && measured === null && windows === null && alarms === null)],
    ['measured_fair', Number(measured === 'fair')],
    ['windows_fair', Number(windows === 'fair')],
    ['alarms_fair', Number(alarms === 'fair')],
  ]
  if (failure !== null) adds.push([`failed_${failure}`, 1])
  for (const { kind, dir, grade } of grades.media) {
    adds.push([`graded_${kind}_${dir}`, 1], [`poor_${kind}_${dir}`, Number(grade === 'poor')])
  }
  const person = countingPerson(leg, connected)
  return {
    day,
    population,
    values: valuesOf(leg, { day, hour, size: presence.size.get(leg.conference ?? ''), naming }),
    deviceClass: leg.deviceClass ?? UNKNOWN,
    inConference: leg.conference,
    cluster: `${leg.conference ?? leg.id} ${day}`,
    person,
    caller: callerOf(leg),
    failed: failure !== null,
    personGroup: `${leg.platform} ${leg.personIdent}`,
    connected,
    ms,
    adds: [...adds.map(([sum, by]) => additionTo(sum, by)), ...binsOf(leg)].filter(({ by }) => by > 0),
    outcomes,
    media: grades.media,
  }
}

/** In doubt nobody is counted (design, section 7, `n_persons`). */
function countingPerson(leg: TruthLeg, connected: boolean): string | null {
  if (leg.person === null || !connected || leg.conference === null || leg.room !== null) return null
  if (!COUNTED.has(leg.kind) || MACHINES.has(leg.deviceClass) || leg.durationMs >= LONGEST_MS) return null
  return `${leg.person} ${leg.personIdent}`
}

function callerOf(leg: TruthLeg): string | null {
  if (leg.person === null || leg.room !== null || !PEOPLE.has(leg.kind) || MACHINES.has(leg.deviceClass)) return null
  return `${leg.person} ${leg.personIdent}`
}

interface When {
  readonly day: string
  readonly hour: number
  readonly size: number | undefined
  readonly naming: Naming
}

function valuesOf(leg: TruthLeg, { day, hour, size, naming }: When): CountedLeg['values'] {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7
  const band = SIZE_FROM.findLastIndex((from) => (size ?? 0) >= from)
  return {
    site: leg.site === null ? UNKNOWN : WORDS.has(leg.site) ? leg.site : naming.site(leg.site),
    platform: leg.platform,
    network: leg.network ?? UNKNOWN,
    transport: UNKNOWN, // of the platforms that are simulated none tells it
    model: leg.vendor === null || leg.model === null ? UNKNOWN : `${leg.vendor} ${leg.model}`,
    software: leg.software ?? UNKNOWN,
    size: leg.conference === null || band < 0 ? UNKNOWN : (SIZE_BANDS[band] ?? UNKNOWN),
    weekday: WEEKDAYS[Math.min(weekday, 5)] ?? UNKNOWN,
    hour: hour < 8 || hour >= 18 ? HOURS[0] : (HOURS[hour - 7] ?? UNKNOWN),
    room: leg.room === null ? '' : naming.room(leg.room),
  }
}
