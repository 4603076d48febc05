/** Legs, conferences and persons of each month: what the store holds beside what really happened. */
import type { Leg } from '../../../schemas/leg.ts'
import { localMonth } from '../../shared/calendar.ts'
import type { Truth } from '../../simulator/index.ts'
import { table } from '../output.ts'
import type { FoundWords } from '../words/found.ts'

interface Counted {
  readonly legs: number
  readonly conferences: number
  /** Different keys of persons; somebody who also calls by phone has two. */
  readonly persons: number
}

export interface Month {
  readonly month: string
  readonly stored: Counted
  readonly truth: Counted
}

/** What one leg adds to its month. */
interface Counting {
  readonly month: string
  readonly conference: string | null
  readonly person: string | null
}

/** @param legs everything that is stored of the tenant */
export function monthsOf(legs: readonly Leg[], truth: Truth): readonly Month[] {
  const stored = count(
    legs.map((leg) => ({ month: leg.day.slice(0, 7), conference: leg.conference_key, person: leg.person_key })),
  )
  const real = count(
    truth.legs.map((leg) => ({
      month: localMonth(leg.startMs, truth.zone).name,
      conference: leg.conference,
      person: leg.person === null ? null : `${leg.person} ${leg.personIdent ?? ''}`,
    })),
  )
  const none: Counted = { legs: 0, conferences: 0, persons: 0 }
  return [...new Set([...stored.keys(), ...real.keys()])]
    .toSorted()
    .map((month) => ({ month, stored: stored.get(month) ?? none, truth: real.get(month) ?? none }))
}

function count(legs: readonly Counting[]): ReadonlyMap<string, Counted> {
  const months = Map.groupBy(legs, (leg) => leg.month)
  return new Map(
    [...months].map(([month, ofMonth]) => [
      month,
      {
        legs: ofMonth.length,
        conferences: different(ofMonth.map((leg) => leg.conference)),
        persons: different(ofMonth.map((leg) => leg.person)),
      },
    ]),
  )
}

function different(values: readonly (string | null)[]): number {
  return new Set(values.filter((value) => value !== null)).size
}

export function monthsText(months: readonly Month[], { months: head, number, notTrue }: FoundWords): string {
  const both = (name: keyof Counted, { stored, truth }: Month): string =>
    stored[name] === truth[name] ? number(stored[name]) : notTrue(stored[name], truth[name])
  return table(
    [head.month, head.legs, head.conferences, head.persons],
    months.map((month) => [month.month, both('legs', month), both('conferences', month), both('persons', month)]),
  )
}
