/**
 * One identified observation becomes one observation, or nothing, or a tombstone: the heart of the entry (design,
 * section 5, "Pseudonymise"). Pure: everything it needs stands in the context.
 *
 * The order of the steps matters. Who is at the far end is asked first, because it decides whether anything may pass at
 * all (an erased person leaves a tombstone, a rooms-only tenant keeps no participant). Keys are made last, for exactly
 * what is kept.
 */
import { type Key128, type MediaEntry, observationColumns } from '../../../schemas/observation.ts'
import type { Kind } from '../../../schemas/states.ts'
import { type IdentifiedObservation, type Identifier, type KindHint, revealed, tuple } from '../identified.ts'
import { canonicalName } from './canonicalise.ts'
import { idSpace } from './id-space.ts'
import type { Epoch, KeyMaker } from './keymaker.ts'
import { epochOf, inFirst24h, utcDayOf } from './epoch.ts'
import { type FarEnd, readFarEnd } from './far-end.ts'
import type { ObserveContext } from './observe-context.ts'
import { generaliseEquipment } from './equipment/index.ts'
import { Recent } from './recent.ts'
import type { ObservationBody } from './row.ts'

/** What the epoch rule holds back of an observation that has it. */
export type Withheld = 'person_key' | 'name_key'

export type Observed =
  | { readonly outcome: 'kept'; readonly observation: ObservationBody; readonly withheld: readonly Withheld[] }
  | { readonly outcome: 'dropped' }

/** Names of conferences come back, and bringing one into its normal form is slow. They stay in ingest's memory only. */
const names = new Recent<string>(4_096)
const LONGEST_REMEMBERED = 128

/** Rings of instances do not rotate. */
const STANDING = '' as Epoch

const NOT_PEOPLE: ReadonlySet<Kind> = new Set<Kind>(['service', 'recorder', 'bridge'])

/** The instant by which an observation is judged: the stated start of its subject, else its event (ms UTC). */
export function statedInstant(identified: IdentifiedObservation): number {
  return identified.start_ms ?? identified.event_ms
}

/**
 * @returns the observation without an identifier, or `dropped` where a rooms-only tenant keeps no participant
 * @throws EpochClosed when the key of the observation's month has been destroyed
 */
export function observe(identified: IdentifiedObservation, context: ObserveContext): Observed {
  const { settings, keys } = context
  const instant = statedInstant(identified)
  const epoch = epochOf(instant, settings.zone)
  const farEnd = readFarEnd(identified, context)
  const { idOf, eventScope } = idSpace(identified, context.sourceId)
  const subjectId = idOf(identified.subjectId)
  const subjectKey = keys.key(
    identified.subjectNamed === true ? 'name' : identified.subject,
    epoch,
    identified.subject,
    subjectId,
  )
  const links = keysOfLinks(identified, subjectId, idOf, keys)
  const mark =
    farEnd === null || context.ledger === null
      ? null
      : context.ledger.markOf(farEnd.candidates, instant, identified.start_ms !== undefined)
  if (mark === 'erased') return kept(tombstone(identified, context, instant, subjectKey, links))
  if (settings.mode === 'rooms-only' && isParticipant(farEnd, identified.kindHint)) return { outcome: 'dropped' }

  const inDoubt = mark === 'in_doubt'
  const held = identified.start_ms === undefined && (inDoubt || inFirst24h(identified.event_ms, settings.zone))
  const objected = mark === 'objected'
  const person = farEnd?.person ?? null
  const name = identified.name === undefined ? '' : nameOf(revealed(identified.name))
  const withheld: Withheld[] = []
  if (held && person !== null && !objected) withheld.push('person_key')
  if (held && name !== '' && !objected) withheld.push('name_key')
  const knowsPerson = person !== null && !held && !objected
  const knowsName = name !== '' && !held && !objected
  const place = context.places.place({
    room: farEnd?.room ?? null,
    ip: identified.ip === undefined ? null : revealed(identified.ip),
    label: identified.label === undefined ? null : revealed(identified.label),
    sourceId: context.sourceId,
  })
  const equipment =
    identified.equipment === undefined || objected ? null : generaliseEquipment(revealed(identified.equipment))

  const body: ObservationBody = {
    tenant_id: settings.tenantId,
    fact_day: utcDayOf(instant),
    subject: identified.subject,
    subject_key: subjectKey,
    event_key: keys.key(eventRing(identified), epoch, 'event', eventScope + revealed(identified.eventId)),
    rev: identified.rev,
    config_rev: settings.configRev,
    record_key:
      identified.recordId === undefined
        ? null
        : keys.key('event', epoch, 'record', eventScope + revealed(identified.recordId)),
    links,
    in_conference:
      identified.inConference === undefined
        ? null
        : keys.key('conference', epoch, 'conference', idOf(identified.inConference)),
    name_key: knowsName ? keys.key('name', epoch, 'name', name) : null,
    person_key: knowsPerson ? keys.key('person', epoch, person.ident, person.text) : null,
    person_ident: knowsPerson ? person.ident : null,
    kind: farEnd?.kind ?? identified.kindHint ?? null,
    internal: farEnd?.internal ?? null,
    role: identified.role ?? null,
    mark: objected ? 'objected' : null,
    platform: identified.platform,
    source_id: context.sourceId,
    measuring_point: identified.measuring_point ?? null,
    event_ms: identified.event_ms,
    start_ms: identified.start_ms ?? null,
    answer_ms: identified.answer_ms ?? null,
    end_ms: identified.end_ms ?? null,
    duration_ms: identified.duration_ms ?? null,
    ring_ms: identified.ring_ms ?? null,
    protocol: identified.protocol ?? null,
    direction: identified.direction ?? null,
    service: identified.service ?? null,
    network: identified.network ?? null,
    transport: identified.transport ?? null,
    encrypted: identified.encrypted ?? null,
    bw_up_kbps: identified.bw_up_kbps ?? null,
    bw_down_kbps: identified.bw_down_kbps ?? null,
    room_id: farEnd?.room?.id ?? null,
    site: place.site,
    site_by: place.site_by,
    vendor: equipment?.vendor ?? null,
    model: equipment?.model ?? null,
    software: equipment?.software ?? null,
    device_class: objected ? null : (identified.device_class ?? equipment?.deviceClass ?? null),
    end_class: identified.end_class ?? null,
    end_code: identified.end_code ?? null,
    sip_code: identified.sip_code ?? null,
    q850: identified.q850 ?? null,
    win_good: identified.win_good ?? null,
    win_ok: identified.win_ok ?? null,
    win_bad: identified.win_bad ?? null,
    win_terrible: identified.win_terrible ?? null,
    alarm_loss_mp: identified.alarm_loss_mp ?? null,
    alarm_jitter_mp: identified.alarm_jitter_mp ?? null,
    alarm_rtt_mp: identified.alarm_rtt_mp ?? null,
    mos_c: identified.mos_c ?? null,
    rating: identified.rating ?? null,
    media: (identified.media ?? []) as MediaEntry[],
  }
  return kept(body, withheld)
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = canonicalName(text)
  if (text.length <= LONGEST_REMEMBERED) names.set(text, name)
  return name
}

