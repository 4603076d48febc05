/** Tables of the simulator that are kept by hand say what the entry makes of the same words. */
import { expect, test } from 'vitest'
import { endOf } from '../../../services/ingest/decode/cms/reasons.ts'
import { endReasonOf } from '../../../services/ingest/decode/pexip/reasons.ts'
import { Identifier } from '../../../services/ingest/identified.ts'
import { canonicalPerson } from '../../../services/ingest/pseudonymise/canonicalise.ts'
import { generaliseEquipment } from '../../../services/ingest/pseudonymise/equipment/index.ts'
import { allEnds } from '../../../services/simulator/meetings-ends.ts'
import { callerSpelling, SCANNER } from '../../../services/simulator/people.ts'
import { createRandom } from '../../../services/simulator/random.ts'
import { FIVE_WEEKS, TWO_MONTHS, worldOf } from './worlds.ts'

const personOf = (text: string, kind: 'address' | 'typed' = 'address') =>
  canonicalPerson(new Identifier(kind, text), FIVE_WEEKS.country)

const { organisation, meetings } = worldOf(TWO_MONTHS)
test('equipment', () => {
  const devices = new Map(
    meetings.flatMap(({ participations }) => participations.map(({ device }) => [device.agent, device] as const)),
  )
  expect(devices.size).toBeGreaterThan(15)
  for (const { agent, ...known } of devices.values())
    expect({ agent, ...generaliseEquipment(agent) }).toEqual({ agent, ...known })
})

test('ends', () => {
  for (const { native, endClass } of allEnds('pexip'))
    expect([native, endReasonOf(native)?.end_class]).toEqual([native, endClass])
  for (const { native, endClass } of allEnds('cms'))
    expect([native, endOf(native, false).end_class]).toEqual([native, endClass])
})

test('spellings of one person are one, and of two persons two', () => {
  const texts = new Set<string>()
  for (const { address, spellings } of [...organisation.people, SCANNER]) {
    const whose = personOf(address)?.text ?? ''
    texts.add(whose)
    expect(spellings.map((spelling) => [spelling, personOf(spelling)?.text])).toEqual(
      spellings.map((spelling) => [spelling, whose]),
    )
  }
  expect(texts.size).toBe(organisation.people.length + 1)
})

test('numbers of callers', () => {
  const random = createRandom(FIVE_WEEKS.seed)
  for (const { phone } of organisation.people) {
    for (const country of ['NL', 'CA', 'IN']) {
      const said = callerSpelling(random, phone, FIVE_WEEKS.domain)
      expect(canonicalPerson(new Identifier('address', said), country), said).toMatchObject({
        ident: 'phone',
        text: phone,
      })
    }
  }
  expect(new Set(organisation.people.map(({ phone }) => phone)).size).toBe(organisation.people.length)
})

test('what is typed', () => {
  for (const { platform, participations } of meetings.filter((meeting) => meeting.platform === 'pexip')) {
    for (const { way, said, person } of participations.filter((leg) => leg.way === 'web')) {
      expect([platform, way, said, personOf(said, 'typed') !== null]).toEqual([platform, way, said, person !== null])
    }
  }
})
