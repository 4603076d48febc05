/**
 * Decoder of the Pexip Infinity event sink.
 *
 * In: the body of a delivery: one event; a bulk of events (`eventsink_bulk`); a JSON array of either; or one of these on
 * each line (files of collected deliveries). Out: one decoded record an event, in order, refusals among them. Nothing
 * throws: what cannot be read is a refusal. Paths of refusals are inside the event, whatever it came in.
 */
import type { RefusalCode } from '../../../../schemas/refusals.ts'
import { parseJson } from '../json.ts'
import type { DecodedRecord, Decoder } from '../outcome.ts'
import { deliveriesOf, eventsOf } from './body.ts'
import { decodeEvent } from './event.ts'

export const decodePexip: Decoder = (body, contentType, mostRecords = Infinity) => {
  const deliveries = deliveriesOf(body, contentType, mostRecords)
  if (deliveries.length === 0) return [refused('json_invalid', body.length)]
  const records: DecodedRecord[] = []
  for (const delivery of deliveries) {
    decodeDelivery(delivery, mostRecords, records)
    if (records.length > mostRecords) break
  }
  return records
}

/** An empty bulk or array is authentic and says nothing; it is counted, so that no delivery leaves nothing behind. */
function decodeDelivery(delivery: Buffer, mostRecords: number, records: DecodedRecord[]): void {
  const events = eventsOf(delivery, mostRecords)
  if (events.length === 0) records.push(refused('nothing_to_count', delivery.length))
  for (const event of events) {
    records.push(decodeText(event))
    if (records.length > mostRecords) break
  }
}

function decodeText(text: Buffer): DecodedRecord {
  const parsed = parseJson(text)
  return parsed.ok ? decodeEvent(parsed.value, text.length) : refused(parsed.refusal.code, text.length)
}

function refused(code: RefusalCode, bytes: number): DecodedRecord {
  return { outcome: 'refused', refusal: { code, path: '' }, ignored: 0, bytes }
}
