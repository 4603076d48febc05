import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importFiles, type ImportSettings, type Progress } from '../../../../services/cli/import/run.ts'
import { receiverUrl } from '../../../../services/cli/import.ts'
import type { Process, ReceivedBody } from '../../../../services/ingest/receive/types.ts'
import { AppError } from '../../../../services/shared/errors.ts'
import { type Options, processed, SECRET, start, stopAll } from '../../ingest/receive/harness.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-import-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(stopAll)

let sent: string[]
let progress: Progress
beforeEach(() => {
  sent = []
  progress = { file: '', records: 0, refused: 0, retries: 0, share: () => null }
})

/** Takes each line for a record (but a CSV's header), refuses those with `bad` in them. */
const lineByLine: Process = async (_source, body) => {
  const text = body.bytes.toString('utf8')
  sent.push(text)
  const lines = text.trimEnd().split('\n')
  const records = contentType(body).startsWith('text/csv') ? lines.slice(1) : lines
  const refused = records.flatMap((line, index) =>
    line.includes('bad') ? [{ index, code: 'field_invalid' as const, path: 'start' }] : [],
  )
  return { ...processed(records.length), accepted: records.length - refused.length, refused }
}

function contentType(body: ReceivedBody): string {
  return 'contentType' in body ? (body.contentType ?? '') : ''
}

async function run(files: readonly string[], receiver: Options = {}, more: Partial<ImportSettings> = {}) {
  const { url } = await start({ process: lineByLine, ...receiver })
  return importFiles(files, { ...settings(url), ...more }, progress)
}

function settings(url: string): ImportSettings {
  return {
    url: receiverUrl(url, 'generic-one'),
    source: 'generic-one',
    secret: SECRET,
    limits: { records: 3, bytes: 10_000, recordBytes: 20_000 },
    concurrency: 4,
    maxPositions: 20,
    retry: { firstMs: 5, maxMs: 20, giveUpMs: 5_000 },
    stdin: Readable.from([]),
  }
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `{"leg_id":"${i}"${i % 10 === 7 ? ',"bad":1' : ''}}`)

