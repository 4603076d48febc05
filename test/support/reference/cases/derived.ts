/** Conferences that follow from a name and the times. */
import { observe } from '../../observations.ts'
import { attended, type Case, joined } from './case.ts'

const at = (time: string): string => `2026-03-10T${time}Z`

/** What a node tells of its part of a conference. */
function node(name: string, vmr: string, start: string, end?: string) {
  const about = { about: 'conference', subject: name, name: vmr, start: at(start) } as const
  return [
    observe({ ...about, event: 'started', at: at(start) }),
    ...(end === undefined ? [] : [observe({ ...about, event: 'ended', at: at(end), end: at(end) })]),
  ]
}

export const DERIVED: readonly Case[] = [
  {
    name: 'one VMR twice a day on three nodes, one disconnect missing: two conferences',
    rows: [
      ...attended('a', at('10:00:00'), at('10:30:00'), { name: 'vmr' }),
      ...attended('b', at('10:02:00'), at('10:31:00'), { name: 'vmr' }),
      joined('c', at('10:01:00'), { name: 'vmr' }),
      observe({ subject: 'c', event: 'window', at: at('10:20:00'), win_good: 1 }),
      ...node('n1', 'vmr', '10:00:00', '10:30:10'),
      ...node('n2', 'vmr', '10:01:00'),
      ...node('n3', 'vmr', '10:02:00', '10:31:00'),
      ...attended('d', at('14:00:00'), at('14:20:00'), { name: 'vmr' }),
      ...attended('e', at('14:01:00'), at('14:22:00'), { name: 'vmr' }),
      ...node('n4', 'vmr', '14:00:00', '14:22:00'),
    ],
    legs: [
      { leg: 'a', meeting: 'morning', start: at('10:00:00'), end: at('10:30:00'), end_by: 'stated' },
      { leg: 'b', meeting: 'morning', end: at('10:31:00') },
      {
        leg: 'c',
        meeting: 'morning',
        end: at('10:31:00'),
        end_by: 'conference',
        known_end: at('10:20:00'),
        win_good: 1,
      },
      { leg: 'd', meeting: 'afternoon', conference_by: 'derived' },
      { leg: 'e', meeting: 'afternoon' },
    ],
  },
  {
    name: 'a late leg bridges two conferences: one, and the old key is gone',
    rows: [
      ...attended('a', at('09:00:00'), at('09:30:00'), { name: 'vmr' }),
      ...attended('b', at('09:40:00'), at('10:00:00'), { name: 'vmr' }),
      joined('x', at('09:41:00'), { name: 'vmr' }),
    ],
    legs: [
      { leg: 'a', meeting: 'first' },
      { leg: 'b', meeting: 'second' },
      { leg: 'x', meeting: 'second', end: at('10:00:00'), end_by: 'conference' },
    ],
    later: {
      rows: attended('c', at('09:29:00'), at('09:39:00'), { name: 'vmr' }),
      legs: [
        { leg: 'a', meeting: 'one' },
        { leg: 'b', meeting: 'one' },
        { leg: 'c', meeting: 'one' },
        { leg: 'x', meeting: 'one', end: at('10:00:00') },
      ],
    },
  },
  {
    name: 'two minutes after the last end is the same conference, a millisecond more is another',
    rows: [
      ...attended('a', at('09:00:00'), at('09:10:00'), { name: 'near' }),
      ...attended('b', at('09:12:00'), at('09:20:00'), { name: 'near' }),
      ...attended('c', at('09:00:00'), at('09:10:00'), { name: 'far' }),
      ...attended('d', at('09:12:00.001'), at('09:20:00'), { name: 'far' }),
    ],
    legs: [
      { leg: 'a', meeting: 'near' },
      { leg: 'b', meeting: 'near' },
      { leg: 'c', meeting: 'far' },
      { leg: 'd', meeting: 'later' },
    ],
  },
  {
    name: 'a long leg keeps its conference open for those who start after a short one ended',
    rows: [
      ...attended('a', at('09:00:00'), at('11:00:00'), { name: 'vmr' }),
      ...attended('b', at('09:05:00'), at('09:10:00'), { name: 'vmr' }),
      ...attended('c', at('10:30:00'), at('10:40:00'), { name: 'vmr' }),
    ],
    legs: [
      { leg: 'a', meeting: 'one' },
      { leg: 'b', meeting: 'one' },
      { leg: 'c', meeting: 'one' },
    ],
  },
  {
    name: 'a leg without a known end counts as ending at its last observation',
    rows: [
      joined('a', at('09:00:00'), { name: 'vmr' }),
      observe({ subject: 'a', event: 'window', at: at('09:10:00'), win_ok: 1 }),
      ...attended('b', at('09:13:00'), at('09:20:00'), { name: 'vmr' }),
    ],
    legs: [
      { leg: 'a', meeting: 'first', end: at('09:11:00'), end_by: 'observed', known_end: at('09:10:00') },
      { leg: 'b', meeting: 'second' },
    ],
  },
  {
    name: 'observations of a conference widen the one they overlap most and never merge two',
    rows: [
      ...attended('a', at('09:00:00'), at('09:10:00'), { name: 'vmr' }),
      joined('b', at('09:30:00'), { name: 'vmr' }),
      observe({ subject: 'b', event: 'window', at: at('09:35:00'), win_ok: 1 }),
      ...node('n1', 'vmr', '09:00:00', '09:40:00'),
    ],
    legs: [
      { leg: 'a', meeting: 'first', end: at('09:10:00') },
      { leg: 'b', meeting: 'second', end: at('09:36:00'), end_by: 'observed' },
    ],
    later: {
      rows: node('n2', 'vmr', '09:30:00', '09:38:00'),
      legs: [
        { leg: 'a', meeting: 'first', end: at('09:10:00') },
        { leg: 'b', meeting: 'second', end: at('09:38:00'), end_by: 'conference' },
      ],
    },
  },
  {
    name: 'of two conferences that are overlapped equally the earlier is widened; none overlapped: no effect',
    rows: [
      ...attended('a', at('09:00:00'), at('09:10:00'), { name: 'vmr' }),
      joined('c', at('09:02:00'), { name: 'vmr' }),
      joined('b', at('09:30:00'), { name: 'vmr' }),
      observe({ subject: 'b', event: 'window', at: at('09:40:00'), win_ok: 1 }),
      ...node('n1', 'vmr', '09:00:00', '09:40:00'),
      joined('d', at('12:00:00'), { name: 'other' }),
      ...node('n2', 'other', '12:00:01', '13:00:00'),
    ],
    legs: [
      { leg: 'a', meeting: 'first', end: at('09:10:00') },
      { leg: 'c', meeting: 'first', end: at('09:40:00'), end_by: 'conference' },
      { leg: 'b', meeting: 'second', end: at('09:41:00'), end_by: 'observed' },
      { leg: 'd', meeting: 'third', end: at('12:01:00'), end_by: 'observed' },
    ],
  },
  {
    name: 'a conference over the last midnight of a month has two name keys and counts as two',
    rows: [
      ...attended('a', '2026-03-31T21:30:00Z', '2026-03-31T22:30:00Z', { name: 'standup in March' }),
      ...attended('b', '2026-03-31T22:05:00Z', '2026-03-31T22:30:00Z', { name: 'standup in April' }),
    ],
    legs: [
      { leg: 'a', day: '2026-03-31', meeting: 'March' },
      { leg: 'b', day: '2026-04-01', meeting: 'April' },
    ],
  },
  {
    name: 'a conference over any other midnight is one',
    rows: [
      ...attended('a', at('22:30:00'), at('23:30:00'), { name: 'vmr' }),
      ...attended('b', at('23:05:00'), '2026-03-11T00:10:00Z', { name: 'vmr' }),
      joined('c', at('23:20:00'), { name: 'vmr' }),
    ],
    legs: [
      { leg: 'a', day: '2026-03-10', meeting: 'one' },
      { leg: 'b', day: '2026-03-11', meeting: 'one' },
      { leg: 'c', day: '2026-03-11', meeting: 'one', end: '2026-03-11T00:10:00Z' },
    ],
  },
  {
    name: 'the same name key on two platforms is two conferences, and no name is no conference',
    rows: [
      ...attended('a', at('09:00:00'), at('09:30:00'), { name: 'vmr' }),
      ...attended('b', at('09:00:00'), at('09:30:00'), { name: 'vmr', platform: 'generic' }),
      ...attended('c', at('09:00:00'), at('09:30:00')),
    ],
    legs: [
      { leg: 'a', meeting: 'pexip' },
      { leg: 'b', meeting: 'generic' },
      { leg: 'c', meeting: null },
    ],
  },
]
