/** Everything that is counted has a reader, every reader has an input, and rules read what the table says (design, section 7). */
import { describe, expect, test } from 'vitest'
import { CUT_NAMES, DISTINCTS, HISTOGRAM_NAMES, modelStratum, RESOURCES, stratum, SUMS } from '../../schemas/cube.ts'
import { RULES } from '../../schemas/finding.ts'
import { KEY_COLUMNS, READERS, type Reads } from '../../schemas/readers.ts'
import { monthOf } from '../../services/advise/month.ts'
import { ALL_RULES } from '../../services/advise/rules/index.ts'
import { legsOf } from '../services/advise/made-legs.ts'
import { inputOf } from '../services/advise/made-month.ts'

const readers = Object.values(READERS)
const keys = new Set<string>(KEY_COLUMNS)
const places = new Set(['population', 'cut', 'v1', 'v2', 'room', 'day'])
const inputs = (shape: object) => Object.keys(shape).filter((column) => !keys.has(column))
const read = (of: (reads: Reads) => readonly string[] | undefined) =>
  [...new Set(readers.flatMap((one) => of(one) ?? []))].toSorted()

test('no input is without a reader, and no reader names an input that is not there', () => {
  const measures = [...SUMS, ...DISTINCTS, ...HISTOGRAM_NAMES.map((name) => `h_${name}`)]
  expect(read(({ cuts }) => cuts)).toEqual([...CUT_NAMES].toSorted())
  expect(read((reads) => reads.measures)).toEqual(measures.toSorted())
  expect(read(({ strata }) => strata)).toEqual(inputs(stratum.shape).toSorted())
  expect(read(({ models }) => models)).toEqual(inputs(modelStratum.shape).toSorted())
  expect(read(({ concurrency }) => concurrency)).toEqual([...RESOURCES].toSorted())
})

test('no reader is without an input, and every rule is a reader', () => {
  for (const [name, reads] of Object.entries(READERS)) {
    expect(Object.values(reads).flat().length, name).toBeGreaterThan(0)
    expect(reads.measures === undefined, name).toBe(reads.cuts === undefined)
  }
  for (const rule of RULES) expect(Object.keys(READERS)).toContain(rule)
})

/** Rows that write down which of their columns are read. */
function watched<Row extends object>(rows: readonly Row[], seen: Set<string>, left: ReadonlySet<string>): Row[] {
  return rows.map(
    (row) =>
      new Proxy(row, {
        get(target, column, receiver) {
          if (typeof column === 'string' && !left.has(column)) seen.add(column)
          return Reflect.get(target, column, receiver) as unknown
        },
      }),
  )
}

describe('what a rule reads is what its row says', () => {
  // Something is wrong everywhere, so that rules look at all that they ever look at.
  const kinds = ['measured', 'windows', 'alarms'] as const
  const legs = legsOf({
    seed: 2,
    meetings: 8,
    from: '2026-09-01',
    plan: (leg, random) => {
      const bad = leg.day >= '2026-10-14' && (leg.site === 'b' || leg.model.endsWith('2'))
      const kind = kinds[Math.floor(random() * 3)] ?? null
      return { ...leg, kind, rates: bad ? { failed: 0.3, dropped: 0.3, alone: 0.4, poor: 0.4 } : leg.rates }
    },
  })
  const whole = inputOf(legs, { health: [{ source: 's-1', day: '2026-10-01', legs: 5 }] })
  const roomsOnly = {
    ...whole,
    cells: whole.cells.filter(({ population }) => population === 'environment'),
    days: whole.days.filter(({ cut }) => cut === 'room'),
  }

  test.each(ALL_RULES.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
    const reads: Reads = READERS[id] ?? {}
    const seen = {
      cuts: new Set<string>(),
      measures: new Set<string>(),
      strata: new Set<string>(),
      models: new Set<string>(),
    }
    for (const input of [whole, roomsOnly]) {
      const month = monthOf({
        ...input,
        cells: watched(input.cells, seen.measures, places),
        days: watched(input.days, seen.measures, places),
        strata: watched(input.strata, seen.strata, keys),
        modelStrata: watched(input.modelStrata, seen.models, keys),
      })
      rule.run({
        ...month,
        cells(cut) {
          seen.cuts.add(cut)
          return month.cells(cut)
        },
        days(cut, before) {
          seen.cuts.add(cut)
          return month.days(cut, before)
        },
      })
    }
    expect([...seen.cuts].toSorted()).toEqual([...(reads.cuts ?? [])].toSorted())
    expect([...seen.measures].toSorted()).toEqual([...(reads.measures ?? [])].toSorted())
    expect([...seen.strata].toSorted()).toEqual([...(reads.strata ?? [])].toSorted())
    expect([...seen.models].toSorted()).toEqual([...(reads.models ?? [])].toSorted())
  })
})
