/** Windows of 20 s in which a Pexip node judges a leg. */
import type { MediaKind } from '../../../schemas/states.ts'
import type { Participation, Stream } from '../model.ts'
import type { Random } from '../random.ts'
import { secondsOf, type Us } from './pexip-clock.ts'
import { STREAM_TYPES } from './pexip-streams.ts'

const QUALITY = { good: 1, ok: 2, bad: 3, terrible: 4 } as const
type Class = keyof typeof QUALITY

/** Percent of loss that makes a window of the class (reference cdr-formats, 1b). */
const LOSS: Readonly<Record<Class, number>> = { good: 0, ok: 2, bad: 6, terrible: 15 }
const PACKETS: Readonly<Record<MediaKind, number>> = { audio: 1_000, video: 2_200, content: 400 }

/** One event of `participant_media_stream_window`. */
export interface Window {
  readonly us: Us
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * An event for each window, evenly over the leg. Each repeats the window of the one before, as the platform does; the
 * loss of each medium stands beside it only if the leg's media are told at its end (a leg of which only worst losses
 * are known would have media without figures).
 */
export function windowsOf(uuid: string, leg: Participation, fromMs: number, random: Random): Window[] {
  const classes = classesOf(leg, random)
  const step = (leg.leaveMs - fromMs) / (classes.length + 1)
  const told: Window[] = []
  let was: string = '0_unknown'
  let before: object[] = []
  for (const [place, quality] of classes.entries()) {
    const ms = Math.floor(fromMs + step * (place + 1))
    const us = ms * 1000 + place
    const now = `${QUALITY[quality]}_${quality}`
    const newest = { time: secondsOf(us), quality: QUALITY[quality], presentation: null, applicationsharing: null }
    const data = {
      uuid,
      call_quality_was: was,
      call_quality_now: now,
      packet_loss_history: leg.telling === 'no_end' ? [] : lossOf(leg.streams, quality, us),
      recent_quality: [...before, { ...newest, time_delta: 0, audio: QUALITY[quality], video: QUALITY[quality] }],
    }
    told.push({ us, data })
    before = [{ ...newest, time_delta: Math.round(-step) / 1000, audio: QUALITY[quality], video: 0 }]
    was = now
  }
  return told
}

/** Classes in a random order, because the event is sent when the class changes. */
function classesOf({ windows }: Participation, random: Random): Class[] {
  const classes: Class[] = []
  if (windows === null) return classes
  for (const quality of ['good', 'ok', 'bad', 'terrible'] as const) {
    for (let i = 0; i < windows[quality]; i += 1) classes.push(quality)
  }
  return random.some(classes, classes.length)
}

function lossOf(streams: readonly Stream[], quality: Class, us: Us): object[] {
  const kinds = [...new Set(streams.map((stream) => stream.kind))]
  return kinds.map((kind, place) => {
    const flows = (dir: Stream['dir']) => streams.some((stream) => stream.kind === kind && stream.dir === dir)
    const lost = Math.round((PACKETS[kind] * LOSS[quality]) / 100)
    return {
      stream_id: String(place),
      stream_type: STREAM_TYPES[kind],
      time: secondsOf(us - 19_800_000),
      time_delta: -19.8,
      tx_packets_sent: flows('down') ? PACKETS[kind] : 0,
      tx_packets_lost: 0,
      rx_packets_received: flows('up') ? PACKETS[kind] - lost : 0,
      rx_packets_lost: flows('up') ? lost : 0,
    }
  })
}
