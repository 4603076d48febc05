/** Bare records of a recorder and a streamer, their texts ending in line feeds, one of the ids no GUID. */
import { post, record } from './cms-post.ts'
import type { Payload } from './group.ts'

export const CAPTURES: readonly Payload[] = [
  post(
    'recordingStart',
    record(
      'recordingStart',
      '15:10:50',
      231266,
      '<recording id="93290c4d-d05c-49b8-95ff-bbbbbbb">\n<path>spaces/bbbbbbbb-d375-482a-a492-906765a2ea0d/x\n</path>\n' +
        '<recorderUrl>https://203.0.113.40:8443\n</recorderUrl>\n<call>a1b2c3d4-0000-4000-8000-0000000000c7\n</call>\n' +
        '<callLeg>a1b2c3d4-0000-4000-8000-0000000000d7\n</callLeg>\n</recording>\n',
    ),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:5',
        event_key: 'event:12',
        rev: 231265,
        links: ['leg:6'],
        in_conference: 'conference:3',
        kind: 'recorder',
        platform: 'cms',
        event_ms: '2026-03-09T15:10:50.000Z',
        start_ms: '2026-03-09T15:10:50.000Z',
      },
    ],
    3, // recordIndex, path, recorderUrl
  ),
  post(
    'recordingEnd',
    record('recordingEnd', '15:11:02', 231275, '<recording id="93290c4d-d05c-49b8-95ff-bbbbbbb">\n</recording>\n'),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:5',
        event_key: 'event:13',
        rev: 231274,
        kind: 'recorder',
        platform: 'cms',
        event_ms: '2026-03-09T15:11:02.000Z',
        end_ms: '2026-03-09T15:11:02.000Z',
      },
    ],
    1,
  ),
  post(
    'streamingStart',
    record(
      'streamingStart',
      '15:20:17',
      209063,
      '<streaming id="bbbbbbbb-95d5-4699-af02-78854b2f0e1a">\n<streamUrl>rtmp://stream.example.org/push/geheime-sleutel\n</streamUrl>\n' +
        '<streamerUrl>https://203.0.113.41:443\n</streamerUrl>\n<call>a1b2c3d4-0000-4000-8000-0000000000c8\n</call>\n' +
        '<callLeg>a1b2c3d4-0000-4000-8000-0000000000d8\n</callLeg>\n</streaming>\n',
    ),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:7',
        event_key: 'event:14',
        rev: 209062,
        links: ['leg:8'],
        in_conference: 'conference:4',
        kind: 'recorder',
        platform: 'cms',
        event_ms: '2026-03-09T15:20:17.000Z',
        start_ms: '2026-03-09T15:20:17.000Z',
        service: 'stream',
      },
    ],
    3,
  ),
  post(
    'streamingEnd',
    record('streamingEnd', '15:25:05', 209232, '<streaming id="bbbbbbbb-95d5-4699-af02-78854b2f0e1a">\n</streaming>\n'),
    [
      {
        fact_day: '2026-03-09',
        subject: 'leg',
        subject_key: 'leg:7',
        event_key: 'event:15',
        rev: 209231,
        kind: 'recorder',
        platform: 'cms',
        event_ms: '2026-03-09T15:25:05.000Z',
        end_ms: '2026-03-09T15:25:05.000Z',
        service: 'stream',
      },
    ],
    1,
  ),
]
