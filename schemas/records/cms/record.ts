/**
 * What holds the records of Cisco Meeting Server: `<records session callBridge?>` with one or more
 * `<record type time recordIndex correlatorIndex>` (vendor: "Call Detail Records Guide"; reference cdr-formats, 2 and
 * 11a). `correlatorIndex` counts the events of one run of the call bridge (one session) and is the same for every
 * receiver; `recordIndex` differs between receivers and is not read.
 */
import { z } from 'zod'
import { optional, required } from './fields.ts'

export const records = z.object({
  '@session': required, // GUID; a new one with each restart of the call bridge
  '@callBridge': optional, // GUID; in clusters only
})

/** The types whose records are read. A record of another type is accepted and gives nothing. */
export type RecordType =
  | 'callStart'
  | 'callEnd'
  | 'callLegStart'
  | 'callLegUpdate'
  | 'callLegEnd'
  | 'recordingStart'
  | 'recordingEnd'
  | 'streamingStart'
  | 'streamingEnd'

export const recordHead = z.object({ '@type': required })

/** What every record has beside its one object. */
export const header = {
  '@type': required,
  '@time': required, // RFC 3339, UTC
  '@correlatorIndex': z.preprocess(
    (value) => value,
    z
      .string()
      .regex(/^-?\d{1,17}$/u)
      .transform(Number)
      .pipe(z.number().int().min(0)),
  ),
}
