/**
 * What really happened, before any platform tells it: the organisation, its meetings and who took part in them. The
 * emitters turn it into native deliveries; the truth file is written from it alone.
 */
import type { RuleId } from '../../schemas/finding.ts'
import type {
  DeviceClass,
  EndClass,
  Kind,
  MediaDir,
  MediaKind,
  Network,
  PersonIdent,
  Platform,
  Protocol,
} from '../../schemas/states.ts'

export type SimulatedPlatform = Platform & ('pexip' | 'cms')

/** A place with its address range; people at home are `remote`. */
export interface Site {
  readonly name: string
  readonly ranges: readonly string[]
  /** Words by which the platforms name it (Pexip system locations, Cisco call bridges). */
  readonly labels: readonly string[]
}

/** A room declared as shared. */
export interface Room {
  readonly name: string
  readonly site: string
  readonly alias: string // user part of its SIP address
  readonly capacity: number
  readonly device: Device
  readonly ip: string
}

/** What somebody joins with, and what must come out of it behind the entry. */
export interface Device {
  /** As the record says it (Pexip `vendor`, Cisco has none). */
  readonly agent: string
  readonly vendor: string | null
  readonly model: string | null
  readonly software: string | null
  readonly deviceClass: DeviceClass | null
}

export interface Person {
  readonly id: string // ours: stands in the truth, never in a record
  readonly address: string // mail and SIP address
  readonly phone: string // E.164; empty: has none
  /** Spellings of the address that mean this person: case, scheme, parameters, escapes. */
  readonly spellings: readonly [string, ...string[]]
  readonly internal: boolean
  readonly site: string // where they usually are; `remote` for those at home
}

/**
 * How somebody is connected.
 * - `room` a declared room's endpoint over SIP        - `desk` a person's own SIP client or endpoint
 * - `web` a browser with a typed name                 - `account` a browser or app signed in (address signalled over SIP)
 * - `phone` a caller over a trunk                     - `teams` the gateway's own leg into a Teams meeting
 * - `app` the platform's own app (Cisco `acano`)      - `bridge` the link between two nodes of a cascade
 * - `recorder` a recording or stream
 *
 * | way      | Pexip, protocol that comes out | Cisco, protocol that comes out                              |
 * |----------|--------------------------------|-------------------------------------------------------------|
 * | room     | in, SIP: `sip`                 | incoming, sip: `sip`                                        |
 * | desk     | in, SIP: `sip`                 | incoming, sip: `sip`                                        |
 * | web      | in, WebRTC, `said` was typed: `webrtc` | incoming, acano, `guestConnection`: `app`, kind `guest` |
 * | account  | in, SIP: `sip`                 | incoming, sip: `sip`                                        |
 * | phone    | in, SIP: `sip`                 | incoming, sip: `sip`                                        |
 * | teams    | out, TEAMS: `teams`, kind `bridge` | incoming, sip of subtype lync: `lync`                   |
 * | app      | in, WebRTC, `said` was typed: `webrtc` | incoming, acano: `app`                              |
 * | bridge   | nothing is told: Pexip's backplanes are no participants | outgoing, sip of subtype distributionLink: `sip`, kind `bridge` |
 * | recorder | out, RTMP: `rtmp`, kind `recorder` | outgoing, sip, `recording`: `sip`, kind `recorder`      |
 */
export type Way = 'room' | 'desk' | 'web' | 'account' | 'phone' | 'teams' | 'app' | 'bridge' | 'recorder'

/**
 * What goes wrong with the telling of a leg; the truth says what must be known of it nevertheless.
 *
 * - `no_start`: Pexip: neither connected nor updated comes; the end states connect_time, so the start is `stated` and
 *   all is known. Cisco: no callLegStart; a callLegUpdate names call, person and room, protocol and direction stay
 *   unknown, and the start is `counted_back` from the end's duration (`web`, `bridge`, `recorder`: as `whole`).
 * - `no_end`: neither the end nor the media come; windows do, all before `leaveMs`. The conference's end at
 *   `Meeting.endMs` is always told, so with `endMs > leaveMs` the end is `endMs` by `conference`.
 * - `start_unstated`: Pexip: the end lacks connect_time (and then, in a month's first 24 h, carries no keys); the start
 *   comes from connected. Cisco: the end lacks durationSeconds. All is known.
 * - `pre_join`: Pexip: the API channel `preJoinId` lives from `joinMs` to `leaveMs` and states that as its duration, the
 *   WebRTC leg begins some seconds later; linked. The leg is `joinMs` to `leaveMs`, and WebRTC: the channel is a shadow,
 *   whose word counts last. Cisco has none: as `whole`.
 *
 * - `end_only`: Pexip: `no_start` and `start_unstated` at once (media and windows come as for a whole leg): the start is
 *   `counted_back`; the end carries the keys of its own month, and none in a month's first 24 h: no person, no conference.
 *   Cisco has none: as `no_start`.
 *
 * A Cisco leg with an unanswered reason (ringingTimeout, remoteBusy, remoteRejected, dnsFailure) comes out with duration
 * 0; it has no update, so its callLegStart always names the call.
 */
export type Telling =
  | 'whole'
  | 'no_start' // the record of the start never comes
  | 'no_end' // the record of the end never comes
  | 'start_unstated' // the end's record does not repeat when the leg began
  | 'end_only' // neither the record of the start nor the end's word on when it was
  | 'pre_join' // a second id for the same participation came before it (Pexip API channel)

/**
 * A medium in one direction as the service measured it; at most one for each (kind, dir). Cisco tells codec and picture
 * of audio and video only: no figures, no content.
 */
