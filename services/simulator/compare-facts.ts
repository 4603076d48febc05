/** A leg of the truth and a stored leg in the same words, so that they can be laid side by side. */
import type { Leg } from '../../schemas/leg.ts'
import type { MediaEntry } from '../../schemas/observation.ts'
import { SITE_WORDS } from '../../schemas/states.ts'
import type { TruthLeg, TruthMedia } from './model.ts'

/** What is compared of a leg, by the name of its column, in one order; keys stand only for whether there is one. */
export type Facts = Readonly<Record<string, string | number | null>>

/** Names of what stands in stored legs as ids. */
export interface Names {
  /** Site id to name. */
  readonly sites: ReadonlyMap<string, string>
  /** Room id to name. */
  readonly rooms: ReadonlyMap<string, string>
}

const WORDS: ReadonlySet<string> = new Set(SITE_WORDS)
const present = (key: string | null): string | null => (key === null ? null : 'present')
/** A class of which no window was told is not 0 but unknown. */
const counted = (windows: number | undefined): number | null =>
  windows === undefined || windows === 0 ? null : windows

export function factsOfTruth(leg: TruthLeg): Facts {
  return {
    platform: leg.platform,
    start_ms: leg.startMs,
    end_ms: leg.endMs,
    duration_ms: leg.durationMs,
    start_by: leg.startBy,
    end_by: leg.endBy,
    conference_key: present(leg.conference),
    person_key: present(leg.person),
    person_ident: leg.personIdent,
    kind: leg.kind,
    protocol: leg.protocol,
    site: leg.site,
    room_id: leg.room,
    end_class: leg.endClass,
    vendor: leg.vendor,
    model: leg.model,
    software: leg.software,
    device_class: leg.deviceClass,
    win_good: counted(leg.windows?.good),
    win_ok: counted(leg.windows?.ok),
    win_bad: counted(leg.windows?.bad),
    win_terrible: counted(leg.windows?.terrible),
    alarm_loss_mp: leg.alarmLossMp,
    ...mediaFacts(leg.media.map(wordsOfTruth)),
  }
}

export function factsOfStored(leg: Leg, { sites, rooms }: Names): Facts {
  return {
    platform: leg.platform,
    start_ms: leg.start_ms,
    end_ms: leg.end_ms,
    duration_ms: leg.duration_ms,
    start_by: leg.start_by,
    end_by: leg.end_by,
    conference_key: present(leg.conference_key),
    person_key: present(leg.person_key),
    person_ident: leg.person_ident,
    kind: leg.kind,
    protocol: leg.protocol,
    site: leg.site === null || WORDS.has(leg.site) ? leg.site : (sites.get(leg.site) ?? `no site: ${leg.site}`),
    room_id: leg.room_id === null ? null : (rooms.get(leg.room_id) ?? `no room: ${leg.room_id}`),
    end_class: leg.end_class,
    vendor: leg.vendor,
    model: leg.model,
    software: leg.software,
    device_class: leg.device_class,
    win_good: leg.win_good,
    win_ok: leg.win_ok,
    win_bad: leg.win_bad,
    win_terrible: leg.win_terrible,
    alarm_loss_mp: leg.alarm_loss_mp,
    ...mediaFacts(leg.media.map(wordsOfStored)),
  }
}

/** Fields in which two legs differ. */
export function differing(truth: Facts, stored: Facts): readonly string[] {
  const fields = new Set([...Object.keys(truth), ...Object.keys(stored)])
  return [...fields].filter((field) => (truth[field] ?? null) !== (stored[field] ?? null))
}

type Words = readonly [field: string, words: string]

/** One field a medium and direction, always in one order; should one stand twice, both are seen. */
function mediaFacts(media: readonly Words[]): Facts {
  const facts: Record<string, string> = {}
  const inOrder = media.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
  for (const [field, words] of inOrder) facts[field] = facts[field] === undefined ? words : `${facts[field]} + ${words}`
  return facts
}

function wordsOfTruth(entry: TruthMedia): Words {
  const { kind, dir, codec, packets, lost, lossMp, kbps, width, height, fps } = entry
  return [`media ${kind} ${dir}`, wordsOf([codec, packets, lost, lossMp, kbps, width, height, fps])]
}

function wordsOfStored(entry: MediaEntry): Words {
  const { kind, dir, codec, packets, lost, loss_mp: lossMp, kbps, width, height, fps } = entry
  return [`media ${kind} ${dir}`, wordsOf([codec, packets, lost, lossMp, kbps, width, height, fps])]
}

function wordsOf(values: readonly (string | number | null)[]): string {
  const [codec, packets, lost, lossMp, kbps, width, height, fps] = values.map((value) => value ?? '-')
  return `${codec} ${packets} packets, ${lost} lost (${lossMp} mp), ${kbps} kbps, ${width}x${height} at ${fps}`
}
