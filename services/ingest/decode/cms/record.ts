/** One `<record>` to its outcome: which type is read how. */
import type { z } from 'zod'
import { callRecord } from '../../../../schemas/records/cms/call.ts'
import { callLegEnd, callLegStart, callLegUpdate } from '../../../../schemas/records/cms/call-leg.ts'
import { recordHead, type RecordType } from '../../../../schemas/records/cms/record.ts'
import { recordingRecord, streamingRecord } from '../../../../schemas/records/cms/recording.ts'
import type { Refusal } from '../../../../schemas/refusals.ts'
import type { IdentifiedObservation } from '../../identified.ts'
import { countIgnored, countLeaves } from '../ignored.ts'
import { readWith } from '../issues.ts'
import type { DecodedRecord } from '../outcome.ts'
import { fromInstant } from '../time.ts'
import type { Envelope, Head } from './about.ts'
import { fromCall } from './call.ts'
import { fromCallLegEnd } from './call-leg-end.ts'
import { fromCallLegStart, fromCallLegUpdate } from './call-leg.ts'
import { fromRecording, fromStreaming } from './recording.ts'

type Reader = (
  envelope: Envelope,
  raw: unknown,
) => { readonly ok: true; readonly value: IdentifiedObservation } | { readonly ok: false; readonly refusal: Refusal }

interface RecordForm {
  readonly schema: z.ZodType
  readonly read: Reader
}

interface ReadHead {
  readonly '@type': string
  readonly '@time': string
  readonly '@correlatorIndex': number
}

const FORMS: Readonly<Record<RecordType, RecordForm>> = {
  callStart: form(callRecord, fromCall),
  callEnd: form(callRecord, fromCall),
  callLegStart: form(callLegStart, fromCallLegStart),
  callLegUpdate: form(callLegUpdate, fromCallLegUpdate),
  callLegEnd: form(callLegEnd, fromCallLegEnd),
  recordingStart: form(recordingRecord, fromRecording),
  recordingEnd: form(recordingRecord, fromRecording),
  streamingStart: form(streamingRecord, fromStreaming),
  streamingEnd: form(streamingRecord, fromStreaming),
}

/**
 * @param raw the record as a plain object (`plain` of `../xml.ts`)
 * @param bytes its length in the body
 */
export function decodeRecord(envelope: Envelope, raw: unknown, bytes: number): DecodedRecord {
  const head = readWith(recordHead, raw)
  if (!head.ok) return { outcome: 'refused', refusal: head.refusal, ignored: countLeaves(raw), bytes }
  const type = head.value['@type']
  if (!isRead(type)) return { outcome: 'accepted', observations: [], ignored: countLeaves(raw), bytes }
  const { schema, read } = FORMS[type]
  const ignored = countIgnored(raw, schema)
  const outcome = read(envelope, raw)
  if (!outcome.ok) return { outcome: 'refused', refusal: outcome.refusal, ignored, bytes }
  return { outcome: 'accepted', observations: [outcome.value], ignored, bytes }
}

function isRead(type: string): type is RecordType {
  return Object.hasOwn(FORMS, type)
}

function form<T extends ReadHead>(
  schema: z.ZodType<T>,
  observe: (head: Head, record: T) => IdentifiedObservation,
): RecordForm {
  return {
    schema,
    read(envelope, raw) {
      const record = readWith(schema, raw)
      if (!record.ok) return record
      const event_ms = fromInstant(record.value['@time'])
      if (event_ms === null) return { ok: false, refusal: { code: 'time_invalid', path: '@time' } }
      const { '@type': type, '@correlatorIndex': correlatorIndex } = record.value
      return { ok: true, value: observe({ ...envelope, type, event_ms, correlatorIndex }, record.value) }
    },
  }
}
