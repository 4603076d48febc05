/** One generic record to its outcome. */
import { genericMedium, genericRecord, type GenericRecord } from '../../../../schemas/records/generic.ts'
import type { Refusal } from '../../../../schemas/refusals.ts'
import { Identifier, type IdentifiedObservation } from '../../identified.ts'
import { countIgnored, countLeaves } from '../ignored.ts'
import { readWith } from '../issues.ts'
import type { DecodedRecord } from '../outcome.ts'
import { stated } from '../stated.ts'
import { CAUSES } from './causes.ts'
import { eventIdentity } from './identity.ts'
import { anyFlow, mediaOf } from './media.ts'
import { type Times, timesOf } from './times.ts'

/**
 * @param raw the record as parsed: an object, its members maybe unknown
 * @param unread values of it that were left out before (CSV columns that are not ours)
 */
export function decodeRecord(raw: unknown, bytes: number, unread = 0): DecodedRecord {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return refused({ code: 'not_a_record', path: '' }, countLeaves(raw), bytes)
  }
  const ignored = unread + countIgnored(raw, genericRecord)
  const read = readWith(genericRecord, statedMembers(raw, genericRecord.shape))
  if (!read.ok) return refused(read.refusal, ignored, bytes)
  const record = read.value
  const required = record.subject === 'conference' ? 'conference_id' : 'leg_id'
  const subjectId = record[required]
  if (subjectId === undefined) return refused({ code: 'field_missing', path: required }, ignored, bytes)
  const times = timesOf(record)
  if (!times.ok) return refused(times.refusal, ignored, bytes)
  const codeDropped = record.end_code !== undefined && !CAUSES.has(record.end_code)
  return {
    outcome: 'accepted',
    observations: [observe(record, subjectId, times.times)],
    ignored: ignored + (codeDropped ? 1 : 0),
    bytes,
  }
}

/**
 * The members of `raw` that are ours and say something: null and blank text are not there, text is trimmed. Only our
 * own names are copied, so a member `__proto__` cannot become a prototype.
 */
function statedMembers(raw: object, shape: object): object {
  const members: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw) as [string, unknown][]) {
    if (value === null || !Object.hasOwn(shape, name)) continue
    if (typeof value === 'string') {
      const text = value.trim()
      if (text !== '') members[name] = text
    } else members[name] = name === 'media' && Array.isArray(value) ? value.map(statedMedium) : value
  }
  return members
}

function statedMedium(medium: unknown): unknown {
  return typeof medium === 'object' && medium !== null ? statedMembers(medium, genericMedium.shape) : medium
}

function refused(refusal: Refusal, ignored: number, bytes: number): DecodedRecord {
  return { outcome: 'refused', refusal, ignored, bytes }
}

function observe(record: GenericRecord, subjectId: string, times: Times): IdentifiedObservation {
  const subject = record.subject ?? 'leg'
  const isLeg = subject === 'leg'
  const media = mediaOf(record.media ?? [])
  return stated<IdentifiedObservation>({
    subject,
    platform: 'generic',
    sourceKind: 'generic',
    subjectId: new Identifier('instance', subjectId),
    links: record.links?.map((id) => new Identifier('instance', id)),
    inConference: isLeg ? identifier('instance', record.conference_id) : undefined,
    name: record.conference_id === undefined ? identifier('name', record.conference_name) : undefined,
    eventId: new Identifier('instance', eventIdentity(record, subjectId, times)),
    ...(record.event_id === undefined ? { eventNamed: true } : {}),
    recordId: identifier('instance', record.record_id),
    farEnd: isLeg ? farEnd(record) : undefined,
    kindHint: isLeg ? record.kind : undefined,
    ip: identifier('ip', record.ip),
    label: identifier('label', record.location),
    equipment: identifier('equipment', record.equipment),
    rev: record.rev ?? times.event_ms,
    ...times,
    duration_ms: thousand(record.duration_s),
    ring_ms: thousand(record.ring_s),
    role: record.role,
    measuring_point: record.measured_at,
    protocol: record.protocol,
    direction: record.direction,
    service: record.service,
    network: record.network,
    transport: record.transport,
    encrypted: record.encrypted,
    bw_up_kbps: rounded(record.bw_up_kbps),
    bw_down_kbps: rounded(record.bw_down_kbps),
    device_class: record.device_class,
    end_class: record.end_class,
    end_code: record.end_code !== undefined && CAUSES.has(record.end_code) ? record.end_code : undefined,
    sip_code: record.sip_code,
    q850: record.q850,
    mos_c: record.mos !== undefined && anyFlow(record.media ?? []) ? Math.round(record.mos * 100) : undefined,
    rating: record.rating,
    media: media.length > 0 ? media : undefined,
  })
}

function identifier(kind: Identifier['kind'], value: string | undefined): Identifier | undefined {
  return value === undefined ? undefined : new Identifier(kind, value)
}

/** Absent where the record names none of them: it does not speak of who was there. */
function farEnd(record: GenericRecord): readonly Identifier[] | undefined {
  const named = [
    identifier('address', record.address),
    identifier('number', record.phone),
    identifier('directory', record.directory_id),
  ].filter((one) => one !== undefined)
  return named.length === 0 ? undefined : named
}

function thousand(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 1000)
}

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value)
}
