/** Published figures as the API gives them: the digits of the pages, in the units of the pages. */
import { z } from 'zod'
import { type Cut, CUT_NAMES, DIMENSIONS, POPULATIONS } from '../cube.ts'
import { DAY_MEASURES, FIGURE_MARKS, FIGURE_NAMES, type FigureName } from '../published.ts'
import { day, dimensionValue, languageQuery, month, named, next, pageQuery, revision, tenantId } from './common.ts'

export const cutName = z.enum(CUT_NAMES as [Cut, ...Cut[]]).describe('Which groups; see `/api/v1/cuts`')
const measureName = z.enum(FIGURE_NAMES as [FigureName, ...FigureName[]])

export const UNITS = [
  'count',
  'minutes',
  'percent',
  'connections_from',
  'seconds',
  'milliseconds',
  'points',
  'frames_per_second',
] as const
const unit = z
  .enum(UNITS)
  .describe('`connections_from`: the lower end of a class of connections. `points`: of a mean opinion score, 1 to 5')

export const apiFigure = named(
  'Figure',
  z
    .strictObject({
      value: z.number().nullable().describe('null where the mark is `few`'),
      unit,
      low: z.number().nullable().describe('Lower end of the 95% interval, where there is one'),
      high: z.number().nullable().describe('Upper end of the 95% interval, where there is one'),
      mark: z
        .enum(FIGURE_MARKS)
        .describe(
          '`shown`: the value itself. `at_most`, `at_least`: from few connections, the value is only a bound. ' +
            '`few`: too few persons, or mostly one of them; nothing is said, so that nobody can be recognised',
        ),
      kept: z.boolean().describe('Of an earlier revision: what changed came from too few persons, or mostly from one'),
    })
    .describe('A published figure, rounded as it was published'),
)
export type ApiFigure = z.output<typeof apiFigure>

const measures = z
  .partialRecord(measureName, apiFigure)
  .describe('By measure; a figure with nothing to count, or with too few persons for it alone, is not there')

const row = named(
  'Row',
  z
    .strictObject({
      values: z.array(dimensionValue).describe('Which group, one a dimension of the cut; none for the whole customer'),
      mark: z.enum(['shown', 'few']).describe('`few`: nothing is said of this group; it has no measures'),
      measures,
    })
    .describe('What is published of one group of a cut'),
)

export const cells = named(
  'Cells',
  z.strictObject({
    tenant: tenantId,
    month,
    revision,
    cut: cutName,
    title: z.string().describe('Of the table'),
    says: z.string().describe('What the table shows, in one sentence'),
    k: z.number().int().describe('Smallest group of persons of which something is said'),
    rows: z.array(row),
    next,
  }),
)

/** Revision and place: a page of another revision would not fit those before it. */
const rowCursor = z.string().regex(/^[1-9]\d{0,5}-\d{1,6}$/u)

export const cellsQuery = z.strictObject({
  ...pageQuery(rowCursor, 500),
  ...languageQuery,
  sort: z
    .enum(['report', ...FIGURE_NAMES])
    .default('report')
    .describe('`report`: as in the report. A measure: by its published value; what is not shown stands last'),
  direction: z.enum(['ascending', 'descending']).default('descending').describe('Of a measure'),
})

const dayRow = named(
  'DayRow',
  z.strictObject({
    day,
    site: dimensionValue.nullable().describe('null: the whole customer'),
    mark: z.enum(['shown', 'few']).describe('`few`: nothing is said of this day'),
    measures: z.partialRecord(z.enum(DAY_MEASURES), apiFigure).describe('By measure; without an interval'),
  }),
)

export const days = named('Days', z.strictObject({ tenant: tenantId, month, revision, rows: z.array(dayRow), next }))

export const daysQuery = z.strictObject({
  ...pageQuery(rowCursor, 500),
  ...languageQuery,
  of: z.enum(['tenant', 'sites']).default('tenant').describe('Days of the whole customer, or of each of its sites'),
})

const point = named(
  'Point',
  z.strictObject({
    month,
    revision,
    figure: apiFigure
      .nullable()
      .describe('null: not published, nothing to count, or too few persons for this figure alone'),
  }),
)

export const series = named(
  'Series',
  z.strictObject({
    tenant: tenantId,
    cut: cutName,
    measure: measureName.describe('See `/api/v1/cuts`'),
    unit,
    values: z.array(dimensionValue).describe('Which group; none where no month of the page has it'),
    points: z.array(point).describe('Published months, oldest first'),
    next,
  }),
)

const groupId = z.string().max(200)
export const seriesQuery = z.strictObject({
  cut: cutName,
  measure: measureName.describe('See `/api/v1/cuts`'),
  value: groupId.default('').describe('Id of the first dimension’s value; none for the cut `tenant`'),
  value2: groupId.default('').describe('Id of the second dimension’s value, where the cut has two'),
  from: month.optional().describe('First month'),
  to: month.optional().describe('Last month'),
  ...pageQuery(month, 36),
  ...languageQuery,
})

const inBoth = z.strictObject({ nl: z.string(), en: z.string() })
const described = { title: inBoth.describe('What readers call it') }

export const cutCatalogue = named(
  'Cuts',
  z.strictObject({
    cuts: z.array(
      named(
        'Cut',
        z.strictObject({
          id: cutName,
          ...described,
          says: inBoth.describe('What it shows, in one sentence'),
          population: z
            .enum(POPULATIONS)
            .describe('`people`: connections of persons. `environment`: of shared rooms. Never to be added up'),
          dimensions: z.array(z.strictObject({ id: z.enum(DIMENSIONS), ...described })),
          measures: z
            .array(
              z.strictObject({
                id: measureName,
                ...described,
                unit,
                interval: z.boolean().describe('Whether it comes with an interval'),
              }),
            )
            .describe('Which there may be; a month has those for which its records are enough'),
        }),
      ),
    ),
  }),
)
