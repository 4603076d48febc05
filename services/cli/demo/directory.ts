/** The demo's directories: made anew for every run, and removed only when the demo made them. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../shared/errors.ts'
import { makeDirectory } from '../../shared/directory.ts'

const MARKER = '.avesqo-demo'

/** @throws UserError when a directory is in the way that the demo did not make */
export function freshDirectory(path: string): string {
  if (existsSync(path) && !existsSync(join(path, MARKER))) {
    throw new UserError(`${path} exists and was not made by the demo. Move it away, or name another with --dir.`, 1)
  }
  rmSync(path, { recursive: true, force: true })
  makeDirectory(path)
  writeFileSync(join(path, MARKER), 'Made by `avesqo demo`; the next demo removes this directory.\n')
  return path
}
