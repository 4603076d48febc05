/**
 * Cisco Meeting Server call detail records: XML, pushed by the call bridge or kept in files (reference cdr-formats, 2
 * and 11a).
 *
 * A body is one or more of `<records session callBridge?>` with `<record>`s, or of bare `<record>`s, each maybe with an
 * XML declaration of its own. Each record gives one observation, or none where its type is not read, or is refused by
 * itself; a body that is not XML is one refused record.
 */
import { records } from '../../../../schemas/records/cms/record.ts'
import { readWith } from '../issues.ts'
import type { DecodedRecord, Decoder } from '../outcome.ts'
import { parseXml, plain, type XmlElement } from '../xml.ts'
import type { Envelope } from './about.ts'
import { decodeRecord } from './record.ts'

export const decodeCms: Decoder = (body, _contentType, mostRecords = Infinity) => {
  const parsed = parseXml(body)
  if (!parsed.ok) return [{ outcome: 'refused', refusal: parsed.refusal, ignored: 0, bytes: body.length }]
  const records: DecodedRecord[] = []
  for (const root of parsed.roots) {
    for (const record of root.name === 'records' ? decodeRecords(root) : [decodeChild(root, {})]) {
      records.push(record)
      if (records.length > mostRecords) return records
    }
  }
  return records
}

/** Without a session its records have no identity: each of them is refused. */
function* decodeRecords(root: XmlElement): Generator<DecodedRecord> {
  const head = readWith(records, Object.fromEntries([...root.attributes].map(([name, value]) => [`@${name}`, value])))
  if (!head.ok) {
    const { refusal } = head
    for (const { bytes } of root.children) yield { outcome: 'refused', refusal, ignored: 0, bytes }
    return
  }
  const { '@session': session, '@callBridge': callBridge } = head.value
  const envelope: Envelope = callBridge === undefined ? { session } : { session, callBridge }
  for (const child of root.children) yield decodeChild(child, envelope)
}

function decodeChild(element: XmlElement, envelope: Envelope): DecodedRecord {
  const { bytes } = element
  if (element.name === 'record') return decodeRecord(envelope, plain(element), bytes)
  return { outcome: 'refused', refusal: { code: 'not_a_record', path: '' }, ignored: 0, bytes }
}
