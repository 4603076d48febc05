import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeCms } from '../../../services/ingest/decode/cms/index.ts'
import { faults, mutated } from '../mutated.ts'
import { CALL, leg, record, records } from './fixtures.ts'

const SEED = 20_260_302
const PAYLOADS = [
  records(
    record('callStart', `<call id="${CALL}"><callType>adHoc</callType></call>`),
    record('callEnd', '<call id="c"/>'),
  ),
  record(
    'callLegStart',
    leg('<remoteParty>ada&#64;example.org</remoteParty><type>sip</type><direction>incoming</direction>'),
  ),
  records(
    record(
      'callLegEnd',
      leg(`<reason>remoteBusy</reason><durationSeconds>31</durationSeconds><encryptedMedia>true</encryptedMedia>
        <alarm type="packetLoss" durationPercentage="1.4"/><rxVideo><codec>h264</codec><maxSizeWidth>1280</maxSizeWidth>
        <maxSizeHeight>720</maxSizeHeight></rxVideo>`),
    ),
  ),
]

it(`gives observations of the schema or refusals of the list, whatever arrives (seed ${SEED})`, () => {
  fc.assert(
    fc.property(mutated(PAYLOADS), (body) => {
      expect(faults(decodeCms, body)).toEqual([])
    }),
    { seed: SEED, numRuns: 3_000 },
  )
})
