/** Versions: of an event, of a record, of the decoder; and the one order. */
import { keyOf, observe } from '../../observations.ts'
import { attended, type Case, joined, left } from './case.ts'

const at = (time: string): string => `2026-03-10T${time}Z`
const stated = { subject: 'a', event: 'row', at: at('22:00:00'), platform: 'generic' } as const
const session = (subject: string, rev: number, end: string) =>
  observe({
    subject,
    event: 'row',
    at: at('10:00:00'),
    start: at('10:00:00'),
    end,
    record: 'call',
    rev,
    conference: 'F',
  })
const conference = (rev: number) =>
  observe({ about: 'conference', subject: 'F', event: 'row', at: at('10:00:00'), record: 'call', rev })
/** Which of them wins is for the test of the reference to say: it depends on the hash. */
export const TIED = [
  observe({ subject: 'a', event: 'row', at: at('10:00:00'), start: at('10:00:00'), protocol: 'sip' }),
  observe({ subject: 'a', event: 'row', at: at('10:00:00'), start: at('10:00:00'), protocol: 'h323' }),
]

export const VERSIONS: readonly Case[] = [
  {
    name: 'a correction moves the leg over midnight and takes away what it no longer states',
    rows: [
      observe({
        ...stated,
        rev: 1,
        start: at('22:30:00'),
        end: at('22:45:00'),
        protocol: 'sip',
        person: 'p',
        answer: at('22:30:05'),
      }),
    ],
    legs: [{ leg: 'a', day: '2026-03-10', start: at('22:30:00'), end: at('22:45:00'), protocol: 'sip' }],
    later: {
      rows: [observe({ ...stated, rev: 2, start: at('23:10:00'), duration_ms: 60_000 })],
      legs: [
        {
          leg: 'a',
          day: '2026-03-11',
          start: at('23:10:00'),
          end: at('23:11:00'),
          end_by: 'counted_on',
          protocol: null,
          person_key: null,
          person_ident: null,
          observations: 1,
        },
      ],
    },
  },
  {
    name: 'a correction that comes before what it corrects wins as well',
    rows: [observe({ ...stated, rev: 2, start: at('23:10:00'), end: at('23:20:00') })],
    legs: [{ leg: 'a', day: '2026-03-11' }],
    later: {
      rows: [observe({ ...stated, rev: 1, start: at('22:30:00'), end: at('22:45:00'), protocol: 'sip' })],
      legs: [{ leg: 'a', day: '2026-03-11', start: at('23:10:00'), end: at('23:20:00'), protocol: null }],
    },
  },
  {
    name: 'what is decoded anew with a changed configuration replaces what was decoded before',
    rows: attended('a', at('10:00:00'), at('10:30:00'), { site: 'Utrecht', site_by: 'ip', vendor: 'Cisco' }),
    legs: [{ leg: 'a', site: 'Utrecht', site_by: 'ip', vendor: 'Cisco', observations: 2 }],
    later: {
      rows: attended('a', at('10:00:00'), at('10:30:00'), { site: 'Delft', site_by: 'ip', config_rev: 2 }),
      legs: [{ leg: 'a', site: 'Delft', site_by: 'ip', vendor: null, observations: 2 }],
    },
  },
  {
    name: 'version 2 of a record without one of its sessions: its leg is gone',
    rows: [session('gs1', 1, at('10:20:00')), session('gs2', 1, at('10:25:00')), conference(1)],
    legs: [
      { leg: 'gs1', meeting: 'F' },
      { leg: 'gs2', meeting: 'F' },
    ],
    later: {
      rows: [session('gs1', 2, at('10:40:00')), conference(2)],
      legs: [{ leg: 'gs1', meeting: 'F', end: at('10:40:00') }],
    },
  },
  {
    name: 'version 2 of a record that is left with its conference alone: no leg, in either order of arrival',
    rows: [conference(2)],
    legs: [],
    later: { rows: [session('gs1', 1, at('10:20:00')), conference(1)], legs: [] },
  },
  {
    name: 'of equal orders the higher hash decides',
    rows: TIED,
    legs: [{ leg: 'a', observations: 1 }],
  },
  {
    name: 'a field is that of the highest row which states it, whenever it was observed',
    rows: [
      joined('a', at('10:00:00'), { rev: 9, protocol: 'webrtc', role: 'host' }),
      observe({ subject: 'a', event: 'update', at: at('10:05:00'), rev: 10, role: 'guest', start: at('09:59:00') }),
      left('a', at('10:00:00'), at('10:30:00'), { rev: 5, protocol: 'sip', transport: 'tls', role: 'unknown' }),
    ],
    legs: [{ leg: 'a', protocol: 'webrtc', transport: 'tls', role: 'guest', start: at('09:59:00'), observations: 3 }],
  },
  {
    name: 'the person is that of the earliest row that has one, with what the key was made of',
    rows: [
      joined('a', at('10:00:00'), { rev: 1 }),
      observe({ subject: 'a', event: 'one', at: at('10:01:00'), rev: 2, person: 'p', person_ident: 'phone' }),
      observe({ subject: 'a', event: 'two', at: at('10:02:00'), rev: 9, person: 'q', person_ident: 'address' }),
    ],
    legs: [{ leg: 'a', person_key: keyOf('person', 'p'), person_ident: 'phone' }],
  },
  {
    name: 'a repeated row counts once',
    rows: [0, 1, 2].flatMap(() => [
      joined('a', at('10:00:00')),
      observe({
        subject: 'a',
        event: 'window',
        at: at('10:01:00'),
        win_good: 2,
        media: [{ kind: 'audio', dir: 'up', packets: 5 }],
      }),
    ]),
    legs: [
      { leg: 'a', win_good: 2, observations: 2, media: [{ kind: 'audio', dir: 'up', packets: 5, samples: null }] },
    ],
  },
]
