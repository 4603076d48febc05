/** Words around a report, a cut and findings: what is written where, what is not there, and why a file cannot be made. */
import type { FindingState } from '../../../schemas/finding.ts'

/** What a file system says that somebody can mend. */
export type PathFault =
  'EACCES' | 'EPERM' | 'EROFS' | 'ENOSPC' | 'EDQUOT' | 'EEXIST' | 'ENOENT' | 'ENOTDIR' | 'ENAMETOOLONG' | 'ELOOP'

/** Why a report’s files cannot stand where they were asked for. */
export interface PlaceWords {
  readonly namesNothing: (option: string, what: string) => string
  readonly newDirectory: string
  /** @param file as an example */
  readonly newFile: (file: string) => string
  readonly isFile: (path: string) => string
  readonly notEmpty: (path: string) => string
  /** @param file in it, as an example */
  readonly isDirectory: (path: string, file: string) => string
  readonly exists: (path: string) => string
  readonly inFile: (above: string, path: string) => string
  readonly faults: Readonly<Record<PathFault, (path: string) => string>>
}

export interface ReportWords {
  readonly chooseOne: string
  readonly filesIn: (count: number, directory: string) => string
  readonly written: (file: string) => string
  readonly nothingOf: (cut: string, month: string) => string
  readonly places: PlaceWords

  /** Why a month cannot be read, and which can: sentences. */
  readonly notPublished: (month: string, tenant: string) => string
  readonly notOver: (month: string, tenant: string, due: string) => string
  readonly notSealed: (month: string, tenant: string, due: string) => string
  readonly nonePublished: string
  readonly published: (months: readonly string[]) => string

  /** @param month null: of all months */
  readonly noFindings: (tenant: string, month: string | null) => string
  readonly states: Readonly<Record<FindingState, string>>
  readonly stateOrNote: string
  readonly noFinding: (id: string) => string
  readonly manyFindings: (id: string, count: number) => string
  readonly noted: string
  /** A step that was made. */
  readonly moved: (before: FindingState, after: FindingState, withNote: boolean) => string
  readonly done: (rule: string, month: string, said: string) => string
  /** Nothing is turned down without a word. */
  readonly reasonMissing: string
  readonly notAllowed: (state: FindingState, next: readonly FindingState[]) => string
}
