/**
 * Times of records to milliseconds since 1970 UTC. Whether a number counts seconds, milliseconds or microseconds is
 * the format's word and never guessed from its size; a time without a zone is read only where the record or the
 * format's documentation gives the zone.
 *
 * Every function gives null for what is not a time, or lies outside the years 2000 to 2100: refusal `time_invalid`.
 */
import { Temporal } from 'temporal-polyfill'

const FIRST_MS = Date.UTC(2000, 0, 1)
const END_MS = Date.UTC(2101, 0, 1)
const DAY_MS = 86_400_000

/** Longest fraction that formats in use write; .NET has 7 digits, Go and Java have 9. */
const STAMP =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(?:([Zz])|([+-])(\d\d):?(\d\d))?$/u

/** Milliseconds of a number of seconds since 1970 UTC, fractions allowed; half a millisecond rounds up. */
export function fromEpochSeconds(seconds: number): number | null {
  return inYears(Math.round(seconds * 1000))
}

/** Milliseconds of a number of milliseconds since 1970 UTC. */
export function fromEpochMs(ms: number): number | null {
  return inYears(Math.round(ms))
}

/** An ISO 8601 instant with its zone (`Z` or an offset); without one it is not an instant. */
export function fromInstant(text: string): number | null {
  const stamp = readStamp(text)
  return stamp?.offsetMs === undefined ? null : inYears(stamp.wallMs - stamp.offsetMs)
}

/**
 * An ISO 8601 time, or `YYYY-MM-DD HH:MM:SS`, that is UTC by the format's documentation where it states no zone
 * (Pexip history, Webex CDR).
 */
export function fromUtc(text: string): number | null {
  const stamp = readStamp(text)
  return stamp === null ? null : inYears(stamp.wallMs - (stamp.offsetMs ?? 0))
}

/**
 * A time of a record that names its zone. A stated offset wins over `zone`.
 *
 * Where clocks go forward, a time inside the gap counts from before it (02:30 becomes 03:30 summer time); where they
 * go back, a time that occurs twice is its first occurrence (RFC 5545, "compatible" in Temporal).
 *
 * @param zone an IANA name that `isZone` accepts
 */
export function fromLocal(text: string, zone: string): number | null {
  const stamp = readStamp(text)
  if (stamp === null) return null
  if (stamp.offsetMs !== undefined) return inYears(stamp.wallMs - stamp.offsetMs)
  const wall = Temporal.Instant.fromEpochMilliseconds(stamp.wallMs).toZonedDateTimeISO('UTC').toPlainDateTime()
  return inYears(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
}

/** Is this an IANA zone name (`Europe/Amsterdam`, `UTC`), not an offset? */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,49}$/u.test(zone)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

interface Stamp {
  /** The wall-clock reading as if it were UTC. */
  readonly wallMs: number
  readonly offsetMs: number | undefined
}

function readStamp(text: string): Stamp | null {
  const match = STAMP.exec(text)
  if (match === null) return null
  const [, y, mo, d, h, mi, s = '0', fraction = '', z, sign, oh, om] = match
  const [year, month, day, hour, minute, second] = [y, mo, d, h, mi, s].map(Number) as Six
  if (hour > 23 || minute > 59 || second > 59 || month < 1 || month > 12) return null
  const midnight = Date.UTC(year, month - 1, day)
  // a day that the month does not have rolls over; years 0–99 are read as 19xx and refused by the range anyway
  if (day < 1 || new Date(midnight).getUTCDate() !== day) return null
  const wallMs = midnight + (hour * 60 + minute) * 60_000 + second * 1000 + roundedMs(fraction)
  if (z !== undefined) return { wallMs, offsetMs: 0 }
  if (sign === undefined) return { wallMs, offsetMs: undefined }
  const offsetMs = (Number(oh) * 60 + Number(om)) * 60_000
  if (offsetMs >= DAY_MS || Number(om) > 59) return null
  return { wallMs, offsetMs: sign === '-' ? -offsetMs : offsetMs }
}

type Six = [number, number, number, number, number, number]

/** Digits of a fraction of a second to whole milliseconds, half a millisecond up. */
function roundedMs(fraction: string): number {
  return fraction === '' ? 0 : Math.round(Number(`0.${fraction}`) * 1000)
}

function inYears(ms: number): number | null {
  return ms >= FIRST_MS && ms < END_MS ? ms : null
}
