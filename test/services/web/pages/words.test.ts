/** The two languages say the same things. */
import { expect, it } from 'vitest'
import { pageWordsOf } from '../../../../services/web/pages/words/index.ts'

/** Paths of all words, with how many values each takes. */
function keysOf(words: object, path = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const at = `${path}.${key}`
    if (typeof value === 'function') return [`${at}(${value.length})`]
    return typeof value === 'object' && value !== null ? keysOf(value, at) : [at]
  })
}

it('Dutch and English have the same keys, and no word is missing', () => {
  const [nl, en] = [pageWordsOf('nl'), pageWordsOf('en')]
  expect(keysOf(nl).toSorted()).toEqual(keysOf(en).toSorted())
  expect(keysOf(nl).length).toBeGreaterThan(150)
})
