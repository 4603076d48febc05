/**
 * A report's files on the disk: never over what somebody else put there. Whether a path can be written is asked before
 * the report is read, because that it was read stands in the audit log.
 */
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { cannot } from './admin/flags.ts'

/** A place that can take a report, as it was found. */
export interface NewPlace {
  /** Absolute. */
  readonly path: string
}

/**
 * @param directory for `--csv`; made when it is written, with the directories above it
 * @throws UserError when something is in it, or it cannot be made or written: what is wrong and what to do
 */
export function newDirectory(directory: string): NewPlace {
  const path = named(directory, '--csv', 'a new directory')
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) {
      throw cannot(`${path} is a file. --csv writes several files: name a new directory.`)
    }
    const entries = explained(path, () => readdirSync(path))
    if (entries.length > 0) throw cannot(`${path} is not empty. Name a new directory, or empty it first.`)
    mustWrite(path)
  } else mustTake(path)
  return { path }
}

/** The same for one file. @param kind of `--xlsx` and the like. @throws UserError as `newDirectory`, and when it exists */
export function newFile(file: string, kind: 'xlsx' | 'pdf'): NewPlace {
  const path = named(file, `--${kind}`, `a new file, such as report.${kind}`)
  if (existsSync(path)) {
    throw cannot(
      statSync(path).isDirectory()
        ? `${path} is a directory. Name a file in it, such as ${join(path, `report.${kind}`)}.`
        : `${path} exists. Name another file, or remove it first.`,
    )
  }
  mustTake(path)
  return { path }
}

/** @throws UserError when one cannot be written; what was written before it is taken away again */
export function writeFiles(
  { path }: NewPlace,
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
    sayWhy(path, error)
  }
}

/** @throws UserError as `writeFiles` */
export function writeNew({ path }: NewPlace, content: Uint8Array): void {
  explained(path, () => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content, { flag: 'wx' })
  })
}

function named(path: string, option: string, what: string): string {
  if (path.trim() === '') throw cannot(`${option} names nothing. Name ${what}.`)
  return resolve(path)
}

/** What does not exist is made in the nearest directory above it that does. */
function mustTake(path: string): void {
  let above = dirname(path)
  while (!existsSync(above) && above !== dirname(above)) above = dirname(above)
  if (!explained(path, () => statSync(above)).isDirectory()) {
    throw cannot(`${above} is a file, so nothing can be written in it. Name another place than ${path}.`)
  }
  mustWrite(above)
}

function mustWrite(directory: string): void {
  try {
    accessSync(directory, constants.W_OK | constants.X_OK)
  } catch (error) {
    sayWhy(directory, error)
  }
}

function explained<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    return sayWhy(path, error)
  }
}

const REASONS: Readonly<Record<string, (path: string) => string>> = {
  EACCES: (path) => `You may not write in ${path}. Name a place that is yours, or have the right given to you.`,
  EPERM: (path) => `You may not write in ${path}. Name a place that is yours, or have the right given to you.`,
  EROFS: (path) => `${path} is on a disk that can only be read. Name a place on another one.`,
  ENOSPC: (path) => `The disk of ${path} is full. Make room, or name a place on another one.`,
  EDQUOT: (path) => `Your part of the disk of ${path} is full. Make room, or name a place on another one.`,
  EEXIST: (path) => `Something was put at ${path} in the meantime. Name another place.`,
  ENOENT: (path) => `Nothing can be made at ${path}. Name another place.`,
  ENOTDIR: (path) => `A part of ${path} is a file, not a directory. Name another place.`,
  ENAMETOOLONG: (path) => `The name ${path.slice(0, 40)}… is too long. Name a shorter one.`,
  ELOOP: (path) => `${path} is a link that leads to itself. Name another place.`,
}

/** @throws the error itself where it is none of the file system's that somebody can mend */
function sayWhy(path: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = REASONS[code]
  throw reason === undefined ? error : cannot(reason(path))
}
