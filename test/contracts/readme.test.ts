/** The README is what a newcomer has: what it points at is there, and each guarantee points at a test. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../../', import.meta.url)
const text = readFileSync(new URL('README.md', ROOT), 'utf8')
const linksOf = (part: string): readonly string[] =>
  [...part.matchAll(/\]\((?<path>[^)\s]+)\)/gu)].map((match) => match.groups?.['path'] ?? '')

describe('the README', () => {
  it('points only at files that are there', () => {
    const links = linksOf(text).filter((link) => !/^\w+:/u.test(link))
    expect(links.length).toBeGreaterThan(50)
    expect(links.filter((link) => !existsSync(new URL(link, ROOT)))).toEqual([])
  })

  it('names a test for each guarantee', () => {
    const [, guarantees = ''] = text.split('| guarantee | proved by |')
    const rows = guarantees.split('\n\n')[0]?.split('\n').slice(2) ?? []
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows)
      expect(
        linksOf(row).some((link) => link.startsWith('test/')),
        row,
      ).toBe(true)
  })
})
