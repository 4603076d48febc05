/**
 * Quality windows of a leg.
 *
 * `recent_quality` holds the last few windows of about 20 s, of which one class of the call is made, and the event is
 * sent whenever that class changes. So it repeats windows that an earlier event had: in the vendor's example the older
 * entry, 42 s back, is the "good" of `call_quality_was`, which was the newest entry when that class was reported. Two
 * changes within a minute would count their common windows twice. Therefore only the newest window of an event is
 * counted: each event has its own, so every window is counted once over all events.
 */
import type { MediaEntry } from '../../../../schemas/observation.ts'
import type { WindowEvent } from '../../../../schemas/records/pexip/window.ts'
import { type MediaDir, MEDIA_DIRS, MEDIA_KINDS, type MediaKind } from '../../../../schemas/states.ts'
import { Identifier } from '../../identified.ts'
import { bareMedia, lossOf } from '../media.ts'
import { eventIdentity, stated } from './common.ts'
import { type EventOutcome, refused, told } from './outcome.ts'
import { kindOfStream } from './streams.ts'

/** @param eventMs the envelope's time, already judged */
export function decodeWindow(event: WindowEvent, eventMs: number): EventOutcome {
  const uuid = stated(event.data.uuid)
  if (uuid === undefined) return refused('field_missing', 'data.uuid')
  const quality = newestQuality(event.data.recent_quality ?? [])
  return told({
    subject: 'leg',
    platform: 'pexip',
    sourceKind: 'pexip_event',
    subjectId: new Identifier('instance', uuid),
    eventId: eventIdentity(event.event, [uuid], event.time),
    rev: eventMs,
    event_ms: eventMs,
    measuring_point: 'service',
    ...(quality === 1 ? { win_good: 1 } : {}),
    ...(quality === 2 ? { win_ok: 1 } : {}),
    ...(quality === 3 ? { win_bad: 1 } : {}),
    ...(quality === 4 ? { win_terrible: 1 } : {}),
    media: worstLoss(event.data.packet_loss_history ?? []),
  })
}

type Quality = NonNullable<WindowEvent['data']['recent_quality']>
type History = NonNullable<WindowEvent['data']['packet_loss_history']>

/** Class of the window with the latest time; 0 and null (unknown, not in use) are no class. */
function newestQuality(windows: Quality): number | null {
  let newest: Quality[number] | undefined
  for (const window of windows) {
    if (newest === undefined || (window.time ?? 0) >= (newest.time ?? 0)) newest = window
  }
  return newest?.quality ?? null
}

/**
 * The worst loss of any window, for each medium and direction. Nothing else: the packets of a window are counted again
 * in the totals at the stream's end. A window in which nothing flowed says nothing.
 */
function worstLoss(history: History): MediaEntry[] {
  const worst = new Map<`${MediaKind} ${MediaDir}`, number>()
  for (const window of history) {
    const kind = kindOfStream(window.stream_type)
    if (kind === null) continue
    note(worst, kind, 'up', lossOf('up', window.rx_packets_received ?? null, window.rx_packets_lost ?? null))
    note(worst, kind, 'down', lossOf('down', window.tx_packets_sent ?? null, window.tx_packets_lost ?? null))
  }
  const entries: MediaEntry[] = []
  for (const kind of MEDIA_KINDS) {
    for (const dir of MEDIA_DIRS) {
      const loss = worst.get(`${kind} ${dir}`)
      if (loss !== undefined) entries.push({ ...bareMedia(kind, dir), loss_max_mp: loss })
    }
  }
  return entries
}

function note(
  worst: Map<`${MediaKind} ${MediaDir}`, number>,
  kind: MediaKind,
  dir: MediaDir,
  loss: number | null,
): void {
  if (loss === null) return
  const known = worst.get(`${kind} ${dir}`)
  if (known === undefined || loss > known) worst.set(`${kind} ${dir}`, loss)
}
