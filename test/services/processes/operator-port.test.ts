/** The operator port: a socket of its owner alone, wherever the data directory lies, and no error text but ours. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MonthStatus, Published } from '../../../services/disclosure/index.ts'
import { reachDesk } from '../../../services/processes/operator-client.ts'
import { type OperatorPort, openOperatorPort } from '../../../services/processes/operator-port.ts'
import type { Desk } from '../../../services/processes/operator-wire.ts'
import { AppError } from '../../../services/shared/errors.ts'
import { createLogger } from '../../../services/shared/logger.ts'

const MONTH: MonthStatus = {
  month: '2026-10',
  state: 'reopened',
  due: '2026-11-06',
  part: false,
  revision: 1,
  sealedMs: 1_700_000_000_000,
  untilMs: 1_700_000_000_000,
  safe: true,
  reason: 'late records of October',
}
const PUBLISHED: Published = {
  publication: {
    tenant_id: 'acme',
    month: '2026-10',
    revision: 1,
    sealed_ms: 1_700_000_000_000,
    k: 10,
    profile: 'avesqo-1',
    code_version: '0.1.0',
    watermark_ms: 1_700_000_000_000,
    safe: 1,
    folds: { site: ['a', 'b'] },
    protocol: [{ cut: 'site', cells: 4, shown: 2, by_rule: { folded: 2 } }],
    rules: [],
  },
  figures: [
    {
      population: 'people',
      cut: 'tenant',
      v1: '',
      v2: '',
      measure: 'failed_rate',
      mark: 'shown',
      value: 120,
      low: 100,
      high: 140,
      kept: false,
    },
  ],
  days: [{ day: '2026-10-01', site: '', measure: 'taken', mark: 'shown', value: 1000 }],
}
const RUN = { tenantId: 'acme', days: ['2026-11-19'], rows: 7, ms: 12, untilMs: 1_700_000_000_000 }

let folder: string
let data: string
let socket: string
let asked: unknown[]
let port: OperatorPort | undefined

/** A desk that knows one tenant; what is behind the real one has its own tests. */
const desk: Desk = {
  async legs(tenant, day) {
    asked.push(['legs', tenant, day])
    if (tenant !== 'acme') throw new AppError('not_found')
    return []
  },
  async run(tenant, full, progress) {
    asked.push(['run', tenant, full])
    progress?.('2026-11-19')
    if (tenant === 'endless') {
      void port?.close()
      return new Promise(() => undefined)
    }
    if (tenant === 'broken') throw new TypeError('a text that quotes anna.jansen@voorbeeld.example')
    return RUN
  },
  async periods(tenant) {
    asked.push(['periods', tenant])
    return [MONTH]
  },
  async seal(tenant, month) {
    asked.push(['seal', tenant, month])
    return { refused: 'too_early', due: '2026-11-06' }
  },
  async reopen(tenant, month, reason) {
    asked.push(['reopen', tenant, month, reason])
    return { revision: 1 }
  },
  async published(tenant, month) {
    asked.push(['published', tenant, month])
    return month === '2026-10' ? PUBLISHED : null
  },
}
const open = async (at = data): Promise<void> => {
  port = await openOperatorPort({ data: at, desk, logger: createLogger('silent') })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-port-'))
  data = join(folder, 'data')
  socket = join(data, 'operator.sock')
  mkdirSync(data)
  asked = []
})
afterEach(async () => {
  await port?.close()
  port = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** A request as anybody could make it, and its whole answer. */
async function raw(method: string, path: string): Promise<{ status: number | undefined; body: string }> {
  const asking = request({ socketPath: socket, method, path, agent: false }).end()
  const [answer] = (await once(asking, 'response')) as [import('node:http').IncomingMessage]
  return { status: answer.statusCode, body: await text(answer) }
}

describe('whose it is', () => {
  it('socket and directory are their owner’s alone, whatever the shell’s mask said', async () => {
    chmodSync(data, 0o755)
    const mask = process.umask(0)
    try {
      await open()
    } finally {
      process.umask(mask)
    }
    expect([statSync(socket).mode & 0o777, statSync(data).mode & 0o777]).toEqual([0o600, 0o700])
  })

  it('another user of the machine cannot connect, even where the directory lets everybody in', async () => {
    await open()
    chmodSync(folder, 0o755)
    chmodSync(data, 0o755)
    // As root the test becomes nobody; any other user is refused a socket without rights by the same rule.
    if (process.getuid?.() !== 0) chmodSync(socket, 0o000)
    const become = process.getuid?.() === 0 ? 'process.setgid(65534); process.setuid(65534);' : ''
    const program = `${become} require('node:net').connect(${JSON.stringify(socket)})
      .on('connect', () => { console.log('connected'); process.exit() })
      .on('error', (error) => console.log(error.code))`
    const ran = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' })
    expect(ran.stdout.trim()).toBe('EACCES')
  })

  it('listens on no address of a network', async () => {
    const before = listening()
    await open()
    expect(listening()).toEqual(before)
  })
})

describe('where it lies', () => {
  it('a directory whose path is longer than a socket’s address may be', async () => {
    data = join(folder, 'a'.repeat(100), 'b'.repeat(100))
    mkdirSync(data, { recursive: true })
    await open(data)
    const remote = await reachDesk(data)
    expect(await remote?.legs('acme', '2026-11-19')).toEqual([])
    await remote?.close()
  })

  it('nobody is there before it opens and after it has closed, and no file is left', async () => {
    expect(await reachDesk(data)).toBeNull()
    await open()
    await port?.close()
    port = undefined
    expect(existsSync(socket)).toBe(false)
    expect(await reachDesk(data)).toBeNull()
  })

  it('the socket of a killed process is nobody, and does not hinder the next', async () => {
    const program = `require('node:net').createServer().listen(${JSON.stringify(socket)}, () => console.log('up'))`
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(existsSync(socket)).toBe(true)
    expect(await reachDesk(data)).toBeNull()
    await open()
    const remote = await reachDesk(data)
    expect(await remote?.run('acme', true)).toEqual(RUN)
    await remote?.close()
  })
})

describe('what it answers', () => {
  beforeEach(() => open())

  it('hands the question on as it was asked', async () => {
    const remote = await reachDesk(data)
    await remote?.legs('acme', '2026-11-19')
    const days: string[] = []
    expect(await remote?.run('acme', false, (day) => days.push(day))).toEqual(RUN)
    await remote?.close()
    expect(asked).toEqual([
      ['legs', 'acme', '2026-11-19'],
      ['run', 'acme', false],
    ])
    expect(days).toEqual(['2026-11-19'])
  })

  it('hands questions about months on, and gives back what the desk says, whole', async () => {
    const remote = await reachDesk(data)
    const reason = 'why & what? "50 %", é'
    expect(await remote?.periods('acme')).toEqual([MONTH])
    expect(await remote?.seal('acme', '2026-10')).toEqual({ refused: 'too_early', due: '2026-11-06' })
    expect(await remote?.reopen('acme', '2026-10', reason)).toEqual({ revision: 1 })
    expect(await remote?.published('acme', '2026-10')).toEqual(PUBLISHED)
    expect(await remote?.published('acme', '2026-09')).toBeNull()
    await remote?.close()
    expect(asked).toContainEqual(['reopen', 'acme', '2026-10', reason])
  })

  it.each([
    ['GET', '/legs?tenant=acme&day=yesterday', 400, 'bad_request'],
    ['GET', '/legs?tenant=acme', 400, 'bad_request'],
    ['GET', '/legs?tenant=acme&day=2026-11-19&limit=1', 400, 'bad_request'],
    ['POST', '/rollup/run?tenant=acme&full=yes', 400, 'bad_request'],
    ['GET', '/legs?tenant=other&day=2026-11-19', 404, 'not_found'],
    ['GET', '/rollup/run?tenant=acme&full=0', 404, 'not_found'],
    ['GET', '/', 404, 'not_found'],
    ['GET', '/periods?tenant=acme&month=2026-10', 400, 'bad_request'],
    ['POST', '/periods/seal?tenant=acme&month=2026-1', 400, 'bad_request'],
    ['POST', '/periods/reopen?tenant=acme&month=2026-10', 400, 'bad_request'],
    ['GET', '/periods/seal?tenant=acme&month=2026-10', 404, 'not_found'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    const answer = await raw(method, path)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toMatchObject({ code })
  })

  it('a product that ends in the middle of an answer is said in words', async () => {
    const asking = reachDesk(data).then((remote) => remote?.run('endless', true))
    await expect(asking).rejects.toThrow('ended before it had answered')
  })

  it('says no foreign text when it fails', async () => {
    const answer = await raw('POST', '/rollup/run?tenant=broken&full=0')
    expect(answer.body).toBe('{"day":"2026-11-19"}\n{"code":"internal"}\n')
    const remote = await reachDesk(data)
    await expect(remote?.run('broken', false)).rejects.toThrow('its log says where')
    await remote?.close()
  })
})

/** What this process listens on, by the kernel's word. */
function listening(): readonly string[] {
  const ran = spawnSync('sh', ['-c', `cat /proc/${process.pid}/net/tcp /proc/${process.pid}/net/tcp6`], {
    encoding: 'utf8',
  })
  const mine = spawnSync('ls', ['-l', `/proc/${process.pid}/fd`], { encoding: 'utf8' }).stdout
  return ran.stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/u))
    .filter((parts) => parts[3] === '0A' && mine.includes(`socket:[${parts[9]}]`))
    .map((parts) => parts[1] ?? '')
}
