import { describe, expect, it } from 'vitest'
import type { Meeting, Participation, TruthLeg } from '../../../services/simulator/model.ts'
import { type DeliverySettings, deliveriesOf } from '../../../services/simulator/native/deliveries.ts'
import type { Delivery } from '../../../services/simulator/native/record.ts'
import { createWorld } from '../../../services/simulator/world.ts'
import { differences, observationsOf, saidIn, type Shown, stating } from './native-meetings.ts'

const SEED = 41_907
const world = createWorld({
  seed: SEED,
  tenantId: 'voorbeeld',
  zone: 'Europe/Amsterdam',
  country: 'NL',
  domain: 'voorbeeld.example',
  people: 40,
  firstDay: '2026-10-26',
  days: 8, // over a month's end
})

function sent(order: DeliverySettings['order']): Delivery[] {
  const { installation } = world.organisation
  return [...deliveriesOf(world.meetings, { seed: SEED, installation, order })]
}

const clean = sent('clean')

/** Observations by leg: of its own id and of every id that is tied to it. */
function observationsByLeg(observations: readonly Shown[]): (id: string) => readonly Shown[] {
  const bySubject = Map.groupBy(observations, (one) => String(one['subjectId']))
  const tied = new Map<string, Set<string>>()
  for (const one of observations) {
    if (one['subject'] !== 'leg') continue
    const own = String(one['subjectId'])
    for (const link of (one['links'] ?? []) as readonly string[]) {
      tied.set(own, (tied.get(own) ?? new Set()).add(link))
      tied.set(link, (tied.get(link) ?? new Set()).add(own))
    }
  }
  return (id) => {
    const own = `instance:${id}`
    const others = [...(tied.get(own) ?? [])].filter((key) => key !== own)
    return [own, ...others].flatMap((key) => bySubject.get(key) ?? [])
  }
}

/** What the records of a leg say of it, put together in the plainest way. */
function summary(said: readonly Shown[]) {
  const times = (field: string) => stating(said, field).map(Number)
  const sum = (field: string) => said.reduce((total, one) => total + Number(one[field] ?? 0), 0)
  const media = said.flatMap((one) => (one['media'] ?? []) as readonly Record<string, unknown>[])
  return {
    starts: Math.min(...times('start_ms')),
    ends: Math.max(...times('end_ms')),
    lasts: Math.max(...times('duration_ms')),
    endClass: stating(said, 'end_class')[0] ?? null,
    calls: stating(said, 'inConference').map(String),
    names: stating(said, 'name').map(String),
    protocols: new Set(stating(said, 'protocol')),
    windows: ['win_good', 'win_ok', 'win_bad', 'win_terrible'].map(sum),
    alarm: stating(said, 'alarm_loss_mp')[0] ?? null,
    media: media
      .filter(({ codec }) => codec !== null)
      .map(({ kind, dir, codec, packets, lost }) => [kind, dir, codec, packets, lost].join(' '))
      .toSorted(),
  }
}

function expected(leg: TruthLeg, { telling, joinMs, leaveMs, node }: Participation, { platform, ids, name }: Meeting) {
  const { good = 0, ok = 0, bad = 0, terrible = 0 } = leg.windows ?? {}
  const unmeasured = telling === 'no_end'
  const unstated = unmeasured || (platform === 'cms' && telling === 'start_unstated')
  return {
    starts: leg.startBy === 'stated' ? leg.startMs : Infinity,
    ends: unmeasured ? -Infinity : leaveMs,
    lasts: unstated ? -Infinity : leg.durationMs === 0 ? 0 : leaveMs - joinMs,
    endClass: leg.endClass,
    calls: platform === 'cms' && ids.length > 0 ? [`instance:${ids[node] ?? ''}`] : [],
    names: platform === 'pexip' && name !== '' ? [`name:${name}`] : [],
    protocols: new Set(leg.protocol === null ? [] : telling === 'pre_join' ? ['api', 'webrtc'] : [leg.protocol]),
    windows: [good, ok, bad, terrible],
    alarm: leg.alarmLossMp,
    media: leg.media
      .map(({ kind, dir, codec, packets, lost }) => [kind, dir, codec, packets, lost].join(' '))
      .toSorted(),
  }
}

describe(`the world of 40 people over a month's end (seed ${SEED})`, () => {
  it('is large enough to mean something', () => {
    expect(world.truth.legs.length).toBeGreaterThan(250)
    expect(
      new Set(world.meetings.flatMap(({ participations }) => participations.map(({ telling }) => telling))),
    ).toEqual(new Set(['whole', 'no_start', 'no_end', 'start_unstated', 'end_only', 'pre_join']))
    expect(new Set(clean.map(({ platform }) => platform))).toEqual(new Set(['pexip', 'cms']))
  })

  it('is told in clean order without a refusal', () => {
    expect(differences(clean)).toEqual([])
    expect(clean.every(({ expected: { refused } }) => refused === 0)).toBe(true)
  })

  it('is told in nasty order with the refusals that are promised, and says the same', () => {
    const nasty = sent('nasty')
    expect(differences(nasty)).toEqual([])
    expect(nasty.reduce((refused, one) => refused + one.expected.refused, 0)).toBeGreaterThan(10)
    expect(saidIn(nasty)).toEqual(saidIn(clean))
  })

  it('is told as the truth has it, leg by leg', () => {
    const of = observationsByLeg(observationsOf(clean))
    const truth = new Map(world.truth.legs.map((leg) => [leg.id, leg]))
    for (const meeting of world.meetings) {
      for (const participation of meeting.participations) {
        const leg = truth.get(participation.id)
        if (leg === undefined) throw new Error('a participation without a leg')
        expect({ id: leg.id, ...summary(of(leg.id)) }).toEqual({ id: leg.id, ...expected(leg, participation, meeting) })
      }
    }
  })
})
