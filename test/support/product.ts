/**
 * The product as its users have it: the `avesqo` command in processes of their own, on a data directory of this test.
 * Everything that a process says on stdout and stderr is kept for the leak scan.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const CLI = fileURLToPath(new URL('../../services/cli/avesqo.ts', import.meta.url))

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly url: string
  readonly pid: number
  /** Sends SIGKILL and waits until the process is gone. */
  kill(): Promise<void>
  /** Sends SIGTERM and gives the exit code. */
  stop(): Promise<number>
}

export interface Product {
  /** Parent of the data and key directories: nothing of the product lies outside it. */
  readonly home: string
  readonly data: string
  readonly keys: string
  /** Everything that any process of it has said so far. */
  said(): string
  run(args: readonly string[], input?: string): Promise<Ran>
  start(env?: Readonly<Record<string, string>>): Promise<Running>
  remove(): Promise<void>
}

const listening = z.object({ url: z.string() })

/**
 * @param env such as `AVESQO_NOW`, for every process of this product
 * @param through a command that runs every process, such as one that enters a namespace
 */
export function newProduct(
  env: Readonly<Record<string, string>> = {},
  through: () => readonly string[] = () => [],
): Product {
  const home = mkdtempSync(join(tmpdir(), 'avesqo-test-'))
  const data = join(home, 'data')
  const keys = join(home, 'keys')
  const said: string[] = []
  const children = new Set<ChildProcess>()

  function launch(args: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess {
    // As `npm start` does it: without core dumps, and with its bounds of memory.
    const bounds = ['--max-old-space-size=512', '--max-semi-space-size=16']
    const shell = ['sh', '-c', 'ulimit -c 0; exec "$0" "$@"', process.execPath, ...bounds]
    const [command = 'sh', ...before] = [...through(), ...shell]
    const child = spawn(command, [...before, CLI, '--data', data, '--keys', keys, ...args], {
      env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', TMPDIR: home, ...env, ...more },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    children.add(child)
    child.once('exit', () => children.delete(child))
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => said.push(text))
    }
    return child
  }

  return {
    home,
    data,
    keys,
    said: () => said.join(''),
    async run(args, input = '') {
      const child = launch(args)
      let stdout = ''
      let stderr = ''
      child.stdout?.on('data', (text: string) => (stdout += text))
      child.stderr?.on('data', (text: string) => (stderr += text))
      child.stdin?.end(input)
      const [code] = (await once(child, 'close')) as [number | null]
      return { code: code ?? -1, stdout, stderr }
    },
    async start(more = {}) {
      const child = launch(['--json', 'serve'], { AVESQO_PORT: '0', ...more })
      const exited = once(child, 'exit') as Promise<[number | null, string | null]>
      const url = await urlOf(child, exited, said)
      return {
        url,
        pid: child.pid ?? -1,
        async kill() {
          child.kill('SIGKILL')
          await exited
        },
        async stop() {
          child.kill('SIGTERM')
          const [code] = await exited
          return code ?? -1
        },
      }
    },
    async remove() {
      for (const child of children) {
        const exited = once(child, 'exit')
        child.kill('SIGKILL')
        await exited
      }
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function urlOf(child: ChildProcess, exited: Promise<unknown>, said: readonly string[]): Promise<string> {
  const from = said.length
  const found = new Promise<string>((resolve) => {
    let text = ''
    child.stdout?.on('data', (more: string) => {
      text += more
      if (!text.includes('}')) return
      resolve(listening.parse(JSON.parse(text)).url)
    })
  })
  const ended = exited.then(() => {
    throw new Error(`the product ended before it listened: ${said.slice(from).join('')}`)
  })
  return Promise.race([found, ended])
}

/** A tenant with one source of each platform; gives the secrets by source id. */
export async function withTenant(
  product: Product,
  tenant: { readonly id: string; readonly zone?: string; readonly from?: string },
  platforms: readonly ('pexip' | 'cms' | 'generic')[],
): Promise<Readonly<Record<string, string>>> {
  const { id, zone = 'Europe/Amsterdam', from = '2026-01-01' } = tenant
  expectOk(
    await product.run(
      ['tenant', 'add', id, '--name', id, '--zone', zone, '--country', 'NL', '--domain', 'voorbeeld.example'].concat([
        '--role',
        'processor',
        '--contract-from',
        from,
        '--dpa',
        'DPA-1',
      ]),
    ),
  )
  const secrets: Record<string, string> = {}
  for (const platform of platforms) {
    const source = `${id}-${platform}`
    const added = await product.run(
      ['--json', 'source', 'add', id, source, '--platform', platform, '--supplier', 'Own'].concat([
        '--supplier-country',
        'NL',
        '--transfer-basis',
        'eea',
        '--checked-on',
        from,
        '--checked-by',
        'officer',
        '--dpa',
        'DPA-2',
        '--dpa-until',
        '2030-12-31',
      ]),
    )
    expectOk(added)
    secrets[source] = z.object({ secret: z.string() }).parse(JSON.parse(added.stdout)).secret
  }
  return secrets
}

function expectOk({ code, stdout, stderr }: Ran): void {
  if (code !== 0) throw new Error(`the command failed with ${code}: ${stdout}${stderr}`)
}
