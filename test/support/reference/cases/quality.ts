/** What was measured of a leg, and what is measured without a leg. */
import { observe } from '../../observations.ts'
import { attended, type Case, joined } from './case.ts'

const at = (time: string): string => `2026-03-10T${time}Z`

export const QUALITY: readonly Case[] = [
  {
    name: 'quality without a leg is none',
    rows: [
      observe({ subject: 'a', event: 1, at: at('10:00:00'), win_good: 1, measuring_point: 'service' }),
      observe({
        subject: 'a',
        event: 2,
        at: at('10:01:00'),
        media: [{ kind: 'audio', dir: 'up', packets: 10 }],
        protocol: 'sip',
      }),
    ],
    legs: [],
    later: {
      rows: [joined('a', at('09:59:00'))],
      legs: [{ leg: 'a', win_good: 1, win_bad: null, protocol: 'sip', observations: 3, measuring_point: 'service' }],
    },
  },
  {
    name: 'windows of a leg are summed, over linked subjects as well; what none states stays unknown',
    rows: [
      ...attended('a', at('10:00:00'), at('10:30:00')),
      observe({ subject: 'a', event: 1, at: at('10:01:00'), win_good: 1, win_bad: 0 }),
      observe({ subject: 'a', event: 2, at: at('10:02:00'), win_good: 1 }),
      observe({ subject: 'b', event: 1, at: at('10:03:00'), win_good: 3, win_ok: 4, links: ['a'] }),
    ],
    legs: [{ leg: ['a', 'b'], win_good: 5, win_ok: 4, win_bad: 0, win_terrible: null }],
  },
  {
    name: 'media of several records become one entry for each medium and direction',
    rows: [
      joined('a', at('10:00:00'), {
        media: [
          {
            kind: 'video',
            dir: 'down',
            codec: 'h264',
            width: 1280,
            height: 720,
            kbps: 1000,
            active_ms: 60_000,
            samples: 2,
          },
          {
            kind: 'audio',
            dir: 'up',
            codec: 'opus',
            packets: 900,
            lost: 100,
            loss_max_mp: 9_000,
            jitter_us: 10,
            active_ms: 1_000,
          },
        ],
      }),
      observe({
        subject: 'a',
        event: 2,
        at: at('10:10:00'),
        media: [
          {
            kind: 'audio',
            dir: 'up',
            codec: 'g722',
            packets: 1000,
            lost: 0,
            loss_max_mp: 500,
            jitter_us: 20,
            jitter_max_us: 7,
            active_ms: 3_000,
          },
          { kind: 'audio', dir: 'down', packets: 1000, lost: 10, loss_mp: 1_000, rtt_us: 5 },
          {
            kind: 'video',
            dir: 'down',
            codec: 'vp8',
            width: 720,
            height: 1280,
            kbps: 2001,
            active_ms: 60_000,
            samples: 3,
          },
        ],
      }),
      observe({
        subject: 'a',
        event: 3,
        at: at('10:20:00'),
        media: [
          { kind: 'audio', dir: 'up', loss_mp: 77, rtt_us: 8 },
          { kind: 'audio', dir: 'down', packets: 10, lost: 5_000, rtt_us: 6 },
        ],
      }),
    ],
    legs: [
      {
        leg: 'a',
        media: [
          {
            kind: 'audio',
            dir: 'up',
            codec: 'g722',
            packets: 1900,
            lost: 100,
            loss_mp: 5_000, // 100 of 2000 sent
            loss_max_mp: 9_000,
            jitter_us: 18, // (10 × 1 + 20 × 3) / 4 = 17.5
            jitter_max_us: 7,
            rtt_us: 8,
            active_ms: 4_000,
            samples: 3,
          },
          {
            kind: 'audio',
            dir: 'down',
            codec: null,
            packets: 1010,
            lost: 5_010,
            loss_mp: 100_000, // more lost than sent: all
            rtt_us: 6, // 5.5
            active_ms: null,
            samples: 2,
          },
          {
            kind: 'video',
            dir: 'down',
            codec: 'h264', // as long as the other: alphabetically first
            width: 1280, // as large as the other: the wider
            height: 720,
            kbps: 1501, // 1500.5
            active_ms: 120_000,
            samples: 5,
          },
        ],
      },
    ],
  },
  {
    name: 'loss without counts is the mean, plain where a length is missing',
    rows: [
      joined('a', at('10:00:00'), { media: [{ kind: 'content', dir: 'up', loss_mp: 100, fps: 30, active_ms: 9_000 }] }),
      observe({
        subject: 'a',
        event: 2,
        at: at('10:10:00'),
        media: [{ kind: 'content', dir: 'up', loss_mp: 301, fps: 15, active_ms: 0 }],
      }),
      observe({
        subject: 'a',
        event: 3,
        at: at('10:11:00'),
        media: [{ kind: 'content', dir: 'up', packets: 0, lost: 0 }],
      }),
    ],
    legs: [
      {
        leg: 'a',
        media: [
          { kind: 'content', dir: 'up', loss_mp: 201, fps: 23, packets: 0, lost: 0, active_ms: 9_000, samples: 3 },
        ],
      },
    ],
  },
  {
    name: 'how the site was found goes with the site, and the better way of finding it goes first',
    rows: [
      joined('a', at('10:00:00'), { site: 'Utrecht', site_by: 'ip', rev: 1 }),
      observe({ subject: 'a', event: 2, at: at('10:01:00'), rev: 2, site: 'remote', site_by: 'ip' }),
      observe({ subject: 'a', event: 3, at: at('10:01:00'), rev: 3, site: 'Delft', site_by: 'label' }),
      observe({ subject: 'b', event: 1, at: at('10:02:00'), rev: 9, site: 'Delft', site_by: 'ip', links: ['a'] }),
      joined('c', at('10:00:00'), { site: 'remote', site_by: 'remote' }),
      joined('d', at('10:02:00'), { site: 'Breda', site_by: 'room', links: ['c'] }),
    ],
    legs: [
      { leg: ['a', 'b'], site: 'remote', site_by: 'ip' },
      { leg: ['c', 'd'], site: 'Breda', site_by: 'room' },
    ],
  },
]
