/** The golden vectors of reference quality-and-advice 1.2.4, and the grades that rest on them. */
import { expect, test } from 'vitest'
import { PROFILE } from '../../../schemas/profiles.ts'
import { estimateMos, idd, mosOf, rFactor } from '../../../services/advise/emodel.ts'

test.each([
  [100, 0],
  [120, 0],
  [150, 0.16],
  [177.3, 1.17],
  [200, 3.04],
  [250, 8.92],
  [300, 14.76],
  [400, 24.07],
  [500, 30.64],
])('delay of %d ms impairs by %d', (delayMs, expected) => {
  expect(idd(delayMs)).toBeCloseTo(expected, 2)
})

const G711 = { ie: 0, bpl: 4.3 }
const G711_PLC = { ie: 0, bpl: 25.1 }
const G729A = { ie: 11, bpl: 19 }
const G723 = { ie: 15, bpl: 16.1 }

test.each([
  ['G.711 PLC', G711_PLC, 0, 50, 1, 93.2, 4.409],
  ['G.711 PLC', G711_PLC, 1, 150, 1, 89.4, 4.324],
  ['G.711 PLC', G711_PLC, 3, 200, 1, 80.01, 4.025],
  ['G.711 PLC', G711_PLC, 5, 300, 1, 62.66, 3.237],
  ['G.711 PLC in bursts', G711_PLC, 5, 300, 2, 61.23, 3.163],
  ['G.723.1-6.3', G723, 1, 200, 1, 70.48, 3.619],
  ['G.711', G711, 1, 150, 1, 75.11, 3.827],
  ['G.711', G711, 3, 200, 1, 51.11, 2.634],
  ['G.711', G711, 5, 300, 1, 27.36, 1.504],
  ['G.729A', G729A, 0, 50, 1, 82.2, 4.104],
  ['G.729A', G729A, 3, 150, 1, 70.58, 3.624],
  ['G.729A', G729A, 5, 300, 1, 49.94, 2.572],
] as const)('%s: %o, %d %% loss, %d ms, bursts of %d', (_, codec, lossPct, delayMs, burstR, r, mos) => {
  const rating = rFactor({ delayMs, lossPct, burstR, ...codec })
  expect(Math.abs(rating - r)).toBeLessThanOrEqual(0.0051)
  expect(Math.abs(mosOf(rating) - mos)).toBeLessThanOrEqual(0.00051)
})

test.each([
  [-5, 1],
  [0, 1],
  [50, 2.58],
  [60, 3.1],
  [70, 3.6],
  [80, 4.03],
  [90, 4.34],
  [100, 4.5],
  [120, 4.5],
])('R %d is MOS %d, to a hundredth as the table has it', (r, mos) => {
  expect(Math.abs(mosOf(r) - mos)).toBeLessThan(0.01)
})

test('an entry: half the round trip, twice the jitter, packetisation; its codec or the profile’s other', () => {
  const entry = { rtt_us: 200_000, jitter_us: 15_000, loss_mp: 1_000, codec: 'g711a' } as const // 100 + 30 + 20 ms
  expect(estimateMos(entry, PROFILE)).toBeCloseTo(4.324, 3)
  const opus = estimateMos({ ...entry, codec: 'opus' }, PROFILE)
  expect(opus).toBe(mosOf(rFactor({ delayMs: 150, lossPct: 1, ie: 0, bpl: 10 })))
  expect(estimateMos({ ...entry, codec: null }, PROFILE)).toBe(opus)
  expect(estimateMos({ ...entry, codec: 'g729', jitter_us: null }, PROFILE)).toBe(
    mosOf(rFactor({ delayMs: 120, lossPct: 1, ie: 11, bpl: 19 })),
  )
})

test('what is not stated is not estimated: neither round trip nor loss is taken to be none', () => {
  const entry = { rtt_us: 200_000, jitter_us: 15_000, loss_mp: 1_000, codec: null }
  expect(estimateMos({ ...entry, rtt_us: null }, PROFILE)).toBeNull()
  expect(estimateMos({ ...entry, loss_mp: null }, PROFILE)).toBeNull()
})
