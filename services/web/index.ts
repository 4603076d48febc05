/**
 * Web: what leaves. The report of a month as a document, and its forms: text, files, pages, API.
 *
 * Enters: what disclosure published of a month, findings, the names of what the customer declared; requests of whoever is
 * signed in. Leaves: text, CSV, spreadsheet, JSON, PDF, pages; each says the same figures to the digit.
 * May fail: what is asked for and is not the reader's, or is not there, is `not_found` alike; AppError, EngineError.
 * Keeps: I5 (only published figures and findings), I8 (a tenant's records are reached through an `Access`, which
 * access.ts alone makes), I9 (profile, revision, code version and watermark are said).
 *
 * `reports` draws documents; `reading` is the way to figures; `routes` is what can be asked for, `pages` what it looks
 * like; server/index.ts puts it on a listener, and is not exported here: it loads pages, which plain Node cannot read.
 */
export { operatorAccess } from './access.ts'
export {
  createMonthSource,
  type MonthFigures,
  placeNames,
  type ReadingParts,
  readFigures,
  readFindings,
  readMonth,
} from './reading/index.ts'
export { adviceOf } from './reports/advice.ts'
export { reportCsv } from './reports/csv.ts'
export type { ReportInput } from './reports/input.ts'
export { adviceJson, reportJson, tableJson } from './reports/json.ts'
export { createPdfDesk } from './pdf/desk.ts'
export { reportPdf } from './pdf/index.ts'
export { cellsOf, reportOf } from './reports/model.ts'
export { type Language, LANGUAGES } from '../advise/index.ts'
export { cellsText, findingsText, reportText } from './reports/text.ts'
export { reportXlsx } from './reports/xlsx.ts'
export type { Door } from './server/parts.ts'
