/** Ctrl-C while `avesqo demo` is at work: heard at once, and the end of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const AVESQO = fileURLToPath(new URL('../../../services/cli/avesqo.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'avesqo-demo-stopped-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['en', 'Sending what the platforms tell', 'Stopping …'],
  ['nl', 'Nu telt het product', 'De demo stopt …'],
] as const)('in %s, ends during: %s', async (lang, words, last) => {
  const dir = join(folder, 'demo')
  const args = ['demo', '--dir', dir, '--port', '0', '--people', '60', '--days', '20', '--lang', lang]
  const child = spawn(process.execPath, [AVESQO, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  })
  const ended = once(child, 'exit')
  const after: string[] = []
  let told = false
  for await (const line of createInterface({ input: child.stderr })) {
    if (told && line !== '') after.push(line)
    if (!line.includes(words)) continue
    told = true
    child.kill('SIGINT')
  }
  expect(await ended).toEqual([0, null])
  expect(after).toEqual([last])
  expect(existsSync(`${dir}-lock`)).toBe(false)
})
