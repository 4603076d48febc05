/** Media of a generic record: its units to those of an observation. Half rounds up. */
import type { GenericMedium } from '../../../../schemas/records/generic.ts'
import type { MediaEntry } from '../../../../schemas/observation.ts'
import { codecOf } from '../codec.ts'
import { bareMedia, foldMedia, lossOf } from '../media.ts'

/**
 * Entries by (kind, dir). Where no packet flowed there is no quality: a loss of 0 on 0 packets is not a good medium. A
 * size or rate of 0 is not stated. Loss follows from counts where it is not stated itself.
 */
export function mediaOf(media: readonly GenericMedium[]): MediaEntry[] {
  const entries: MediaEntry[] = []
  for (const one of media) {
    const entry = entryOf(one)
    if (Object.entries(entry).some(([key, value]) => key !== 'kind' && key !== 'dir' && value !== null))
      entries.push(entry)
  }
  return foldMedia(entries)
}

/** Did anything flow, as far as packets are stated? A MOS on zero packets is no measurement. */
export function anyFlow(media: readonly GenericMedium[]): boolean {
  const counts = media.map((one) => one.packets).filter((packets) => packets !== undefined)
  return counts.length === 0 || counts.some((packets) => packets > 0)
}

function entryOf(one: GenericMedium): MediaEntry {
  const bare = bareMedia(one.kind, one.dir)
  const packets = one.packets ?? null
  const sized = {
    ...bare,
    codec: codecOf(one.codec),
    packets,
    width: one.width === undefined || one.width === 0 ? null : one.width,
    height: one.height === undefined || one.height === 0 ? null : one.height,
    active_ms: thousand(one.active_s),
  }
  if (packets === 0) return sized
  return {
    ...sized,
    lost: one.lost ?? null,
    loss_mp: thousand(one.loss_pct) ?? lossOf(one.dir, packets, one.lost ?? null),
    loss_max_mp: thousand(one.loss_max_pct),
    jitter_us: thousand(one.jitter_ms),
    jitter_max_us: thousand(one.jitter_max_ms),
    rtt_us: thousand(one.rtt_ms),
    kbps: rounded(one.kbps),
    fps: one.fps === 0 ? null : rounded(one.fps),
  }
}

function thousand(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 1000)
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value)
}
