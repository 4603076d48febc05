/**
 * An invented meeting on Cisco Meeting Server as ten posts, with what real ones were seen to do (reference cdr-formats,
 * 11a): a leg that is never started, an update without a state, two records in one post, a last post with the indices of
 * the first and another type.
 */
import { CAPTURES } from './cms-captures.ts'
import { post, record } from './cms-post.ts'
import type { Group, Payload } from './group.ts'

const SESSION = 'a1b2c3d4-0000-4000-8000-000000000001'
const CALL = 'a1b2c3d4-0000-4000-8000-0000000000c1'
const SARA = 'a1b2c3d4-0000-4000-8000-0000000000d1'
const TIJN = 'a1b2c3d4-0000-4000-8000-0000000000d2'
const VERA = 'a1b2c3d4-0000-4000-8000-0000000000d3'

const records = (...inside: string[]): string =>
  `<?xml version="1.0"?><records session="${SESSION}">${inside.join('')}</records>`
const leg = (id: string, inside: string): string => `<callLeg id="${id}">${inside}</callLeg>`
const inCall = `<call>${CALL}</call>`

const SPACE =
  '<name>meldkamer</name><callType>coSpace</callType><coSpace>a1b2c3d4-0000-4000-8000-0000000000e1</coSpace>' +
  '<callCorrelator>a1b2c3d4-0000-4000-8000-0000000000f1</callCorrelator>'

const PICTURE = '<codec>h264</codec><maxSizeWidth>1280</maxSizeWidth><maxSizeHeight>720</maxSizeHeight>'

const ended = (seconds: number, loss: string): string =>
  `<reason>remoteTeardown</reason><remoteTeardown>true</remoteTeardown><durationSeconds>${seconds}</durationSeconds>` +
  `<activatedDuration>${seconds}</activatedDuration><mediaUsagePercentages><mainVideoViewer>97.9</mainVideoViewer>` +
  `<mainVideoContributor>100.0</mainVideoContributor></mediaUsagePercentages>` +
  `<alarm type="packetLoss" durationPercentage="${loss}" /><alarm type="excessiveJitter" durationPercentage="0.0" />` +
  `<encryptedMedia>true</encryptedMedia><rxAudio><codec>opus</codec></rxAudio><txAudio><codec>opus</codec></txAudio>` +
  `<rxVideo>${PICTURE}</rxVideo><txVideo><codec>h264</codec><maxSizeWidth>640</maxSizeWidth><maxSizeHeight>360</maxSizeHeight></txVideo>`

const MEDIA = [
  { kind: 'audio', dir: 'up', codec: 'opus' },
  { kind: 'audio', dir: 'down', codec: 'opus' },
  { kind: 'video', dir: 'up', codec: 'h264', width: 1280, height: 720 },
  { kind: 'video', dir: 'down', codec: 'h264', width: 640, height: 360 },
]

