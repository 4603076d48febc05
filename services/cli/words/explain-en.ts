import type { ExplainWords } from './explain.ts'

export const EXPLAIN_EN: ExplainWords = {
  observation: (number) => `Observation ${number}`,
  withheld: (fields) =>
    `Held back: ${fields.join(', ')} (the record does not state when the leg began, and lies in the first 24 hours of a month).`,
  refused: (index, code, path, reason) =>
    `Record ${index + 1} would be refused: ${code}${path === '' ? '' : ` at ${path}`}. ${reason}`,
  sums: ({ kept, refused, dropped, ignored }) =>
    `Not judged here: contract, agreements, our clock, and who was erased or objects.\nKept: ${kept}. Refused: ${refused}. Accepted without anything to keep: ${dropped}. Values that were not read and would be dropped: ${ignored}.`,
  noConfiguration:
    'Without --config no domain, site or room is known: everybody counts as external, every address as remote.',
  cannotRead: (file) => `${file} cannot be read. Check that it exists and that you may read it.`,
  notJson: (file) => `${file} is not JSON. Make it with: avesqo tenant export <tenant> > ${file}`,
  notConfiguration: (file, where) => `${file} is not a tenant's configuration; look at: ${where}.`,
  wholeFile: 'the file',
  tooLarge: (file, limit) =>
    `${file} does not decompress, or is larger than the ${limit} MiB that one delivery may have.`,
}
