/** A report's files on the disk: never over what somebody else put there. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { cannot } from './admin/flags.ts'

/**
 * @param directory made where it does not exist
 * @throws UserError when something is in it
 */
export function writeFiles(
  directory: string,
  files: readonly { readonly name: string; readonly content: string }[],
): void {
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw cannot(`${directory} is not empty. Name a new directory, or empty it first.`)
  }
  mkdirSync(directory, { recursive: true })
  for (const { name, content } of files) writeFileSync(join(directory, name), content)
}

/** @throws UserError when the file exists */
export function writeNew(file: string, content: Uint8Array): void {
  if (existsSync(file)) throw cannot(`${file} exists. Name another file, or remove it first.`)
  mkdirSync(dirname(resolve(file)), { recursive: true })
  writeFileSync(file, content)
}
