/**
 * In which language a call is answered that cannot be carried out: Dutch where it was asked for, also where the call
 * itself is wrong, and English in JSON, where a program reads it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { runAvesqo } from '../../../services/cli/main.ts'
import { wordsOf } from '../../../services/cli/words/index.ts'
import { openClock } from '../../../services/shared/clock.ts'
import { controlFile } from '../../../services/shared/control/index.ts'

const PIN = '2026-11-20T09:00:00Z'
const STATUS = ['rollup', 'status'] as const
const HELP = 'Met --help erachter ziet u hoe de opdracht werkt.'
const folder = mkdtempSync(join(tmpdir(), 'avesqo-language-'))
let data = ''
let count = 0

beforeEach(() => {
  data = join(folder, `data-${(count += 1)}`)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const said = { stdout: '', stderr: '' }
  const places = { AVESQO_DATA: data, AVESQO_KEYS: join(folder, 'keys') }
  const code = await runAvesqo(
    args,
    { ...places, ...env },
    {
      out: (text) => {
        said.stdout += text
      },
      err: (text) => {
        said.stderr += text
      },
    },
  )
  return { code, ...said }
}

/**
 * Calls in Dutch, and again for a program.
 *
 * @returns the Dutch sentence and the exit code; fails where JSON is not the same in both languages
 */
async function answers(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, stdout, stderr } = await run([...args, '--lang', 'nl'], env)
  expect(stdout).toBe('')
  const english = await run(args, env)
  expect(english.stderr).not.toBe(stderr)
  const json = await run([...args, '--lang', 'nl', '--json'], env)
  expect(JSON.parse(json.stderr)).toMatchObject({ error: { message: english.stderr.trimEnd() } })
  expect([english.code, json.code]).toEqual([code, code])
  return [code, stderr.trimEnd()]
}

/** A data directory with a clock and something in the place of a control store. */
function withStore(pin: string | undefined): void {
  mkdirSync(data)
  openClock(data, pin)
  writeFileSync(controlFile(data), '')
}

describe('what is wrong with the place of the data is said in the language of the call', () => {
  it('there is none', async () => {
    expect(await answers(['period', 'status', '--tenant', 'acme'])).toEqual([
      1,
      `In ${data} staan nog geen gegevens van avesqo. Noem de juiste map met --data, of begin er een met: avesqo tenant add`,
    ])
  })

  it('its database cannot be opened', async () => {
    mkdirSync(controlFile(data), { recursive: true })
    expect(await answers(STATUS)).toEqual([
      1,
      `De database ${controlFile(data)} kan niet worden geopend. Kijk of u in die map mag schrijven, en of het bestand niet beschadigd is.`,
    ])
  })

  it('its directory cannot be made', async () => {
    expect(await answers(['demo', '--once', '--dir', '/dev/null/x/y'])).toEqual([
      1,
      'De map /dev/null/x kan niet worden gemaakt (ENOTDIR). Noem een map waarin u mag schrijven.',
    ])
  })

  it.each([
    [undefined, PIN, 2, /^AVESQO_NOW is ingevuld, maar deze map met gegevens gebruikt de echte tijd\./u],
    [PIN, '2026-11-19T09:00:00Z', 2, /^AVESQO_NOW ligt vóór de klok van deze map .*\(2026-11-20T09:0.*nooit terug/u],
    [PIN, '2026-11-21T09:00:00Z', 2, /^AVESQO_NOW is later dan de klok van deze map .*`avesqo serve`/u],
    [PIN, 'gisteren', 2, /^AVESQO_NOW moet een tijdstip met tijdzone zijn/u],
  ])('its clock was begun with %s and is called with %s', async (pin, now, code, sentence) => {
    withStore(pin)
    // The clock runs: what JSON and text say of it differs by milliseconds.
    const dutch = await run([...STATUS, '--lang', 'nl'], { AVESQO_NOW: now })
    expect(dutch).toEqual({ code, stdout: '', stderr: expect.stringMatching(sentence) })
    const json = await run([...STATUS, '--lang', 'nl', '--json'], { AVESQO_NOW: now })
    expect(json).toMatchObject({ code, stderr: expect.stringMatching(/"message":"AVESQO_NOW (?:is|lies|must) /u) })
  })

  it('its clock cannot be read', async () => {
    withStore(undefined)
    writeFileSync(join(data, 'clock.json'), '{')
    expect(await answers(STATUS)).toEqual([
      1,
      expect.stringMatching(/clock\.json is niet te lezen als klok .* uit een back-up\./u),
    ])
  })

  it.each([
    [{ AVESQO_LOG: 'loud' }, 'AVESQO_LOG moet een van deze zijn: silent, error, warn, info, debug.'],
    [{ AVESQO_URL: 'ftp://x' }, 'AVESQO_URL moet een adres zijn dat begint met http:// of https://.'],
  ])('a setting is not of its form: %j', async (env, sentence) => {
    expect(await answers(STATUS, env)).toEqual([2, `De omgevingsvariabele ${sentence}`])
  })
})

describe('a call that cannot be read is answered in the language that it asks for', () => {
  it.each([
    [['period', 'seal', '--month', '2026-10'], 'De optie --tenant <id> ontbreekt.'],
    [['rollup', 'status', '--tennant', 'acme'], 'De optie --tennant bestaat hier niet.'],
    [['explain', '--platform', 'pexip'], 'In de aanroep ontbreekt <file>.'],
    [['rollup', 'status', 'acme'], 'Achter de opdracht status staat te veel.'],
    [['period', 'sael'], 'De opdracht sael bestaat niet.'],
    [
      ['explain', '--platform', 'zoom', 'x'],
      'Bij de optie --platform <platform> past „zoom” niet: kies uit pexip, cms, generic.',
    ],
  ])('%j', async (args, sentence) => {
    expect(await answers(args)).toEqual([2, `${sentence} ${HELP}`])
  })

  it('an option without its value, at the end of the call', async () => {
    const dutch = await run(['findings', '--lang=nl', '--tenant'], {})
    expect(dutch).toEqual({ code: 2, stdout: '', stderr: `Achter de optie --tenant <id> staat niets. ${HELP}\n` })
  })

  it.each([
    [['tenant', 'list', '--lang', 'nl'], "Unknown option '--lang'."],
    [['account', 'invite', '--lang', 'nl'], "Required option '--login <login>' not specified."],
    [['rollup', 'status', '--lang', 'fr'], "Option '--lang <language>' argument 'fr' is invalid."],
  ])('in English where it speaks no other: %j', async (args, sentence) => {
    expect((await run(args, {})).stderr).toContain(sentence)
  })
})

it.each([
  [['period', 'seal', '--tenant', 'acme', '--month', 'x'], 2, '--month "x" moet een maand zijn, zoals 2026-10.'],
  [['explain', '--platform', 'pexip', '--config', 'none.json', 'x'], 1, /^none\.json .*niet/u],
] as const)('%j is refused in words for people in Dutch, for programs in English', async (args, code, sentence) => {
  expect(await answers(args)).toEqual([code, expect.stringMatching(sentence)])
})

it('an error of the parser that Dutch does not know is told in its own words', () => {
  const { wrongCall } = wordsOf('nl').call
  expect(wrongCall({ code: 'commander.new', said: 'something else', names: [] })).toBe(`something else. ${HELP}`)
})
