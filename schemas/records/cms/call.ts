/**
 * `callStart`, `callEnd`: a call is a conference on one call bridge. Its name, space and owner are not read: the call
 * has an id of its own, and a space stands for a recurring group.
 */
import { z } from 'zod'
import { element, optional, required, seconds } from './fields.ts'
import { header } from './record.ts'

export const callRecord = z.object({
  ...header,
  call: element({
    '@id': required, // GUID
    callCorrelator: optional, // GUID; the same on every call bridge that holds a part of the conference
    callType: optional, // coSpace, adHoc, forwarding, lyncConferencing
    durationSeconds: seconds, // callEnd
  }),
})
export type CallRecord = z.infer<typeof callRecord>
