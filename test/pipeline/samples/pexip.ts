/** What a careful reader writes down of the event sink's kinds. */
import type { Group, Payload } from './group.ts'
import { browser, conference, destroyed, room, started, window } from './pexip-events.ts'

const one = (name: string, event: object, rest: Pick<Payload, 'expected' | 'ignored' | 'refused'>): Payload => ({
  name,
  body: JSON.stringify(event, null, 2),
  extension: '.json',
  contentType: 'application/json',
  ...rest,
})

const payloads: readonly Payload[] = [
  one('eventsink_started', started, {
    expected: [],
    refused: [{ index: 0, code: 'nothing_to_count', path: '' }],
    ignored: 2,
  }),
  one('conference_started', conference, {
    expected: [
      {
        fact_day: '2026-03-05',
        subject: 'conference',
        subject_key: 'conference:1',
        event_key: 'event:1',
        rev: 1772701206913,
        name_key: 'name:1',
        platform: 'pexip',
        event_ms: '2026-03-05T09:00:06.913Z',
        start_ms: '2026-03-05T09:00:06.913Z',
        service: 'meeting',
      },
    ],
    ignored: 5, // seq, guests_muted, is_locked, is_started, tag
  }),
  one('participant_disconnected of a room', room, {
    expected: [
      {
        fact_day: '2026-03-05',
        subject: 'leg',
        subject_key: 'leg:1',
        event_key: 'event:2',
        rev: 1772704812751,
        links: ['leg:2'],
        name_key: 'name:1',
        kind: 'room',
        internal: true,
        role: 'host',
        platform: 'pexip',
        event_ms: '2026-03-05T10:00:12.751Z',
        start_ms: '2026-03-05T09:00:09.250Z',
        end_ms: '2026-03-05T10:00:12.749Z',
        duration_ms: 3603499,
        protocol: 'sip',
        direction: 'in',
        service: 'meeting',
        encrypted: true,
        bw_up_kbps: 1920,
        bw_down_kbps: 4096,
        room_id: 'Erasmus',
        site: 'Rotterdam',
        site_by: 'room',
        vendor: 'Cisco',
        model: 'SX20',
        software: '9.15',
        device_class: 'room',
        end_class: 'normal_self',
        end_code: 'call_disconnected',
      },
    ],
    // node, seq, is_presenting, media_node, display_name, signalling_node, and what was dialled
    ignored: 7,
  }),
  one('participant_disconnected of a browser', browser, {
    expected: [
      {
        fact_day: '2026-03-05',
        subject: 'leg',
        subject_key: 'leg:3',
        event_key: 'event:3',
        rev: 1772701420176,
        links: ['leg:4'],
        name_key: 'name:2',
        kind: 'unknown',
        role: 'guest',
        platform: 'pexip',
        event_ms: '2026-03-05T09:03:40.176Z',
        start_ms: '2026-03-05T09:01:00.378Z',
        end_ms: '2026-03-05T09:03:40.176Z',
        duration_ms: 159799,
        protocol: 'webrtc',
        direction: 'in',
        service: 'meeting',
        bw_up_kbps: 1522,
        bw_down_kbps: 768,
        site: 'remote',
        site_by: 'remote',
        end_class: 'timeout',
        end_code: 'timer_expired_awaiting_token_refresh',
      },
    ],
    ignored: 7,
  }),
  one('participant_media_stream_window', window, {
    expected: [
      {
        fact_day: '2026-03-05',
        subject: 'leg',
        subject_key: 'leg:3',
        event_key: 'event:4',
        rev: 1772701359437,
        platform: 'pexip',
        measuring_point: 'service',
        event_ms: '2026-03-05T09:02:39.437Z',
        win_terrible: 1, // the newest window; the older one was reported when it was the newest
        media: [
          { kind: 'audio', dir: 'up', loss_max_mp: 5000 }, // 50 of 950 + 50
          { kind: 'audio', dir: 'down', loss_max_mp: 2000 }, // 20 of 1000
          { kind: 'video', dir: 'up', loss_max_mp: 10000 },
          { kind: 'video', dir: 'down', loss_max_mp: 0 },
        ],
      },
    ],
    // node, seq, was, now; id, time and delta of two streams; delta and four media of two windows
    ignored: 20,
  }),
  one('participant_media_streams_destroyed', destroyed, {
    expected: [
      {
        fact_day: '2026-03-05', // of the event: stream times are no times of the leg
        subject: 'leg',
        subject_key: 'leg:4',
        event_key: 'event:5',
        rev: 1772701419969,
        platform: 'pexip',
        measuring_point: 'service',
        event_ms: '2026-03-05T09:03:39.969Z',
        media: [
          {
            kind: 'audio',
            dir: 'up',
            codec: 'opus',
            packets: 1980,
            lost: 20,
            loss_mp: 1000,
            kbps: 31,
            active_ms: 41625,
            samples: 1,
          },
          {
            kind: 'audio',
            dir: 'down',
            codec: 'opus',
            packets: 2000,
            lost: 5,
            loss_mp: 250,
            kbps: 2,
            active_ms: 41625,
            samples: 1,
          },
          {
            kind: 'video',
            dir: 'up',
            codec: 'vp8',
            packets: 4493,
            lost: 0,
            loss_mp: 0,
            kbps: 1405,
            width: 1280,
            height: 720,
            fps: 25,
            active_ms: 41400,
            samples: 1,
          },
          // nothing flowed down: "no media" is written as zeros
        ],
      },
    ],
    ignored: 6, // node, seq, id and node of two streams
  }),
]

export const PEXIP: Group = {
  platform: 'pexip',
  now: '2026-03-05T18:00:00Z',
  payloads,
  together: {
    body: JSON.stringify({
      event: 'eventsink_bulk',
      node: '127.0.0.1',
      seq: 0,
      version: 2,
      time: 1772704813.5,
      data: [started, conference, room, browser, window, destroyed],
    }),
    ignored: payloads.reduce((sum, { ignored }) => sum + ignored, 0),
  },
}
