/**
 * The attacks on publication of reference privacy, A21 to A34: which test stands for each, as a list that is looked up, and
 * those that ask of the contracts that what is attacked is not offered at all.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cell, CUTS, DIMENSIONS, modelStratum, stratum } from '../../schemas/cube.ts'
import { finding } from '../../schemas/finding.ts'
import { observation } from '../../schemas/observation.ts'
import {
  DAY_MEASURES,
  dayFigure,
  FIGURE_NAMES,
  FIGURES,
  publishedDayRow,
  publishedRow,
} from '../../schemas/published.ts'

const ROOT = new URL('../../', import.meta.url)
const CORE = 'test/services/disclosure/core/'
const ATTACK = 'test/services/disclosure/attack/'
const HERE = 'test/privacy/attacks.test.ts'

/** Attack, what is tried, and where it is shown to fail: [file, part of the test's name]. */
const TABLE: readonly (readonly [id: string, tried: string, tests: readonly (readonly [string, string])[]])[] = [
  [
    'A21',
    'filter to one participant, one room with one user, one hour',
    [
      [`${CORE}publish.test.ts`, 'lists every combination of two dimensions once or as few (A21, A34)'],
      [
        'test/services/cli/report.test.ts',
        'names in no output the site that has too few people, nor anybody (A21, A34)',
      ],
      [HERE, 'A21, A33: nothing that is stored for reading goes by a person, and no cut by more than two dimensions'],
    ],
  ],
  [
    'A22',
    'total minus what is shown',
    [
      [`${CORE}publish.test.ts`, 'A22: no total minus what is shown leaves a value of one dimension that is not safe'],
      [`${CORE}publish.test.ts`, 'A22: adds up visible rooms only, so that subtracting finds none'],
      [`${ATTACK}attack.test.ts`, 'pins no cell of fewer than k persons, and at most 1 in 1,000 of all'],
      [
        `${CORE}day-figures.test.ts`,
        'say a kind only where its legs are a safe group, and then not the rest of it (A22)',
      ],
    ],
  ],
  ['A23', 'overlapping windows', [[HERE, 'A23: figures are of whole months; of a day there are rates, and no count']]],
  [
    'A24',
    'before and after an erasure, or one person more',
    [
      [`${CORE}revise.test.ts`, 'A24: one erased person changes nothing that is published'],
      [`${CORE}revise.test.ts`, 'says nothing where what is left of an earlier change comes from few'],
      [`${ATTACK}revisions.test.ts`, 'pin no hidden cell, nor a change of few persons, nor one caller’s failures'],
      [`${CORE}revise.test.ts`, 'changes failures and grades only where theirs is a safe change'],
      [`${CORE}revise-parts.test.ts`, 'that are mostly one caller’s are not told'],
      ['test/services/disclosure/changes.test.ts', 'are not told where they are one caller’s'],
      ['test/services/disclosure/sealing.test.ts', 'keeps it while what was kept beside it has not changed'],
      [
        'test/services/disclosure/standing.test.ts',
        'A24: what a rule said of a cut stands where a figure of it is kept',
      ],
    ],
  ],
  [
    'A25',
    'a thousand equal questions',
    [[`${CORE}publish.test.ts`, 'A25: is the same whatever order the cells come in']],
  ],
  [
    'A26',
    'one of forty has nearly all',
    [
      [`${CORE}fold.test.ts`, 'A26: folds a value in which one person has over half of the legs or of the minutes'],
      [`${CORE}publish.test.ts`, 'A26, A30: a tenant whose people are no safe cell gets no figure of people'],
      [`${CORE}publish.test.ts`, 'A26: says nothing of failures that are mostly one caller’s'],
      [`${CORE}publish.test.ts`, 'A26: in two dimensions neither'],
      ['test/services/rollup/cells.test.ts', 'holds all that a person tried, also what came to nothing'],
    ],
  ],
  ['A27', 'a rate of 0 or 100 %', [[`${CORE}figures.test.ts`, 'A27: below 50 cases no rate is nearer to 0 or 100']]],
  ['A28', 'minimum, maximum, quantiles of few', [[`${CORE}figures.test.ts`, 'A28: medians need k entries']]],
  [
    'A29',
    'a numerator from denominator and rate',
    [
      [
        `${CORE}figures.test.ts`,
        'two dimensions: a size class, from 50 legs rates in whole per cent, and never a count (A29)',
      ],
      [`${ATTACK}attack.test.ts`, 'pins no cell of fewer than k persons'],
    ],
  ],
  [
    'A30',
    'one person dials ten times',
    [
      [`${CORE}fold.test.ts`, 'A30: a person with ten legs on two sites is one person'],
      ['test/privacy/nine-persons.test.ts', 'are counted as nine, with the room and the scanner beside them'],
    ],
  ],
  [
    'A31',
    'guests of another company',
    [[HERE, 'A31: where somebody comes from is kept as own or not, and is no dimension']],
  ],
  [
    'A32',
    'two who put together what they see',
    [[HERE, 'A32: what is published is one for all of a tenant, and no reader’s']],
  ],
  [
    'A33',
    'free queries, grouping by a key, states of sketches',
    [
      [HERE, 'A21, A33: nothing that is stored for reading goes by a person, and no cut by more than two dimensions'],
      [
        'test/services/store/columns.test.ts',
        'of single legs are closed to advise, which reads counts (invariant I10)',
      ],
      ['test/services/store/columns.test.ts', 'of facts are closed to the operator and to web'],
    ],
  ],
  [
    'A34',
    'another output, order, the number of rows',
    [
      [
        'test/services/cli/report.test.ts',
        'names in no output the site that has too few people, nor anybody (A21, A34)',
      ],
      [`${CORE}publish.test.ts`, 'lists every combination of two dimensions once or as few (A21, A34)'],
      [`${CORE}day-figures.test.ts`, 'so that the list does not tell who was there (A34)'],
      ['test/privacy/nine-persons.test.ts', 'have no figure in any output'],
    ],
  ],
]

