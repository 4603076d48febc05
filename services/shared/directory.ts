/** Makes a directory of ours, readable by its owner alone. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { SetupError } from './setup-error.ts'

/**
 * Makes `path` and what is missing above it, one by one: `mkdir`'s own recursion never ends where a file system
 * answers "no such directory" to everything (`/proc`).
 *
 * @throws SetupError when it cannot be made
 */
export function makeDirectory(path: string): void {
  if (existsSync(path)) return
  const parent = dirname(path)
  if (parent !== path) makeDirectory(parent)
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'EEXIST') return
    throw new SetupError('directory', path, code)
  }
}
