/** Numbers and dates of documents: those of all that people read. */
export { type Format, formatOf } from '../../shared/format.ts'
