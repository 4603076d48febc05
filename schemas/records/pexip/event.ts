/**
 * The envelope of the Pexip Infinity event sink, version 1 and 2 (vendor: "Event sink API",
 * docs.pexip.com/admin/api_event_sink.htm; reference cdr-formats, 1a and 11a). Only what is needed is named here; what
 * stands beside it is counted and not read (`seq`, display names, tags and flags among it).
 *
 * A member that is null counts as not there. Words (protocol, role, reason) are plain text here: the decoder maps the
 * ones it knows, and an unknown word is not an error of the record.
 */
import { z } from 'zod'

const LONGEST_TEXT = 2_048
const NUL = '\u0000'
const COUNT = 4_294_967_295

/** Text of which keys may be made; `sound` checks it. */
export const text = z.string()

/** A word that is looked up in a table and never kept as it is. */
export const word = z.string()

/** A figure; `sound` checks its bounds. */
export const figure = z.number().nullish()

/** Bounds of a figure: 0 to `most`, whole or not. */
export interface Bounds {
  readonly most: number
  readonly whole?: boolean
}
export const ANY_COUNT: Bounds = { most: COUNT, whole: true }
export const ANY_FIGURE: Bounds = { most: COUNT }

/**
 * Checks texts and figures of an object in one go, because checks on each of them double what reading an event costs.
 * - a figure out of bounds: `value_out_of_range`; a fraction of a whole figure: `field_invalid`
 * - a text (or one of a list) that is too long, has no UTF-8 form (a lone surrogate, by which two persons would become
 *   one) or holds NUL: `field_invalid`
 */
export function sound(
  texts: readonly string[],
  figures: Readonly<Record<string, Bounds>>,
): (value: Readonly<Record<string, unknown>>, context: z.RefinementCtx) => void {
  const bounds = Object.entries(figures)
  return (value, context) => {
    for (const key of texts) {
      const found = value[key]
      const usable =
        typeof found === 'string' ? isUsable(found) : !Array.isArray(found) || found.every((item) => isUsable(item))
      if (!usable) context.addIssue({ code: 'custom', path: [key] })
    }
    for (const [key, { most, whole }] of bounds) {
      const found = value[key]
      if (typeof found !== 'number') continue
      const outside = found < 0 || found > most
      if (outside || (whole === true && !Number.isInteger(found))) {
        const refusal = outside ? 'value_out_of_range' : 'field_invalid'
        context.addIssue({ code: 'custom', path: [key], params: { refusal } })
      }
    }
  }
}

function isUsable(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LONGEST_TEXT && value.isWellFormed() && !value.includes(NUL)
}

/** Seconds since 1970 UTC with a fraction; the decoder judges the range. */
export const epochSeconds = z.number()

/** Versions of the event sink's protocol that we know. */
export const VERSIONS: ReadonlySet<number> = new Set([1, 2])

/** What every event has. `time` is the event's own time at the node, not the time of sending. */
export const header = {
  event: z.string(),
  version: z.number(),
  time: epochSeconds,
}

export const anyEvent = z.object(header)

/** `data` of a bulk: whole events, each with its own version, time and node. */
export const bulk = z.object({ event: z.literal('eventsink_bulk'), data: z.array(z.unknown()) })
