/** What comes of the ten posts and the captures of `samples/cms.ts`: one meeting of three, a recording, a stream. */
import type { ShownLeg } from './shown.ts'

const ENDED = {
  encrypted: true,
  end_class: 'normal_self',
  end_code: 'remoteTeardown',
  alarm_jitter_mp: 0,
  media: [
    { kind: 'audio', dir: 'up', codec: 'opus' },
    { kind: 'audio', dir: 'down', codec: 'opus' },
    { kind: 'video', dir: 'up', codec: 'h264', width: 1280, height: 720 },
    { kind: 'video', dir: 'down', codec: 'h264', width: 640, height: 360 },
  ],
} as const

const STATED = { start_by: 'stated', end_by: 'stated', conference_by: 'stated', platform: 'cms' } as const

export const CMS_LEGS: readonly ShownLeg[] = [
  // Sara, by the platform's own app: posts 2, 3 and 7
  {
    ...STATED,
    ...ENDED,
    day: '2026-03-09',
    subjects: 1,
    observations: 3,
    conference_key: 'conference:1',
    person_key: 'person:1',
    person_ident: 'address',
    kind: 'user',
    internal: true,
    measuring_point: 'service',
    start_ms: '2026-03-09T13:00:12.000Z',
    answer_ms: '2026-03-09T13:00:12.000Z',
    end_ms: '2026-03-09T14:06:05.000Z',
    known_end_ms: '2026-03-09T14:06:05.000Z',
    duration_ms: 3953000,
    protocol: 'app',
    direction: 'in',
    alarm_loss_mp: 1400,
  },
  // Tijn, called by the bridge: posts 4, 5, 8 and the first record of 9
  {
    ...STATED,
    ...ENDED,
    day: '2026-03-09',
    subjects: 1,
    observations: 4,
    conference_key: 'conference:1',
    person_key: 'person:2',
    person_ident: 'address',
    kind: 'user',
    internal: false,
    measuring_point: 'service',
    start_ms: '2026-03-09T13:00:53.000Z',
    answer_ms: '2026-03-09T13:00:59.000Z',
    end_ms: '2026-03-09T14:06:05.000Z',
    known_end_ms: '2026-03-09T14:06:05.000Z',
    duration_ms: 3906000, // as stated: six seconds less than from start to end, those before the answer
    protocol: 'sip',
    direction: 'out',
    alarm_loss_mp: 100,
  },
  // Vera, by telephone: nothing but post 6, so the meeting's end is hers
  {
    day: '2026-03-09',
    subjects: 1,
    observations: 1,
    conference_key: 'conference:1',
    conference_by: 'stated',
    person_key: 'person:3',
    person_ident: 'phone',
    kind: 'pstn',
    platform: 'cms',
    start_ms: '2026-03-09T13:01:52.000Z',
    start_by: 'observed',
    answer_ms: '2026-03-09T13:01:52.000Z',
    end_ms: '2026-03-09T14:06:06.000Z',
    end_by: 'conference',
    known_end_ms: '2026-03-09T13:01:52.000Z',
    duration_ms: 3854000, // 13:01:52 to 14:06:06
  },
  {
    ...STATED,
    day: '2026-03-09',
    subjects: 1,
    observations: 2,
    conference_key: 'conference:2',
    kind: 'recorder',
    start_ms: '2026-03-09T15:10:50.000Z',
    end_ms: '2026-03-09T15:11:02.000Z',
    known_end_ms: '2026-03-09T15:11:02.000Z',
    duration_ms: 12000,
  },
  {
    ...STATED,
    day: '2026-03-09',
    subjects: 1,
    observations: 2,
    conference_key: 'conference:3',
    kind: 'recorder',
    start_ms: '2026-03-09T15:20:17.000Z',
    end_ms: '2026-03-09T15:25:05.000Z',
    known_end_ms: '2026-03-09T15:25:05.000Z',
    duration_ms: 288000,
    service: 'stream',
  },
]
