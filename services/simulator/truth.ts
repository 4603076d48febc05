/**
 * The truth: what must stand in `call_legs` in the end, told from what happened and from the rules of counting (design,
 * sections 5 and 6), without any of the pipeline's code. Small tables of what must come of what are kept by hand.
 */
import { inMonthsFirst24h, monthOf } from './calendar.ts'
import type { Meeting, Organisation, Participation, PlantedFault, Truth, TruthLeg } from './model.ts'
import { conferencesOf, type Countable } from './truth-conferences.ts'
import { equipmentOf, kindOf, mediaOf, personOf, protocolOf } from './truth-leg.ts'
import { placeFinder } from './truth-place.ts'

/** A longer leg is cut. */
const MOST_MS = 86_400_000
const OBSERVED_MS = 60_000

/** Cisco's reasons of legs that nobody answered: what it calls their duration is how long it rang. */
const UNANSWERED: ReadonlySet<string> = new Set(['ringingTimeout', 'remoteBusy', 'remoteRejected', 'dnsFailure'])

export interface TruthSettings {
  readonly seed: number
  readonly zone: string
  readonly faults: readonly PlantedFault[]
  readonly organisation: Organisation
}

export function truthOf(meetings: readonly Meeting[], { seed, zone, faults, organisation }: TruthSettings): Truth {
  const place = placeFinder(organisation)
  const told = meetings.flatMap((meeting, number) =>
    meeting.participations
      .filter((leg) => isTold(meeting, leg))
      .map((leg) => ({ meeting, leg, countable: countableOf(meeting, number, leg, zone) })),
  )
  const conferences = conferencesOf(
    told.map(({ countable }) => countable),
    meetings,
    zone,
  )
  const legs = told.map(({ meeting, leg, countable }): TruthLeg => {
    const conference = conferences.ofLeg.get(leg.id) ?? null
    const end = countable.statedEndMs ?? conference?.endMs ?? countable.startMs + OBSERVED_MS
    const withheld = isWithheld(meeting, leg, zone)
    return {
      id: leg.id,
      platform: meeting.platform,
      startMs: countable.startMs,
      endMs: end,
      durationMs: meeting.platform === 'cms' && UNANSWERED.has(leg.end.native) ? 0 : end - countable.startMs,
      startBy: startBy(meeting, leg),
      endBy: leg.telling !== 'no_end' ? 'stated' : conference === null ? 'observed' : 'conference',
      conference: conference?.id ?? null,
      ...(withheld ? { person: null, personIdent: null } : personOf(meeting.platform, leg)),
      kind: kindOf(meeting.platform, leg),
      protocol: protocolOf(meeting.platform, leg),
      site: place(meeting.platform, leg),
      room: leg.room?.name ?? null,
      endClass: leg.telling === 'no_end' ? null : leg.end.endClass,
      ...equipmentOf(meeting.platform, leg),
      ...(leg.network === undefined ? {} : { network: leg.network }),
      windows: leg.windows,
      alarmLossMp: leg.alarmLossPct > 0 && leg.telling !== 'no_end' ? Math.round(leg.alarmLossPct * 1000) : null,
      media: mediaOf(meeting.platform, leg),
    }
  })
  return {
    seed,
    zone,
    legs,
    conferences: conferences.all,
    persons: [...new Set(legs.flatMap(({ person }) => person ?? []))].toSorted(),
    faults,
  }
}

/** Pexip's nodes tell no legs of the links between them. */
function isTold({ platform }: Meeting, { way }: Participation): boolean {
  return platform !== 'pexip' || way !== 'bridge'
}

function countableOf(meeting: Meeting, number: number, leg: Participation, zone: string): Countable {
  const named = meeting.platform === 'pexip' && meeting.name !== '' && !isWithheld(meeting, leg, zone)
  return {
    id: leg.id,
    stated: meeting.platform === 'cms' && meeting.ids.length > 0 ? number : null,
    name: named ? meeting.name : null,
    month: monthOf(leg.joinMs, zone),
    startMs: leg.joinMs,
    statedEndMs: leg.telling === 'no_end' ? null : Math.min(leg.leaveMs, leg.joinMs + MOST_MS),
  }
}

/** A leg none of whose records states its start and names somebody at once, heard of in a month's first 24 hours. */
function isWithheld({ platform }: Meeting, leg: Participation, zone: string): boolean {
  if (platform === 'pexip') return leg.telling === 'end_only' && inMonthsFirst24h(leg.leaveMs, zone)
  return leg.telling === 'no_start' && inMonthsFirst24h(leg.joinMs, zone)
}

/** A Pexip leg's end repeats when it began, unless it is told not to. */
function startBy({ platform }: Meeting, { telling }: Participation): string {
  return telling === (platform === 'pexip' ? 'end_only' : 'no_start') ? 'counted_back' : 'stated'
}
