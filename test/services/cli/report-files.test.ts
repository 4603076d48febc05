/** Where a report's files can be written and where not: what is wrong and what to do, and nothing of anybody's is lost. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { newDirectory, newFile, writeFiles, writeNew } from '../../../services/cli/report-files.ts'

const home = mkdtempSync(join(tmpdir(), 'avesqo-files-'))
afterAll(() => rmSync(home, { recursive: true }))
const at = (...parts: readonly string[]): string => join(home, ...parts)
writeFileSync(at('file'), 'mine')
mkdirSync(at('full'))
writeFileSync(at('full', 'mine.txt'), 'mine')

const newSheets = (file: string) => newFile(file, 'xlsx')

it.each([
  [newDirectory, at('file'), 'is a file. --csv writes several files: name a new directory.'],
  [newDirectory, at('full'), 'is not empty. Name a new directory, or empty it first.'],
  [newDirectory, at('file', 'in', 'it'), 'is a file, so nothing can be written in it.'],
  [newDirectory, ' ', '--csv names nothing. Name a new directory.'],
  [newSheets, at('full'), `is a directory. Name a file in it, such as ${at('full', 'report.xlsx')}.`],
  [newSheets, at('file'), 'exists. Name another file, or remove it first.'],
  [newSheets, at('file', 'x.xlsx'), 'is a file, so nothing can be written in it.'],
  [newSheets, '', '--xlsx names nothing.'],
] as const)('%o of %s is refused in words', (open, path, words) => {
  expect(() => open(path)).toThrow(words)
})

it('directories above are made', () => {
  writeFiles(newDirectory(at('new', 'csv')), [{ name: 'a.csv', content: 'a' }])
  writeNew(newSheets(at('new', 'deep', 'x.xlsx')), Buffer.from('x'))
  expect(readFileSync(at('new', 'csv', 'a.csv'), 'utf8')).toBe('a')
  expect(readFileSync(at('new', 'deep', 'x.xlsx'), 'utf8')).toBe('x')
})

it('what was put there in the meantime stays, and what was written before is taken away again', () => {
  const place = newDirectory(at('race'))
  mkdirSync(at('race'))
  writeFileSync(at('race', 'b.csv'), 'mine')
  const files = ['a.csv', 'b.csv'].map((name) => ({ name, content: 'ours' }))
  expect(() => writeFiles(place, files)).toThrow('in the meantime')
  expect(readdirSync(at('race'))).toEqual(['b.csv'])
  expect(readFileSync(at('race', 'b.csv'), 'utf8')).toBe('mine')
  expect(() => writeNew({ ...place, path: at('long'.repeat(100)) }, Buffer.from(''))).toThrow(
    'is too long. Name a shorter one.',
  )
})
