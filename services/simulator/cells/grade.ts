/**
 * How good a leg was, by the profile. What the simulated platforms never tell (jitter, round trip, MOS) grades nothing
 * here and stands in no histogram.
 */
import { PROFILE } from '../../../schemas/profiles.ts'
import type { MediaDir, MediaKind } from '../../../schemas/states.ts'
import type { TruthLeg, TruthMedia } from '../model.ts'
import { type Addition, additionToBin } from './additive.ts'

type Grade = 'good' | 'fair' | 'poor'
const WORST_LAST: readonly Grade[] = ['good', 'fair', 'poor']

export interface Grades {
  /** By the worst medium and direction; null: not graded. */
  readonly measured: Grade | null
  readonly windows: Grade | null
  readonly alarms: Grade | null
  readonly media: readonly { readonly kind: MediaKind; readonly dir: MediaDir; readonly grade: Grade }[]
}

export function gradesOf(leg: TruthLeg): Grades {
  if (leg.durationMs < PROFILE.shortest_ms) return { measured: null, windows: null, alarms: null, media: [] }
  const media = leg.media.flatMap((entry) => {
    const grade = gradeOfEntry(entry)
    return grade === null ? [] : [{ kind: entry.kind, dir: entry.dir, grade }]
  })
  return {
    measured: WORST_LAST.findLast((grade) => media.some((entry) => entry.grade === grade)) ?? null,
    windows: gradeOfWindows(leg),
    alarms:
      leg.platform === 'cms' && leg.endBy === 'stated' ? gradeOfShare(leg.alarmLossMp ?? 0, PROFILE.alarms) : null,
    media,
  }
}

/** What is drawn as a histogram. */
export function binsOf(leg: TruthLeg): readonly Addition[] {
  if (leg.durationMs < PROFILE.shortest_ms) return []
  return leg.media.flatMap((entry) => {
    const { kind, lossMp, fps } = entry
    if (gradeOfEntry(entry) === null) return []
    if (kind === 'audio' && lossMp !== null) return additionToBin('loss', lossMp)
    return kind === 'video' && fps !== null ? additionToBin('fps', fps) : []
  })
}

function gradeOfEntry({ kind, packets, lossMp, fps }: TruthMedia): Grade | null {
  if (packets !== null && packets < PROFILE.fewest_packets) return null
  const { audio, video } = PROFILE
  if (kind === 'audio') {
    if (lossMp === null) return null
    return lossMp >= audio.poor.loss_mp ? 'poor' : lossMp >= audio.fair.loss_mp ? 'fair' : 'good'
  }
  const pictures = kind === 'video' ? fps : null
  if (lossMp === null && pictures === null) return null
  if ((lossMp ?? 0) >= video.poor.loss_mp || (pictures !== null && pictures < video.poor.fps)) return 'poor'
  return (lossMp ?? 0) >= video.fair.loss_mp ? 'fair' : 'good'
}

function gradeOfWindows({ windows }: TruthLeg): Grade | null {
  if (windows === null) return null
  const { good, ok, bad, terrible } = windows
  const all = good + ok + bad + terrible
  return all === 0 ? null : gradeOfShare(((bad + terrible) * 100_000) / all, PROFILE.windows)
}

/** @param mp milli-percent that is bad */
function gradeOfShare(mp: number, limits: { readonly poor_mp: number; readonly fair_mp: number }): Grade {
  return mp >= limits.poor_mp ? 'poor' : mp >= limits.fair_mp ? 'fair' : 'good'
}
