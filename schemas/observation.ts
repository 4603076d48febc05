/**
 * An observation: what one record says about one leg or one conference at one event time, after the entry.
 *
 * It is the only thing that leaves `ingest`, so this file is the closed list of design section 5: a field that is not
 * here cannot pass. A field that a record does not state is `null`, never `''` and never 0. All figures are integers,
 * because floating sums are not reproducible (design, section 6). Units stand in the names: `_ms` milliseconds,
 * `_us` microseconds, `_mp` milli-percent (1,000 = 1 %), `_kbps` kbit/s, `mos_c` hundredths of a MOS point.
 *
 * The order of `observationColumns` is the order of the row that is stored and of the text that `content_hash` covers.
 */
import { z } from 'zod'
import {
  CODECS,
  DEVICE_CLASSES,
  DIRECTIONS,
  END_CLASSES,
  KINDS,
  MARKS,
  MEASURING_POINTS,
  MEDIA_DIRS,
  MEDIA_KINDS,
  NETWORKS,
  PERSON_IDENTS,
  PLATFORMS,
  PROTOCOLS,
  ROLES,
  SERVICES,
  SITE_BYS,
  SUBJECTS,
  TRANSPORTS,
} from './states.ts'

/** A 128-bit key or hash, as 32 hex digits in UUID form, the way ClickHouse's `UUID` columns take and give it. */
export const key128 = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u)
  .brand<'Key128'>()
export type Key128 = z.infer<typeof key128>

/** A UTC day, `YYYY-MM-DD`. */
export const utcDay = z.iso.date().brand<'UtcDay'>()
export type UtcDay = z.infer<typeof utcDay>

const count = z.number().int().min(0).max(4_294_967_295)
const instantMs = z.number().int()

/** One medium in one direction; a record's several streams of one (kind, dir) are folded into one entry. */
export const mediaEntry = z.strictObject({
  kind: z.enum(MEDIA_KINDS),
  dir: z.enum(MEDIA_DIRS),
  codec: z.enum(CODECS).nullable(),
  packets: count.nullable(), // received (up) or sent (down)
  lost: count.nullable(),
  loss_mp: count.nullable(), // mean loss, milli-percent
  loss_max_mp: count.nullable(), // worst loss of a part of the leg, milli-percent
  jitter_us: count.nullable(),
  jitter_max_us: count.nullable(),
  rtt_us: count.nullable(),
  kbps: count.nullable(), // mean bit rate
  width: count.nullable(), // pixels
  height: count.nullable(),
  fps: count.nullable(), // frames per second, whole
  active_ms: count.nullable(), // how long the stream lived
  samples: count.nullable(), // how many measurements the means come from
})
export type MediaEntry = z.infer<typeof mediaEntry>

export const observation = z.strictObject({
  // identity
  tenant_id: z.string(),
  fact_day: utcDay, // UTC day of the subject's start if the record states it, else of the event
  subject: z.enum(SUBJECTS),
  subject_key: key128,
  event_key: key128, // identity of the native event, never of its receipt
  rev: z.number().int().min(0), // the source's own order
  config_rev: z.number().int().min(0), // which configuration and decoder made it
  record_key: key128.nullable(), // where a newer version of a record replaces an older one
  // joins
  links: z.array(key128), // other keys of the same subject, sorted, never its own
  in_conference: key128.nullable(),
  name_key: key128.nullable(), // rotating; where a conference has only a name
  // person
  person_key: key128.nullable(), // rotating
  person_ident: z.enum(PERSON_IDENTS).nullable(),
  kind: z.enum(KINDS).nullable(),
  internal: z.boolean().nullable(), // of one of the tenant's own domains
  role: z.enum(ROLES).nullable(),
  mark: z.enum(MARKS).nullable(),
  // origin
  platform: z.enum(PLATFORMS).nullable(), // null only in a tombstone
  source_id: z.string().nullable(),
  measuring_point: z.enum(MEASURING_POINTS).nullable(),
  // time, ms since 1970 UTC
  event_ms: instantMs.nullable(), // null only in a tombstone
  start_ms: instantMs.nullable(),
  answer_ms: instantMs.nullable(),
  end_ms: instantMs.nullable(),
  duration_ms: count.nullable(), // connected time; an unanswered attempt has 0
  ring_ms: count.nullable(),
  // way
  protocol: z.enum(PROTOCOLS).nullable(),
  direction: z.enum(DIRECTIONS).nullable(),
  service: z.enum(SERVICES).nullable(),
  network: z.enum(NETWORKS).nullable(),
  transport: z.enum(TRANSPORTS).nullable(),
  encrypted: z.boolean().nullable(),
  bw_up_kbps: count.nullable(), // negotiated
  bw_down_kbps: count.nullable(),
  // place
  room_id: z.string().nullable(), // a room declared as shared
  site: z.string().nullable(), // site id, or one of SITE_WORDS
  site_by: z.enum(SITE_BYS).nullable(),
  // equipment
  vendor: z.string().nullable(), // from the closed table of services/ingest/pseudonymise/equipment
  model: z.string().nullable(),
  software: z.string().nullable(), // major.minor
  device_class: z.enum(DEVICE_CLASSES).nullable(),
  // end
  end_class: z.enum(END_CLASSES).nullable(),
  end_code: z.string().nullable(), // from an allow-list
  sip_code: count.nullable(),
  q850: count.nullable(),
  // quality
  win_good: count.nullable(), // Pexip windows of about 20 s, by class
  win_ok: count.nullable(),
  win_bad: count.nullable(),
  win_terrible: count.nullable(),
  alarm_loss_mp: count.nullable(), // share of the leg's time in alarm
  alarm_jitter_mp: count.nullable(),
  alarm_rtt_mp: count.nullable(),
  mos_c: count.nullable(),
  rating: count.nullable(), // 1–5, the user's own
  media: z.array(mediaEntry).max(6),
  content_hash: key128, // over every field above
})
export type Observation = z.infer<typeof observation>

/** Names of the columns in the order of the row; `ingested_at` is set by the database and stands behind them. */
export const observationColumns = Object.keys(observation.shape) as readonly (keyof Observation)[]

/** Names of a media entry's parts in the order of the stored tuple. */
export const mediaColumns = Object.keys(mediaEntry.shape) as readonly (keyof MediaEntry)[]
