/** Persons who are erased or object, and tenants that keep rooms only. */
import { observe, tombstone } from '../../observations.ts'
import { attended, type Case, joined, left } from './case.ts'

const at = (time: string): string => `2026-03-10T${time}Z`
const nameless = (subject: string) =>
  observe({ subject, event: 'end', at: at('10:30:00'), end: at('10:30:00'), platform: 'cms', end_class: 'normal_self' })

export const ERASED: readonly Case[] = [
  {
    name: 'a tombstone removes the leg with the end that names nobody, and no other',
    rows: [
      tombstone({ subject: 'a', at: at('10:00:00') }),
      nameless('a'),
      ...attended('b', at('10:00:00'), at('10:20:00'), { conference: 'F' }),
    ],
    legs: [{ leg: 'b', end: at('10:20:00') }],
  },
  {
    name: 'a tombstone that comes last removes the leg, and its conference no longer ends by it',
    rows: [
      ...attended('a', at('10:00:00'), at('10:30:00'), { conference: 'F' }),
      joined('b', at('10:00:00'), { conference: 'F' }),
    ],
    legs: [
      { leg: 'a', meeting: 'F' },
      { leg: 'b', meeting: 'F', end: at('10:30:00') },
    ],
    later: {
      rows: [tombstone({ subject: 'a', at: at('10:00:00') })],
      legs: [{ leg: 'b', meeting: 'F', end: at('10:01:00'), end_by: 'observed' }],
    },
  },
  {
    name: 'what comes behind a tombstone is removed as well',
    rows: [tombstone({ subject: 'a', at: at('10:00:00') })],
    legs: [],
    later: { rows: attended('a', at('10:00:00'), at('10:30:00')), legs: [] },
  },
  {
    name: 'a tombstone removes what is linked to it: by its own links and by those of others',
    rows: [
      ...attended('a', at('10:00:00'), at('10:30:00')),
      ...attended('b', at('10:00:00'), at('10:30:00')),
      ...attended('c', at('10:00:00'), at('10:30:00'), { links: ['t'] }),
      ...attended('d', at('10:00:00'), at('10:30:00')),
    ],
    legs: ['a', 'b', 'c', 'd'].map((leg) => ({ leg })),
    later: { rows: [tombstone({ subject: 't', at: at('10:00:00'), links: ['a', 'b'] })], legs: [{ leg: 'd' }] },
  },
  {
    name: 'a tombstone reaches three days and no further: a re-used id is another leg',
    rows: [
      ...attended('a', at('10:00:00'), at('10:30:00')),
      ...attended('b', at('10:00:00'), at('10:30:00')),
      tombstone({ subject: 'a', at: '2026-03-13T09:00:00Z' }),
      tombstone({ subject: 'b', at: '2026-03-14T09:00:00Z' }),
    ],
    legs: [{ leg: 'b' }],
  },
  {
    name: 'an objection takes person, name and equipment from the whole leg',
    rows: [
      joined('a', at('10:00:00'), {
        person: 'p',
        name: 'vmr',
        vendor: 'Cisco',
        model: 'Desk Pro',
        device_class: 'desktop',
      }),
      ...attended('b', at('10:00:00'), at('10:30:00'), { name: 'vmr', person: 'q', software: '11.5' }),
    ],
    legs: [
      { leg: 'a', objected: false, vendor: 'Cisco', meeting: 'one', end: at('10:30:00') },
      { leg: 'b', objected: false, meeting: 'one' },
    ],
    later: {
      rows: [
        left('a', at('10:00:00'), at('10:20:00'), { mark: 'objected', site: 'Utrecht', site_by: 'ip', internal: true }),
      ],
      legs: [
        {
          leg: 'a',
          objected: true,
          person_key: null,
          person_ident: null,
          name_key: null,
          vendor: null,
          model: null,
          software: null,
          device_class: null,
          site: 'Utrecht',
          internal: true,
          kind: 'user',
          meeting: null,
          end: at('10:20:00'),
        },
        { leg: 'b', objected: false, meeting: 'one', software: '11.5' },
      ],
    },
  },
  {
    name: 'an objecting person stays in a conference that has an id of its own',
    rows: [
      ...attended('a', at('10:00:00'), at('10:30:00'), { conference: 'F', mark: 'objected', kind: 'user' }),
      ...attended('b', at('10:00:00'), at('10:30:00'), { conference: 'F' }),
    ],
    legs: [
      { leg: 'a', objected: true, meeting: 'F', conference: 'F' },
      { leg: 'b', meeting: 'F' },
    ],
  },
  {
    name: 'a tenant with rooms only keeps the legs that an observation declares a room',
    mode: 'rooms-only',
    rows: [
      joined('a', at('10:00:00'), { kind: 'room', room_id: 'board', conference: 'F' }),
      nameless('a'),
      nameless('b'),
      joined('c', at('10:00:00'), { kind: 'room', room_id: 'board', links: ['d'] }),
      joined('d', at('10:00:00')),
    ],
    legs: [
      { leg: 'a', room_id: 'board', end: at('10:30:00'), conference: 'F' },
      { leg: ['c', 'd'], room_id: 'board' },
    ],
  },
]
