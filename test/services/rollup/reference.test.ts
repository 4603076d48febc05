/** The reference that rollup is compared with, against what was written down by hand. */
import { describe, expect, it } from 'vitest'
import { TIED } from '../../support/reference/cases/versions.ts'
import { CASES } from '../../support/reference/cases/index.ts'
import { referenceLegs } from '../../support/reference/index.ts'
import { leg } from '../../../schemas/leg.ts'
import { expectLegs } from './expect-legs.ts'

describe('the reference', () => {
  it.each(CASES)('$name', ({ rows, legs, later, zone = 'Europe/Amsterdam', mode = 'full' }) => {
    const now = referenceLegs(rows, { zone, mode })
    for (const row of now) expect(() => leg.parse(row)).not.toThrow()
    expectLegs(now, legs)
    if (later !== undefined) expectLegs(referenceLegs([...rows, ...later.rows], { zone, mode }), later.legs)
  })

  it('takes of equal orders the row with the higher hash', () => {
    const [lower, higher] = TIED.toSorted((a, b) => (a.content_hash < b.content_hash ? -1 : 1))
    expect(lower?.protocol).not.toBe(higher?.protocol)
    expect(referenceLegs(TIED, { zone: 'Europe/Amsterdam' })[0]?.protocol).toBe(higher?.protocol)
  })
})
