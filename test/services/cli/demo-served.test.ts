/** `avesqo demo` as its reader meets it: links that sign in, pages that say that all of it is invented, and an end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const AVESQO = fileURLToPath(new URL('../../../services/cli/avesqo.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'avesqo-demo-'))
const links: string[] = []
const linksAgain: string[] = []
const logins: string[] = []
let password = ''
let child: ChildProcess

/** Resolves when the demo has said that it goes on serving. */
beforeAll(async () => {
  const args = ['demo', '--dir', join(folder, 'demo'), '--port', '0', '--people', '30', '--days', '20']
  child = spawn('sh', ['-c', 'ulimit -c 0; exec "$@"', 'demo', process.execPath, AVESQO, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  })
  if (child.stderr === null) throw new Error('The demo says nothing.')
  let again = false
  for await (const line of createInterface({ input: child.stderr })) {
    again ||= line.includes('The links once more')
    const link = /http:\/\/127\.0\.0\.1:\d+\/demo\/\S+/u.exec(line)?.[0]
    if (link !== undefined) (again ? linksAgain : links).push(link)
    const login = /login: (\S+)/u.exec(line)?.[1]
    if (login !== undefined && !again) logins.push(login)
    password = /^ {2}Password of all four, made for this demo only: (\S+)$/u.exec(line)?.[1] ?? password
    if (line.includes('goes on serving')) return
  }
  throw new Error('The demo ended without serving.')
})
afterAll(() => {
  child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Opened {
  readonly path: string
  readonly html: string
  readonly cookie: string
}

/** Opens a link as a browser does. */
async function open(link: string, cookie = ''): Promise<Opened> {
  const answer = await fetch(link, { redirect: 'manual', headers: { accept: 'text/html', cookie } })
  const set = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
  const to = answer.headers.get('location')
  if (to !== null) return open(new URL(to, link).href, set)
  return { path: new URL(link).pathname, html: await answer.text(), cookie: set }
}

/** What a page's forms hand over to show that they were sent from it. */
function proofOf(html: string): string {
  return /name="_csrf" value="([^"]+)"/u.exec(html)?.[1] ?? ''
}

it('signs each of its readers in where they begin, and says that it is a demo', async () => {
  expect(linksAgain).toEqual(links) // what it found has scrolled the first ones away
  const pages = await Promise.all(links.map((link) => open(link)))
  expect(pages.map(({ path }) => path)).toEqual(['/t/voorbeeld', '/portfolio', '/privacy', '/operations'])
  for (const { html } of pages) expect(html).toContain('The organisation and its figures are invented.')
})

it('has a month of both customers for the consultant; of nine people it says nothing', async () => {
  const { cookie, html } = await open(links[1] ?? '')
  expect(html).toContain('Klein Voorbeeld (invented)')
  const origin = new URL(links[1] ?? '').origin
  const large = await open(`${origin}/t/voorbeeld/2026-10`, cookie)
  expect(large.html).toContain('data-plot="site"')
  const small = await open(`${origin}/t/klein-voorbeeld/2026-10`, cookie)
  expect(small.html).toContain('October 2026')
  expect(small.html).toContain('This report says nothing about people')
  expect(small.html).not.toContain('data-plot="site"')
})

it('signs in by hand with what it printed, and makes an API token, for which a link is not enough', async () => {
  const { origin } = new URL(links[1] ?? '')
  const send = (path: string, cookie: string, form: Readonly<Record<string, string>>) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin, cookie },
      body: new URLSearchParams(form),
    })
  const signedIn = await Promise.all(logins.map((login) => send('/login', '', { login, password })))
  expect(signedIn.map(({ status }) => status)).toEqual([303, 303, 303, 303])

  const { cookie } = await open(links[1] ?? '')
  const { html } = await open(`${origin}/account`, cookie)
  const made = await send('/account/tokens', cookie, {
    label: 'a sheet',
    days: '1',
    current: password,
    _csrf: proofOf(html),
  })
  expect(made.status).toBe(200)
  const token = /<code>(avesqo_[\w-]+)<\/code>/u.exec(await made.text())?.[1] ?? ''
  const asked = await fetch(`${origin}/api/v1/tenants`, { headers: { authorization: `Bearer ${token}` } })
  expect(asked.status).toBe(200)
})

it('a link that it did not print leads nowhere', async () => {
  const { origin } = new URL(links[0] ?? '')
  expect((await fetch(`${origin}/demo/aGVsbG8`)).status).toBe(404)
})

it('ends when it is told to', async () => {
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})
