/** The PDF for readers of all kinds: tagged, in both languages, its fonts in it, the same bytes of the same month. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ReportInput, reportOf, reportPdf } from '../../../../services/web/index.ts'
import { elementsOf, pdfFonts, pdfInfo, pdfPages, pdfStructure, pdfText, textOf } from '../../../support/pdf.ts'
import { figuresOf, inventedMonth, UTRECHT } from '../reports/invented.ts'

const pdfOf = (input: ReportInput): Promise<Uint8Array> => reportPdf(reportOf(input), input)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Of the repository, as a literal of a program. */
const at = (path: string): string => JSON.stringify(new URL(`../../../../${path}`, import.meta.url).href)

const SAYS = {
  nl: { month: 'oktober 2026, uitgave 1', page: '2 van', figure: 'Slecht (gemeten), per locatie', locale: 'nl-NL' },
  en: { month: 'October 2026, revision 1', page: '2 of', figure: 'Poor (measured), per site', locale: 'en-GB' },
} as const

describe.each(['nl', 'en'] as const)('%s', (language) => {
  const input = inventedMonth({ language })
  const report = reportOf(input)
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await pdfOf(input)
  })

  it('says that it is PDF/UA-1, tagged, in its language, with its title and the date of its month', () => {
    const bytes = Buffer.from(pdf).toString('latin1')
    expect(bytes).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/u)
    expect(bytes).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/u)
    expect(bytes).toContain(`/Lang (${SAYS[language].locale})`)
    expect(bytes).toContain('/DisplayDocTitle true')
    expect(pdfInfo(pdf)).toMatchObject({
      Title: report.title,
      Author: 'Avesqo',
      Tagged: 'yes',
      CreationDate: expect.stringContaining('Nov  6 02:10:00 2026'),
    })
  })

  it('holds its fonts, of one typeface, each of whose signs a reader can copy as text', () => {
    const fonts = pdfFonts(pdf)
    expect(new Set(fonts.map(({ name }) => name))).toEqual(new Set(['SourceSans3-Regular', 'SourceSans3-SemiBold']))
    expect(fonts.filter(({ isEmbedded, hasUnicode }) => !isEmbedded || !hasUnicode)).toEqual([])
  })

  it('has a heading for each section that says something, and every sentence, fact and part of advice', () => {
    const structure = pdfStructure(pdf)
    const headings = elementsOf(structure, 'H1').map(textOf)
    expect(headings.slice(0, 4)).toEqual(report.sections.slice(0, 4).map(({ heading }) => heading))
    const text = textOf(structure)
    for (const { facts, sentences, advice, looked } of report.sections) {
      const texts = [
        ...sentences,
        ...[...facts, ...looked, ...advice.flatMap(({ texts }) => texts)].map(({ text }) => text),
        ...advice.map(({ title, finding }) => `${title} ${finding.rule}`),
      ]
      for (const said of texts) expect(text).toContain(said.replaceAll(/\s+/gu, ' '))
    }
  })

  it('draws intervals by site, with the same in words', () => {
    expect(elementsOf(pdfStructure(pdf), 'Figure')).toHaveLength(2)
    const alternatives = [...Buffer.from(pdf).toString('latin1').matchAll(/\/Alt/gu)]
    expect(alternatives).toHaveLength(2)
    expect(pdfText(pdf)).toContain(SAYS[language].figure)
  })

  it('names customer, month, revision and page on each page, and where to ask', () => {
    const pages = pdfPages(pdf)
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Acme B.V.')
      expect(page).toContain(SAYS[language].month)
      expect(page).toContain(`${index + 1} ${SAYS[language].page.split(' ')[1]} ${pages.length}`)
      expect(page).toContain('info@avesqo.com')
    }
  })

  it('is the same file again, also when another process makes it', async () => {
    expect(sha256(await pdfOf(input))).toBe(sha256(pdf))
    const program = `
      import { createHash } from 'node:crypto'
      import { reportOf, reportPdf } from ${at('services/web/index.ts')}
      import { inventedMonth } from ${at('test/services/web/reports/invented.ts')}
      const input = inventedMonth({ language: ${JSON.stringify(language)} })
      process.stdout.write(createHash('sha256').update(await reportPdf(reportOf(input), input)).digest('hex'))`
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
      cwd: '/',
      env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'C' },
    })
    expect(ran.stdout, ran.stderr).toBe(sha256(pdf))
  })
})

