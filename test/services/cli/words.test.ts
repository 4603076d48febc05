/** The terminal's words: the same in both languages, each thing by its one name, and Dutch wherever Dutch was asked for. */
import { describe, expect, it } from 'vitest'
import { DIMENSIONS, FAILURES } from '../../../schemas/cube.ts'
import { FAILURES_NL } from '../../../schemas/words/nl.ts'
import { EN as ADVICE_EN } from '../../../services/advise/text/en.ts'
import { NL as ADVICE_NL } from '../../../services/advise/text/nl.ts'
import { readersText } from '../../../services/cli/demo/people.ts'
import { wordsOf } from '../../../services/cli/words/index.ts'
import { wordsOf as reportWords } from '../../../services/web/reports/words/index.ts'
import { ENGLISH, textOf, withoutTyped } from './spoken.ts'

type Leaf = readonly [path: string, value: unknown]

/** Every text, and function that makes one, by its path. */
function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, `${path}.${name}`))
}

const NL = leavesOf(wordsOf('nl')).filter(([, said]) => said !== null)
/** Lists of lines have as many as a language needs. */
const withoutLines = (leaves: readonly Leaf[]): ReadonlySet<string> =>
  new Set(leaves.map(([path]) => path.replace(/\.\d+$/u, '')))
/** Only what is ours to say: what stands between ${ and } in a text is looked up, and what is typed has one name. */
const said = NL.map(([path, one]) => [path, withoutTyped(textOf(one))] as const)

describe('in both languages', () => {
  it('the same is said', () => {
    expect(NL.length).toBeGreaterThan(200)
    expect(withoutLines(NL)).toEqual(withoutLines(leavesOf(wordsOf('en'))))
  })

  it('no Dutch sentence is the English one, also not one with something in it', () => {
    const english = new Map(leavesOf(wordsOf('en')))
    const same = NL.filter(([path, one]) => /\p{L}/u.test(textOf(one)) && textOf(one) === textOf(english.get(path)))
    expect(same.map(([path, one]) => [path, textOf(one)])).toEqual([
      ['.legs.head.platform', 'platform'],
      ['.rollup.took', '… s\n'], // the sign for seconds
    ])
  })
})

/** Never called. */
const nested = (count: number) =>
  `${count} ${count === 1 ? `day's` : "days of 'it'"} {\`x\`}${[1].map(() => '!').join('')}`

it('the texts of a function are read without its code, also those that stand in another', () => {
  expect(textOf(nested).replaceAll('\n', '|')).toMatch(/^… …day's\|days of 'it'\| \{`x`\}…!\|\|\|$/u)
})

it('a Dutch text holds no English word', () => {
  expect(said.filter(([, text]) => ENGLISH.test(text))).toEqual([])
})

it('a Dutch text calls a thing by its Dutch name', () => {
  const others =
    /\b(?:records?|conferenties?|meetings?|deelnemers?|revisies?|cel(?:len)?|tenants?|vastgesteld|verzegeld|kamers?|zalen|vestiging(?:en)?)\b/iu
  expect(said.filter(([, text]) => others.test(text))).toEqual([])
})

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  const cli = wordsOf(language)
  const report = reportWords(language)
  const causes = { nl: ADVICE_NL, en: ADVICE_EN }[language].causes

  it('findings have the states that reports call them by', () => {
    expect(cli.report.states).toEqual(report.advice.states)
  })

  it('findings name the cause of a failure as reports do', () => {
    for (const failure of FAILURES) {
      expect(causes[failure]).toBe(report.measures[`failed_${failure}`])
    }
  })
})

it('a Dutch leg ends by what findings call the cause of it', () => {
  expect(wordsOf('nl').legs.ends).toMatchObject(FAILURES_NL)
})

it('a Dutch protocol divides by what reports divide by', () => {
  const { people } = wordsOf('nl').period.protocol
  const { dimensions } = reportWords('nl')
  const named = DIMENSIONS.filter((one) => one !== 'size')
  expect(people(named)).toBe(`mensen: ${named.map((one) => dimensions[one]).join(' × ')}`)
})

it('links of a Dutch demo say in Dutch whose they are, and that the customer is invented', () => {
  const reader = { login: 'jo@voorbeeld.example', name: 'Jo Bakker', role: 'customer_viewer', path: '/demo/x' } as const
  const text = readersText({ readers: [reader], password: 'p4ss' }, 'http://127.0.0.1:1', wordsOf('nl').demo)
  expect(text).toBe(
    '  Jo Bakker, klant: de maanden van Voorbeeld B.V. (verzonnen), elk met een rapport\n' +
      '    http://127.0.0.1:1/demo/x\n    inlognaam: jo@voorbeeld.example\n\n' +
      '  Wachtwoord van alle vier, alleen voor deze demo: p4ss\n' +
      '  De links werken zonder wachtwoord. U hebt het nodig om zelf in te loggen.\n' +
      '  Ook een API-token maakt u met dit wachtwoord, op de pagina van een account.\n',
  )
})

it('one of a thing is said in the singular', () => {
  const { demo } = wordsOf('nl')
  expect(demo.sent(100, 1, 1_200)).toBe('  100%: 1 levering ontvangen, met 1.200 meldingen')
  expect(demo.rebuilt(1, 1_234)).toBe('  1 dag geteld in 1,2 s')
})
