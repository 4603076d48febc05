import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeGeneric } from '../../../services/ingest/decode/generic/index.ts'
import { faults, mutated } from '../mutated.ts'

const SEED = 20_260_302
const RECORD = {
  leg_id: 'leg-1',
  start: '2026-03-02T09:00:00',
  end: '2026-03-02T09:30:00',
  zone: 'Europe/Amsterdam',
  address: 'ada@example.org',
  duration_s: 1795.5,
  rev: 99,
  mos: 4.1,
  sip_code: 200,
  bw_up_kbps: 1e3,
  encrypted: true,
  links: ['x'],
  media: [{ kind: 'audio', dir: 'up', packets: 99, lost: 9, loss_pct: 9.9, jitter_ms: 9.9, fps: 9.9, active_s: 99 }],
}
const PAYLOADS = [
  JSON.stringify(RECORD),
  JSON.stringify([RECORD, RECORD], null, 1),
  `${JSON.stringify(RECORD)}\n${JSON.stringify(RECORD)}`,
  'leg_id,start,address,duration_s,audio_up_loss_pct\na,2026-03-02T09:00:00Z,"ada, ""A""",99.9,9.9\nb,2026-03-02T09:00:00Z,,,\n',
]

it(`gives observations of the schema or refusals of the list, whatever arrives (seed ${SEED})`, () => {
  const types = fc.constantFrom(undefined, 'application/json', 'application/x-ndjson', 'text/csv')
  fc.assert(
    fc.property(mutated(PAYLOADS), types, (body, contentType) => {
      expect(faults(decodeGeneric, body, contentType)).toEqual([])
    }),
    { seed: SEED, numRuns: 4_000 },
  )
})
