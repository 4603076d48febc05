/**
 * How a leg is graded: each threshold of the profile, also where a figure equals it, and what cannot be graded. And the
 * E-model of the statements against the golden vectors (reference quality-and-advice 1.2.4).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HISTOGRAMS } from '../../../schemas/cube.ts'
import type { GradedLeg } from '../../../schemas/graded.ts'
import { PROFILE } from '../../../schemas/profiles.ts'
import { estimateMos } from '../../../services/advise/emodel.ts'
import { call, type CallGiven, gradedLegs, monthCellOf } from '../../support/calls.ts'
import { TENANT } from '../../support/observations.ts'
import { openRolled, type Rolled } from '../../support/rolled.ts'

const DAY = '2026-11-16'
const FROM = `${DAY}T10:00:00Z`
type Media = NonNullable<CallGiven['media']>
type Graded = Pick<GradedLeg, 'measured' | 'windows' | 'alarms'>

const up = (figures: Partial<Media[number]>): Partial<CallGiven> => ({
  media: [{ kind: 'audio', dir: 'up', ...figures }],
})
const down = (figures: Partial<Media[number]>): Partial<CallGiven> => ({
  media: [{ kind: 'audio', dir: 'down', ...figures }],
})
const video = (figures: Partial<Media[number]>): Partial<CallGiven> => ({
  media: [{ kind: 'video', dir: 'down', ...figures }],
})
const content = (figures: Partial<Media[number]>): Partial<CallGiven> => ({
  media: [{ kind: 'content', dir: 'up', ...figures }],
})
const NONE: Graded = { measured: null, windows: null, alarms: null }
const measured = (grade: Graded['measured']): Graded => ({ ...NONE, measured: grade })
const windows = (grade: Graded['windows']): Graded => ({ ...NONE, windows: grade })
const alarms = (grade: Graded['alarms']): Graded => ({ ...NONE, alarms: grade })
const CMS = { platform: 'cms' } as const

const CASES: readonly (readonly [what: string, given: Partial<CallGiven>, grades: Graded])[] = [
  ['nothing is stated', {}, NONE],
  // loss of sound
  ['loss 0.999 %', up({ loss_mp: 999 }), measured('good')],
  ['loss 1 %', up({ loss_mp: 1_000 }), measured('fair')],
  ['loss 2.999 %', up({ loss_mp: 2_999 }), measured('fair')],
  ['loss 3 %', down({ loss_mp: 3_000 }), measured('poor')],
  ['30 of 1,000 sent are lost', down({ packets: 1_000, lost: 30 }), measured('poor')],
  ['30 are lost and 971 received: 2.997 %', up({ packets: 971, lost: 30 }), measured('fair')],
  ['30 are lost and 970 received: 3 %', up({ packets: 970, lost: 30 }), measured('poor')],
  // jitter and round trip
  ['jitter 30 ms', up({ jitter_us: 30_000 }), measured('good')],
  ['jitter above 30 ms', up({ jitter_us: 30_001 }), measured('fair')],
  ['jitter 40 ms', up({ jitter_us: 40_000 }), measured('fair')],
  ['jitter above 40 ms', up({ jitter_us: 40_001 }), measured('poor')],
  ['round trip 300 ms', up({ rtt_us: 300_000 }), measured('good')],
  ['round trip above 300 ms', up({ rtt_us: 300_001 }), measured('fair')],
  ['round trip 400 ms', up({ rtt_us: 400_000 }), measured('fair')],
  ['round trip above 400 ms', up({ rtt_us: 400_001 }), measured('poor')],
  // MOS
  ['MOS 3.60', { mos_c: 360 }, measured('good')],
  ['MOS 3.59', { mos_c: 359 }, measured('fair')],
  ['MOS 3.10', { mos_c: 310 }, measured('fair')],
  ['MOS 3.09', { mos_c: 309 }, measured('poor')],
  [
    'each figure is fair, and together they sound poor',
    up({ loss_mp: 2_900, jitter_us: 40_000, rtt_us: 400_000, codec: 'opus' }),
    measured('poor'),
  ],
  ['the same without a known delay', up({ loss_mp: 2_900, jitter_us: 40_000, codec: 'opus' }), measured('fair')],
  // pictures
  ['picture loss 0.999 %', video({ loss_mp: 999 }), measured('good')],
  ['picture loss 1 %', video({ loss_mp: 1_000 }), measured('fair')],
  ['picture loss 5 %', video({ loss_mp: 5_000 }), measured('poor')],
  ['content loss 4.999 %', content({ loss_mp: 4_999 }), measured('fair')],
  ['6 pictures a second', video({ fps: 6 }), measured('poor')],
  ['7 pictures a second', video({ fps: 7 }), measured('good')],
  ['content of 2 pictures a second', content({ fps: 2 }), NONE],
  ['a picture with jitter and delay alone', video({ jitter_us: 90_000, rtt_us: 900_000 }), NONE],
  // what cannot be graded
  ['a leg of 19.999 s', { ...up({ loss_mp: 9_000 }), to: `${DAY}T10:00:19.999Z` }, NONE],
  ['a leg of 20 s', { ...up({ loss_mp: 9_000 }), to: `${DAY}T10:00:20Z` }, measured('poor')],
  ['499 packets', up({ loss_mp: 9_000, packets: 499 }), NONE],
  ['500 packets', up({ loss_mp: 9_000, packets: 500 }), measured('poor')],
  ['a bit rate alone', up({ kbps: 64 }), NONE],
  [
    'the worst medium',
    {
      media: [
        { kind: 'audio', dir: 'up', loss_mp: 0 },
        { kind: 'audio', dir: 'down', loss_mp: 9_000, packets: 10 },
        { kind: 'video', dir: 'up', loss_mp: 1_000 },
      ],
    },
    measured('fair'),
  ],
  // windows
  ['no window bad of one', { win_good: 1 }, windows('good')],
  ['29 of 1,000 windows bad', { win_ok: 971, win_bad: 20, win_terrible: 9 }, windows('good')],
  ['3 of 100 windows bad', { win_good: 97, win_bad: 2, win_terrible: 1 }, windows('fair')],
  ['99 of 1,000 windows bad', { win_good: 901, win_bad: 99 }, windows('fair')],
  ['1 of 10 windows bad', { win_good: 9, win_terrible: 1 }, windows('poor')],
  ['windows of nothing', { win_good: 0, win_ok: 0, win_bad: 0, win_terrible: 0 }, NONE],
  ['windows of a leg of 19 s', { win_bad: 1, to: `${DAY}T10:00:19Z` }, NONE],
  // alarms
  ['an end without alarm', CMS, alarms('good')],
  ['an alarm of 1.999 %', { ...CMS, alarm_rtt_mp: 1_999 }, alarms('good')],
  ['an alarm of 2 %', { ...CMS, alarm_jitter_mp: 2_000, alarm_loss_mp: 0 }, alarms('fair')],
  ['an alarm of 9.999 %', { ...CMS, alarm_loss_mp: 9_999 }, alarms('fair')],
  ['an alarm of 10 %', { ...CMS, alarm_loss_mp: 1, alarm_rtt_mp: 10_000 }, alarms('poor')],
  ['an end that is not known', { ...CMS, unseen: true }, NONE],
  [
    'two ways of measuring',
    { ...up({ loss_mp: 5_000 }), win_good: 10 },
    { ...NONE, measured: 'poor', windows: 'good' },
  ],
]

const legs = CASES.map(([what, given]): CallGiven => ({ who: what, from: FROM, to: `${DAY}T10:30:00Z`, ...given }))

/** Codec, loss in milli-percent, delay in ms, and MOS as the reference has it. The delay is half the round trip and 20 ms. */
const GOLDEN = [
  ['g711a', 0, 50, 4.409],
  ['g711a', 1_000, 150, 4.324],
  ['g711u', 3_000, 200, 4.025],
  ['g711a', 5_000, 300, 3.237],
  ['g729', 0, 50, 4.104],
  ['g729', 3_000, 150, 3.624],
  ['g729', 5_000, 300, 2.572],
] as const
const golden = GOLDEN.map(([codec, loss_mp, delay]): CallGiven => ({
  who: `${codec} ${loss_mp} ${delay}`,
  from: FROM,
  to: `${DAY}T10:30:00Z`,
  ...up({ codec, loss_mp, rtt_us: (delay - PROFILE.packetisation_ms) * 2_000 }),
}))

