/** `callLegEnd` to a leg: how it ended and how good it was. It names neither the call nor the far end. */
import type { CallLegEnd } from '../../../../schemas/records/cms/call-leg.ts'
import type { MediaEntry } from '../../../../schemas/observation.ts'
import type { MediaDir, MediaKind } from '../../../../schemas/states.ts'
import type { IdentifiedObservation } from '../../identified.ts'
import { codecOf } from '../codec.ts'
import { bareMedia } from '../media.ts'
import { stated } from '../stated.ts'
import { about, type Head, link } from './about.ts'
import { endOf } from './reasons.ts'

type Leg = CallLegEnd['callLeg']

/** Received by the server = from the participant = up. */
const MEDIA = [
  ['rxAudio', 'audio', 'up'],
  ['txAudio', 'audio', 'down'],
  ['rxVideo', 'video', 'up'],
  ['txVideo', 'video', 'down'],
] as const satisfies readonly (readonly [keyof Leg, MediaKind, MediaDir])[]

export function fromCallLegEnd(head: Head, { callLeg }: CallLegEnd): IdentifiedObservation {
  const end = endOf(callLeg.reason, callLeg.remoteTeardown)
  const stated_ms = callLeg.durationSeconds === undefined ? undefined : Math.round(callLeg.durationSeconds * 1000)
  const alarms = alarmsOf(callLeg)
  const media = mediaOf(callLeg)
  const measured = media.length > 0 || Object.values(alarms).some((share) => share !== undefined)
  return stated<IdentifiedObservation>({
    ...about(head, callLeg['@id']),
    subject: 'leg',
    links: link(callLeg.groupId),
    measuring_point: measured ? 'service' : undefined,
    end_ms: head.event_ms,
    duration_ms: end.unanswered ? 0 : stated_ms,
    ring_ms: end.unanswered ? stated_ms : undefined,
    encrypted: encrypted(callLeg),
    end_class: end.end_class,
    end_code: end.end_code,
    ...alarms,
    media: media.length > 0 ? media : undefined,
  })
}

/** Encrypted only if all of it was. */
function encrypted({ encryptedMedia, unencryptedMedia }: Leg): boolean | undefined {
  if (encryptedMedia === undefined && unencryptedMedia === undefined) return undefined
  return encryptedMedia === true && unencryptedMedia !== true
}

/** Share of the leg's time in alarm, milli-percent; the largest where one alarm stands twice. */
function alarmsOf({ alarm }: Leg) {
  const share = (type: string): number | undefined => {
    const shares: number[] = []
    for (const one of alarm ?? []) {
      const percent = one['@durationPercentage']
      if (one['@type'] === type && percent !== undefined) shares.push(Math.round(percent * 1000))
    }
    return shares.length === 0 ? undefined : Math.max(...shares)
  }
  return {
    alarm_loss_mp: share('packetLoss'),
    alarm_jitter_mp: share('excessiveJitter'),
    alarm_rtt_mp: share('highRoundTripTime'),
  }
}

/** Codec and largest picture. An element that states neither, or a size of 0, is no medium. */
function mediaOf(leg: Leg): readonly MediaEntry[] {
  const entries: MediaEntry[] = []
  for (const [element, kind, dir] of MEDIA) {
    let entry = bareMedia(kind, dir)
    for (const one of leg[element] ?? []) {
      const [width, height] = [one.maxSizeWidth ?? 0, one.maxSizeHeight ?? 0]
      entry = { ...entry, codec: entry.codec ?? codecOf(one.codec) }
      if (width * height > (entry.width ?? 0) * (entry.height ?? 0)) entry = { ...entry, width, height }
    }
    if (entry.codec !== null || entry.width !== null) entries.push(entry)
  }
  return entries
}
