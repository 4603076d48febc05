/**
 * Observations made by hand: short names in place of keys, times as text, and everything that is derived (the fact day,
 * the content hash, the stored line) as the entry derives it.
 */
import { createHash } from 'node:crypto'
import type { ObservationRow } from '../../schemas/delivery.ts'
import {
  key128,
  type Key128,
  type MediaEntry,
  type Observation,
  observationColumns,
  utcDay,
} from '../../schemas/observation.ts'
import { bareMedia } from '../../services/ingest/decode/media.ts'
import { contentHash, type ObservationBody, rowOf, textOf } from '../../services/ingest/pseudonymise/row.ts'
import { DEDUPLICATE, type Engine } from '../../services/shared/clickhouse/index.ts'

export const TENANT = 'acme'
const SOURCE = 'pexip-hq'

/** Key rings of the entry. Links are of the ring of what they link. */
type Ring = 'leg' | 'conference' | 'event' | 'name' | 'person' | 'record'

/** An instant as text of ISO 8601 with a zone, or ms UTC. */
export type Instant = string | number

type Figures = Omit<
  Observation,
  | 'fact_day'
  | 'subject'
  | 'subject_key'
  | 'event_key'
  | 'record_key'
  | 'links'
  | 'in_conference'
  | 'name_key'
  | 'person_key'
  | 'event_ms'
  | 'start_ms'
  | 'answer_ms'
  | 'end_ms'
  | 'media'
  | 'content_hash'
>

/** What a test says of an observation; what it does not say the record does not state. */
export interface Given extends Partial<Figures> {
  readonly about?: Observation['subject'] // leg if not said
  readonly subject: string
  readonly event: string | number // which event of the subject
  readonly at: Instant // of the event
  readonly start?: Instant
  readonly answer?: Instant
  readonly end?: Instant
  readonly links?: readonly string[]
  readonly conference?: string // the conference it names
  readonly name?: string // name of its conference
  readonly person?: string
  readonly record?: string
  readonly media?: readonly (Pick<MediaEntry, 'kind' | 'dir'> & Partial<MediaEntry>)[]
}

/** The key that stands for a name: the same name, the same key. Its last digits are left for `inSpace`. */
export function keyOf(ring: Ring, name: string): Key128 {
  return dashed(`${createHash('sha256').update(`${ring} ${name}`).digest('hex').slice(0, 28)}0000`)
}

/** The same key in a space of its own (0: where `keyOf` makes it): spaces share no key, and have one order. */
export function inSpace<Key extends Key128 | null>(key: Key, space: number): Key {
  return key === null ? key : ((key.slice(0, -4) + space.toString(16).padStart(4, '0')) as Key)
}

export function spaceOf(key: Key128): number {
  return Number.parseInt(key.slice(-4), 16)
}

/** The same observation with every key in another space. */
export function movedTo(observation: Observation, space: number): Observation {
  return changed(observation, {
    subject_key: inSpace(observation.subject_key, space),
    event_key: inSpace(observation.event_key, space),
    record_key: inSpace(observation.record_key, space),
    links: observation.links.map((key) => inSpace(key, space)),
    in_conference: inSpace(observation.in_conference, space),
    name_key: inSpace(observation.name_key, space),
    person_key: inSpace(observation.person_key, space),
  })
}

export function ms(instant: Instant): number {
  const value = typeof instant === 'number' ? instant : Date.parse(instant)
  if (!Number.isInteger(value)) throw new TypeError('A time of a test cannot be read.')
  return value
}

/** A full observation. The order of its source is the time of its event, as on most platforms. */
export function observe(given: Given): Observation {
  const {
    about = 'leg',
    subject,
    event,
    at,
    start,
    answer,
    end,
    links,
    conference,
    name,
    person,
    record,
    media,
  } = given
  const instant = ms(start ?? at)
  const time = (value: Instant | undefined): number | null => (value === undefined ? null : ms(value))
  const key = (ring: Ring, of: string | undefined): Key128 | null => (of === undefined ? null : keyOf(ring, of))
  return sealed({
    tenant_id: TENANT,
    rev: ms(at),
    config_rev: 1,
    platform: 'pexip',
    source_id: SOURCE,
    person_ident: person === undefined ? null : 'address',
    ...figuresOf(given),
    fact_day: utcDay.parse(new Date(instant).toISOString().slice(0, 10)),
    subject: about,
    subject_key: keyOf(about, subject),
    event_key: keyOf('event', `${about} ${subject} ${event}`),
    record_key: key('record', record),
    links: (links ?? []).map((other) => keyOf(about, other)).toSorted(),
    in_conference: key('conference', conference),
    name_key: key('name', name),
    person_key: key('person', person),
    event_ms: ms(at),
    start_ms: time(start),
    answer_ms: time(answer),
    end_ms: time(end),
    media: (media ?? []).map((entry) => ({ ...bareMedia(entry.kind, entry.dir), ...entry })),
  })
}

/** What the entry puts in the place of an observation of an erased person. `at`: the start or event it was judged by. */
export function tombstone(given: Pick<Given, 'subject' | 'at' | 'links' | 'tenant_id'>): Observation {
  const { subject, at, links, tenant_id = TENANT } = given
  return sealed({
    tenant_id,
    fact_day: utcDay.parse(new Date(ms(at)).toISOString().slice(0, 10)),
    subject: 'leg',
    subject_key: keyOf('leg', subject),
    event_key: keyOf('event', `erased ${subject}`),
    rev: 0,
    config_rev: 0,
    links: (links ?? []).map((other) => keyOf('leg', other)).toSorted(),
    mark: 'erased',
    media: [],
  })
}

/** The row as the entry hands it to the store. */
function storedRow(observation: Observation): ObservationRow {
  const { content_hash: hash, ...body } = observation
  const row = rowOf(body)
  if (!row.line.endsWith(`"${hash.replaceAll('-', '')}"]`)) throw new TypeError('A changed observation must be sealed.')
  return row
}

/** The same observation, changed: the hash is made anew. */
export function changed(observation: Observation, change: Partial<Observation>): Observation {
  return sealed({ ...observation, ...change })
}

/**
 * Puts observations into the store as its writer does, each line as the entry writes it. A block that was stored before
 * is not dropped on arrival, so that repeats really stand there twice.
 */
export async function insertObservations(engine: Engine, observations: readonly Observation[]): Promise<void> {
  if (observations.length === 0) return
  const lines = observations.map((observation) => storedRow(observation).line).join('\n')
  await engine.insertRows('observations', observationColumns, Buffer.from(lines), DEDUPLICATE.off)
}

function figuresOf(given: Given): Partial<Observation> {
  const names: ReadonlySet<string> = new Set(observationColumns)
  const own: ReadonlySet<string> = new Set(['subject', 'links', 'media'])
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name) && !own.has(name)))
}

function sealed(stated: Partial<Observation>): Observation {
  const columns = observationColumns.filter((column) => column !== 'content_hash')
  const body = Object.fromEntries(columns.map((column) => [column, stated[column] ?? null])) as ObservationBody
  return { ...body, content_hash: dashed(contentHash(textOf(body))) }
}

function dashed(digits: string): Key128 {
  return key128.parse(digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5'))
}
