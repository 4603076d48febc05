/**
 * The closed lists of words that may stand in a stored record. A word that is not here cannot pass the entry
 * (design, section 5: "what the schema does not name cannot pass").
 */

/** What a record can be about. */
export const SUBJECTS = ['leg', 'conference'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Platforms whose native records we decode; `generic` is the record of `schemas/records/generic.ts`. */
export const PLATFORMS = ['pexip', 'cms', 'generic'] as const
export type Platform = (typeof PLATFORMS)[number]

/**
 * What is at the far end of a leg, in the order that decides between linked observations of one leg: the first in
 * this list wins. `bridge`, `recorder`, `service` and `shadow` are never people.
 */
export const KINDS = ['room', 'user', 'pstn', 'guest', 'unknown', 'service', 'recorder', 'bridge', 'shadow'] as const
export type Kind = (typeof KINDS)[number]

/** What sort of identifier a person key was made of. One person may have one of each; counts never add them up. */
export const PERSON_IDENTS = ['address', 'phone', 'directory'] as const
export type PersonIdent = (typeof PERSON_IDENTS)[number]

export const ROLES = ['host', 'guest', 'unknown'] as const
export type Role = (typeof ROLES)[number]

/** `erased`: a tombstone that removes the leg. `objected`: the person of this leg is removed from it. */
export const MARKS = ['erased', 'objected'] as const
export type Mark = (typeof MARKS)[number]

/** Where a quality figure was measured. Pexip and Cisco Meeting Server measure at the service. */
export const MEASURING_POINTS = ['service', 'client', 'device'] as const
export type MeasuringPoint = (typeof MEASURING_POINTS)[number]

/** `app` is the platform's own client where the record does not say more (Cisco Meeting Server type `acano`). */
export const PROTOCOLS = [
  'sip',
  'h323',
  'webrtc',
  'app',
  'teams',
  'zoom',
  'webex',
  'meet',
  'lync',
  'pstn',
  'rtmp',
  'api',
  'other',
] as const
export type Protocol = (typeof PROTOCOLS)[number]

/** Seen from the service: `in` = the participant called the service, `out` = the service called the participant. */
export const DIRECTIONS = ['in', 'out'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const SERVICES = [
  'meeting',
  'lecture',
  'p2p',
  'gateway',
  'ivr',
  'test',
  'waiting',
  'stream',
  'playback',
  'phone',
] as const
export type Service = (typeof SERVICES)[number]

export const NETWORKS = ['wired', 'wifi', 'mobile', 'vpn'] as const
export type Network = (typeof NETWORKS)[number]

export const TRANSPORTS = ['udp', 'tcp', 'tls', 'relay'] as const
export type Transport = (typeof TRANSPORTS)[number]

/** How the site of a leg was found, in order of preference. */
export const SITE_BYS = ['room', 'ip', 'label', 'remote'] as const
export type SiteBy = (typeof SITE_BYS)[number]

/**
 * Words that stand in the place of a site: `ambiguous` = two sites claim the address with equal prefix, `remote` =
 * there was an address and no site claims it. (Unknown is null here and becomes the word `unknown` in the cube.)
 * No site may be named like one of these.
 */
export const SITE_WORDS = ['ambiguous', 'remote', 'unknown', 'other'] as const

export const DEVICE_CLASSES = ['room', 'desktop', 'mobile', 'browser', 'phone', 'gateway', 'server'] as const
export type DeviceClass = (typeof DEVICE_CLASSES)[number]

/**
 * How a leg ended. `normal_self`: the person of this leg ended it. `normal_remote`: the other side, the host's end or
 * the regular end of the conference (reference cdr-formats, 11a).
 */
export const END_CLASSES = [
  'normal_self',
  'normal_remote',
  'host_or_admin',
  'no_answer',
  'busy',
  'rejected',
  'not_found',
  'auth_or_pin',
  'capacity',
  'timeout',
  'media_network',
  'config_or_crypto',
  'server_error',
  'moved',
  'unknown',
] as const
export type EndClass = (typeof END_CLASSES)[number]

/** How a leg's start is known: stated, counted back from its end by its stated duration, or its first observation. */
export const START_BYS = ['stated', 'counted_back', 'observed'] as const

/**
 * How a leg's end is known: stated, counted on from its start by its stated duration, or imputed: the end of its
 * conference, else 60 s after its last observation.
 */
export const END_BYS = ['stated', 'counted_on', 'conference', 'observed'] as const

/** How a leg's conference is known: its records name it, or it follows from a name and the times (design, section 6). */
export const CONFERENCE_BYS = ['stated', 'derived'] as const

export const MEDIA_KINDS = ['audio', 'video', 'content'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

/** `up` = participant → service, `down` = service → participant. */
export const MEDIA_DIRS = ['up', 'down'] as const
export type MediaDir = (typeof MEDIA_DIRS)[number]

export const CODECS = [
  'opus',
  'g711a',
  'g711u',
  'g719',
  'g722',
  'g7221',
  'g728',
  'g729',
  'siren7',
  'siren14',
  'aac',
  'silk',
  'speex',
  'h261',
  'h263',
  'h264',
  'h265',
  'vp8',
  'vp9',
  'av1',
  'rtvideo',
  'other',
] as const
export type Codec = (typeof CODECS)[number]
