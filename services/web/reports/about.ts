/** What a report says of itself: whose, of when, from what, how it was measured, and what was withheld and why. */
import { MEASURING_KINDS, type MeasuringKind, PROFILE } from '../../../schemas/profiles.ts'
import { completenessOf } from './days.ts'
import { extentOf } from './extent.ts'
import type { Format } from '../../shared/format.ts'
import type { ReportInput } from './input.ts'
import type { Fact, Section } from './report.ts'
import type { FactId, Words } from './words/words.ts'

export function aboutSection(input: ReportInput, words: Words, format: Format): Section {
  const kinds = kindsOf(input)
  const texts = factTexts(input, kinds, words, format)
  return {
    id: 'about',
    heading: words.headings.about,
    facts: Object.entries(texts).map(([id, text]): Fact => ({ id, label: words.facts[id as FactId], text })),
    sentences: sentencesOf(input, kinds, words, format),
    advice: [],
    looked: [],
    tables: [],
  }
}

/** How quality was found out, as far as the figures show. */
function kindsOf({ figures }: ReportInput): readonly MeasuringKind[] {
  return MEASURING_KINDS.filter((kind) => figures.some(({ measure }) => measure.startsWith(`${kind}_`)))
}

function factTexts(
  { tenant, publication, days, reopened }: ReportInput,
  kinds: readonly MeasuringKind[],
  { about }: Words,
  format: Format,
): Readonly<Record<FactId, string>> {
  const { month, revision, sealed_ms, k, profile, code_version, watermark_ms } = publication
  const { zone } = tenant
  const sealed = format.instant(sealed_ms, zone)
  const contract = extentOf(month, tenant, [])
  const data = extentOf(month, tenant, days)
  const { withData, complete, lowest } = completenessOf(days)
  return {
    customer: tenant.name,
    period: about.period(
      format.month(month),
      format.day(contract.from),
      format.day(contract.until),
      zone,
      data.cut === 'data' ? { from: format.day(data.from), until: format.day(data.until) } : null,
    ),
    data_until: about.dataUntil(sealed),
    completeness: about.completeness({
      days: contract.days,
      withData,
      complete,
      lowest: lowest && { day: format.day(lowest.day), percent: format.percent(lowest.value / 10) },
    }),
    profile: about.profile(profile, profile === PROFILE.id ? format.day(PROFILE.date) : null),
    measuring_point: kinds.length === 0 ? '–' : kinds.map((kind) => about.measuringPoint[kind]).join('; '),
    revision: about.revision(revision, sealed, reopened),
    group: about.group(k),
    contact: about.contact,
    // Whoever rebuilds a figure needs it (invariant I9); the watermark is the database's own time (I12).
    made_by: about.madeBy(code_version, new Date(watermark_ms).toISOString()),
  }
}

function sentencesOf(
  { tenant, publication: { k, profile, safe } }: ReportInput,
  kinds: readonly MeasuringKind[],
  { about }: Words,
  format: Format,
): readonly string[] {
  const known = profile === PROFILE.id && kinds.length > 0
  const grades = about.grades(PROFILE, format)
  return [
    ...(safe === 1 ? [] : [about.noPeople(k)]),
    about.connection,
    ...(known ? [...kinds.map((kind) => grades[kind]), about.ungraded(PROFILE, format)] : []),
    ...about.withheld(k, tenant.mode === 'rooms-only'),
  ]
}