/** Sound of all sorts, to compare the two implementations of the E-model. */
const grid = ['g711u', 'g729', 'opus', null].flatMap((codec) =>
  [0, 137, 2_999, 20_000, 100_000].flatMap((loss_mp) =>
    [1_000, 160_000, 159_999, 380_000, 2_000_000].flatMap((rtt_us) =>
      [null, 0, 33_333].map((jitter_us) => ({ codec, loss_mp, rtt_us, jitter_us }) as const),
    ),
  ),
)
const gridLegs = grid.map((figures, index): CallGiven => ({
  who: `grid ${index}`,
  from: FROM,
  to: `${DAY}T10:30:00Z`,
  ...up({ ...figures, codec: figures.codec as never }),
}))

let rolled: Rolled
let graded: ReadonlyMap<string, GradedLeg>

beforeAll(async () => {
  rolled = await openRolled({ cells: true })
  await rolled.addTenant(TENANT, { zone: 'Europe/Amsterdam' })
  await rolled.insert([...legs, ...golden].map((leg) => call(leg)))
  await rolled.run()
  graded = await gradedLegs(rolled.engine, [...legs, ...golden])
})
afterAll(() => rolled.close())

describe('a leg is graded by the profile', () => {
  it.each(CASES)('%s', (what, _given, grades) => {
    expect(graded.get(what)).toMatchObject(grades)
  })
})

