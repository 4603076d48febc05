/**
 * Luck: how well a leg's media got through. Legs of one meeting and site share theirs (one random effect for the pair,
 * larger than what the legs have of their own), so that methods that treat legs as independent are found out.
 */
import type { Harm } from './faults.ts'
import type { Device, Participation, Stream, Way } from './model.ts'
import type { Random } from './random.ts'

/** Median share of packets that are lost where nothing is wrong. */
const USUAL_LOSS = 0.0012
/** Spread of the meeting's luck at a site, and of a leg's own, as deviations of the logarithm. */
const SHARED_SPREAD = 0.9
const OWN_SPREAD = 0.3
const MOST_LOSS = 0.35
/** Shorter legs have no media worth telling. */
const SHORTEST_MEDIA_S = 20
const WINDOW_S = 20
const MOST_WINDOWS = 5
const PICTURES: readonly [Picture, ...Picture[]] = [
  [1280, 720],
  [1920, 1080],
  [640, 360],
]
type Picture = readonly [width: number, height: number]

/** Loss of sound that makes a leg poor, less what its worse direction has more than its better one. */
const POOR_LOSS = 0.03 / 1.033

/**
 * The harm to the loss by which this share of the legs is poor by measurements: the loss is log-normal, and sound reaches
 * its limit before pictures do.
 */
export function lossOfPoorRate(rate: number): number {
  const spread = Math.hypot(SHARED_SPREAD, OWN_SPREAD)
  return POOR_LOSS / Math.exp(spread * upperQuantile(rate)) / USUAL_LOSS
}

/** Of the normal distribution (Abramowitz and Stegun 26.2.23, within 0.00045). */
function upperQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p))
  const [above, below] = [2.515517 + t * (0.802853 + 0.010328 * t), 1 + t * (1.432788 + t * (0.189269 + 0.001308 * t))]
  return t - above / below
}

/** The luck of one meeting by site: a factor on the loss of every leg there. */
export function createShared(random: Random): (place: string) => number {
  const known = new Map<string, number>()
  return (place) => {
    const drawn = known.get(place) ?? Math.exp(SHARED_SPREAD * random.normal())
    known.set(place, drawn)
    return drawn
  }
}

export interface MediaQuestion {
  readonly way: Way
  readonly device: Device
  readonly seconds: number
  readonly shared: number
  readonly harm: Harm
  /** Pexip measures more than Cisco tells; a content stream is told by Pexip only. */
  readonly content: boolean
  readonly presents: boolean
}

/** Share of packets lost by sound and by pictures. */
export interface Loss {
  readonly audio: number
  readonly video: number
}

export function drawLoss(random: Random, { shared, harm }: Pick<MediaQuestion, 'shared' | 'harm'>): Loss {
  const audio = USUAL_LOSS * shared * harm.loss * Math.exp(OWN_SPREAD * random.normal())
  return { audio: Math.min(MOST_LOSS, audio), video: Math.min(MOST_LOSS, audio * 1.3 * harm.videoLoss) }
}

/** At most one stream for each medium and direction. */
export function drawStreams(random: Random, question: MediaQuestion, loss: Loss): Stream[] {
  const { way, device, seconds, content, presents } = question
  if (seconds < SHORTEST_MEDIA_S) return []
  const browser = device.deviceClass === 'browser'
  const both = ['up', 'down'] as const
  const streams: Stream[] = []
  const audio = way === 'phone' ? 'g711a' : browser ? 'opus' : random.pick(['opus', 'aac', 'g722'])
  for (const dir of both) {
    streams.push(stream(random, 'audio', dir, audio, { seconds, perSecond: 50, kbps: 56, loss: loss.audio }))
  }
  if (way === 'phone') return streams
  const [width, height] = random.pick(PICTURES)
  for (const dir of both) {
    const figures = { seconds, perSecond: 110, kbps: Math.round(width * 1.1), loss: loss.video }
    const fps = random.whole(24, 30)
    streams.push({ ...stream(random, 'video', dir, browser ? 'vp8' : 'h264', figures), width, height, fps })
  }
  if (!content) return streams
  const figures = {
    seconds: Math.max(SHORTEST_MEDIA_S, Math.floor(seconds / 2)),
    perSecond: 24,
    kbps: 420,
    loss: loss.video,
  }
  const shown = stream(random, 'content', presents ? 'up' : 'down', browser ? 'vp8' : 'h264', figures)
  return [...streams, { ...shown, width: 1920, height: 1080, fps: random.whole(4, 15) }]
}

/** The classes of some 20-second windows: below 1 % good, 3 % ok, 10 % bad, else terrible. */
export function drawWindows(random: Random, seconds: number, loss: Loss): Participation['windows'] {
  const most = Math.min(MOST_WINDOWS, Math.floor(seconds / WINDOW_S) - 2)
  if (most < 1) return null
  const windows = { good: 0, ok: 0, bad: 0, terrible: 0 }
  for (let left = random.whole(1, most); left > 0; left -= 1) {
    const lost = Math.max(loss.audio, loss.video) * Math.exp(0.5 * random.normal())
    windows[lost < 0.01 ? 'good' : lost < 0.03 ? 'ok' : lost < 0.1 ? 'bad' : 'terrible'] += 1
  }
  return windows
}

/** Share of a leg in alarm, percent with one decimal; most legs have none. */
export function drawAlarm(random: Random, seconds: number, loss: Loss): number {
  const lost = Math.max(loss.audio, loss.video)
  return lost < 0.01 || seconds < SHORTEST_MEDIA_S
    ? 0
    : Math.min(100, Math.round(lost * 4000 * (0.5 + random.next())) / 10)
}

interface Figures {
  readonly seconds: number
  readonly perSecond: number
  readonly kbps: number
  readonly loss: number
}

/** Up, packets are those that arrived; down, those that were sent. */
function stream(random: Random, kind: Stream['kind'], dir: Stream['dir'], codec: string, figures: Figures): Stream {
  const sent = Math.max(1, Math.round(figures.seconds * figures.perSecond * (0.95 + 0.1 * random.next())))
  const lost = Math.round(sent * figures.loss * (0.9 + 0.2 * random.next()))
  return {
    kind,
    dir,
    codec,
    packets: dir === 'up' ? sent - lost : sent,
    lost,
    kbps: Math.max(1, Math.round(figures.kbps * (0.9 + 0.2 * random.next()) * (1 - figures.loss))),
    width: null,
    height: null,
    fps: null,
  }
}