function kept(observation: ObservationBody, withheld: readonly Withheld[] = []): Observed {
  return { outcome: 'kept', observation, withheld }
}

/**
 * Whether a rooms-only tenant must not keep this leg: someone is at its far end, or someone may be. A record that names
 * nobody may be a room's, unless it says itself that it is of a guest or a caller.
 */
function isParticipant(farEnd: FarEnd | null, hint: KindHint | undefined): boolean {
  if (farEnd === null) return hint === 'guest' || hint === 'pstn'
  return farEnd.room === null && !NOT_PEOPLE.has(farEnd.kind)
}

function eventRing({ subjectNamed, eventNamed }: IdentifiedObservation): 'name' | 'event' {
  return subjectNamed === true || eventNamed === true ? 'name' : 'event'
}

/** Platforms repeat an id under several names: equal ids are left out before a key is made of each. */
function keysOfLinks(
  identified: IdentifiedObservation,
  own: string,
  idOf: (id: Identifier) => string,
  keys: KeyMaker,
): Key128[] {
  const links = identified.links
  if (links === undefined || links.length === 0) return []
  const ids = identified.subjectNamed === true ? [] : [own]
  const made: Key128[] = []
  for (const link of links) {
    const id = idOf(link)
    if (ids.includes(id)) continue
    ids.push(id)
    made.push(keys.key(identified.subject, STANDING, identified.subject, id))
  }
  return made.length > 1 ? made.toSorted() : made
}

/**
 * What stands for the leg of an erased person: that it is to be removed, and what else is the same leg. It is the same
 * row whichever record of the leg it comes from, apart from the links and the day that the record states.
 */
function tombstone(
  identified: IdentifiedObservation,
  context: ObserveContext,
  instant: number,
  subjectKey: Key128,
  links: Key128[],
): ObservationBody {
  const stated: Partial<ObservationBody> = {
    tenant_id: context.settings.tenantId,
    fact_day: utcDayOf(instant),
    subject: identified.subject,
    subject_key: subjectKey,
    event_key: context.keys.key('event', STANDING, 'event', tuple('erased', subjectKey)),
    rev: 0,
    config_rev: 0,
    links,
    mark: 'erased',
    media: [],
  }
  const columns = observationColumns.filter((column) => column !== 'content_hash')
  return Object.fromEntries(columns.map((column) => [column, stated[column] ?? null])) as ObservationBody
}
