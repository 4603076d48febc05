/**
 * A leg: one participation in one conference, counted once, as rollup makes it of all observations of it (design,
 * section 6). Units as in `observation.ts`. Every field is an idempotent merge, so that the row depends on what was
 * observed and not on when or how often it arrived.
 *
 * Of several observations of one subject the highest in the order (rev, config_rev, content_hash) that states a field
 * gives it; of several subjects that are one leg, the one whose kind comes first in the order of KINDS, of equals the one
 * observed first: what the leg itself is tells of it before what only came with it, such as the channel that a browser
 * opens before it joins. Fields that differ from this rule say so.
 */
import { z } from 'zod'
import { key128, observation } from './observation.ts'
import { CONFERENCE_BYS, END_BYS, KINDS, PLATFORMS, START_BYS } from './states.ts'

/** A tenant-local day, `YYYY-MM-DD`. */
const localDay = z.iso.date()
const count = z.number().int().min(0).max(4_294_967_295)
const instantMs = z.number().int()
const of = observation.shape

export const leg = z.strictObject({
  // identity
  tenant_id: z.string(),
  day: localDay, // tenant-local day of the start
  leg_key: key128, // the smallest of its subject keys
  subjects: count, // how many subject keys are this leg
  observations: count, // rows that count, one an event
  // conference
  conference_key: key128.nullable(), // the conference it names, the smallest key of linked ones; else derived; null: orphan
  conference_by: z.enum(CONFERENCE_BYS).nullable(),
  name_key: of.name_key, // of the earliest observation that has one; derived conferences are made of it
  // person
  person_key: of.person_key, // of the earliest observation that has one
  person_ident: of.person_ident,
  kind: z.enum(KINDS), // across subjects the first in the order of KINDS
  internal: of.internal,
  role: of.role,
  objected: z.boolean(), // the person objected: person, name and equipment are removed from the whole leg
  // origin, of the earliest observation
  platform: z.enum(PLATFORMS),
  source_id: z.string(),
  measuring_point: of.measuring_point,
  // time, ms since 1970 UTC; of linked subjects the earliest start, the latest end, the longest stated duration
  start_ms: instantMs,
  start_by: z.enum(START_BYS),
  answer_ms: of.answer_ms, // the earliest
  end_ms: instantMs, // at most 24 h after the start
  end_by: z.enum(END_BYS),
  known_end_ms: instantMs, // stated or counted on, else the last observation: what conferences are derived from
  duration_ms: count, // the stated one, else end - start; at most 24 h
  capped: z.boolean(), // it was longer than 24 h and is cut
  ring_ms: of.ring_ms,
  // way
  protocol: of.protocol,
  direction: of.direction,
  service: of.service,
  network: of.network,
  transport: of.transport,
  encrypted: of.encrypted,
  bw_up_kbps: of.bw_up_kbps,
  bw_down_kbps: of.bw_down_kbps,
  // place
  room_id: of.room_id,
  site: of.site,
  site_by: of.site_by,
  // equipment
  vendor: of.vendor,
  model: of.model,
  software: of.software,
  device_class: of.device_class,
  // end
  end_class: of.end_class,
  end_code: of.end_code,
  sip_code: of.sip_code,
  q850: of.q850,
  // quality
  win_good: of.win_good, // summed over the events
  win_ok: of.win_ok,
  win_bad: of.win_bad,
  win_terrible: of.win_terrible,
  alarm_loss_mp: of.alarm_loss_mp,
  alarm_jitter_mp: of.alarm_jitter_mp,
  alarm_rtt_mp: of.alarm_rtt_mp,
  mos_c: of.mos_c,
  rating: of.rating,
  media: of.media, // packets, losses and lengths summed over the events, means weighted by length, one entry a (kind, dir)
})
export type Leg = z.infer<typeof leg>

/** Names of the columns in the order of the table. */
export const legColumns = Object.keys(leg.shape) as readonly (keyof Leg)[]

/** What the legs of a source and hour say about the health of the data; rebuilt with the legs of their day. */
export const legHealth = z.strictObject({
  tenant_id: z.string(),
  day: localDay, // tenant-local
  hour_ms: instantMs, // UTC hour of the legs' start (of the observation's event for what became no leg)
  source_id: z.string(),
  legs: count,
  capped: count, // legs longer than 24 h
  imputed: count, // legs whose end is imputed
  orphan: count, // legs of no conference
  link_too_wide: count, // subjects that are linked with more than 15 others and therefore with none
  beyond_leg: count, // observations more than 48 h after their leg's start: they do not count
  unattached: count, // observations of which no leg came, because they speak of quality only
})

/** What arrived too late, by the hour in which it did; written by the runs of rollup. */
export const arrivalHealth = z.strictObject({
  tenant_id: z.string(),
  day: localDay, // UTC day of the run, by our clock
  hour_ms: instantMs, // UTC hour of the run, by our clock
  source_id: z.string(),
  from_ms: instantMs, // the database's time after which the run looked for new rows: a repeated run replaces its row
  late: count, // observations of a local day that had ended more than a day before
  frozen: count, // observations of a frozen day: stored, and counted nowhere
  after_seal: count, // observations of a month that had been published and is not frozen: nothing changes by them until it is opened again
})
