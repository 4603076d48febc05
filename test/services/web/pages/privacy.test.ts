/** What the privacy officer reads: the counts of the protocol, every rule explained, and everything that is kept. */
import { describe, expect, it } from 'vitest'
import { REGISTER } from '../../../../schemas/privacy.ts'
import { REGISTER_NL } from '../../../../schemas/privacy/nl-register.ts'
import { registerOfRules } from '../../../../services/advise/index.ts'
import { LANGUAGES } from '../../../../services/web/index.ts'
import { CHAPTER_TABLES } from '../../../../services/web/pages/words/privacy.ts'
import { pageWordsOf } from '../../../../services/web/pages/words/index.ts'
import { draw } from '../../../../services/web/routes/draw.ts'
import { PRIVACY, protocolView } from '../../../support/pages/office.ts'
import { chromeOf } from '../../../support/pages/pages.ts'
import { readTables, textOf } from '../../../support/pages/read-page.ts'

const TABLES = [...new Set(REGISTER.map(({ table }) => table))]

describe('what is withheld', () => {
  it('is counted by month, with the cells that are not shown', () => {
    const html = draw.privacy(chromeOf('en'), PRIVACY).replaceAll(/<span class="head"[^>]*>[^<]*<\/span>/gu, '')
    const [table] = readTables(html, 'class="stacked labelled"')
    expect(table?.rows.slice(1).map((row) => row.slice(0, 6))).toEqual([
      ['October 2026', '62', '29', '33', '46%', 'yes'],
      ['September 2026', '9', '0', '9', '0%', 'no, too few people'],
    ])
  })

  it('is counted by cut and rule in a month’s protocol, people and rooms apart', () => {
    const [people, rooms] = readTables(draw.protocol(chromeOf('en'), protocolView()), 'class="figures protocol"')
    expect(people?.rows.slice(1).map((row) => row.slice(1))).toEqual([
      ['1', '1', '0', 'every group is shown'],
      ['8', '7', '1', 'among “other”: 1'],
      ['14', '5', '9', 'among “other”: 9; earlier figure kept: 1'],
      ['14', '11', '3', 'too few persons: 2; mostly one person: 1; without size: 2'],
      ['16', '0', '16', 'whole division left out: 16'],
    ])
    expect(rooms?.rows.slice(1).map((row) => row.slice(1))).toEqual([['9', '5', '4', 'room not shown: 4']])
  })

  it.each(LANGUAGES)('says that a room counts once (%s)', (language) => {
    const { overview, protocol } = pageWordsOf(language).protection
    expect(textOf(draw.protocol(chromeOf(language), protocolView()))).toContain(protocol.roomsSays)
    expect(textOf(draw.privacy(chromeOf(language), PRIVACY))).toContain(overview.roomsSays)
  })

  it.each(LANGUAGES)('is explained by every rule, with why it protects people (%s)', (language) => {
    const html = draw.protocol(chromeOf(language), protocolView())
    for (const { says, why } of Object.values(pageWordsOf(language).protection.protocol.rule)) {
      expect(textOf(html)).toContain(says(10))
      expect(textOf(html)).toContain(why(10))
    }
  })
})

describe('what is kept', () => {
  it('has every sentence of the register in Dutch', () => {
    const said = new Set(REGISTER.flatMap(({ treatment, purpose }) => [treatment, purpose]))
    expect([...said].filter((sentence) => !Object.hasOwn(REGISTER_NL, sentence))).toEqual([])
  })

  it('has a chapter and words for every list that is kept', () => {
    expect(Object.values(CHAPTER_TABLES).flat().toSorted()).toEqual(TABLES.toSorted())
    for (const language of LANGUAGES)
      expect(Object.keys(pageWordsOf(language).protection.register.tables).toSorted()).toEqual(TABLES.toSorted())
  })

  it.each(LANGUAGES)('shows every field once (%s)', (language) => {
    const html = draw.register(chromeOf(language), { entries: REGISTER, rules: registerOfRules(language) })
    for (const table of TABLES) {
      const [read] = readTables(html, `data-register="${table}"`)
      const fields = read?.rows.slice(1).flatMap(([names = '']) => names.split(' '))
      expect(fields?.toSorted(), table).toEqual(
        REGISTER.filter((entry) => entry.table === table)
          .map(({ field }) => field)
          .toSorted(),
      )
    }
  })

  it('shows a list that no chapter names with the workings', () => {
    const [entry] = REGISTER
    if (entry === undefined) throw new Error('the register is empty')
    const html = draw.register(chromeOf('en'), { entries: [{ ...entry, table: 'brand_new' }], rules: [] })
    expect(readTables(html, 'data-register="brand_new"')).toHaveLength(1)
  })

  it.each(LANGUAGES)('says what is looked for, rule by rule (%s)', (language) => {
    const rules = registerOfRules(language)
    const text = textOf(draw.register(chromeOf(language), { entries: REGISTER, rules }))
    for (const { name, needs, on, fires } of rules)
      for (const said of [name, needs, on, fires]) expect(text).toContain(said)
  })
})
