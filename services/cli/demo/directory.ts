/** The demo's directories: made anew for every run, and removed only when the demo made them. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../shared/errors.ts'
import { makeDirectory } from '../../shared/directory.ts'
import type { DemoWords } from '../words/demo.ts'

const MARKER = '.avesqo-demo'

/** @throws UserError when something is in the way that the demo did not make */
export function refuseForeign(path: string, { foreign }: DemoWords['refused']): void {
  if (existsSync(path) && !existsSync(join(path, MARKER))) throw new UserError(foreign(path), 1)
}

/** Removes what an earlier demo left there. */
export function makeAnew(path: string): void {
  rmSync(path, { recursive: true, force: true })
  makeDirectory(path)
  writeFileSync(join(path, MARKER), 'Made by `avesqo demo`; the next demo removes this directory.\n')
}
