/** Every page, drawn with invented figures, by its name. */
import type { ReportInput } from '../../../services/web/index.ts'
import { LANGUAGES, reportOf } from '../../../services/web/index.ts'
import { reportPage } from '../../../services/web/pages/report/report.tsx'
import type { Chrome, MonthLink } from '../../../services/web/pages/views.ts'
import { emptyMonth, richMonth, smallMonth } from './month.ts'

type Language = (typeof LANGUAGES)[number]

export const MONTHS: readonly MonthLink[] = [
  { month: '2026-11', state: 'open', revision: null, due: '2026-12-06' },
  { month: '2026-10', state: 'sealed', revision: 1, due: '2026-11-06' },
  { month: '2026-09', state: 'sealed', revision: 2, due: '2026-10-06' },
  { month: '2026-08', state: 'frozen', revision: 1, due: '2026-09-06' },
]

export function chromeOf(language: Language, change: Partial<Chrome> = {}): Chrome {
  return {
    language,
    path: '/t/acme/2026-10',
    account: { name: 'J. de Vries', role: 'customer_viewer' },
    csrf: 'token',
    demo: true,
    notice: null,
    ...change,
  }
}

const reportHtml = (input: ReportInput, change: Partial<Chrome> = {}, mayChange = false): string =>
  reportPage(chromeOf(input.language, change), { input, report: reportOf(input), months: MONTHS, mayChange })

/** @returns HTML by name; the name ends in the language */
export function previewPages(): Readonly<Record<string, string>> {
  return Object.fromEntries(LANGUAGES.flatMap((language) => Object.entries(pagesOf(language))))
}

function pagesOf(language: Language): Readonly<Record<string, string>> {
  const pages = {
    report: reportHtml(richMonth({ language })),
    'report-small': reportHtml(smallMonth({ language })),
    'report-empty': reportHtml(emptyMonth({ language })),
    'report-consultant': reportHtml(
      richMonth({ language }),
      {
        demo: false,
        account: { name: 'A. Jansen', role: 'consultant' },
        notice: { kind: 'done', text: 'Opgeslagen.' },
      },
      true,
    ),
  }
  return Object.fromEntries(Object.entries(pages).map(([name, html]) => [`${name}-${language}`, html]))
}