const payloads: readonly Payload[] = [
  post(
    '01 callStart',
    records(record('callStart', '13:00:11', 4101, `<call id="${CALL}">${SPACE}</call>`)),
    [
      {
        fact_day: '2026-03-09',
        subject: 'conference',
        subject_key: 'conference:1',
        event_key: 'event:1',
        rev: 4100,
        links: ['conference:2'],
        platform: 'cms',
        event_ms: '2026-03-09T13:00:11.000Z',
        start_ms: '2026-03-09T13:00:11.000Z',
        service: 'meeting',
      },
    ],
    3, // recordIndex, name, coSpace
  ),
  post(
    '02 callLegStart',
    records(
      record(
        'callLegStart',
        '13:00:12',
        4102,
        leg(
          SARA,
          `<remoteParty>sara.kramer@voorbeeld.example</remoteParty><displayName>Sara Kramer</displayName><type>acano</type><direction>incoming</direction>${inCall}<groupId>${SARA}</groupId>`,
        ),
      ),
    ),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:1',
        event_key: 'event:2',
        rev: 4101,
        in_conference: 'conference:1',
        person_key: 'person:1',
        person_ident: 'address',
        kind: 'user',
        internal: true,
        platform: 'cms',
        event_ms: '2026-03-09T13:00:12.000Z',
        start_ms: '2026-03-09T13:00:12.000Z',
        protocol: 'app',
        direction: 'in',
      },
    ],
    2, // recordIndex, displayName; groupId is the leg itself
  ),
  post(
    '03 callLegUpdate',
    records(
      record(
        'callLegUpdate',
        '13:00:12',
        4103,
        leg(
          SARA,
          `<state>connected</state>${inCall}<deactivated>false</deactivated><groupId>${SARA}</groupId><displayName>Sara Kramer</displayName>`,
        ),
      ),
    ),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:1',
        event_key: 'event:3',
        rev: 4102,
        in_conference: 'conference:1',
        platform: 'cms',
        event_ms: '2026-03-09T13:00:12.000Z',
        answer_ms: '2026-03-09T13:00:12.000Z',
      },
    ],
    3,
  ),
  post(
    '04 callLegStart',
    records(
      record(
        'callLegStart',
        '13:00:53',
        4115,
        leg(
          TIJN,
          `<remoteParty>tijn.bos@elders.example</remoteParty><displayName>tijn bos</displayName><type>sip</type><direction>outgoing</direction>${inCall}<groupId>${TIJN}</groupId><sipCallId>c0ffee@203.0.113.9</sipCallId>`,
        ),
      ),
    ),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:2',
        event_key: 'event:4',
        rev: 4114,
        in_conference: 'conference:1',
        person_key: 'person:2',
        person_ident: 'address',
        kind: 'user',
        internal: false,
        platform: 'cms',
        event_ms: '2026-03-09T13:00:53.000Z',
        start_ms: '2026-03-09T13:00:53.000Z',
        protocol: 'sip',
        direction: 'out',
      },
    ],
    3,
  ),
  post(
    '05 callLegUpdate',
    records(
      record(
        'callLegUpdate',
        '13:00:59',
        4116,
        leg(
          TIJN,
          `<state>connected</state>${inCall}<deactivated>false</deactivated><groupId>${TIJN}</groupId><displayName>tijn bos</displayName>`,
        ),
      ),
    ),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:2',
        event_key: 'event:5',
        rev: 4115,
        in_conference: 'conference:1',
        platform: 'cms',
        event_ms: '2026-03-09T13:00:59.000Z',
        answer_ms: '2026-03-09T13:00:59.000Z',
      },
    ],
    3,
  ),
  post(
    '06 callLegUpdate of a leg that is never started, by telephone',
    records(
      record(
        'callLegUpdate',
        '13:01:52',
        4122,
        leg(
          VERA,
          `<state>connected</state>${inCall}<deactivated>false</deactivated><groupId>a1b2c3d4-0000-4000-8000-0000000000d9</groupId><sipCallId>4147704e</sipCallId><displayName>Gebruiker 2</displayName><remoteAddress>+31612345678@sbc.voorbeeld.example</remoteAddress>`,
        ),
      ),
    ),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:3',
        event_key: 'event:6',
        rev: 4121,
        links: ['leg:4'],
        in_conference: 'conference:1',
        person_key: 'person:3',
        person_ident: 'phone',
        kind: 'pstn',
        platform: 'cms',
        event_ms: '2026-03-09T13:01:52.000Z',
        answer_ms: '2026-03-09T13:01:52.000Z',
      },
    ],
    4,
  ),
  post(
    '07 callLegEnd',
    records(record('callLegEnd', '14:06:05', 4551, leg(SARA, ended(3953, '1.4')))),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:1',
        event_key: 'event:7',
        rev: 4550,
        platform: 'cms',
        measuring_point: 'service',
        event_ms: '2026-03-09T14:06:05.000Z',
        end_ms: '2026-03-09T14:06:05.000Z',
        duration_ms: 3953000,
        encrypted: true,
        end_class: 'normal_self',
        end_code: 'remoteTeardown',
        alarm_loss_mp: 1400, // of the leg's time; no loss
        alarm_jitter_mp: 0,
        media: MEDIA,
      },
    ],
    4, // recordIndex, activatedDuration, two usages
  ),
  post(
    '08 callLegUpdate without a state',
    records(
      record(
        'callLegUpdate',
        '14:06:05',
        4552,
        leg(
          TIJN,
          `${inCall}<deactivated>false</deactivated><groupId>${TIJN}</groupId><displayName>tijn bos</displayName>`,
        ),
      ),
    ),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:2',
        event_key: 'event:8',
        rev: 4551,
        in_conference: 'conference:1',
        platform: 'cms',
        event_ms: '2026-03-09T14:06:05.000Z',
      },
    ],
    3,
  ),
  post(
    '09 callLegEnd and callEnd',
    records(
      record('callLegEnd', '14:06:05', 4553, leg(TIJN, ended(3906, '0.1'))),
      record(
        'callEnd',
        '14:06:06',
        4554,
        `<call id="${CALL}"><callLegsCompleted>3</callLegsCompleted><callLegsMaxActive>3</callLegsMaxActive><durationSeconds>3955</durationSeconds></call>`,
      ),
    ),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:2',
        event_key: 'event:9',
        rev: 4552,
        platform: 'cms',
        measuring_point: 'service',
        event_ms: '2026-03-09T14:06:05.000Z',
        end_ms: '2026-03-09T14:06:05.000Z',
        duration_ms: 3906000,
        encrypted: true,
        end_class: 'normal_self',
        end_code: 'remoteTeardown',
        alarm_loss_mp: 100,
        alarm_jitter_mp: 0,
        media: MEDIA,
      },
      {
        fact_day: '2026-03-09',
        subject: 'conference',
        subject_key: 'conference:1',
        event_key: 'event:10',
        rev: 4553,
        platform: 'cms',
        event_ms: '2026-03-09T14:06:06.000Z',
        end_ms: '2026-03-09T14:06:06.000Z',
        duration_ms: 3955000,
      },
    ],
    7,
  ),
  post(
    '10 callEnd with the indices of the first post: one more observation, another event',
    records(
      record(
        'callEnd',
        '13:00:11',
        4101,
        `<call id="${CALL}">${SPACE}<durationSeconds>600</durationSeconds><callLegsMaxActive>2</callLegsMaxActive></call>`,
      ),
    ),
    [
      {
        fact_day: '2026-03-09',
        subject: 'conference',
        subject_key: 'conference:1',
        event_key: 'event:11',
        rev: 4100,
        links: ['conference:2'],
        platform: 'cms',
        event_ms: '2026-03-09T13:00:11.000Z',
        end_ms: '2026-03-09T13:00:11.000Z',
        duration_ms: 600000,
        service: 'meeting',
      },
    ],
    4,
  ),
  ...CAPTURES,
]

export const CMS: Group = {
  platform: 'cms',
  now: '2026-03-09T18:00:00Z',
  payloads,
  together: {
    body: payloads.map(({ body }) => body).join('\n'),
    ignored: payloads.reduce((sum, { ignored }) => sum + ignored, 0),
  },
}
