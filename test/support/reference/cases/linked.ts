/** Several subjects that are one leg. */
import { keyOf, observe } from '../../observations.ts'
import { attended, type Case, joined } from './case.ts'

const at = (time: string): string => `2026-03-10T${time}Z`
const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
const linked = (prefix: string, count: number) =>
  names(prefix, count).flatMap((name) => attended(name, at('10:00:00'), at('10:30:00'), { links: [`${prefix} all`] }))

export const LINKED: readonly Case[] = [
  {
    name: 'the API channel before a WebRTC leg is the same leg',
    rows: [
      joined('api', at('10:00:00'), { kind: 'shadow', protocol: 'api', name: 'vmr' }),
      joined('rtc', at('10:00:20'), { kind: 'guest', protocol: 'webrtc', name: 'vmr', person: 'p', links: ['api'] }),
      ...attended('rtc', at('10:00:20'), at('10:30:00'), {
        kind: 'guest',
        transport: 'udp',
        name: 'vmr',
        links: ['api'],
      }).slice(1),
      ...attended('other', at('10:00:00'), at('10:31:00'), { name: 'vmr' }),
    ],
    legs: [
      {
        leg: ['api', 'rtc'],
        meeting: 'one',
        kind: 'guest',
        start: at('10:00:00'),
        end: at('10:30:00'),
        protocol: 'webrtc',
        transport: 'udp',
        person_key: keyOf('person', 'p'),
        observations: 3,
      },
      { leg: 'other', meeting: 'one' },
    ],
  },
  {
    name: 'a subject of which no kind is known takes none from the subject it is linked to',
    rows: [
      joined('api', at('10:00:00'), { kind: 'shadow', protocol: 'api' }),
      observe({ subject: 'rtc', event: 'window', at: at('10:01:00'), win_good: 1, links: ['api'] }),
    ],
    legs: [{ leg: ['api', 'rtc'], kind: 'shadow', win_good: 1 }],
  },
  {
    name: 'of linked subjects the earliest start, the latest end, the longest duration, the earliest answer',
    rows: [
      observe({
        subject: 'a',
        event: 1,
        at: at('10:05:00'),
        start: at('10:05:00'),
        end: at('10:20:00'),
        answer: at('10:05:09'),
        duration_ms: 100,
      }),
      observe({
        subject: 'b',
        event: 1,
        at: at('10:30:00'),
        start: at('10:01:00'),
        end: at('10:10:00'),
        answer: at('10:01:05'),
        duration_ms: 200,
        links: ['a'],
      }),
    ],
    legs: [
      {
        leg: ['a', 'b'],
        start: at('10:01:00'),
        end: at('10:20:00'),
        duration_ms: 200,
        answer_ms: Date.parse(at('10:01:05')),
      },
    ],
  },
  {
    name: 'subjects that name a third key are linked, whether it is a subject or not',
    rows: [
      ...attended('a', at('10:00:00'), at('10:10:00'), { links: ['conversation'] }),
      ...attended('b', at('10:01:00'), at('10:12:00'), { links: ['conversation', 'c'] }),
      ...attended('c', at('10:02:00'), at('10:11:00')),
    ],
    legs: [{ leg: ['a', 'b', 'c'], start: at('10:00:00'), end: at('10:12:00'), observations: 6 }],
  },
  {
    name: 'sixteen subjects are joined, seventeen are not',
    rows: [...linked('s', 16), ...linked('t', 17)],
    legs: [{ leg: names('s', 16), observations: 32 }, ...names('t', 17).map((leg) => ({ leg, observations: 2 }))],
  },
  {
    name: 'one subject more takes a full leg apart',
    rows: linked('s', 16),
    legs: [{ leg: names('s', 16) }],
    later: {
      rows: attended('one more', at('10:00:00'), at('10:30:00'), { links: ['s3'] }),
      legs: [...names('s', 16), 'one more'].map((leg) => ({ leg })),
    },
  },
  {
    name: 'a link joins days next to each other, and no further',
    rows: [
      ...attended('a', at('23:30:00'), '2026-03-11T00:10:00Z'),
      ...attended('b', '2026-03-11T00:05:00Z', '2026-03-11T00:30:00Z', { links: ['a'] }),
      ...attended('c', at('09:00:00'), at('09:10:00')),
      ...attended('d', '2026-03-12T09:00:00Z', '2026-03-12T09:10:00Z', { links: ['c'] }),
    ],
    legs: [
      { leg: ['a', 'b'], day: '2026-03-11', start: at('23:30:00') },
      { leg: 'c', day: '2026-03-10' },
      { leg: 'd', day: '2026-03-12' },
    ],
  },
  {
    name: 'a late link makes one leg of two, and one conference key of theirs',
    rows: [
      ...attended('a', at('10:00:00'), at('10:10:00'), { name: 'vmr', kind: 'guest', person: 'p' }),
      ...attended('b', at('13:00:00'), at('13:10:00'), { name: 'vmr', kind: 'room' }),
    ],
    legs: [
      { leg: 'a', meeting: 'morning' },
      { leg: 'b', meeting: 'afternoon' },
    ],
    later: {
      rows: [observe({ subject: 'b', event: 'update', at: at('13:05:00'), links: ['a'] })],
      legs: [
        {
          leg: ['a', 'b'],
          meeting: 'one',
          kind: 'room',
          start: at('10:00:00'),
          end: at('13:10:00'),
          person_key: keyOf('person', 'p'),
        },
      ],
    },
  },
]
