/** What the parts of a page speak with: words of pages and of reports, numbers and dates, all of one language. */
import type { Language } from '../../advise/index.ts'
import { formatOf, type Format } from '../../shared/format.ts'
import { wordsOf } from '../reports/words/index.ts'
import type { Words } from '../reports/words/words.ts'
import { datesOf, type Dates } from './dates.ts'
import { pageWordsOf } from './words/index.ts'
import type { PageWords } from './words/words.ts'

export interface Says {
  readonly language: Language
  readonly page: PageWords
  readonly report: Words
  readonly format: Format
  readonly dates: Dates
}

export function saysOf(language: Language): Says {
  return {
    language,
    page: pageWordsOf(language),
    report: wordsOf(language),
    format: formatOf(language),
    dates: datesOf(language),
  }
}
