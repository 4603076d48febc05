/** The report of a month, from what was published of it. */
import { type Cut, CUTS } from '../../../schemas/cube.ts'
import type { DayFigure } from '../../../schemas/published.ts'
import { aboutSection } from './about.ts'
import { adviceSections, section } from './advice.ts'
import { dayTables } from './days.ts'
import { extentOf, monthName } from './extent.ts'
import { formatOf, type Format } from '../../shared/format.ts'
import type { ReportInput } from './input.ts'
import { createNames } from './names.ts'
import { readingOf } from './reading.ts'
import type { Report, Section, Table } from './report.ts'
import { summaryOf } from './summary.ts'
import { cutTable, keyTable } from './tables.ts'
import { wordsOf } from './words/index.ts'
import type { SectionId, Words } from './words/words.ts'

/** Which cuts a section about people shows; the first one is what the section is about. */
const PEOPLE: readonly (readonly [SectionId, readonly [Cut, ...Cut[]]])[] = [
  ['site', ['site', 'site_platform', 'site_network', 'site_transport']],
  ['platform', ['platform']],
  ['network', ['network']],
  ['model', ['model', 'model_software']],
  ['size', ['size']],
  ['time', ['weekday_hour']],
]
const ROOMS: readonly Cut[] = ['room', 'room_site', 'room_model', 'room_model_software']

/**
 * A month's report in the order in which a customer reads it: what matters most, advice, how sound the data are, what was
 * looked at, about itself, figures. Only of what it is given; the same input gives the same report.
 */
export function reportOf(input: ReportInput): Report {
  const { language, tenant, publication, figures, days, before } = input
  const words = wordsOf(language)
  const format = formatOf(language)
  const nameOf = createNames(words, input.names)
  const { month, revision, k, safe } = publication
  const tablesOf = (cuts: readonly Cut[]): readonly Table[] =>
    cuts.map((cut) => cutTable(cut, figures, words, nameOf)).filter((table) => table !== null)
  const peoples = (id: SectionId, cuts: readonly Cut[]): Section => {
    const tables = tablesOf(cuts)
    return section(id, words, { tables, sentences: tables.length === 0 ? [words.notPublished(k)] : [] })
  }
  const rooms = tablesOf(ROOMS)
  const daily = dayTables(days, figures, words, nameOf)
  const extent = extentOf(month, tenant, days)
  const months = [{ month, figures, days }, ...(before === null ? [] : [before])]
  const key = keyTable(
    months.map((one) => ({ name: monthName(one, tenant, words, format), figures: one.figures })),
    words,
  )
  return {
    language,
    title: words.title(tenant.name, format.month(month)),
    tenantId: tenant.id,
    month,
    revision,
    k,
    sections: [
      section('summary', words, { sentences: summaryOf(input, extent, words, format) }),
      ...adviceSections(input, words),
      aboutSection(input, words, format),
      section('reading', words, { facts: readingOf(input, words, format) }),
      ...(safe === 1
        ? [
            section('key', words, {
              sentences: partsOf(months, tenant, words, format),
              tables: key === null ? [] : [key],
            }),
          ]
        : []),
      ...(safe === 1 ? PEOPLE.map(([id, cuts]) => peoples(id, cuts)) : []),
      section('rooms', words, { tables: rooms, sentences: rooms.length === 0 ? [words.noRooms] : [] }),
      section('days', words, { tables: daily, sentences: daily.length === 0 ? [words.noDays] : [] }),
    ],
  }
}

/** Which of the months of the key figures are no whole ones, and that they are not to be compared then. */
export function partsOf(
  months: readonly { readonly month: string; readonly days?: readonly DayFigure[] }[],
  tenant: ReportInput['tenant'],
  { part }: Words,
  format: Format,
): readonly string[] {
  const said = months.flatMap(({ month, days = [] }) => {
    const { from, until, cut } = extentOf(month, tenant, days)
    return cut === null ? [] : [part.says(format.month(month), format.day(from), format.day(until))]
  })
  return said.length === 0 ? [] : [[...said, ...(months.length > 1 ? [part.compare] : [])].join(' ')]
}

/** The table of one cut, as `avesqo cells` shows it. @returns null where nothing of it was published */
export function cellsOf(
  cut: Cut,
  { language, figures, names, publication }: Pick<ReportInput, 'language' | 'figures' | 'names' | 'publication'>,
): Table | null {
  const words = wordsOf(language)
  if (CUTS[cut].by.length === 0)
    return keyTable([{ name: formatOf(language).month(publication.month), figures }], words)
  return cutTable(cut, figures, words, createNames(words, names))
}
