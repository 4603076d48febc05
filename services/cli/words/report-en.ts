import { FINDING_STATES_EN } from '../../../schemas/words/en.ts'
import type { ReportWords } from './report.ts'

const MAY_NOT = (path: string): string =>
  `You may not write in ${path}. Name a place that is yours, or have the right given to you.`

export const REPORT_EN: ReportWords = {
  chooseOne: 'Choose one of --csv, --xlsx, --pdf and --json.',
  filesIn: (count, directory) => `${count} files in ${directory}; README.txt says what stands in them.`,
  written: (file) => `${file} is written.`,
  nothingOf: (cut, month) => `Nothing is published of ${cut} in ${month}.`,
  places: {
    namesNothing: (option, what) => `${option} names nothing. Name ${what}.`,
    newDirectory: 'a new directory',
    newFile: (file) => `a new file, such as ${file}`,
    isFile: (path) => `${path} is a file. --csv writes several files: name a new directory.`,
    notEmpty: (path) => `${path} is not empty. Name a new directory, or empty it first.`,
    isDirectory: (path, file) => `${path} is a directory. Name a file in it, such as ${file}.`,
    exists: (path) => `${path} exists. Name another file, or remove it first.`,
    inFile: (above, path) => `${above} is a file, so nothing can be written in it. Name another place than ${path}.`,
    faults: {
      EACCES: MAY_NOT,
      EPERM: MAY_NOT,
      EROFS: (path) => `${path} is on a disk that can only be read. Name a place on another one.`,
      ENOSPC: (path) => `The disk of ${path} is full. Make room, or name a place on another one.`,
      EDQUOT: (path) => `Your part of the disk of ${path} is full. Make room, or name a place on another one.`,
      EEXIST: (path) => `Something was put at ${path} in the meantime. Name another place.`,
      ENOENT: (path) => `Nothing can be made at ${path}. Name another place.`,
      ENOTDIR: (path) => `A part of ${path} is a file, not a directory. Name another place.`,
      ENAMETOOLONG: (path) => `The name ${path.slice(0, 40)}… is too long. Name a shorter one.`,
      ELOOP: (path) => `${path} is a link that leads to itself. Name another place.`,
    },
  },

  notPublished: (month, tenant) => `Nothing is published of ${month} of ${tenant}.`,
  notOver: (month, tenant, due) => `${month} of ${tenant} is not over; it is sealed on ${due}.`,
  notSealed: (month, tenant, due) =>
    `${month} of ${tenant} is not sealed yet; that is done on ${due}, or from then on by: ` +
    `avesqo period seal --tenant ${tenant} --month ${month}.`,
  nonePublished: 'No month of it is published yet.',
  published: (months) => `Published are: ${months.join(', ')}.`,

  noFindings: (tenant, month) => `No findings of ${tenant}${month === null ? '' : ` in ${month}`}.`,
  states: FINDING_STATES_EN,
  stateOrNote: 'Give --state, --note, or both.',
  noFinding: (id) => `There is no finding "${id}". See: avesqo findings --tenant …`,
  manyFindings: (id, count) => `"${id}" begins the ids of ${count} findings; give more of it.`,
  noted: 'noted',
  moved: (before, after, withNote) => `${before} → ${after}${withNote ? ', noted' : ''}`,
  done: (rule, month, said) => `${rule} of ${month}: ${said}.`,
  reasonMissing: 'Say why nothing will be done about it: add --note "…".',
  notAllowed: (state, next) =>
    `The finding is ${state}; ${next.length === 0 ? 'nothing follows it' : `it can become: ${next.join(', ')}`}.`,
}
