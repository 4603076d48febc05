/** `avesqo import` as a person calls it. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { processed, SECRET, start, stopAll } from '../../ingest/receive/harness.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-import-command-'))
  writeFileSync(join(folder, 'good.ndjson'), '{"a":1}\n{"a":2}\n')
  writeFileSync(join(folder, 'bad.ndjson'), '{"a":1}\n\n{"bad":2}\n')
  writeFileSync(join(folder, 'secret.txt'), `${SECRET}\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(stopAll)

interface Called {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function avesqo(args: readonly string[], env: Record<string, string> = {}, stdin = ''): Promise<Called> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['services/cli/avesqo.ts', 'import', ...args], {
      env: { PATH: process.env['PATH'], AVESQO_DATA: join(folder, 'data'), ...env },
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(stdin)
  })
}

async function receiver(): Promise<string[]> {
  const { url } = await start({
    process: async (_source, body) => {
      const lines = body.bytes.toString('utf8').trimEnd().split('\n')
      const refused = lines.flatMap((line, index) =>
        line.includes('bad') ? [{ index, code: 'field_missing' as const, path: 'leg_id' }] : [],
      )
      return { ...processed(lines.length), refused }
    },
  })
  return ['--source', 'generic-one', '--url', url]
}

it('ends with 0 when every record was accepted', async () => {
  const to = await receiver()
  const called = await avesqo([...to, join(folder, 'good.ndjson'), '-'], { AVESQO_SOURCE_SECRET: SECRET }, '{"a":3}\n')
  expect(called).toMatchObject({ code: 0, err: '' })
  expect(called.out).toContain('good.ndjson: 2 records, 2 accepted, 0 refused\n')
  expect(called.out).toContain('-: 1 record, 1 accepted, 0 refused\n')
  expect(called.out).toContain('Total: 3 records, 3 accepted, 0 refused\n')
})

it('ends with 1 when some were refused, and says which and why', async () => {
  const to = await receiver()
  const call = [...to, '--secret-file', join(folder, 'secret.txt'), join(folder, 'bad.ndjson')]
  const text = await avesqo(call)
  expect(text).toMatchObject({ code: 1, err: '' })
  expect(text.out).toContain('bad.ndjson: 2 records, 1 accepted, 1 refused\n')
  expect(text.out).toContain('  1 field_missing: A field that identifies or dates the record is missing.\n')
  expect(text.out).toContain('    line 3, record 2: field_missing at leg_id\n')
  const json = await avesqo([...call, '--json'])
  expect(json).toMatchObject({ code: 1, err: '' })
  expect(JSON.parse(json.out)).toMatchObject({
    files: [
      {
        file: join(folder, 'bad.ndjson'),
        records: 2,
        accepted: 1,
        refused: { field_missing: 1 },
        positions: [{ index: 1, line: 3, code: 'field_missing', path: 'leg_id' }],
        failed: null,
      },
    ],
    total: { records: 2, accepted: 1, refused: { field_missing: 1 } },
    retries: 0,
  })
})

it('ends with 1 when it could not send, and says that sending again is harmless', async () => {
  const to = await receiver()
  const called = await avesqo([...to, join(folder, 'good.ndjson')], { AVESQO_SOURCE_SECRET: 'wrong' })
  expect(called.code).toBe(1)
  expect(called.out).toMatch(/Not sent to its end: .*secret is wrong[^]*counted once/u)
})

it.each([
  [['--source', 'generic-one', 'x'], {}, /AVESQO_SOURCE_SECRET or name a file/u],
  [['--source', 'generic-one', '--secret-file', 'none', 'x'], {}, /cannot be read: none/u],
  [['--source', 'generic-one', '--url', 'http://avesqo.example.org', 'x'], { AVESQO_SOURCE_SECRET: 's' }, /https:/u],
  [['--source', 'generic-one', '--batch', '0', 'x'], { AVESQO_SOURCE_SECRET: 's' }, /from 1 to 10000/u],
  [['--source', 'generic-one'], {}, /file/u],
  [['x'], {}, /--source/u],
])('ends with 2 and a sentence at a wrong call %j', async (args, env, sentence) => {
  const called = await avesqo(args, env)
  expect(called).toMatchObject({ code: 2, out: '' })
  expect(called.err).toMatch(sentence)
})
