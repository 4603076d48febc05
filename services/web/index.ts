/**
 * Web: what leaves. Today the report of a month as a document and its forms for terminal and files; pages will be drawn
 * from the same document.
 *
 * Enters: what disclosure published of a month, findings, and the names of what the customer declared.
 * Leaves: text, CSV, spreadsheet, JSON; each says the same figures to the digit.
 * May fail: nothing but a defect; there is no input or output here.
 * Keeps: I5 (only published figures and findings), I9 (profile, revision, code version and watermark are said).
 */
export { adviceOf } from './reports/advice.ts'
export { reportCsv } from './reports/csv.ts'
export type { FollowedFinding, ReportInput } from './reports/input.ts'
export { adviceJson, reportJson, tableJson } from './reports/json.ts'
export { reportPdf } from './pdf/index.ts'
export { cellsOf, reportOf } from './reports/model.ts'
export { type Language, LANGUAGES } from '../advise/index.ts'
export { cellsText, findingsText, reportText } from './reports/text.ts'
export { reportXlsx } from './reports/xlsx.ts'
