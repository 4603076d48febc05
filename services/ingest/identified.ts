/**
 * The one type that holds identifiers. It is made by `decode`, taken apart by `pseudonymise`, and lives nowhere else:
 * an `IdentifiedObservation` has no way to be logged, stored or sent by mistake, because the class below gives its
 * value to nobody but `pseudonymise` (invariant I1; a test reads the imports of `revealed`).
 */
import type { MediaEntry } from '../../schemas/observation.ts'
import type {
  DeviceClass,
  Direction,
  EndClass,
  MeasuringPoint,
  Network,
  Platform,
  Protocol,
  Role,
  Service,
  Subject,
  Transport,
} from '../../schemas/states.ts'

/**
 * What an identifier is, as far as the record says:
 * - `address`   a SIP URI, e-mail address or H.323 alias of the far end, signalled, not typed
 * - `number`    a telephone number of the far end
 * - `directory` an account id of the platform's directory
 * - `typed`     what a person typed or a browser sent as their name or alias: a name gives no key; only a full address
 *               at a public domain is read as one
 * - `name`      a conference's reusable name, number or code (VMR, space, meeting number)
 * - `instance`  an id of one leg, one conference or one event
 * - `ip`, `label`, `equipment`  what site and equipment are generalised from
 */
export type IdentifierKind =
  'address' | 'number' | 'directory' | 'typed' | 'name' | 'instance' | 'ip' | 'label' | 'equipment'

let take: (identifier: Identifier) => string

/** An identifier that reveals nothing: not as text, not as JSON, not to `util.inspect`, not to a structured clone. */
export class Identifier {
  readonly kind: IdentifierKind
  readonly #value: string

  static {
    take = (identifier) => identifier.#value
  }

  constructor(kind: IdentifierKind, value: string) {
    this.kind = kind
    this.#value = value
  }

  toString(): string {
    return `[${this.kind}]`
  }

  toJSON(): string {
    return `[${this.kind}]`
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Identifier [${this.kind}]`
  }
}

/** The value of an identifier. Only `services/ingest/pseudonymise` may import this (test/privacy/identifier.test.ts). */
export function revealed(identifier: Identifier): string {
  return take(identifier)
}

/**
 * Joins parts to one text such that different parts never give the same text (attack A14): each part stands behind
 * its length in UTF-16 units.
 */
export function tuple(...parts: readonly (string | number)[]): string {
  let text = ''
  for (const part of parts) {
    const s = String(part)
    text += `${s.length}:${s}`
  }
  return text
}

/** What the far end can be by the record's own words, where that is not a person or room. */
export type KindHint = 'guest' | 'pstn' | 'service' | 'recorder' | 'bridge' | 'shadow'

/**
 * What one record says, identifiers still in it. Every plain field is of the same name, unit and meaning as in
 * `schemas/observation.ts`; absent = the record does not state it.
 */
export interface IdentifiedObservation {
  readonly subject: Subject
  readonly platform: Platform
  /** Kind of source for the event's identity: `pexip_event`, `cms_cdr`, `generic`. */
  readonly sourceKind: string
  /** Native id of the subject. */
  readonly subjectId: Identifier
  /**
   * True where the subject has no id of its own and `subjectId` is made of a reusable name (Pexip conferences): its
   * key is then of the rotating name kind.
   */
  readonly subjectNamed?: boolean
  /** Other native ids of the same subject; own id and repeats are removed by `pseudonymise`. */
  readonly links?: readonly Identifier[]
  /** Native id of the conference that a leg names. */
  readonly inConference?: Identifier
  /** The conference's reusable name, only where the conference has no id. */
  readonly name?: Identifier
  /** Record type and native identity of the event (a `tuple`), without anything of its receipt. */
  readonly eventId: Identifier
  /**
   * True where `eventId` is made of names, addresses or numbers, because the platform gives the event no id: its key is
   * then of the rotating name kind, so that nobody can try an identifier on it once the month's key is gone.
   */
  readonly eventNamed?: boolean
  /** Id of a record that newer versions replace. */
  readonly recordId?: Identifier
  /**
   * The far end's identifiers, best first. Absent = the record does not speak of the far end's identity; empty = it
   * does, and names nobody.
   */
  readonly farEnd?: readonly Identifier[]
  readonly kindHint?: KindHint
  readonly ip?: Identifier
  readonly label?: Identifier
  readonly equipment?: Identifier

  readonly rev: number
  readonly event_ms: number
  readonly start_ms?: number
  readonly answer_ms?: number
  readonly end_ms?: number
  readonly duration_ms?: number
  readonly ring_ms?: number
  readonly role?: Role
  readonly measuring_point?: MeasuringPoint
  readonly protocol?: Protocol
  readonly direction?: Direction
  readonly service?: Service
  readonly network?: Network
  readonly transport?: Transport
  readonly encrypted?: boolean
  readonly bw_up_kbps?: number
  readonly bw_down_kbps?: number
  readonly device_class?: DeviceClass
  readonly end_class?: EndClass
  readonly end_code?: string
  readonly sip_code?: number
  readonly q850?: number
  readonly win_good?: number
  readonly win_ok?: number
  readonly win_bad?: number
  readonly win_terrible?: number
  readonly alarm_loss_mp?: number
  readonly alarm_jitter_mp?: number
  readonly alarm_rtt_mp?: number
  readonly mos_c?: number
  readonly rating?: number
  readonly media?: readonly MediaEntry[]
}
