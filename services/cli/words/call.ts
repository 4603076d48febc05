/** Words of every call: what is said about answers and about what is wrong with a call. */
import type { SaysOfSetup, SetupFault } from '../../shared/setup-error.ts'

/** A call that cannot be read. */
export interface WrongCall {
  /** The parser's code, `commander.…`. */
  readonly code: string
  /** What the parser says of it, in English, without its full stop. */
  readonly said: string
  /** What it quotes: names of options, arguments and commands, and the value that was given. */
  readonly names: readonly string[]
}

export interface CallWords {
  /** Before what a person should know although the call was carried out. */
  readonly note: (text: string) => string
  /** A refused line of a file. */
  readonly line: (line: number, reason: string) => string
  /** In place of a table without rows. */
  readonly none: string
  /** Long work goes on. @param stage what is being done; '' where there is nothing more to say */
  readonly atWork: (name: string, seconds: number, stage: string) => string
  readonly noTenant: (id: string) => string
  readonly wrongCall: (wrong: WrongCall) => string
  /** There is no control store in the data directory. */
  readonly noStore: (data: string) => string
  /** A variable of the environment. @param must what its value must be, as half a sentence */
  readonly variable: (name: string, must: string) => string
  readonly setup: Readonly<Record<SetupFault, SaysOfSetup>>
  readonly unavailable: string
  /** @param kind the error's class */
  readonly bug: (kind: string) => string
  readonly option: {
    readonly invalid: string
    readonly missing: string
    readonly oneOf: (values: readonly string[]) => string
    /** What a schema says about a value, in English, in this language. */
    readonly must: (message: string) => string
  }
}
