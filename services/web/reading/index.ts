/** Reading: how the command line, the pages and the API get at what is published. */
export { publishedFinding, readFinding, readFindings } from './findings.ts'
export {
  findingsOf,
  isAdvice,
  type MonthAmongOthers,
  type MonthFigures,
  type ReadingParts,
  readFigures,
  readMonth,
  readMonthAmongOthers,
} from './month.ts'
export { monthLinks } from './months.ts'
export { readOperations, readTenants } from './operations.ts'
export { placeNames, readTenant } from './places.ts'
export { readCustomer } from './portfolio.ts'
export { readProtocol, readProtocols } from './protocols.ts'
export { createMonthSource, type FileKind } from './source.ts'
