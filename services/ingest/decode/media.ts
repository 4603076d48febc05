/**
 * Media of a record: its several streams of one medium in one direction become one entry, so that a record has at most
 * six (three media, two directions). Shared by the decoders. All figures are whole numbers; half rounds up.
 */
import type { MediaEntry } from '../../../schemas/observation.ts'
import { type MediaDir, type MediaKind, MEDIA_DIRS, MEDIA_KINDS } from '../../../schemas/states.ts'

/** Largest figure a stored count can hold. */
const MOST = 4_294_967_295

/** 100 %. */
const ALL_MP = 100_000

/** An entry that says nothing but its medium and direction. */
export function bareMedia(kind: MediaKind, dir: MediaDir): MediaEntry {
  return {
    kind,
    dir,
    codec: null,
    packets: null,
    lost: null,
    loss_mp: null,
    loss_max_mp: null,
    jitter_us: null,
    jitter_max_us: null,
    rtt_us: null,
    kbps: null,
    width: null,
    height: null,
    fps: null,
    active_ms: null,
    samples: null,
  }
}

/**
 * Loss in milli-percent from counts, or null where nothing flowed.
 *
 * Up, `packets` are those that the service received, so `packets + lost` were sent. Down, `packets` are those that it
 * sent, and the far end reported `lost` of them (its reports can exceed what was sent: at most 100 %).
 */
export function lossOf(dir: MediaDir, packets: number | null, lost: number | null): number | null {
  if (packets === null || lost === null) return null
  const sent = dir === 'up' ? packets + lost : packets
  return sent > 0 ? Math.min(ALL_MP, Math.round((lost * ALL_MP) / sent)) : null
}

/** `1280x720` to pixels; null for anything else, such as an empty text or the word "None". */
export function resolutionOf(text: string | null | undefined): { width: number; height: number } | null {
  const match = /^([1-9]\d{0,4})[xX*]([1-9]\d{0,4})$/u.exec(text ?? '')
  return match === null ? null : { width: Number(match[1]), height: Number(match[2]) }
}

/**
 * Folds streams into entries, one for each (kind, dir), ordered by medium, then up before down.
 *
 * Packets, lost and samples are summed (a stream without `samples` is one); loss is that of the sums, or the mean where
 * no counts are stated; means (loss, jitter, round trip, bit rate, frame rate) are weighted by the streams' lengths if
 * all that state the figure also state a length, else plain; maxima stay maxima; the resolution is the largest, the
 * codec that of the longest stream.
 */
export function foldMedia(streams: readonly MediaEntry[]): MediaEntry[] {
  const groups: (MediaEntry[] | undefined)[] = []
  for (const stream of streams) {
    const at = MEDIA_KINDS.indexOf(stream.kind) * MEDIA_DIRS.length + MEDIA_DIRS.indexOf(stream.dir)
    const group = groups[at]
    if (group === undefined) groups[at] = [stream]
    else group.push(stream)
  }
  const entries: MediaEntry[] = []
  for (const group of groups) {
    const first = group?.[0]
    if (group === undefined || first === undefined) continue
    if (group.length > 1) entries.push(fold(group, first.kind, first.dir))
    else entries.push(first.samples === null ? { ...first, samples: 1 } : first)
  }
  return entries
}

function fold(streams: readonly MediaEntry[], kind: MediaKind, dir: MediaDir): MediaEntry {
  const packets = sum(streams, 'packets')
  const lost = sum(streams, 'lost')
  const counted = streams.filter((stream) => stream.packets !== null && stream.lost !== null)
  const picture = largest(streams)
  return {
    kind,
    dir,
    codec: longestWithCodec(streams)?.codec ?? null,
    packets,
    lost,
    loss_mp: lossOf(dir, sum(counted, 'packets'), sum(counted, 'lost')) ?? mean(streams, 'loss_mp'),
    loss_max_mp: most(streams, 'loss_max_mp'),
    jitter_us: mean(streams, 'jitter_us'),
    jitter_max_us: most(streams, 'jitter_max_us'),
    rtt_us: mean(streams, 'rtt_us'),
    kbps: mean(streams, 'kbps'),
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    fps: mean(streams, 'fps'),
    active_ms: sum(streams, 'active_ms'),
    samples: streams.reduce((samples, stream) => samples + (stream.samples ?? 1), 0),
  }
}

type Figure = {
  [K in keyof MediaEntry]: MediaEntry[K] extends number | null ? K : never
}[keyof MediaEntry]

/** Bounded by what a count can hold: only a hostile record comes near. */
function sum(streams: readonly MediaEntry[], figure: Figure): number | null {
  let total: number | null = null
  for (const stream of streams) {
    const value = stream[figure]
    if (value !== null) total = Math.min(MOST, (total ?? 0) + value)
  }
  return total
}

function most(streams: readonly MediaEntry[], figure: Figure): number | null {
  let best: number | null = null
  for (const stream of streams) {
    const value = stream[figure]
    if (value !== null && (best === null || value > best)) best = value
  }
  return best
}

function mean(streams: readonly MediaEntry[], figure: Figure): number | null {
  let weighted = 0
  let weights = 0
  let plain = 0
  let stating = 0
  let allHaveLength = true
  for (const stream of streams) {
    const value = stream[figure]
    if (value === null) continue
    const length = stream.active_ms ?? 0
    if (length === 0) allHaveLength = false
    weighted += value * length
    weights += length
    plain += value
    stating += 1
  }
  if (stating === 0) return null
  return Math.round(allHaveLength ? weighted / weights : plain / stating)
}

function largest(streams: readonly MediaEntry[]): MediaEntry | null {
  let best: MediaEntry | null = null
  for (const stream of streams) {
    if (stream.width === null || stream.height === null) continue
    if (best === null || stream.width * stream.height > (best.width ?? 0) * (best.height ?? 0)) best = stream
  }
  return best
}

function longestWithCodec(streams: readonly MediaEntry[]): MediaEntry | null {
  let best: MediaEntry | null = null
  for (const stream of streams) {
    if (stream.codec === null) continue
    if (best === null || (stream.active_ms ?? 0) > (best.active_ms ?? 0)) best = stream
  }
  return best
}