export interface Stream {
  readonly kind: MediaKind
  readonly dir: MediaDir
  readonly codec: string // our word
  readonly packets: number
  readonly lost: number
  readonly kbps: number
  readonly width: number | null
  readonly height: number | null
  readonly fps: number | null
}

/** One participation: one leg of the truth. Times in ms, whole seconds where the platform tells whole seconds. */
export interface Participation {
  readonly id: string // native id of the leg (a UUID)
  readonly preJoinId: string | null // native id of the pre-join channel
  readonly way: Way
  readonly person: Person | null
  readonly room: Room | null
  /** What stands in the record as the far end's address or number; one spelling of the person or room. */
  readonly said: string
  readonly typedName: string
  readonly ip: string
  readonly device: Device
  /** Only in worlds in which it makes a difference; no platform tells it. */
  readonly network?: Network
  readonly node: number // which node or call bridge it is connected to: index in `Installation`, and in `Meeting.ids`
  readonly joinMs: number
  readonly leaveMs: number
  readonly end: { readonly endClass: EndClass; readonly native: string }
  readonly telling: Telling
  readonly streams: readonly Stream[]
  /** Pexip 20-second windows by class, or null where none were told. Each is an event of its own: a few a leg. */
  readonly windows: {
    readonly good: number
    readonly ok: number
    readonly bad: number
    readonly terrible: number
  } | null
  /** Cisco: share of the leg in alarm for loss, percent with one decimal; 0 = no alarm is told (null comes out). */
  readonly alarmLossPct: number
}

export interface Meeting {
  readonly platform: SimulatedPlatform
  /**
   * Native id of the conference, by node or call bridge (Pexip conferences have none that we read). Attempts that
   * reached no meeting are a meeting without ids and name: no record of a conference, legs that name none.
   */
  readonly ids: readonly string[]
  /** Shared by the call bridges of one meeting (Cisco callCorrelator). */
  readonly correlator: string
  /** Name of the virtual meeting room: recurring meetings have the same. */
  readonly name: string
  readonly startMs: number
  readonly endMs: number // later than every `leaveMs`
  readonly participations: readonly Participation[]
}

/** The nodes and call bridges, by the names that stand in their records. */
export interface Installation {
  /** Domain of virtual meeting rooms' addresses. */
  readonly domain: string
  readonly pexip: readonly {
    readonly address: string // the node's primary IP address
    readonly location: string // system location: the site's label, if it is declared as one
    readonly version: 1 | 2 // of the event sink's protocol
  }[]
  readonly cms: readonly {
    readonly callBridge: string // GUID: the site's label, if it is declared as one
  }[]
}

export interface Organisation {
  /** Its own domain; room addresses are `alias@domain`. */
  readonly domain: string
  readonly sites: readonly Site[]
  readonly rooms: readonly Room[]
  readonly people: readonly Person[]
  readonly installation: Installation
}

/** All that one seed makes. The emitters read organisation and meetings, never the truth. */
export interface World {
  readonly seed: number
  readonly tenantId: string
  readonly zone: string
  readonly country: string
  readonly firstDay: string // local, YYYY-MM-DD
  readonly days: number
  readonly organisation: Organisation
  readonly meetings: readonly Meeting[]
  readonly truth: Truth
}

/** A medium of a leg as it must come out; what a platform does not tell is null. */
export interface TruthMedia {
  readonly kind: MediaKind
  readonly dir: MediaDir
  readonly codec: string
  readonly packets: number | null
  readonly lost: number | null
  readonly lossMp: number | null
  readonly kbps: number | null
  readonly width: number | null
  readonly height: number | null
  readonly fps: number | null
}

/** A leg as it must come out: what `call_legs` holds, with names in place of keys. */
export interface TruthLeg {
  readonly id: string
  readonly platform: SimulatedPlatform
  readonly startMs: number
  readonly endMs: number
  readonly durationMs: number
  readonly startBy: string
  readonly endBy: string
  readonly conference: string | null // number of the truth's conference; null: of no conference
  readonly person: string | null // Person.id whose key must stand there; null: no key
  readonly personIdent: PersonIdent | null // what the key must be made of
  readonly kind: Kind
  readonly protocol: Protocol | null // null: Cisco `no_start`
  readonly site: string | null // name of the site, or one of the site words
  readonly room: string | null // name of the room
  readonly endClass: EndClass | null
  readonly vendor: string | null
  readonly model: string | null
  readonly software: string | null
  readonly deviceClass: DeviceClass | null
  /** Only where somebody knows it: the simulated platforms do not tell it. */
  readonly network?: Network
  readonly windows: Participation['windows']
  readonly alarmLossMp: number | null
  readonly media: readonly TruthMedia[]
}

/** What is wrong in the demo's organisation. */
export const STANDARD_FAULTS = [
  'bad_site_network',
  'bad_room_model',
  'failing_joins',
  'bad_transport',
  'old_software',
] as const
export type StandardFault = (typeof STANDARD_FAULTS)[number]

/** Something that is wrong at the organisation; advice must find it, and nothing else. */
export interface PlantedFault {
  /** One of the demo's faults, or the rule for which it is planned. */
  readonly what: StandardFault | RuleId
  readonly where: string
  readonly fromMs: number
  readonly untilMs: number
}

export interface Truth {
  readonly seed: number
  readonly zone: string
  readonly legs: readonly TruthLeg[]
  readonly conferences: readonly { readonly id: string; readonly name: string; readonly legs: readonly string[] }[]
  readonly persons: readonly string[]
  readonly faults: readonly PlantedFault[]
}
