/**
 * A report's files on the disk: never over what somebody else put there. Whether a path can be written is asked before
 * the report is read, because that it was read stands in the audit log.
 */
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { cannot } from './admin/flags.ts'
import { REPORT_EN } from './words/report-en.ts'
import type { PathFault, PlaceWords } from './words/report.ts'

/** A place that can take a report, as it was found. */
export interface NewPlace {
  /** Absolute. */
  readonly path: string
  /** As it was typed. */
  readonly given: string
  /** Of what goes wrong with it. */
  readonly words: PlaceWords
}

/**
 * @param directory for `--csv`; made when it is written, with the directories above it
 * @throws UserError when something is in it, or it cannot be made or written: what is wrong and what to do
 */
export function newDirectory(directory: string, words: PlaceWords = REPORT_EN.places): NewPlace {
  const path = named(directory, '--csv', words.newDirectory, words)
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) {
      throw cannot(words.isFile(path))
    }
    const entries = explained(path, words, () => readdirSync(path))
    if (entries.length > 0) throw cannot(words.notEmpty(path))
    mustWrite(path, words)
  } else mustTake(path, words)
  return { path, given: directory, words }
}

/** The same for one file. @param kind of `--xlsx` and the like. @throws UserError as `newDirectory`, and when it exists */
export function newFile(file: string, kind: 'xlsx' | 'pdf', words: PlaceWords = REPORT_EN.places): NewPlace {
  const path = named(file, `--${kind}`, words.newFile(`report.${kind}`), words)
  if (existsSync(path)) {
    throw cannot(
      statSync(path).isDirectory() ? words.isDirectory(path, join(path, `report.${kind}`)) : words.exists(path),
    )
  }
  mustTake(path, words)
  return { path, given: file, words }
}

/** @throws UserError when one cannot be written; what was written before it is taken away again */
export function writeFiles(
  { path, words }: NewPlace,
  files: readonly { readonly name: string; readonly content: string | Buffer }[],
): void {
  const isThere = existsSync(path)
  const written: string[] = []
  try {
    mkdirSync(path, { recursive: true })
    for (const { name, content } of files) {
      const file = join(path, name)
      writeFileSync(file, content, { flag: 'wx' })
      written.push(file)
    }
  } catch (error) {
    for (const file of written) rmSync(file, { force: true })
    if (!isThere && existsSync(path) && readdirSync(path).length === 0) rmSync(path, { recursive: true })
    sayWhy(path, words, error)
  }
}

/** @throws UserError as `writeFiles` */
export function writeNew({ path, words }: NewPlace, content: Uint8Array): void {
  explained(path, words, () => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content, { flag: 'wx' })
  })
}

function named(path: string, option: string, what: string, words: PlaceWords): string {
  if (path.trim() === '') throw cannot(words.namesNothing(option, what))
  return resolve(path)
}

/** What does not exist is made in the nearest directory above it that does. */
function mustTake(path: string, words: PlaceWords): void {
  let above = dirname(path)
  while (!existsSync(above) && above !== dirname(above)) above = dirname(above)
  if (!explained(path, words, () => statSync(above)).isDirectory()) {
    throw cannot(words.inFile(above, path))
  }
  mustWrite(above, words)
}

function mustWrite(directory: string, words: PlaceWords): void {
  try {
    accessSync(directory, constants.W_OK | constants.X_OK)
  } catch (error) {
    sayWhy(directory, words, error)
  }
}

function explained<T>(path: string, words: PlaceWords, work: () => T): T {
  try {
    return work()
  } catch (error) {
    return sayWhy(path, words, error)
  }
}

/** @throws the error itself where it is none of the file system's that somebody can mend */
function sayWhy(path: string, { faults }: PlaceWords, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  throw isMendable(code, faults) ? cannot(faults[code](path)) : error
}

function isMendable(code: string, faults: PlaceWords['faults']): code is PathFault {
  return Object.hasOwn(faults, code)
}
