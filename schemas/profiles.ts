/**
 * Quality profiles: what counts as a good, fair or poor leg. Data, with a version and a date; every figure of quality
 * names its profile. A profile grades what a source measures, in three measuring kinds that are never pooled:
 *
 * - `measured`  loss, jitter, round trip, MOS, frame rate of the media's entries (Pexip, generic records)
 * - `windows`   Pexip's own classes of windows of about 20 s
 * - `alarms`    shares of the leg that Cisco Meeting Server says were in alarm; a leg without an alarm has none
 *
 * Within a leg the worst medium and direction decides. What cannot be graded is not good: it is ungraded.
 * Sources: reference quality-and-advice 1.3; where it says so, house values, shown as such.
 */

/** How quality was found out. */
export const MEASURING_KINDS = ['measured', 'windows', 'alarms'] as const
export type MeasuringKind = (typeof MEASURING_KINDS)[number]

/** One row a codec: equipment impairment and robustness against loss (ITU-T G.113; reference 1.2.2). */
interface CodecImpairment {
  readonly ie: number
  readonly bpl: number
}

/** Limits in the units of `schemas/observation.ts`: mp = milli-percent, us = microseconds, c = hundredths of a point. */
export interface Profile {
  readonly id: string
  /** Since when it is so, `YYYY-MM-DD`. */
  readonly date: string
  /** Shorter legs are not graded, ms. */
  readonly shortest_ms: number
  /** Entries with fewer packets, where the count is known, are not graded. */
  readonly fewest_packets: number
  /** poor: loss ≥, jitter >, round trip >, MOS <. */
  readonly audio: Readonly<
    Record<'poor' | 'fair', { loss_mp: number; jitter_us: number; rtt_us: number; mos_c: number }>
  >
  /** Pictures and shared content. poor: loss ≥, or frame rate < (pictures only); fair: loss ≥. */
  readonly video: { readonly poor: { loss_mp: number; fps: number }; readonly fair: { loss_mp: number } }
  /** Share of the known windows that are bad or terrible, ≥. */
  readonly windows: { readonly poor_mp: number; readonly fair_mp: number }
  /** Largest of the alarms' shares of the leg's time, ≥. */
  readonly alarms: { readonly poor_mp: number; readonly fair_mp: number }
  /** What the E-model takes for each codec; `other` for those that have no row. */
  readonly codecs: Readonly<Record<string, CodecImpairment>> & { readonly other: CodecImpairment }
  /** Delay of packetisation that the E-model adds, ms; the jitter buffer is taken as twice the jitter. */
  readonly packetisation_ms: number
}

/**
 * The house profile. Audio: reference 1.3. Pictures: loss as Polycom RMX and Vidyo have it (1 % and 5 %), frame rate as
 * Microsoft's CQD. Windows and alarms: house values (design, section 9). Opus, G.722 and the like: uncalibrated house
 * values of the narrowband model.
 */
const AVESQO_1 = {
  id: 'avesqo-1',
  date: '2026-11-22',
  shortest_ms: 20_000,
  fewest_packets: 500,
  audio: {
    poor: { loss_mp: 3_000, jitter_us: 40_000, rtt_us: 400_000, mos_c: 310 },
    fair: { loss_mp: 1_000, jitter_us: 30_000, rtt_us: 300_000, mos_c: 360 },
  },
  video: { poor: { loss_mp: 5_000, fps: 7 }, fair: { loss_mp: 1_000 } },
  windows: { poor_mp: 10_000, fair_mp: 3_000 },
  alarms: { poor_mp: 10_000, fair_mp: 2_000 },
  codecs: {
    g711a: { ie: 0, bpl: 25.1 },
    g711u: { ie: 0, bpl: 25.1 },
    g729: { ie: 11, bpl: 19 },
    other: { ie: 0, bpl: 10 },
  },
  packetisation_ms: 20,
} as const satisfies Profile

/** The profile by which cells are graded now. */
export const PROFILE: Profile = AVESQO_1
