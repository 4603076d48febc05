/**
 * `recordingStart`, `recordingEnd`, `streamingStart`, `streamingEnd`. Paths and URLs are not read: they hold the name of
 * a space and the secret key of a stream.
 */
import { z } from 'zod'
import { element, optional, required } from './fields.ts'
import { header } from './record.ts'

const capture = element({
  '@id': required, // mostly a GUID
  call: optional,
  callLeg: optional,
})

export const recordingRecord = z.object({ ...header, recording: capture })
export type RecordingRecord = z.infer<typeof recordingRecord>

export const streamingRecord = z.object({ ...header, streaming: capture })
export type StreamingRecord = z.infer<typeof streamingRecord>
