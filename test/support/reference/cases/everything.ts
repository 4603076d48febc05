/** Some of everything in one tenant and week: what the permutations are made of. */
import type { Observation } from '../../../../schemas/observation.ts'
import { type Given, observe, tombstone } from '../../observations.ts'
import { attended, type Expected, joined, left } from './case.ts'

const at = (time: string): string => `2026-03-10T${time}Z`
const cms = (given: Given): Observation => observe({ platform: 'cms', source_id: 'cms-hq', ...given })
const vmr = { name: 'vmr' } as const
const node = (name: string, start: string, end: string): Observation =>
  observe({ about: 'conference', subject: name, event: 'ended', at: at(end), start: at(start), end: at(end), ...vmr })
const call = (subject: string, start: string, end: string): Observation[] => [
  cms({ about: 'conference', subject, event: 'start', at: at(start), start: at(start), links: ['both'] }),
  cms({ about: 'conference', subject, event: 'end', at: at(end), end: at(end), links: ['both'] }),
]
const session = (subject: string, rev: number, minutes: number): Observation =>
  observe({
    subject,
    event: 'session',
    platform: 'generic',
    at: at('13:00:00'),
    start: at('13:00:00'),
    duration_ms: minutes * 60_000,
    record: 'call',
    rev,
    conference: 'graph',
  })

export const EVERYTHING: readonly Observation[] = [
  // Pexip: the same room twice, three nodes, one end missing, a browser with its channel.
  ...attended('a', at('10:00:00'), at('10:30:00'), { ...vmr, person: 'anna', protocol: 'sip' }),
  observe({
    subject: 'a',
    event: 'w1',
    at: at('10:10:00'),
    win_good: 1,
    media: [{ kind: 'audio', dir: 'up', loss_max_mp: 9 }],
  }),
  observe({
    subject: 'a',
    event: 'w2',
    at: at('10:20:00'),
    win_bad: 1,
    media: [{ kind: 'audio', dir: 'up', loss_max_mp: 7 }],
  }),
  ...attended('b', at('10:02:00'), at('10:31:00'), vmr),
  joined('c', at('10:01:00'), vmr),
  joined('api', at('10:00:10'), { ...vmr, kind: 'shadow', protocol: 'api' }),
  joined('rtc', at('10:00:30'), { ...vmr, kind: 'guest', protocol: 'webrtc', links: ['api'] }),
  left('rtc', at('10:00:30'), at('10:29:00'), { ...vmr, kind: 'guest', links: ['api'], person: 'bea' }),
  node('n1', '10:00:00', '10:30:30'),
  node('n2', '10:01:00', '10:31:00'),
  node('n3', '14:00:00', '14:22:00'),
  ...attended('d', at('14:00:00'), at('14:20:00'), vmr),
  joined('e', at('14:01:00'), vmr),
  // Cisco: a missing start, two bridges with one correlator, an end that was forged.
  ...call('F', '11:00:00', '11:40:00'),
  ...call('G', '11:05:00', '11:41:00'),
  cms({ subject: 'f', event: 'update', at: at('11:10:00'), conference: 'F' }),
  cms({ subject: 'f', event: 'end', at: at('11:30:00'), end: at('11:30:00'), duration_ms: 1_500_000 }),
  cms({ subject: 'g', event: 'start', at: at('11:05:00'), start: at('11:05:00'), conference: 'G' }),
  cms({ about: 'conference', subject: 'Z', event: 'end', at: at('11:06:00'), end: at('11:06:00') }),
  // Corrected: over midnight, and a third time within it. Decoded anew.
  ...[1, 2, 3].map((rev) =>
    observe({
      subject: 'h',
      event: 'row',
      platform: 'generic',
      at: at('23:30:00'),
      rev,
      start: at(['22:50:00', '23:05:00', '23:10:00'][rev - 1] ?? ''),
      ...(rev === 1 ? { end: at('23:20:00'), protocol: 'sip' as const } : {}),
    }),
  ),
  joined('i', at('12:00:00'), { site: 'Utrecht', site_by: 'ip' }),
  joined('i', at('12:00:00'), { site: 'Delft', site_by: 'ip', config_rev: 2 }),
  // Erased with a nameless end and a linked channel; objecting.
  tombstone({ subject: 'j', at: at('15:00:00'), links: ['j api'] }),
  cms({ subject: 'j', event: 'end', at: at('15:30:00'), end: at('15:30:00') }),
  joined('j api', at('15:00:00'), vmr),
  joined('k', at('16:00:00'), { person: 'carl', vendor: 'Cisco', model: 'Desk Pro', ...vmr }),
  left('k', at('16:00:00'), at('16:10:00'), { mark: 'objected' }),
  // A record in two versions, of which the second has a session less.
  session('gs1', 1, 10),
  session('gs2', 1, 10),
  session('gs1', 2, 20),
  observe({ about: 'conference', subject: 'graph', event: 'call', at: at('13:00:00'), record: 'call', rev: 2 }),
  // Over midnight; again after ten days; quality of nobody.
  ...attended('m', at('22:40:00'), at('23:40:00'), { name: 'night' }),
  joined('n', at('23:15:00'), { name: 'night' }),
  joined('m', '2026-03-20T10:00:00Z', { event: 'again' }),
  observe({ subject: 'o', event: 1, at: at('10:00:00'), win_good: 1 }),
]

export const LEGS_OF_EVERYTHING: readonly Expected[] = [
  { leg: 'a', meeting: 'morning', win_good: 1, win_bad: 1, observations: 4 },
  { leg: 'b', meeting: 'morning' },
  { leg: 'c', meeting: 'morning', end_ms: Date.parse(at('10:31:00')), end_by: 'conference' },
  { leg: ['api', 'rtc'], meeting: 'morning', kind: 'guest', start: at('10:00:10'), end: at('10:29:00') },
  { leg: 'd', meeting: 'afternoon' },
  { leg: 'e', meeting: 'afternoon', end: at('14:22:00'), end_by: 'conference' },
  { leg: 'f', meeting: 'bridged', start: at('11:05:00'), start_by: 'counted_back' },
  { leg: 'g', meeting: 'bridged', end: at('11:41:00'), end_by: 'conference' },
  { leg: 'h', day: '2026-03-11', start: at('23:10:00'), end: at('23:31:00'), protocol: null },
  { leg: 'i', site: 'Delft', meeting: null },
  { leg: 'k', objected: true, person_key: null, vendor: null, meeting: null },
  { leg: 'gs1', meeting: 'graph', duration_ms: 1_200_000 },
  { leg: 'm', day: '2026-03-10', meeting: 'night' },
  { leg: 'n', day: '2026-03-11', meeting: 'night', end: at('23:40:00') },
  { leg: 'm', day: '2026-03-20' },
]
