/** Starts, ends and lengths, stated or not; and observations that lie outside their leg. */
import { observe } from '../../observations.ts'
import { attended, type Case, joined, left } from './case.ts'

const at = (time: string): string => `2026-03-10T${time}Z`
const next = (time: string): string => `2026-03-11T${time}Z`
const HOUR = 3_600_000

export const TIMES: readonly Case[] = [
  {
    name: 'an observation counts up to 48 hours after the start of its leg',
    rows: [
      joined('a', at('10:00:00')),
      observe({ subject: 'a', event: 'last', at: '2026-03-12T10:00:00Z', win_good: 1 }),
      observe({ subject: 'a', event: 'late', at: '2026-03-12T10:00:00.001Z', win_good: 1 }),
    ],
    legs: [{ leg: 'a', observations: 2, win_good: 1, start: at('10:00:00'), end: next('10:00:00'), capped: true }],
  },
  {
    name: 'an observation that states the start is of that leg, however late it is told; one that counts it back is not',
    rows: [
      left('a', at('10:00:00'), '2026-03-13T10:00:00Z'),
      observe({
        subject: 'b',
        event: 'end',
        at: '2026-03-13T10:00:00Z',
        end: '2026-03-13T10:00:00Z',
        duration_ms: 72 * HOUR,
      }),
      joined('c', at('11:00:00')),
      left('c', at('11:00:00'), at('11:30:00'), { record: 'r' }),
      observe({
        subject: 'c',
        event: 'corrected',
        at: '2026-03-20T09:00:00Z',
        start: at('11:00:00'),
        end: at('11:20:00'),
        record: 'r',
      }),
    ],
    legs: [
      { leg: 'a', start: at('10:00:00'), end: next('10:00:00'), capped: true },
      { leg: 'c', start: at('11:00:00'), end: at('11:20:00'), observations: 2, capped: false },
    ],
  },
  {
    name: 'an observation before the stated start is part of the leg',
    rows: [
      observe({ subject: 'a', event: 'early', at: at('09:59:00'), win_ok: 1 }),
      ...attended('a', at('10:00:00'), at('10:30:00')),
    ],
    legs: [{ leg: 'a', start: at('10:00:00'), observations: 3, win_ok: 1 }],
  },
  {
    name: 'a leg of thirty hours is cut to twenty-four',
    rows: [
      ...attended('a', at('06:00:00'), next('12:00:00'), { conference: 'F' }),
      joined('b', at('06:00:00'), { conference: 'F' }),
      observe({ subject: 'c', event: 1, at: at('06:00:00'), start: at('06:00:00'), duration_ms: 30 * HOUR }),
      ...attended('d', at('06:00:00'), next('06:00:00')),
    ],
    legs: [
      { leg: 'a', end: next('06:00:00'), duration_ms: 24 * HOUR, capped: true, known_end: next('06:00:00') },
      { leg: 'b', end: next('06:00:00'), end_by: 'conference', duration_ms: 24 * HOUR, capped: false },
      { leg: 'c', end: next('06:00:00'), end_by: 'counted_on', duration_ms: 24 * HOUR, capped: true },
      { leg: 'd', end: next('06:00:00'), duration_ms: 24 * HOUR, capped: false },
    ],
  },
  {
    name: 'a record told before its counted-back start is of the next leg, and the leg before stays',
    rows: [
      observe({ subject: 'a', event: 1, at: at('10:00:00'), end: at('10:10:00') }),
      observe({
        subject: 'a',
        event: 2,
        at: '2026-03-12T10:00:00Z',
        end: '2026-03-12T10:10:00Z',
        duration_ms: 60_000,
      }),
    ],
    legs: [
      { leg: 'a', day: '2026-03-10', observations: 1, start: at('10:00:00') },
      { leg: 'a', day: '2026-03-12', observations: 1, start: '2026-03-12T10:09:00Z' },
    ],
  },
  {
    name: 'an end before the start is the start',
    rows: attended('a', at('10:00:00'), at('09:59:58')),
    legs: [{ leg: 'a', start: at('10:00:00'), end: at('10:00:00'), end_by: 'stated', duration_ms: 0 }],
  },
  {
    name: 'a stated duration is the duration, beside a stated end too',
    rows: [
      ...attended('a', at('10:00:00'), at('10:30:00'), { duration_ms: 5 * 60_000 }),
      ...attended('b', at('10:00:00'), at('10:00:40'), { duration_ms: 0, ring_ms: 40_000 }),
    ],
    legs: [
      { leg: 'a', end: at('10:30:00'), end_by: 'stated', duration_ms: 300_000 },
      { leg: 'b', end: at('10:00:40'), duration_ms: 0, ring_ms: 40_000 },
    ],
  },
  {
    name: 'a missing end is the start and the duration, a missing start the end less the duration',
    rows: [
      observe({ subject: 'a', event: 1, at: at('10:00:00'), start: at('10:00:00'), duration_ms: 60_000 }),
      observe({ subject: 'b', event: 1, at: at('10:30:00'), end: at('10:30:00'), duration_ms: 60_000 }),
      observe({ subject: 'c', event: 1, at: at('10:00:00'), duration_ms: 60_000 }),
      observe({ subject: 'd', event: 1, at: at('10:25:00'), duration_ms: 60_000 }),
      observe({ subject: 'd', event: 2, at: at('10:30:00'), end: at('10:30:00') }),
    ],
    legs: [
      { leg: 'a', start_by: 'stated', end: at('10:01:00'), end_by: 'counted_on', duration_ms: 60_000 },
      { leg: 'b', start: at('10:29:00'), start_by: 'counted_back', end_by: 'stated', duration_ms: 60_000 },
      { leg: 'c', start: at('10:00:00'), start_by: 'observed', end: at('10:01:00'), end_by: 'counted_on' },
      // Only an end and a duration of one record are counted back.
      { leg: 'd', start: at('10:25:00'), start_by: 'observed', end: at('10:30:00'), duration_ms: 60_000 },
    ],
  },
  {
    name: 'without any time a leg lasts from its first to sixty seconds after its last observation',
    rows: [
      observe({ subject: 'a', event: 1, at: at('10:00:00'), kind: 'user' }),
      observe({ subject: 'a', event: 2, at: at('10:07:00'), protocol: 'sip' }),
    ],
    legs: [
      {
        leg: 'a',
        start: at('10:00:00'),
        start_by: 'observed',
        end: at('10:08:00'),
        end_by: 'observed',
        known_end: at('10:07:00'),
        duration_ms: 480_000,
      },
    ],
  },
  {
    name: 'a leg without a start takes its late start with it to another day',
    rows: [observe({ subject: 'a', event: 'left', at: next('00:30:00'), end: next('00:30:00') })],
    legs: [{ leg: 'a', day: '2026-03-11', start_by: 'observed', duration_ms: 0 }],
    later: {
      rows: [joined('a', at('22:00:00'))],
      legs: [{ leg: 'a', day: '2026-03-10', start_by: 'stated', duration_ms: 2.5 * HOUR }],
    },
  },
  {
    name: 'an id that is used again after ten days is a second leg',
    rows: [
      ...attended('a', at('10:00:00'), at('10:30:00'), { name: 'vmr' }),
      observe({
        subject: 'a',
        event: 'again',
        at: '2026-03-20T10:00:00Z',
        start: '2026-03-20T10:00:00Z',
        end: '2026-03-20T10:05:00Z',
      }),
    ],
    legs: [
      { leg: 'a', day: '2026-03-10', end: at('10:30:00'), observations: 2 },
      { leg: 'a', day: '2026-03-20', duration_ms: 300_000, observations: 1, meeting: null },
    ],
  },
  {
    name: 'an id that is used again after three days is a second leg, after two days the same one',
    rows: [
      ...attended('a', at('10:00:00'), at('10:30:00')),
      observe({ subject: 'a', event: 'again', at: '2026-03-13T10:00:00Z', start: '2026-03-13T10:00:00Z' }),
      ...attended('b', at('10:00:00'), at('10:30:00')),
      observe({ subject: 'b', event: 'again', at: '2026-03-12T10:00:00Z', rev: 0, start: '2026-03-12T10:00:00Z' }),
    ],
    legs: [
      { leg: 'a', day: '2026-03-10', observations: 2 },
      { leg: 'a', day: '2026-03-13', observations: 1 },
      { leg: 'b', day: '2026-03-10', observations: 3 },
    ],
  },
]