describe('files', () => {
  it.each([
    ['records.ndjson', (text: string) => text],
    ['records.ndjson.gz', gzipSync],
    [
      'records-two-members.gz',
      (text: string) => Buffer.concat([gzipSync(text.slice(0, 100)), gzipSync(text.slice(100))]),
    ],
    ['records.ndjson.zst', zstdCompressSync],
    [
      'records-two-frames.zst',
      (text: string) => Buffer.concat([zstdCompressSync(text.slice(0, 100)), zstdCompressSync(text.slice(100))]),
    ],
    ['records-without-ending', (text: string) => text],
    ['records-as-array.json', (text: string) => `[\n${text.trimEnd().replaceAll('\n', ',\n')}\n]`],
  ])('sends %s in deliveries and says where the refused records stand', async (name, write) => {
    const path = file(name, write(`${rows(25).join('\n')}\n`))
    const offset = name.includes('array') ? 1 : 0
    const [report] = await run([path])
    expect(report).toEqual({
      file: path,
      failed: null,
      records: 25,
      accepted: 23,
      refused: { field_invalid: 2 },
      positions: [
        { index: 7, line: 8 + offset, code: 'field_invalid', path: 'start' },
        { index: 17, line: 18 + offset, code: 'field_invalid', path: 'start' },
      ],
    })
    expect(sent).toHaveLength(9)
    expect(sent.join('').split('\n').filter(Boolean).toSorted()).toEqual(rows(25).toSorted())
    expect(progress).toMatchObject({ records: 25, refused: 2, retries: 0 })
    expect(progress.share()).toBe(1)
  })

  it('repeats the header of a CSV before each delivery', async () => {
    const path = file('records.csv', '\uFEFFleg_id,start\n1,x\n2,bad\n\n3,x\n4,bad\n')
    const [report] = await run([path], {}, { concurrency: 1 })
    expect(sent).toEqual(['leg_id,start\n1,x\n2,bad\n3,x\n', 'leg_id,start\n4,bad\n'])
    expect(report?.positions.map(({ index, line }) => [index, line])).toEqual([
      [1, 3],
      [3, 6],
    ])
  })

  it('reads standard input, and sends XML as one document', async () => {
    const text = '<?xml version="1.0"?>\n<records session="s"><record/>bad</records>'
    const [report] = await run(
      ['-'],
      {},
      { stdin: Readable.from([Buffer.from(text.slice(0, 9)), Buffer.from(text.slice(9))]) },
    )
    expect(sent).toEqual([`${text}\n`])
    // two lines were taken for two records of one piece: positions are then those of the file, without a line
    expect(report?.positions).toEqual([{ index: 1, line: null, code: 'field_invalid', path: 'start' }])
  })

  it('reads a file of very many zstd frames, one of them skippable', async () => {
    const skippable = Buffer.concat([Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0]), Buffer.from('abc')])
    const frames = rows(3_000).map((row) => zstdCompressSync(`${row}\n`))
    const path = file('frames.zst', Buffer.concat([skippable, ...frames]))
    const [report] = await run([path], {}, { limits: { records: 500, bytes: 1e6, recordBytes: 1e6 } })
    expect(report).toMatchObject({ failed: null, records: 3_000, accepted: 2_700 })
  })

  it('counts an over-long record as not sent, at its place', async () => {
    const path = file('long.ndjson', `{"a":1}\n"${'x'.repeat(30_000)}"\n{"bad":1}\n`)
    const [report] = await run([path])
    expect(report).toMatchObject({ records: 3, accepted: 1, refused: { too_long_to_send: 1, field_invalid: 1 } })
    expect(report?.positions.map(({ index, line, code }) => [index, line, code])).toEqual([
      [1, 2, 'too_long_to_send'],
      [2, 3, 'field_invalid'],
    ])
  })

  it('fails a file that is not there or is damaged, and goes on with the next', async () => {
    const whole = `${rows(2_000).join('\n')}\n`
    const damaged = file('damaged.gz', gzipSync(whole).subarray(0, -200))
    const good = file('good.ndjson', '{"a":1}\n')
    const reports = await run(
      [join(folder, 'missing'), damaged, good],
      {},
      { limits: { records: 100, bytes: 1e6, recordBytes: 1e6 } },
    )
    expect(reports.map(({ failed }) => failed)).toEqual([
      expect.stringContaining('There is no file'),
      expect.stringContaining('cannot be read to its end'),
      null,
    ])
    expect(reports[2]).toMatchObject({ records: 1, accepted: 1 })
  })
})

