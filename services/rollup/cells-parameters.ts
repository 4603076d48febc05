/** What the statements of step 5 take from the contracts: words and limits of the cube, and the profile that grades. */
import {
  ALONE_MS,
  CONNECTED_MS,
  COUNTED_KINDS,
  DROPS,
  FAILURES,
  type Histogram,
  HISTOGRAM_NAMES,
  HISTOGRAMS,
  HOURS,
  PEOPLE_KINDS,
  PRESENT_KINDS,
  SIZE_BANDS,
  SIZE_FROM,
  UNCOUNTED_DEVICES,
  UNKNOWN,
  WEEKDAYS,
} from '../../schemas/cube.ts'
import { GRADES } from '../../schemas/graded.ts'
import type { Profile } from '../../schemas/profiles.ts'
import { PERSON_IDENTS, PLATFORMS } from '../../schemas/states.ts'

/** Parameters of `sql/cells_*.sql` that are the same for every tenant and day. */
export function cellsParameters(profile: Profile) {
  const { audio, video, windows, alarms, codecs } = profile
  const named = Object.keys(codecs).filter((codec) => codec !== 'other')
  const of = (codec: string) => codecs[codec] ?? codecs.other
  return {
    unknown: UNKNOWN,
    connected_ms: CONNECTED_MS,
    alone_ms: ALONE_MS,
    people_kinds: PEOPLE_KINDS,
    counted_kinds: COUNTED_KINDS,
    present_kinds: PRESENT_KINDS,
    uncounted_devices: UNCOUNTED_DEVICES,
    failures: FAILURES,
    drops: DROPS,
    size_bands: SIZE_BANDS,
    size_from: SIZE_FROM,
    weekdays: WEEKDAYS,
    hours: HOURS,
    grades: GRADES,
    platforms: PLATFORMS,
    idents: PERSON_IDENTS,
    ...perHistogram('edges', (histogram) => HISTOGRAMS[histogram].edges),
    ...perHistogram('bins', (histogram) => HISTOGRAMS[histogram].edges.length + 1),
    // the profile
    shortest_ms: profile.shortest_ms,
    fewest_packets: profile.fewest_packets,
    audio_poor_loss_mp: audio.poor.loss_mp,
    audio_poor_jitter_us: audio.poor.jitter_us,
    audio_poor_rtt_us: audio.poor.rtt_us,
    audio_poor_mos_c: audio.poor.mos_c,
    audio_fair_loss_mp: audio.fair.loss_mp,
    audio_fair_jitter_us: audio.fair.jitter_us,
    audio_fair_rtt_us: audio.fair.rtt_us,
    audio_fair_mos_c: audio.fair.mos_c,
    video_poor_loss_mp: video.poor.loss_mp,
    video_poor_fps: video.poor.fps,
    video_fair_loss_mp: video.fair.loss_mp,
    windows_poor_mp: windows.poor_mp,
    windows_fair_mp: windows.fair_mp,
    alarms_poor_mp: alarms.poor_mp,
    alarms_fair_mp: alarms.fair_mp,
    alarm_platform: ALARM_PLATFORM,
    packetisation_ms: profile.packetisation_ms,
    codecs: named,
    codecs_ie: named.map((codec) => of(codec).ie),
    codecs_bpl: named.map((codec) => of(codec).bpl),
    other_ie: codecs.other.ie,
    other_bpl: codecs.other.bpl,
  } as const
}

/** The platform whose records say at a leg's end which alarms it had: one that is not named there was not. */
const ALARM_PLATFORM = 'cms'

function perHistogram<Value>(name: string, value: (histogram: Histogram) => Value): Record<string, Value> {
  return Object.fromEntries(HISTOGRAM_NAMES.map((histogram) => [`${name}_${histogram}`, value(histogram)]))
}
