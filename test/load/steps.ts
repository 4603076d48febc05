/**
 * What each step of the way costs by itself. Each step gets, ready made, what the step before it gives; what the whole
 * way costs beyond their sum is what they cost each other: memory that is fetched and collected again.
 */
import type { Key128 } from '../../schemas/observation.ts'
import type { ParticipantDisconnectedEvent } from '../../schemas/records/pexip/participant.ts'
import { participantDisconnectedEvent } from '../../schemas/records/pexip/participant.ts'
import { countIgnored } from '../../services/ingest/decode/ignored.ts'
import { readWith } from '../../services/ingest/decode/issues.ts'
import { parseJson } from '../../services/ingest/decode/json.ts'
import { deliveriesOf, eventsOf } from '../../services/ingest/decode/pexip/body.ts'
import { decodeDisconnected } from '../../services/ingest/decode/pexip/participant.ts'
import { fromEpochSeconds } from '../../services/ingest/decode/time.ts'
import type { IdentifiedObservation } from '../../services/ingest/identified.ts'
import { generaliseEquipment } from '../../services/ingest/pseudonymise/equipment/index.ts'
import { readFarEnd } from '../../services/ingest/pseudonymise/far-end.ts'
import type { Epoch, KeyMaker, KeyRing } from '../../services/ingest/pseudonymise/keymaker.ts'
import { observe } from '../../services/ingest/pseudonymise/observe.ts'
import type { ObserveContext } from '../../services/ingest/pseudonymise/observe-context.ts'
import type { PlaceQuestion } from '../../services/ingest/pseudonymise/place.ts'
import { contentHash, type ObservationBody, textOf } from '../../services/ingest/pseudonymise/row.ts'
import { perItem, type Timed } from './timing.ts'

export interface Step {
  readonly name: string
  /** A part of the whole way; false for what stands beside it for comparison. */
  readonly part: boolean
  readonly run: Timed
}

interface KeyQuestion {
  readonly ring: KeyRing
  readonly epoch: Epoch
  readonly kind: string
  readonly canonical: string
}

/** Everything that one event is on its way. */
interface Stages {
  readonly body: Buffer
  readonly raw: unknown
  readonly event: ParticipantDisconnectedEvent
  readonly identified: IdentifiedObservation
  readonly place: PlaceQuestion
  readonly userAgent: string
  readonly questions: readonly KeyQuestion[]
  readonly observation: ObservationBody
  readonly text: string
}

export function stepsOf(bodies: readonly Buffer[], context: ObserveContext): readonly Step[] {
  const stages = bodies.map((body) => stagesOf(body, context))
  const bare = { ...context, keys: NO_KEYS }
  const step = (name: string, work: (one: Stages) => unknown, part = true): Step => ({
    name,
    part,
    run: perItem(stages, work),
  })
  return [
    step('JSON.parse alone', ({ body }) => JSON.parse(body.toString('utf8')), false),
    step('body cut into events', ({ body }) =>
      deliveriesOf(body, undefined, Infinity).map((delivery) => eventsOf(delivery, Infinity)),
    ),
    step('parseJson (JSON.parse, UTF-8, depth, duplicate keys)', ({ body }) => parseJson(body)),
    step('zod, the needed subset', ({ raw }) => readWith(participantDisconnectedEvent, raw)),
    step('ignored values counted', ({ raw }) => countIgnored(raw, participantDisconnectedEvent)),
    step('decode: to an identified observation', ({ event }) => decodeDisconnected(event, msOf(event))),
    step('far end: canonicalised, compared with rooms', ({ identified }) => readFarEnd(identified, context)),
    step('place', ({ place }) => context.places.place(place)),
    step('equipment', ({ userAgent }) => generaliseEquipment(userAgent)),
    step('HMACs', ({ questions }) => keysOf(questions, context.keys)),
    step(
      'observation (with far end, place, equipment; no HMACs)',
      ({ identified }) => observe(identified, bare),
      false,
    ),
    step('JSON text', ({ observation }) => textOf(observation)),
    step('content hash', ({ text }) => contentHash(text)),
  ]
}

function stagesOf(body: Buffer, context: ObserveContext): Stages {
  const raw: unknown = JSON.parse(body.toString('utf8'))
  const event = participantDisconnectedEvent.parse(raw)
  const decoded = decodeDisconnected(event, msOf(event))
  if (!decoded.ok) throw new Error(`refused: ${decoded.refusal.code}`)
  const identified = decoded.observation
  const questions: KeyQuestion[] = []
  const observed = observe(identified, { ...context, keys: noting(context.keys, questions) })
  if (observed.outcome !== 'kept') throw new Error('dropped')
  return {
    body,
    raw,
    event,
    identified,
    place: {
      room: readFarEnd(identified, context)?.room ?? null,
      ip: event.data.remote_address ?? null,
      label: event.data.system_location ?? null,
      sourceId: context.sourceId,
    },
    userAgent: event.data.vendor ?? '',
    questions,
    observation: observed.observation,
    text: textOf(observed.observation),
  }
}

/** A key maker that notes what it is asked. */
function noting(keys: KeyMaker, questions: KeyQuestion[]): KeyMaker {
  return {
    key(ring, epoch, kind, canonical) {
      questions.push({ ring, epoch, kind, canonical })
      return keys.key(ring, epoch, kind, canonical)
    },
  }
}

/** Answers at once, to measure what asks it. */
const NO_KEYS: KeyMaker = { key: () => '00000000-0000-0000-0000-000000000000' as Key128 }

function keysOf(questions: readonly KeyQuestion[], keys: KeyMaker): Key128 | undefined {
  let last: Key128 | undefined
  for (const { ring, epoch, kind, canonical } of questions) last = keys.key(ring, epoch, kind, canonical)
  return last
}

function msOf(event: ParticipantDisconnectedEvent): number {
  return fromEpochSeconds(event.time) ?? Number.NaN
}
