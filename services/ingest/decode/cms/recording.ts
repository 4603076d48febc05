/** `recordingStart` … `streamingEnd`: a recorder or streamer is a leg of its own kind, tied to the leg it listens on. */
import type { RecordingRecord, StreamingRecord } from '../../../../schemas/records/cms/recording.ts'
import type { IdentifiedObservation } from '../../identified.ts'
import { stated } from '../stated.ts'
import { about, type Head, instance, link } from './about.ts'

export function fromRecording(head: Head, { recording }: RecordingRecord): IdentifiedObservation {
  return fromCapture(head, recording, undefined)
}

export function fromStreaming(head: Head, { streaming }: StreamingRecord): IdentifiedObservation {
  return fromCapture(head, streaming, 'stream')
}

function fromCapture(head: Head, capture: RecordingRecord['recording'], service: 'stream' | undefined) {
  const ends = head.type === 'recordingEnd' || head.type === 'streamingEnd'
  return stated<IdentifiedObservation>({
    ...about(head, capture['@id']),
    subject: 'leg',
    links: link(capture.callLeg),
    inConference: capture.call === undefined ? undefined : instance(capture.call),
    kindHint: 'recorder',
    start_ms: ends ? undefined : head.event_ms,
    end_ms: ends ? head.event_ms : undefined,
    service,
  })
}
