/**
 * A table that is made while the disk is full leaves a file of its definition without content, and a database with such a
 * file does not open any more. Nothing stands in such a table: making it has failed. The engine keeps definitions in
 * `store/<three digits>/<database>/<table>.sql`.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Before the database is opened.
 *
 * @param path the engine's own directory
 * @returns how many were removed
 * @throws Error of the file system
 */
export function removeEmptyDefinitions(path: string): number {
  const store = join(path, 'store')
  if (!existsSync(store)) return 0
  const empty = directoriesIn(store)
    .flatMap(directoriesIn)
    .flatMap((directory) => readdirSync(directory).map((name) => join(directory, name)))
    .filter((file) => file.endsWith('.sql') && statSync(file).size === 0)
  for (const file of empty) rmSync(file)
  return empty.length
}

function directoriesIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(directory, entry.name))
}
