/** What all Pexip events share: times, identity, and the platform's words. */
import type { Service } from '../../../../schemas/states.ts'
import { Identifier, tuple } from '../../identified.ts'
import { fromEpochSeconds } from '../time.ts'

/** A record whose end lies further before its start than clocks of two nodes differ contradicts itself. */
export const CLOCK_TOLERANCE_MS = 2_000

/** Optional time of a record: absent, readable (ms UTC), or outside the years that are read. */
export type OptionalTime = number | undefined | 'invalid'

/**
 * A participant that never got so far has 0 where others have a time: that is "none", like everywhere in this format
 * where nothing happened, and not the year 1970.
 */
export function optionalTime(seconds: number | null | undefined): OptionalTime {
  if (seconds === null || seconds === undefined || seconds === 0) return undefined
  return fromEpochSeconds(seconds) ?? 'invalid'
}

/**
 * Identity of an event: its name, what it is of, and its own time in microseconds. Never node or seq of the envelope:
 * they differ between event sinks and restart (reference cdr-formats, 11a).
 */
export function eventIdentity(event: string, of: readonly (string | number)[], seconds: number): Identifier {
  return new Identifier('instance', tuple(event, ...of, microseconds(seconds)))
}

/** Whole microseconds: the resolution that the platform writes, and exact in a double until 2255. */
export function microseconds(seconds: number): number {
  return Math.round(seconds * 1_000_000)
}

/** Trimmed text, or undefined where the record says nothing. */
export function stated(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined
  const trimmed = text.trim()
  return trimmed === '' ? undefined : trimmed
}

const SERVICES = new Map<string, Service>([
  ['conference', 'meeting'],
  ['lecture', 'lecture'],
  ['two_stage_dialing', 'ivr'], // a virtual reception
  ['ivr', 'ivr'],
  ['media_playback', 'playback'],
  ['test_call', 'test'],
  ['gateway', 'gateway'],
  ['waiting_room', 'waiting'],
])

export function serviceOf(word: string | null | undefined): Service | undefined {
  return typeof word === 'string' ? SERVICES.get(word) : undefined
}
