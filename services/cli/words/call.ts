/** Words of every call: what is said about answers and about what is wrong with a call. */
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
