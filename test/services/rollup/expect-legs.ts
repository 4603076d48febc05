/** Compares legs with what was written down by hand. */
import { expect } from 'vitest'
import type { Leg } from '../../../schemas/leg.ts'
import { columnsOf, type Expected, legKey } from '../../support/reference/cases/case.ts'

export function expectLegs(legs: readonly Leg[], expected: readonly Expected[]): void {
  const found = expected.map((one) => {
    const candidates = legs.filter((leg) => leg.leg_key === legKey(one) && (one.day ?? leg.day) === leg.day)
    return candidates.length === 1 ? candidates[0] : undefined
  })
  expect(found.map((leg) => leg?.leg_key)).toEqual(expected.map(legKey))
  expect(legs).toHaveLength(expected.length)
  expected.forEach((one, index) => {
    expect(found[index], String(one.leg)).toMatchObject(columnsOf(one))
    const media = found[index]?.media ?? []
    if (one.media === undefined) return
    expect(media).toHaveLength(one.media.length)
    expect(media).toMatchObject(one.media)
  })
  expectMeetings(
    expected.flatMap(({ meeting }, index) =>
      meeting === undefined || meeting === null ? [] : [[meeting, found[index]?.conference_key ?? null]],
    ),
  )
}

/** The same word, the same conference; another word, another one. */
function expectMeetings(pairs: readonly (readonly [string, string | null])[]): void {
  for (const [meeting, key] of pairs) {
    expect(key, meeting).not.toBeNull()
    for (const [other, otherKey] of pairs) expect(otherKey === key, `${meeting} and ${other}`).toBe(other === meeting)
  }
}
