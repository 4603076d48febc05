/** Text, files and JSON of one month say the same figures, to the digit: each is read back and compared. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cut, CUT_NAMES, CUTS } from '../../../../schemas/cube.ts'
import { DAY_MEASURES, type DayFigure, type Figure, FIGURE_NAMES, FIGURES } from '../../../../schemas/published.ts'
import {
  cellsText,
  type Language,
  reportCsv,
  reportJson,
  reportOf,
  type ReportInput,
  reportXlsx,
} from '../../../../services/web/index.ts'
import { inventedMonth } from './invented.ts'
import { readCsv, readJson, readSheets, shownFactor } from './read-back.ts'
import { readText } from './read-text.ts'

const SEED = 20_261_118
const VALUES: Readonly<Record<string, readonly string[]>> = {
  platform: ['pexip', 'cms'],
  network: ['wifi', 'wired', 'other'],
  size: ['1', '3-5', '21+'],
  weekday: ['mon', 'weekend'],
  hour: ['outside', '09'],
}
const valuesOf = (cut: Cut, place: 0 | 1): readonly string[] => {
  const dimension = CUTS[cut].by[place]
  return dimension === undefined ? [''] : (VALUES[dimension] ?? ['one', 'two', 'other', 'unknown'])
}

const ENDS = {
  en: { low: '95% range, lower end', high: '95% range, upper end', few: ['fewer than 10 persons', 'too few'] },
  nl: {
    low: '95%-marge, ondergrens',
    high: '95%-marge, bovengrens',
    few: ['minder dan 10 personen', 'te weinig'],
  },
} as const

const numbers = fc.record({
  value: fc.integer({ min: 0, max: 1_000 }),
  mark: fc.constantFrom('shown', 'shown', 'shown', 'at_most', 'at_least'),
  interval: fc.option(fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }))),
})

/** Some of the measures of a cell, or the one mark. */
function cellFigures(cut: Cut, v1: string, v2: string): fc.Arbitrary<readonly Figure[]> {
  const key = { population: CUTS[cut].population, cut, v1, v2, kept: false }
  const two = CUTS[cut].by.length === 2
  const hidden: readonly Figure[] = [{ ...key, measure: 'size', mark: 'few', value: null, low: null, high: null }]
  const shown = fc
    .subarray(
      FIGURE_NAMES.filter((name) => FIGURES[name].in !== (two ? 'one' : 'two')),
      { minLength: 1 },
    )
    .chain((measures) => fc.tuple(...measures.map((measure) => numbers.map((said) => figure(key, measure, said)))))
  return two ? fc.oneof({ weight: 4, arbitrary: shown }, { weight: 1, arbitrary: fc.constant(hidden) }) : shown
}

function figure(
  key: Pick<Figure, 'population' | 'cut' | 'v1' | 'v2' | 'kept'>,
  measure: Figure['measure'],
  { value, mark, interval }: { value: number; mark: Figure['mark']; interval: [number, number] | null },
): Figure {
  const isRate = FIGURES[measure].unit === 'permille'
  const [low, high] =
    isRate && measure !== 'alone_time_rate' && mark === 'shown' ? (interval ?? [null, null]) : [null, null]
  return { ...key, measure, mark: isRate ? mark : 'shown', value: isRate ? value : value * 37, low, high }
}

const month = fc
  .tuple(
    ...CUT_NAMES.flatMap((cut) =>
      valuesOf(cut, 0).flatMap((v1) => valuesOf(cut, 1).map((v2) => cellFigures(cut, v1, v2))),
    ),
  )
  .map((cells) => cells.flat())

const days: readonly DayFigure[] = ['2026-10-05', '2026-10-06'].flatMap((day) =>
  ['', 'one', 'two'].flatMap((site, at) =>
    DAY_MEASURES.map((measure, index): DayFigure => {
      const mark = (['shown', 'few', 'at_least', 'shown', 'none'] as const)[(index + at) % 5] ?? 'none'
      return { day, site, measure, mark, value: mark === 'few' || mark === 'none' ? null : 10 * (index + 7 * at) }
    }),
  ),
)

const inputOf = (language: Language, figures: readonly Figure[]): ReportInput =>
  inventedMonth({ language, figures, days, before: null })

describe.each(['en', 'nl'] as const)('%s', (language) => {
  it(`text, files and JSON say what was published (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(month, async (figures) => {
        const report = reportOf(inputOf(language, figures))
        const json = reportJson(report)
        const fromJson = readJson(json)
        const titles = new Map(json.tables.map(({ id, title }) => [title.slice(0, 31), id]))
        expect(readCsv(reportCsv(report))).toEqual(fromJson)
        expect(readSheets(await reportXlsx(report), titles, ENDS[language])).toEqual(fromJson)
        for (const table of report.sections.flatMap(({ tables }) => tables)) {
          const listed = Object.entries(fromJson[table.id] ?? {}).filter(
            ([, row]) => table.layout !== 'list' || row.some((cell) => cell !== 'few'),
          )
          expect(readText(table, cellsText(table, report), language), table.id).toEqual(Object.fromEntries(listed))
        }
        const shownDays = days.filter(({ mark }) => mark !== 'none')
        expect(count(fromJson)).toBe(figures.length + shownDays.length)
      }),
      { seed: SEED, numRuns: 15 },
    )
  })
})

/** How many figures are said. */
function count(read: ReturnType<typeof readJson>): number {
  return Object.values(read)
    .flatMap((rows) => Object.values(rows))
    .reduce((sum, cells) => sum + cells.length, 0)
}

it('JSON says each figure in the unit that reports show, and as many digits as were published', () => {
  const { figures } = inventedMonth()
  const { tables } = reportJson(reportOf(inventedMonth()))
  const tenant = tables.find(({ id }) => id === 'tenant')?.rows[0] ?? {}
  for (const { measure, value } of figures.filter(({ cut }) => cut === 'tenant')) {
    const shown = tenant[measure] as { readonly value: number }
    const exact = (value ?? 0) / shownFactor(measure)
    expect(Math.abs(shown.value - exact), measure).toBeLessThanOrEqual(FIGURES[measure].unit === 'us' ? 0.05 : 0.005)
  }
})
