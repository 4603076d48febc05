import {
  array,
  assert,
  constant,
  constantFrom,
  double,
  jsonValue,
  nat,
  oneof,
  property,
  record,
  string,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePexip } from '../../../../../services/ingest/decode/pexip/index.ts'

const SEED = 20_261_110

describe('decoding of whatever comes', () => {
  it(`never throws and gives at least one record (seed ${SEED})`, () => {
    const events = record({
      event: constantFrom('conference_ended', 'participant_disconnected', 'participant_media_stream_window', 'x'),
      version: constantFrom(1, 2, 3, null),
      time: oneof(double(), constant(1_794_301_200)),
      data: oneof(
        jsonValue({ maxDepth: 3 }),
        record({
          uuid: string(),
          name: string(),
          media_streams: jsonValue(),
          recent_quality: jsonValue(),
        }),
      ),
    })
    assert(
      property(oneof(events, jsonValue(), array(events)), nat(), (value, cut) => {
        const text = Buffer.from(JSON.stringify(value))
        const bulk = Buffer.from(`{"event":"eventsink_bulk","data":${text.toString()}}`)
        for (const body of [text, bulk, bulk.subarray(0, cut % bulk.length)]) {
          expect(decodePexip(body, undefined).length).toBeGreaterThan(0)
        }
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})
