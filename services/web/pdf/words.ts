/** Words that only the PDF has: around the pages, on charts, and of its annex. */
import type { Language } from '../../advise/index.ts'
import type { ColumnGroup } from '../reports/report.ts'

export interface PdfWords {
  /** What the document is, above the customer and the month. */
  readonly kind: string
  readonly revision: (number: number) => string
  /** Between a page's number and the number of pages. */
  readonly of: string
  readonly annex: { readonly heading: string; readonly says: string }
  readonly groups: Readonly<Record<Exclude<ColumnGroup, 'label'>, string>>
  readonly chart: {
    /** How to read it. */
    readonly says: string
    readonly everybody: (figure: string) => string
    readonly first: (count: number) => string
  }
}

const NL: PdfWords = {
  kind: 'Verbeterrapport van de vergaderomgeving',
  revision: (number) => `uitgave ${number}`,
  of: 'van',
  annex: {
    heading: 'Bijlage: verdere cijfers',
    says:
      'Meer cijfers van dezelfde groepen, voor wie verder wil kijken of iets wil narekenen. ' +
      'Wat deze maand nog meer is gepubliceerd, zoals combinaties van twee kenmerken, staat in het rekenblad en de CSV-bestanden.',
  },
  groups: {
    use: 'Gebruik',
    rates: 'Percentages',
    grades: 'Beoordelingen',
    media: 'Beeld en geluid per richting',
    failures: 'Mislukte deelname, naar oorzaak',
    measurements: 'Metingen',
  },
  chart: {
    says: 'Punt: het cijfer. Streep: het 95%-interval, waar de werkelijke waarde waarschijnlijk in ligt.',
    everybody: (figure) => `Verticale lijn: alle mensen samen, ${figure}.`,
    first: (count) => `De ${count} grootste.`,
  },
}

const EN: PdfWords = {
  kind: 'Improvement report of the meeting environment',
  revision: (number) => `revision ${number}`,
  of: 'of',
  annex: {
    heading: 'Annex: further figures',
    says:
      'More figures of the same groups, for who wants to look further or check a sum. ' +
      'What else is published of this month, such as combinations of two things, is in the spreadsheet and the CSV files.',
  },
  groups: {
    use: 'Use',
    rates: 'Rates',
    grades: 'Grades',
    media: 'Picture and sound by direction',
    failures: 'Failed joins by cause',
    measurements: 'Measurements',
  },
  chart: {
    says: 'Dot: the figure. Bar: its 95% interval, in which the true value probably lies.',
    everybody: (figure) => `Vertical line: everybody together, ${figure}.`,
    first: (count) => `The ${count} largest.`,
  },
}

const WORDS: Readonly<Record<Language, PdfWords>> = { nl: NL, en: EN }

export function pdfWordsOf(language: Language): PdfWords {
  return WORDS[language]
}