const namesOf = (...schemas: readonly { readonly shape: object }[]): readonly string[] =>
  schemas.flatMap(({ shape }) => Object.keys(shape))

describe('the attacks on publication', () => {
  it('have a test each', () => {
    expect(TABLE.map(([id]) => id)).toEqual(Array.from({ length: 14 }, (_, index) => `A${String(21 + index)}`))
  })

  it.each(TABLE.flatMap(([id, tried, tests]) => tests.map(([file, name]) => [id, tried, file, name] as const)))(
    '%s, %s: %s, "%s"',
    (_, __, file, name) => {
      const text = readFileSync(new URL(file, ROOT), 'utf8')
      expect(text.split('\n').some((line) => /\b(?:it|test)\b|^\s*[`']/u.test(line) && line.includes(name))).toBe(true)
    },
  )
})

describe('what is not offered', () => {
  const PUBLISHED = namesOf(publishedRow, publishedDayRow, finding)

  it('A21, A33: nothing that is stored for reading goes by a person, and no cut by more than two dimensions', () => {
    const read = [...PUBLISHED, ...namesOf(cell, stratum, modelStratum)]
    expect(read.filter((name) => /_key$|person_|leg_|conference_|hash|sketch|state$/u.test(name))).toEqual([])
    expect(Object.values(CUTS).filter(({ by }) => by.length > 2)).toEqual([])
    // An hour is a part of the day of a whole month, and a person is no dimension.
    expect(DIMENSIONS).not.toEqual(expect.arrayContaining(['day']))
    expect(DIMENSIONS.filter((name) => /person|conference|user|host/u.test(name))).toEqual([])
  })

  it('A23: figures are of whole months; of a day there are rates, and no count', () => {
    expect(namesOf(publishedRow).filter((name) => /day|week|from|until|hour/u.test(name))).toEqual([])
    expect(DAY_MEASURES.filter((name) => !name.endsWith('_rate'))).toEqual(['complete', 'taken'])
    // Two windows that overlap could only be made of days; of those nothing adds up.
    const counts = FIGURE_NAMES.filter((name) => FIGURES[name].unit !== 'permille')
    expect(DAY_MEASURES.filter((name) => counts.some((count) => count === name))).toEqual([])
    expect(
      dayFigure.safeParse({ day: '2026-10', site: '', measure: 'complete', mark: 'shown', value: 990 }).success,
    ).toBe(false)
  })

  it('A31: where somebody comes from is kept as own or not, and is no dimension', () => {
    const kept = [...namesOf(observation, cell, stratum, modelStratum), ...PUBLISHED, ...DIMENSIONS]
    expect(kept.filter((name) => /domain|company|organisation|country|tenant_b/u.test(name))).toEqual([])
    expect(observation.shape.internal.safeParse('example.org').success).toBe(false)
    expect(observation.shape.internal.safeParse(false).success).toBe(true)
  })

  it('A32: what is published is one for all of a tenant, and no reader’s', () => {
    expect(PUBLISHED.filter((name) => /reader|user|account|role|viewer|asked/u.test(name))).toEqual([])
  })
})
