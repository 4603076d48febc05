/**
 * The generic record: what anyone can send who has no receiver of their own here. One record says what is known of one
 * participant's connection (a *leg*), or of one meeting (a *conference*), at one moment; several records of the same
 * leg are put together. As NDJSON, a JSON array, one JSON object, or CSV with these names as header.
 *
 * - Required: `leg_id` (or `subject: "conference"` with `conference_id`), and `start` or `event`.
 * - Leave out what is not known. Null, blank text and an empty CSV cell mean "not stated" (the decoder takes them away
 *   before this schema reads, and blanks around text too); a 0 is a figure.
 * - Times are ISO 8601 with a zone (`2026-03-02T09:00:00Z`, `…+01:00`). A time without one is read only if the record
 *   has `zone`; where clocks go forward a time in the gap moves on by the gap, where they go back it is the first.
 * - Units stand in the names: `_s` seconds, `_ms` milliseconds, `_kbps` kbit/s, `_pct` per cent from 0 to 100.
 * - `up` is from the participant to the service, `down` from the service to the participant. `direction` is seen from
 *   the service: `in` = the participant called.
 * - Keys that are not named here are not read; they are counted.
 *
 * In CSV the media stand in columns `<kind>_<dir>_<figure>`, such as `audio_up_loss_pct` or `video_down_codec`, and
 * several `links` in one cell are separated by `|`.
 */
import { z } from 'zod'
import {
  DEVICE_CLASSES,
  DIRECTIONS,
  END_CLASSES,
  MEASURING_POINTS,
  MEDIA_DIRS,
  MEDIA_KINDS,
  NETWORKS,
  PROTOCOLS,
  ROLES,
  SERVICES,
  SUBJECTS,
  TRANSPORTS,
} from '../states.ts'
import { recordText } from './text.ts'

const MOST_COUNT = 4_294_967_295

const text = recordText.min(1).optional()
const words = <const T extends readonly [string, ...string[]]>(list: T) => z.enum(list).optional()
const figure = (min: number, max: number) => z.number().min(min).max(max).optional()
const whole = (min: number, max: number) => z.number().int().min(min).max(max).optional()

const count = whole(0, MOST_COUNT)
const seconds = figure(0, MOST_COUNT / 1000) // 49 days
const milliseconds = figure(0, MOST_COUNT / 1000) // as microseconds it fits a count
const kbps = figure(0, MOST_COUNT)
const percent = figure(0, 100)

/** What may be said of one medium in one direction, beside which it is. */
const mediumFigures = {
  codec: text, // opus, H264, G.711 …
  packets: count, // received by the service (up) or sent by it (down); 0 = nothing flowed, so no quality either
  lost: count,
  loss_pct: percent, // mean
  loss_max_pct: percent, // of the worst part of the leg
  jitter_ms: milliseconds, // mean
  jitter_max_ms: milliseconds,
  rtt_ms: milliseconds, // mean round trip
  kbps, // mean bit rate
  width: whole(0, 65_535), // pixels
  height: whole(0, 65_535),
  fps: figure(0, 1_000), // frames per second
  active_s: seconds, // how long the medium flowed
}

export const genericMedium = z.object({
  kind: z.enum(MEDIA_KINDS),
  dir: z.enum(MEDIA_DIRS),
  ...mediumFigures,
})
export type GenericMedium = z.infer<typeof genericMedium>

/** Names of a medium's figures, in a fixed order. */
export const MEDIUM_FIGURES = Object.keys(mediumFigures) as readonly (keyof typeof mediumFigures)[]

export const genericRecord = z.object({
  // what it is about
  subject: words(SUBJECTS), // leg if not stated
  leg_id: text, // identifies the leg within the source, or anywhere if it is a UUID; required unless a conference
  conference_id: text, // identifies one meeting, not a series
  conference_name: text, // identifier: a reusable name or number; read only where there is no conference_id
  links: z.array(recordText.min(1)).max(64).optional(), // other ids of the same leg or conference
  // which statement it is
  event_id: text, // identifies this statement; without it, all that the record states does
  record_id: text, // identifies a record of which newer versions (higher `rev`) replace older ones
  rev: whole(0, Number.MAX_SAFE_INTEGER), // order of statements about the same leg; event time in ms if not stated
  // the far end
  address: text, // identifier: SIP address, e-mail address, H.323 alias
  phone: text, // identifier: number, international or national
  directory_id: text, // identifier: account id in the platform's directory
  kind: words(['guest', 'pstn', 'service', 'recorder', 'bridge']), // rooms are declared, not claimed
  role: words(ROLES),
  // times
  zone: text, // IANA name of the zone of times that have none, such as Europe/Amsterdam
  event: text, // when this was stated; else end, else start
  start: text,
  answer: text,
  end: text,
  duration_s: seconds, // connected, without ringing; an attempt that was not answered has 0
  ring_s: seconds,
  // way
  protocol: words(PROTOCOLS),
  direction: words(DIRECTIONS),
  service: words(SERVICES),
  network: words(NETWORKS),
  transport: words(TRANSPORTS),
  encrypted: z.boolean().optional(),
  bw_up_kbps: kbps, // negotiated
  bw_down_kbps: kbps,
  // place and equipment
  ip: text, // identifier: becomes a site and is forgotten
  location: text, // label of a site
  equipment: text, // identifier: user agent or product text; becomes vendor, model and major.minor
  device_class: words(DEVICE_CLASSES),
  // end
  end_class: words(END_CLASSES),
  end_code: text, // kept if it is a Q.850 cause by name, such as NORMAL_CLEARING or USER_BUSY
  sip_code: whole(100, 699),
  q850: whole(0, 127),
  // quality
  measured_at: words(MEASURING_POINTS),
  mos: figure(1, 5), // not read where every stated packet count is 0
  rating: whole(1, 5), // the user's own
  media: z.array(genericMedium).max(64).optional(),
})
export type GenericRecord = z.infer<typeof genericRecord>
