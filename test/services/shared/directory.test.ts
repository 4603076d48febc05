import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeDirectory } from '../../../services/shared/directory.ts'
import { UserError } from '../../../services/shared/errors.ts'

it('makes what is missing above it, for its owner alone, and takes what is there as it is', () => {
  const home = mkdtempSync(join(tmpdir(), 'avesqo-directory-'))
  try {
    const path = join(home, 'a', 'b c', 'ü')
    makeDirectory(path)
    for (const made of [path, join(home, 'a')]) expect(statSync(made).mode % 0o1000).toBe(0o700)
    chmodSync(path, 0o755)
    makeDirectory(path)
    expect(statSync(path).mode % 0o1000).toBe(0o755)
  } finally {
    rmSync(home, { recursive: true })
  }
})

it('ends with a sentence where nothing can be made', () => {
  expect(() => makeDirectory('/proc/nowhere/at/all')).toThrow(UserError)
  expect(() => makeDirectory('/dev/null/x')).toThrow(/cannot be made/u)
})
