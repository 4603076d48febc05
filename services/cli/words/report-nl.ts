import type { FindingState } from '../../../schemas/finding.ts'
import { FINDING_STATES_NL } from '../../../schemas/words/nl.ts'
import { formatOf } from '../../shared/format.ts'
import { counted } from './numbers-nl.ts'
import type { ReportWords } from './report.ts'

const format = formatOf('nl')

function mayNot(path: string): string {
  return `U mag niet schrijven in ${path}. Kies een plek waar dat wel mag, of vraag om het recht.`
}
/** A state as it is typed, with its word. */
function typed(state: FindingState): string {
  return `${state} (${FINDING_STATES_NL[state]})`
}

export const REPORT_NL: ReportWords = {
  chooseOne: 'Kies één van --csv, --xlsx, --pdf en --json.',
  filesIn: (count, directory) =>
    `In ${directory} staan nu ${counted(count, 'bestand', 'bestanden')}. README.txt legt uit wat erin staat.`,
  written: (file) => `${file} is gemaakt.`,
  nothingOf: (cut, month) => `Van ${cut} is in ${format.month(month)} niets gepubliceerd.`,
  places: {
    namesNothing: (option, what) => `Achter ${option} staat niets. Noem ${what}.`,
    newDirectory: 'een nieuwe map',
    newFile: (file) => `een nieuw bestand, zoals ${file}`,
    isFile: (path) => `${path} is een bestand. --csv maakt meer bestanden: noem een nieuwe map.`,
    notEmpty: (path) => `${path} is niet leeg. Noem een nieuwe map, of maak deze eerst leeg.`,
    isDirectory: (path, file) => `${path} is een map. Noem een bestand in die map, zoals ${file}.`,
    exists: (path) => `${path} bestaat al. Noem een ander bestand, of verwijder dit eerst.`,
    inFile: (above, path) =>
      `${above} is een bestand. Daar kan niets in worden geschreven. Kies een andere plek dan ${path}.`,
    faults: {
      EACCES: mayNot,
      EPERM: mayNot,
      EROFS: (path) => `${path} staat op een schijf die alleen te lezen is. Kies een plek op een andere schijf.`,
      ENOSPC: (path) => `De schijf van ${path} is vol. Maak ruimte, of kies een plek op een andere schijf.`,
      EDQUOT: (path) => `Uw deel van de schijf van ${path} is vol. Maak ruimte, of kies een plek op een andere schijf.`,
      EEXIST: (path) => `Op ${path} heeft iemand intussen iets neergezet. Kies een andere plek.`,
      ENOENT: (path) => `Op ${path} kan niets worden gemaakt. Kies een andere plek.`,
      ENOTDIR: (path) => `Een deel van ${path} is een bestand en geen map. Kies een andere plek.`,
      ENAMETOOLONG: (path) => `De naam ${path.slice(0, 40)}… is te lang. Kies een kortere naam.`,
      ELOOP: (path) => `${path} is een link die naar zichzelf wijst. Kies een andere plek.`,
    },
  },

  notPublished: (month, tenant) => `Van ${format.month(month)} van ${tenant} is niets gepubliceerd.`,
  notOver: (month, tenant, due) =>
    `De maand ${format.month(month)} van ${tenant} is nog niet voorbij. Het rapport komt op ${format.day(due)}.`,
  notSealed: (month, tenant, due) =>
    `De maand ${format.month(month)} van ${tenant} is nog niet gepubliceerd. Dat gebeurt op ${format.day(due)}. Vanaf die dag kan het ook met: ` +
    `avesqo period seal --tenant ${tenant} --month ${month} --lang nl.`,
  nonePublished: 'Van deze klant is nog geen maand gepubliceerd.',
  published: (months) => `Wel gepubliceerd: ${months.join(', ')}.`,

  noFindings: (tenant, month) =>
    `Er zijn geen bevindingen van ${tenant}${month === null ? '' : ` in ${format.month(month)}`}.`,
  states: FINDING_STATES_NL,
  stateOrNote: 'Geef --state, --note, of allebei.',
  noFinding: (id) => `Er is geen bevinding „${id}”. Zie: avesqo findings --lang nl --tenant …`,
  manyFindings: (id, count) => `Er zijn ${count} bevindingen waarvan het nummer met „${id}” begint. Geef meer tekens.`,
  noted: 'de notitie is bewaard',
  moved: (before, after, withNote) =>
    `van ${FINDING_STATES_NL[before]} naar ${FINDING_STATES_NL[after]}${withNote ? '; de notitie is bewaard' : ''}`,
  done: (rule, month, said) => `${rule} van ${format.month(month)}: ${said}.`,
  reasonMissing: 'Zeg waarom er niets mee wordt gedaan: voeg --note "…" toe.',
  notAllowed: (state, next) =>
    `De bevinding is ${FINDING_STATES_NL[state]}. ${
      next.length === 0 ? 'Daar volgt niets meer op.' : `Zij kan worden: ${next.map(typed).join(', ')}.`
    }`,
}
