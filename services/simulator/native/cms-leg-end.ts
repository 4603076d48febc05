/** What a call bridge tells of a leg when it has ended: why, how long it was, and what was measured of it. */
import type { MediaDir, MediaKind } from '../../../schemas/states.ts'
import type { Participation } from '../model.ts'
import type { Random } from '../random.ts'
import { element } from './cms-xml.ts'

/** A record before it has a call bridge. */
export interface ToldRecord {
  readonly atMs: number
  readonly type: string
  readonly text: string
}

/** Reasons of a leg that was never answered. */
export const UNANSWERED: ReadonlySet<string> = new Set(['ringingTimeout', 'remoteBusy', 'remoteRejected', 'dnsFailure'])

const CODECS: Readonly<Record<string, string>> = { aac: 'aacLd', g7221: 'g722_1c' }

export function legEnd(leg: Participation, random: Random): ToldRecord {
  const seconds = Math.round((leg.leaveMs - leg.joinMs) / 1000)
  const unanswered = UNANSWERED.has(leg.end.native)
  const told = {
    reason: leg.end.native,
    remoteTeardown: leg.end.native === 'remoteTeardown',
    durationSeconds: leg.telling === 'start_unstated' ? undefined : seconds,
    activatedDuration: unanswered ? undefined : seconds,
  }
  const alarm =
    leg.alarmLossPct > 0 ? `<alarm type="packetLoss" durationPercentage="${leg.alarmLossPct.toFixed(1)}"/>` : ''
  const jitter = random.chance(0.3) ? '<alarm type="excessiveJitter" durationPercentage="0.0"/>' : ''
  const encrypted = leg.way === 'phone' ? 'unencryptedMedia' : 'encryptedMedia'
  const media = unanswered ? '' : `<${encrypted}>true</${encrypted}>${mediaOf(leg)}`
  return { atMs: leg.leaveMs, type: 'callLegEnd', text: element('callLeg', leg.id, told, alarm + jitter + media) }
}

const MEDIA = [
  ['rxAudio', 'audio', 'up'],
  ['txAudio', 'audio', 'down'],
  ['rxVideo', 'video', 'up'],
  ['txVideo', 'video', 'down'],
] as const satisfies readonly (readonly [string, MediaKind, MediaDir])[]

function mediaOf({ streams }: Participation): string {
  let xml = ''
  for (const [name, kind, dir] of MEDIA) {
    const stream = streams.find((stream) => stream.kind === kind && stream.dir === dir)
    if (stream === undefined) continue
    const size =
      stream.width === null || stream.height === null
        ? ''
        : `<maxSizeWidth>${stream.width}</maxSizeWidth><maxSizeHeight>${stream.height}</maxSizeHeight>`
    xml += `<${name}><codec>${CODECS[stream.codec] ?? stream.codec}</codec>${size}</${name}>`
  }
  return xml
}
