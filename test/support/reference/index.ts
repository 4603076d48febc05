/**
 * Legs of observations, by the words of design section 6 and nothing else: every observation is looked at for every
 * leg, nothing is remembered, and it takes as long as it takes. What `services/rollup` holds must equal this after
 * every run. It shares no code with it.
 */
import type { Leg } from '../../../schemas/leg.ts'
import { legColumns } from '../../../schemas/leg.ts'
import type { Observation } from '../../../schemas/observation.ts'
import { type Conference, conferencesOf } from './conferences.ts'
import { DAY_MS, type Draft, draftsOf } from './drafts.ts'
import { most } from './fields.ts'
import { byKey, dayNumber } from './order.ts'

export { derivedKey } from './conferences.ts'
export { byKey } from './order.ts'

/** How long after its last observation a leg of unknown end is taken to have ended. */
const AFTER_LAST_MS = 60_000

export interface Tenant {
  readonly zone: string
  readonly mode?: 'full' | 'rooms-only'
}

/**
 * @param rows observations of one tenant, in any order, repeats included
 * @returns its legs by day and key; the keys of derived conferences are the reference's own (`derivedKey`)
 */
export function referenceLegs(rows: readonly Observation[], { zone, mode = 'full' }: Tenant): readonly Leg[] {
  const drafts = draftsOf(rows, mode === 'rooms-only')
  const conferences = conferencesOf(rows, drafts)
  return drafts
    .map((draft) => {
      const conference = conferences.find(({ legs }) => legs.includes(draft))
      return legOf(draft, conference, zone)
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)) || byKey(a.leg_key, b.leg_key))
}

function legOf(draft: Draft, conference: Conference | undefined, zone: string): Leg {
  const { timeless, startMs, startBy, duration, knownEndMs } = draft
  const { endMs, endBy } = endOf(draft, conference, zone)
  const cut = Math.min(Math.max(endMs, startMs), startMs + DAY_MS)
  const row: Leg = {
    ...timeless,
    day: localDay(startMs, zone),
    conference_key: conference?.key ?? null,
    conference_by: conference?.by ?? null,
    start_ms: startMs,
    start_by: startBy,
    end_ms: cut,
    end_by: endBy,
    known_end_ms: knownEndMs,
    duration_ms: Math.min(duration ?? cut - startMs, DAY_MS),
    capped: draft.capped,
  }
  return Object.fromEntries(legColumns.map((column) => [column, row[column]])) as Leg
}

function endOf(
  draft: Draft,
  conference: Conference | undefined,
  zone: string,
): { readonly endMs: number; readonly endBy: Leg['end_by'] } {
  const { startMs, endMs, endBy, knownEndMs, lastEvent } = draft
  if (endMs !== null && endBy !== null) return { endMs, endBy }
  const others = (conference?.legs ?? [])
    .filter((leg) => leg !== draft && leg.endBy !== null)
    // A named conference may be used for years: what it was days before or after says nothing.
    .filter((leg) => conference?.by === 'derived' || daysApart(leg.startMs, startMs, zone) <= 1)
  const ofConference = most([...others.map((leg) => leg.knownEndMs), ...(conference?.ends ?? [])])
  if (ofConference !== null && ofConference > knownEndMs) return { endMs: ofConference, endBy: 'conference' }
  return { endMs: Math.max(lastEvent, startMs) + AFTER_LAST_MS, endBy: 'observed' }
}

function daysApart(a: number, b: number, zone: string): number {
  return Math.abs(dayNumber(localDay(a, zone)) - dayNumber(localDay(b, zone)))
}

/** The day on the wall calendar of a zone. */
function localDay(instant: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
