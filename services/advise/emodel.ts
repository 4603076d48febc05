/**
 * The E-model of ITU-T G.107 in its short form: estimated quality of sound from delay, loss and codec (reference
 * quality-and-advice 1.2). ITU means it for planning, not for opinions: what comes out is always called *estimated*, and
 * it is narrowband whatever the codec.
 */
import type { MediaEntry } from '../../schemas/observation.ts'
import type { Profile } from '../../schemas/profiles.ts'

/** R where nothing disturbs: the recommendation's defaults, no echo, no advantage factor. */
const BEST_R = 93.2
/** One-way delay that nobody notices, ms (mT), and the exponent 6·sT with sT = 1. */
const UNNOTICED_MS = 100
const STEEPNESS = 6

const root = (value: number): number => (1 + value ** STEEPNESS) ** (1 / STEEPNESS)

/** Impairment by delay, points of R. `delayMs`: one-way, mouth to ear, ms. G.107 (06/2015), equation of Idd. */
export function idd(delayMs: number): number {
  if (delayMs <= UNNOTICED_MS) return 0
  const x = Math.log2(delayMs / UNNOTICED_MS)
  return 25 * (root(x) - 3 * root(x / 3) + 2)
}

export interface Connection {
  /** One-way delay, mouth to ear, ms. */
  readonly delayMs: number
  /** Lost packets, percent of all (0–100). */
  readonly lossPct: number
  /** The codec's own impairment and its robustness against loss (ITU-T G.113). */
  readonly ie: number
  readonly bpl: number
  /** 1 where loss is random or only its mean is known. */
  readonly burstR?: number
}

/** The rating R, at most 93.2; may fall below 0. R = 93.2 − Idd − Ie,eff (G.107). */
export function rFactor({ delayMs, lossPct, ie, bpl, burstR = 1 }: Connection): number {
  const codec = ie + (95 - ie) * (lossPct / (lossPct / burstR + bpl))
  return BEST_R - idd(delayMs) - codec
}

/** Mean opinion score of a rating, points from 1 to 4.5 (G.107 annex B; below R 6.5 its curve dips to 0.99). */
export function mosOf(r: number): number {
  if (r <= 0) return 1
  if (r >= 100) return 4.5
  return 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6
}

/**
 * Estimated score of one direction of sound, points; null where round trip or loss is not stated, as an unknown delay or
 * loss is not none. Delay = half the round trip + a jitter buffer of twice the jitter (0 where not stated) +
 * packetisation. Codecs without a row of their own take the profile's `other`.
 */
export function estimateMos(
  entry: Pick<MediaEntry, 'rtt_us' | 'jitter_us' | 'loss_mp' | 'codec'>,
  profile: Pick<Profile, 'codecs' | 'packetisation_ms'>,
): number | null {
  const { rtt_us: rtt, jitter_us: jitter, loss_mp: loss, codec } = entry
  if (rtt === null || loss === null) return null
  const { ie, bpl } = (codec === null ? undefined : profile.codecs[codec]) ?? profile.codecs.other
  const delayMs = rtt / 2000 + (2 * (jitter ?? 0)) / 1000 + profile.packetisation_ms
  return mosOf(rFactor({ delayMs, lossPct: loss / 1000, ie, bpl }))
}
