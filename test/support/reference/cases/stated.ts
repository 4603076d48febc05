/** Conferences that the records name, and the links between them. */
import type { Observation } from '../../../../schemas/observation.ts'
import { keyOf, observe, tombstone } from '../../observations.ts'
import { attended, type Case, joined } from './case.ts'

const at = (time: string): string => `2026-03-10T${time}Z`

/** `callStart` and, where given, `callEnd` of a call bridge; both name the correlator. */
function call(name: string, start: string, end?: string, correlator?: string): Observation[] {
  const links = correlator === undefined ? [] : [correlator]
  const about = { about: 'conference', subject: name, links, platform: 'cms' } as const
  return [
    observe({ ...about, event: 'callStart', at: start, start }),
    ...(end === undefined ? [] : [observe({ ...about, event: 'callEnd', at: end, end })]),
  ]
}

function met(subject: string, conference: string, start: string, end: string): Observation[] {
  return attended(subject, start, end, { conference, platform: 'cms' })
}

const smallest = (...names: string[]): string =>
  names.toSorted((a, b) => (keyOf('conference', a) < keyOf('conference', b) ? -1 : 1))[0] ?? ''

export const STATED: readonly Case[] = [
  {
    name: 'a missing start is counted back from the end by the duration',
    rows: [
      observe({ subject: 'a', event: 'update', at: at('10:20:00'), conference: 'F', platform: 'cms' }),
      observe({
        subject: 'a',
        event: 'end',
        at: at('10:30:00'),
        end: at('10:30:00'),
        duration_ms: 1_200_000,
        platform: 'cms',
      }),
    ],
    legs: [
      {
        leg: 'a',
        conference: 'F',
        start: at('10:10:00'),
        start_by: 'counted_back',
        end: at('10:30:00'),
        duration_ms: 1_200_000,
        kind: 'unknown',
      },
    ],
  },
  {
    name: 'two call bridges with one correlator are one conference while they overlap or lie within two minutes',
    rows: [
      ...call('F', at('10:00:00'), at('10:30:00'), 'both'),
      ...call('G', at('10:01:00'), at('10:29:00'), 'both'),
      ...met('a', 'F', at('10:00:00'), at('10:30:00')),
      ...met('b', 'G', at('10:01:00'), at('10:29:00')),
      ...call('H', at('12:00:00'), at('12:10:00'), 'near'),
      ...call('I', at('12:12:00'), at('12:20:00'), 'near'),
      ...met('c', 'H', at('12:00:00'), at('12:10:00')),
      ...met('d', 'I', at('12:12:00'), at('12:20:00')),
      ...call('J', at('14:00:00'), at('14:10:00'), 'far'),
      ...call('K', at('14:12:00.001'), at('14:20:00'), 'far'),
      ...met('e', 'J', at('14:00:00'), at('14:10:00')),
      ...met('f', 'K', at('14:12:00.001'), at('14:20:00')),
    ],
    legs: [
      { leg: 'a', meeting: 'overlapping', conference: smallest('F', 'G') },
      { leg: 'b', meeting: 'overlapping' },
      { leg: 'c', meeting: 'near', conference: smallest('H', 'I') },
      { leg: 'd', meeting: 'near' },
      { leg: 'e', meeting: 'before', conference: 'J' },
      { leg: 'f', meeting: 'after', conference: 'K' },
    ],
  },
  {
    name: 'legs that name two linked conferences widen them until they meet',
    rows: [
      ...call('F', at('10:00:00'), undefined, 'both'),
      ...call('G', at('10:40:00'), undefined, 'both'),
      ...met('b', 'G', at('10:40:00'), at('10:50:00')),
    ],
    legs: [{ leg: 'b', conference: 'G' }],
    later: {
      rows: met('a', 'F', at('10:00:00'), at('10:39:00')),
      legs: [
        { leg: 'a', meeting: 'one', conference: smallest('F', 'G') },
        { leg: 'b', meeting: 'one' },
      ],
    },
  },
  {
    name: 'linked conferences more than a day apart are two',
    rows: [
      ...call('F', '2026-03-10T23:00:00Z', undefined, 'both'),
      ...call('G', '2026-03-12T01:00:00Z', undefined, 'both'),
      ...met('a', 'F', '2026-03-10T23:00:00Z', '2026-03-11T22:00:00Z'),
      ...met('b', 'G', '2026-03-11T21:00:00Z', '2026-03-12T02:00:00Z'),
    ],
    legs: [
      { leg: 'a', meeting: 'one', conference: 'F' },
      { leg: 'b', meeting: 'two', conference: 'G' },
    ],
  },
  {
    name: 'a forged callEnd has no effect on legs whose end is known, and a conference without legs is none',
    rows: [
      ...call('F', at('10:00:00'), at('10:30:00')),
      ...met('a', 'F', at('10:00:00'), at('10:30:00')),
      ...met('b', 'F', at('10:05:00'), at('10:20:00')),
    ],
    legs: [
      { leg: 'a', meeting: 'one', end: at('10:30:00') },
      { leg: 'b', meeting: 'one', end: at('10:20:00') },
    ],
    later: {
      rows: [
        observe({
          about: 'conference',
          subject: 'F',
          event: 'forged',
          at: at('10:10:00'),
          end: at('10:10:00'),
          platform: 'cms',
        }),
        observe({
          about: 'conference',
          subject: 'Z',
          event: 'forged',
          at: at('10:10:00'),
          end: at('10:10:00'),
          platform: 'cms',
        }),
      ],
      legs: [
        { leg: 'a', meeting: 'one', end: at('10:30:00') },
        { leg: 'b', meeting: 'one', end: at('10:20:00') },
      ],
    },
  },
  {
    name: 'a leg whose records name two conferences is in the one that was named first',
    rows: [
      joined('a', at('10:00:00'), { conference: 'F' }),
      observe({ subject: 'a', event: 'moved', at: at('10:10:00'), conference: 'G', rev: 99 }),
      ...met('b', 'G', at('10:00:00'), at('10:40:00')),
    ],
    legs: [
      { leg: 'a', meeting: 'F', conference: 'F', end: at('10:11:00'), end_by: 'observed' },
      { leg: 'b', meeting: 'G', conference: 'G' },
    ],
  },
  {
    name: 'a missing end is the latest end of the conference: of its other legs, and of what it says of itself',
    rows: [
      joined('a', at('10:00:00'), { conference: 'F' }),
      ...met('b', 'F', at('10:00:00'), at('10:25:00')),
      joined('c', at('10:26:00'), { conference: 'F' }),
    ],
    legs: [
      { leg: 'a', meeting: 'F', end: at('10:25:00'), end_by: 'conference', duration_ms: 1_500_000 },
      { leg: 'b', meeting: 'F', end: at('10:25:00'), end_by: 'stated' },
      { leg: 'c', meeting: 'F', end: at('10:27:00'), end_by: 'observed', duration_ms: 60_000 },
    ],
    later: {
      rows: call('F', at('10:00:00'), at('10:30:00')),
      legs: [
        { leg: 'a', meeting: 'F', end: at('10:30:00'), end_by: 'conference' },
        { leg: 'b', meeting: 'F', end: at('10:25:00') },
        { leg: 'c', meeting: 'F', end: at('10:30:00'), end_by: 'conference' },
      ],
    },
  },
  {
    name: 'a correction of a conference takes its first version away: from its end, and from what it reaches',
    rows: [
      joined('a', at('10:00:00'), { conference: 'F' }),
      observe({
        about: 'conference',
        subject: 'F',
        event: 1,
        at: at('10:50:00'),
        end: at('10:50:00'),
        links: ['both'],
      }),
      ...call('G', at('10:51:00'), undefined, 'both'),
      joined('b', at('10:51:00'), { conference: 'G' }),
    ],
    legs: [
      { leg: 'a', meeting: 'one', end: at('10:50:00'), end_by: 'conference' },
      { leg: 'b', meeting: 'one' },
    ],
    later: {
      rows: [
        observe({
          about: 'conference',
          subject: 'F',
          event: 1,
          at: at('10:20:00'),
          rev: Date.parse(at('10:50:01')),
          end: at('10:20:00'),
          links: ['both'],
        }),
      ],
      legs: [
        { leg: 'a', meeting: 'F', conference: 'F', end: at('10:20:00') },
        { leg: 'b', meeting: 'G', conference: 'G' },
      ],
    },
  },
  {
    name: 'a newer version of a record takes the end of its conference with it',
    rows: [
      joined('a', at('10:00:00'), { conference: 'F' }),
      observe({
        about: 'conference',
        subject: 'F',
        event: 1,
        at: at('10:00:00'),
        rev: 1,
        end: at('10:50:00'),
        record: 'F',
      }),
    ],
    legs: [{ leg: 'a', end: at('10:50:00'), end_by: 'conference' }],
    later: {
      rows: [
        observe({
          about: 'conference',
          subject: 'F',
          event: 2,
          at: at('10:00:00'),
          rev: 2,
          start: at('10:00:00'),
          record: 'F',
        }),
      ],
      legs: [{ leg: 'a', end: at('10:01:00'), end_by: 'observed' }],
    },
  },
  {
    name: 'an erased person does not join two conferences',
    rows: [
      ...call('F', at('10:00:00'), undefined, 'both'),
      ...call('G', at('10:40:00'), undefined, 'both'),
      ...met('b', 'F', at('10:00:00'), at('10:10:00')),
      ...met('c', 'G', at('10:40:00'), at('10:50:00')),
      ...met('a', 'F', at('10:00:00'), at('10:39:00')),
    ],
    legs: ['a', 'b', 'c'].map((leg) => ({ leg, meeting: 'one' })),
    later: {
      rows: [tombstone({ subject: 'a', at: at('10:00:00') })],
      legs: [
        { leg: 'b', meeting: 'F' },
        { leg: 'c', meeting: 'G' },
      ],
    },
  },
  {
    name: 'a conference that began three days before a leg is joined as well, whatever else the day holds',
    rows: [
      ...call('F', '2026-05-05T10:00:00Z', undefined, 'both'),
      ...call('G', '2026-05-05T10:01:00Z', undefined, 'both'),
      ...met('a', smallest('F', 'G') === 'F' ? 'G' : 'F', '2026-05-08T10:00:00Z', '2026-05-08T10:30:00Z'),
    ],
    legs: [{ leg: 'a', conference: smallest('F', 'G') }],
  },
  {
    name: 'sixteen linked conferences are one, seventeen are seventeen',
    rows: [
      ...Array.from({ length: 16 }, (_, i) => call(`s${i}`, at('10:00:00'), at('10:30:00'), 'sixteen')).flat(),
      ...Array.from({ length: 17 }, (_, i) => call(`t${i}`, at('10:00:00'), at('10:30:00'), 'seventeen')).flat(),
      ...met('a', 's0', at('10:00:00'), at('10:30:00')),
      ...met('b', 's15', at('10:00:00'), at('10:30:00')),
      ...met('c', 't0', at('10:00:00'), at('10:30:00')),
      ...met('d', 't16', at('10:00:00'), at('10:30:00')),
    ],
    legs: [
      { leg: 'a', meeting: 'sixteen', conference: smallest(...Array.from({ length: 16 }, (_, i) => `s${i}`)) },
      { leg: 'b', meeting: 'sixteen' },
      { leg: 'c', meeting: 't0', conference: 't0' },
      { leg: 'd', meeting: 't16', conference: 't16' },
    ],
  },
  {
    name: 'a named conference goes before a derived one',
    rows: [
      ...attended('a', at('10:00:00'), at('10:30:00'), { conference: 'F', name: 'vmr' }),
      ...attended('b', at('10:00:00'), at('10:30:00'), { name: 'vmr' }),
    ],
    legs: [
      { leg: 'a', meeting: 'F', conference: 'F', name_key: keyOf('name', 'vmr') },
      { leg: 'b', meeting: 'derived', conference_by: 'derived' },
    ],
  },
]