describe('answers that are no acknowledgement', () => {
  it('sends again after 503 and 429, and counts once', async () => {
    const path = file('again.ndjson', `${rows(30).join('\n')}\n`)
    let failures = 6
    const [report] = await run([path], {
      process: async (...call) => {
        if (failures > 0) {
          failures -= 1
          throw new AppError(failures % 2 === 0 ? 'unavailable' : 'too_many_requests')
        }
        return lineByLine(...call)
      },
    })
    expect(report).toMatchObject({ failed: null, records: 30, accepted: 27 })
    expect(progress.retries).toBe(6)
  })

  it('waits as long as Retry-After says', async () => {
    const times: number[] = []
    const server = createServer((request, response) => {
      request.resume()
      times.push(performance.now())
      if (times.length === 1) response.writeHead(429, { 'retry-after': '1' }).end()
      else response.writeHead(200).end('{"received":1,"refused":[]}')
    })
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening)
    })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await importFiles([file('wait.ndjson', '{"a":1}\n')], settings(url), progress)
    server.close()
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990)
  })

  it('waits for a receiver that is not there yet', async () => {
    const first = await start({ process: lineByLine })
    await first.server.close()
    const importing = importFiles([file('later.ndjson', '{"a":1}\n')], settings(first.url), progress)
    while (progress.retries === 0) await new Promise((turn) => setImmediate(turn))
    const server = createServer((_request, response) => response.end('{"received":1,"refused":[]}'))
    await new Promise<void>((listening) => {
      server.listen(first.port, '127.0.0.1', listening)
    })
    expect(await importing).toMatchObject([{ failed: null, records: 1, accepted: 1 }])
    server.close()
  })

  it.each([
    [401, 'the secret is wrong', { secret: 'wrong' }, {}],
    [403, 'No valid agreement', { source: 'generic-ended' }, {}],
    [413, '--batch', {}, { limits: { bodyBytes: 10 } }],
    [500, 'internal', {}, { process: () => Promise.reject(new Error('secret text')) }],
  ])('stops at %d and says what to do', async (_status, sentence, more, receiver) => {
    const { url } = await start({ process: lineByLine, ...receiver })
    const used = { ...settings(url), ...more }
    const path = file('stop.ndjson', `${rows(100).join('\n')}\n`)
    const reports = await importFiles([path, path], { ...used, url: receiverUrl(url, used.source) }, progress)
    expect(reports).toHaveLength(1)
    expect(reports[0]?.failed).toContain(sentence)
    expect(reports[0]).toMatchObject({ records: 0, accepted: 0 })
    expect(progress.retries).toBe(0)
  })

  it.each([
    ['another server', (url: string) => new Response(`<html>${url}</html>`)],
    ['a redirect', () => new Response('', { status: 302, headers: { location: 'http://127.0.0.1:1/' } })],
  ])('does not follow or believe %s', async (_name, answer) => {
    const server = createServer((request, response) => {
      const { status, headers } = answer(request.url ?? '')
      response.writeHead(status, Object.fromEntries(headers)).end('hello')
    })
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening)
    })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const [report] = await importFiles([file('one.ndjson', '{"a":1}\n')], settings(url), progress)
    server.close()
    expect(report?.failed).toMatch(/not as a receiver|answered 302/u)
  })
})

describe('memory', () => {
  it('stays flat over a file of 200 MB', async () => {
    const line = `{"leg_id":"${'x'.repeat(1_000)}"}\n`
    const block = Buffer.from(line.repeat(1_000))
    const stdin = Readable.from(
      (async function* () {
        for (let i = 0; i < 200; i += 1) yield Buffer.from(block)
      })(),
    )
    const { url } = await start({
      keep: false,
      process: async (_source, body) => processed(body.bytes.length / line.length),
    })
    const peaks = [0, 0]
    const watch = setInterval(() => {
      const half = progress.records < 50_000 ? 0 : 1
      peaks[half] = Math.max(peaks[half] ?? 0, process.memoryUsage().rss)
    }, 10)
    const limits = { records: 1_000, bytes: 4e6, recordBytes: 8e6 }
    const [report] = await importFiles(['-'], { ...settings(url), stdin, limits }, progress)
    clearInterval(watch)
    expect(report).toMatchObject({ failed: null, records: 200_000, accepted: 200_000 })
    // 150 MB more were read in the second part
    expect((peaks[1] ?? 0) - (peaks[0] ?? 0)).toBeLessThan(100_000_000)
  })
})

describe('the address', () => {
  it('may be clear text on this machine only', () => {
    expect(receiverUrl('http://127.0.0.1:8080', 'abc').href).toBe('http://127.0.0.1:8080/receive/abc')
    expect(receiverUrl('http://[::1]:8080/', 'abc').href).toBe('http://[::1]:8080/receive/abc')
    expect(receiverUrl('https://avesqo.example.org/in/', 'abc').href).toBe('https://avesqo.example.org/in/receive/abc')
    for (const url of [
      'http://avesqo.example.org',
      'http://192.0.2.1',
      'ftp://localhost',
      'x',
      'https://u:p@localhost',
      'http://localhost/?a',
    ]) {
      expect(() => receiverUrl(url, 'abc')).toThrow(/--url/u)
    }
    expect(() => receiverUrl('http://localhost', 'Not A Slug')).toThrow(/--source/u)
  })
})