describe('the estimate of the statements', () => {
  it.each(golden.map(({ who }, index) => [who, GOLDEN[index]?.[3] ?? 0] as const))('%s is %d', (who, mos) => {
    // the reference gives three digits, the column two
    expect(Math.abs((graded.get(who)?.mos_c ?? 0) / 100 - mos)).toBeLessThanOrEqual(0.0055)
  })

  it('is of sound whose loss is known', () => {
    expect(graded.get('round trip 400 ms')?.mos_c).toBeNull()
  })

  it('takes twice the jitter as buffer', () => {
    expect(graded.get('each figure is fair, and together they sound poor')?.mos_c).toBeLessThan(310)
  })
})

describe('the cells count', () => {
  it('what is gradeable, graded and poor, each kind by itself', async () => {
    const cell = await monthCellOf(rolled.engine, 'tenant')
    const expected = [...CASES.map(([, , grades]) => grades), ...golden.map(({ who }) => graded.get(who) ?? NONE)]
    const count = (kind: keyof Graded, grade: Graded['measured']) =>
      expected.filter((one) => one[kind] === grade).length
    expect(cell).toMatchObject({
      legs: expected.length,
      measured_y: count('measured', 'poor'),
      measured_fair: count('measured', 'fair'),
      measured_n: expected.length - count('measured', null),
      windows_y: count('windows', 'poor'),
      windows_fair: count('windows', 'fair'),
      windows_n: expected.length - count('windows', null),
      alarms_y: count('alarms', 'poor'),
      alarms_n: expected.length - count('alarms', null),
      gradeable: expected.length - 2,
      ungraded:
        expected.filter(({ measured: m, windows: w, alarms: a }) => m === null && w === null && a === null).length - 2,
    })
  })

  it('figures of graded entries by bin, each edge in the bin above it', async () => {
    await rolled.clear()
    const edges = HISTOGRAMS.loss.edges
    const figures = [0, ...edges.flatMap((edge) => [edge, edge + 1])]
    await rolled.insert(
      figures.map((loss_mp, index) =>
        call({ who: `p${index}`, from: FROM, to: `${DAY}T10:30:00Z`, ...up({ loss_mp }) }),
      ),
    )
    await rolled.run()
    const { h_loss: bins, h_jitter: none } = await monthCellOf(rolled.engine, 'tenant')
    expect(bins).toEqual([1, ...edges.map(() => 2)])
    expect(none).toEqual(Array.from({ length: HISTOGRAMS.jitter.edges.length + 1 }, () => 0))
  })

  it('MOS as advise estimates it, for sound of all sorts', async () => {
    await rolled.clear()
    await rolled.insert(gridLegs.map((leg) => call(leg)))
    await rolled.run()
    const found = await gradedLegs(rolled.engine, gridLegs)
    expect(found.size).toBe(grid.length)
    for (const [index, figures] of grid.entries()) {
      const mos = estimateMos({ ...figures, codec: figures.codec as never }, PROFILE)
      const stored = found.get(`grid ${index}`)?.mos_c
      expect(mos === null ? null : Math.abs((stored ?? 0) - 100 * mos), JSON.stringify(figures)).toBeLessThanOrEqual(
        0.500001,
      )
    }
  })
})
