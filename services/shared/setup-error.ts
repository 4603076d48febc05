/**
 * What can be wrong with the place in which the product is to work: its directory, its clock, its control store. Each has
 * a code, by which the terminal says it in the language of the call.
 */
import { UserError } from './errors.ts'

export type SetupFault =
  'clock_is_real' | 'clock_back' | 'clock_stays' | 'clock_unreadable' | 'clock_form' | 'directory' | 'store'

/** In English. @param about the path or instant that it is about; '' where there is none @param code of the system, such as `EACCES`; '' likewise */
export type SaysOfSetup = (about: string, code: string) => string

export const SETUP_FAULTS: Readonly<Record<SetupFault, SaysOfSetup>> = {
  clock_is_real: () =>
    'AVESQO_NOW is set, but this data directory runs on real time. Unset it, or use a new data directory.',
  clock_back: (now) =>
    `AVESQO_NOW lies before the clock of this data directory (${now}). A clock never goes back: choose a later instant or a new data directory.`,
  clock_stays: () =>
    'AVESQO_NOW is later than the clock of this data directory. Only `avesqo serve` moves a clock forward: start it once with this AVESQO_NOW, or unset AVESQO_NOW here.',
  clock_unreadable: (file) =>
    `${file} cannot be read as the clock of this data directory. Put it back from a backup; without it, records could be judged by a wrong time.`,
  clock_form: () => 'AVESQO_NOW must be an ISO 8601 instant with a zone, such as 2026-11-20T09:00:00Z.',
  directory: (path, code) => `The directory ${path} cannot be made (${code}). Name one that you may write to.`,
  store: (file) =>
    `The control store ${file} cannot be opened. Check that the directory can be written by this user and that the file is not damaged.`,
}
/** Not the call is wrong, but what it meets. */
const NOT_OF_THE_CALL: ReadonlySet<SetupFault> = new Set(['clock_unreadable', 'directory', 'store'])

export class SetupError extends UserError {
  readonly fault: SetupFault
  readonly about: string
  /** Of the system, such as `EACCES`; '' where it gave none. */
  readonly systemCode: string

  constructor(fault: SetupFault, about = '', systemCode = '') {
    super(SETUP_FAULTS[fault](about, systemCode), NOT_OF_THE_CALL.has(fault) ? 1 : 2)
    this.name = 'SetupError'
    this.fault = fault
    this.about = about
    this.systemCode = systemCode
  }
}
