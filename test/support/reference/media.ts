/** Media of a leg: the entries of its observations, one for each medium and direction. */
import type { MediaEntry, Observation } from '../../../schemas/observation.ts'
import { MEDIA_DIRS, MEDIA_KINDS } from '../../../schemas/states.ts'

type Figure = 'loss_mp' | 'jitter_us' | 'rtt_us' | 'kbps' | 'fps'
type Count = 'packets' | 'lost' | 'active_ms'

/** Audio, video, content; up before down. */
export function mediaOf(rows: readonly Observation[]): MediaEntry[] {
  const all = rows.flatMap((row) => row.media)
  return MEDIA_KINDS.flatMap((kind) =>
    MEDIA_DIRS.flatMap((dir) => {
      const entries = all.filter((entry) => entry.kind === kind && entry.dir === dir)
      return entries.length <= 1 ? entries : [folded(entries)]
    }),
  )
}

function folded(entries: readonly MediaEntry[]): MediaEntry {
  const { kind, dir } = entries[0] ?? { kind: 'audio', dir: 'up' }
  const pictures = entries
    .filter(({ width, height }) => width !== null && height !== null)
    .toSorted((a, b) => area(b) - area(a) || (b.width ?? 0) - (a.width ?? 0))
  const coded = entries
    .filter(({ codec }) => codec !== null)
    .toSorted((a, b) => (b.active_ms ?? 0) - (a.active_ms ?? 0) || ((a.codec ?? '') < (b.codec ?? '') ? -1 : 1))
  return {
    kind,
    dir,
    codec: coded[0]?.codec ?? null,
    packets: sum(entries, 'packets'),
    lost: sum(entries, 'lost'),
    loss_mp: lossOfCounts(entries) ?? mean(entries, 'loss_mp'),
    loss_max_mp: largest(entries.map((entry) => entry.loss_max_mp)),
    jitter_us: mean(entries, 'jitter_us'),
    jitter_max_us: largest(entries.map((entry) => entry.jitter_max_us)),
    rtt_us: mean(entries, 'rtt_us'),
    kbps: mean(entries, 'kbps'),
    width: pictures[0]?.width ?? null,
    height: pictures[0]?.height ?? null,
    fps: mean(entries, 'fps'),
    active_ms: sum(entries, 'active_ms'),
    samples: entries.reduce((total, entry) => total + (entry.samples ?? 1), 0),
  }
}

/** Up, `packets` arrived and `lost` did not; down, `packets` were sent and at most all of them are lost. */
function lossOfCounts(entries: readonly MediaEntry[]): number | null {
  const counted = entries.filter(({ packets, lost }) => packets !== null && lost !== null)
  const lost = counted.reduce((total, entry) => total + (entry.lost ?? 0), 0)
  const packets = counted.reduce((total, entry) => total + (entry.packets ?? 0), 0)
  const sent = counted[0]?.dir === 'up' ? packets + lost : packets
  return sent === 0 ? null : Math.min(100_000, quotient(BigInt(lost) * 100_000n, BigInt(sent)))
}

/** Weighted by the streams' lengths where all that state the figure have one. */
function mean(entries: readonly MediaEntry[], figure: Figure): number | null {
  const stating = entries.filter((entry) => entry[figure] !== null)
  if (stating.length === 0) return null
  const haveLength = stating.every(({ active_ms }) => (active_ms ?? 0) > 0)
  const weight = (entry: MediaEntry): number => (haveLength ? (entry.active_ms ?? 0) : 1)
  const weights = stating.reduce((total, entry) => total + weight(entry), 0)
  const weighted = stating.reduce((total, entry) => total + BigInt(entry[figure] ?? 0) * BigInt(weight(entry)), 0n)
  return quotient(weighted, BigInt(weights))
}

/** Rounded to whole, half upwards. */
function quotient(of: bigint, by: bigint): number {
  return Number((2n * of + by) / (2n * by))
}

function sum(entries: readonly MediaEntry[], count: Count): number | null {
  const stated = entries.map((entry) => entry[count]).filter((value) => value !== null)
  return stated.length === 0 ? null : stated.reduce((total, value) => total + value, 0)
}

function largest(values: readonly (number | null)[]): number | null {
  const stated = values.filter((value) => value !== null)
  return stated.length === 0 ? null : Math.max(...stated)
}

function area({ width, height }: MediaEntry): number {
  return (width ?? 0) * (height ?? 0)
}