describe('what is not for a reader', () => {
  it('names no place whose figures are hidden, and no id', async () => {
    const hidden = '3f0b6c1e-0000-4000-8000-00000000000f'
    const base = inventedMonth({ language: 'nl' })
    const input = inventedMonth({
      language: 'nl',
      figures: [...base.figures, ...figuresOf('site_platform', [hidden, 'pexip'], { size: 'few' })],
      names: { ...base.names, sites: new Map([...base.names.sites, [hidden, 'Klein kantoor']]) },
    })
    const text = pdfText(await pdfOf(input))
    expect(text).toContain('Utrecht Pexip')
    for (const secret of ['Klein kantoor', hidden, UTRECHT, 'Assen Pexip', 'a1f0c000'])
      expect(text).not.toContain(secret)
  })

  it('where people are no safe group, has rooms and completeness only, and says why', async () => {
    const base = inventedMonth({ language: 'nl' })
    const input = inventedMonth({
      language: 'nl',
      publication: { ...base.publication, safe: 0, rules: [] },
      figures: base.figures.filter(({ population }) => population === 'environment'),
      days: base.days.filter(({ measure }) => measure === 'complete' || measure === 'taken'),
      findings: [],
      before: null,
    })
    const text = pdfText(await pdfOf(input))
    expect(text).toContain('U ziet alleen ruimtes en hoe volledig de gegevens zijn.')
    expect(text).toContain('Zaal 1 60 2.700 33% (22–45%)')
    for (const figure of ['8.000', '12.345', 'Utrecht', 'Kerncijfers']) expect(text).not.toContain(figure)
  })
})

describe('names', () => {
  const HOSTILE = [
    '#import "@preview/x:1.0.0": *',
    '*vet* _schuin_ `code` $x^2$',
    '#read("/etc/passwd")',
    '] #panic() [',
    '<label> @ref \\ // /* weg */',
    '=HYPERLINK("http://x.example")',
    'Zaal 🚀 会议室',
    'Cafe\u{301} Ĳsselmeer',
    `Heel${'lang'.repeat(40)}`,
  ] as const
  const ids = HOSTILE.map((_, index) => `room-${index}`)
  const input = inventedMonth({
    tenant: { ...inventedMonth().tenant, name: '#panic("klant") *B.V.*' },
    figures: ids.flatMap((id, index) => figuresOf('room', [id, ''], { legs: 5 * index }, 'environment')),
    names: { sites: new Map(), rooms: new Map(ids.map((id, index) => [id, HOSTILE[index] ?? ''])) },
  })

  it('are texts and nothing else, whatever they hold; a sign without a glyph is named by its number', async () => {
    const pdf = await pdfOf(input)
    // A long name is broken over lines.
    const text = pdfText(pdf).replaceAll(' ', '')
    const shown = [...HOSTILE.slice(0, 6), 'Zaal [U+1F680] [U+4F1A][U+8BAE][U+5BA4]', 'Café Ĳsselmeer', HOSTILE.at(-1)]
    for (const [index, name] of shown.entries()) expect(text).toContain(`${name}${5 * index}`.replaceAll(' ', ''))
    expect(pdfInfo(pdf)['Title']).toContain('#panic("klant") *B.V.*')
    expect(pdfPages(pdf)[1]).toContain('#panic("klant") *B.V.*')
  })
})

describe('the template', () => {
  const folder = new URL('../../../../services/web/pdf/', import.meta.url)
  const templates = readdirSync(folder).filter((name) => name.endsWith('.typ'))

  it('takes no package from a network, and reads no file', () => {
    expect(templates).toEqual(['report.typ'])
    for (const name of templates) {
      const code = readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\/.*$/gmu, '')
      expect(code).not.toMatch(/@\w|\b(import|include|read|plugin|eval|image|csv|yaml|toml|xml|cbor)\b/u)
    }
  })
})

it('other work goes on while it is set', async () => {
  const input = inventedMonth()
  const order = { isSet: false }
  const set = pdfOf(input).finally(() => {
    order.isSet = true
  })
  let turns = 0
  while (!order.isSet) {
    turns += 1
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  expect((await set).length).toBeGreaterThan(50_000)
  // Set in this thread, it would have taken one turn or two.
  expect(turns).toBeGreaterThan(100)
})
