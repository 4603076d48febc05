/** Runs `avesqo` on a data directory of its own: in this process, or, where that is the question, as a process. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runAvesqo } from '../../../services/cli/main.ts'

const AVESQO = fileURLToPath(new URL('../../../services/cli/avesqo.ts', import.meta.url))

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Cli {
  readonly data: string
  run(...args: readonly string[]): Promise<Run>
  /** The same as a process of its own. */
  spawn(...args: readonly string[]): Promise<Run>
  /** Runs with `--json` and reads the answer. Fails where the call failed. */
  json(...args: readonly string[]): Promise<unknown>
  /** Writes a file beside the data directory and gives its path. */
  file(name: string, content: string | Buffer): string
  remove(): void
}

export function createCli(env: Readonly<Record<string, string>> = {}): Cli {
  const folder = mkdtempSync(join(tmpdir(), 'avesqo-cli-'))
  const data = join(folder, 'data')
  const places = ['--data', data, '--keys', join(folder, 'keys')]
  const run = async (...args: readonly string[]): Promise<Run> => {
    const said = { stdout: '', stderr: '' }
    const code = await runAvesqo([...args, ...places], env, {
      out: (text) => {
        said.stdout += text
      },
      err: (text) => {
        said.stderr += text
      },
    })
    return { code, ...said }
  }
  return {
    data,
    run,
    spawn: (...args) =>
      new Promise((resolve) => {
        const options = { env: { PATH: process.env['PATH'] ?? '', ...env }, cwd: folder }
        execFile(process.execPath, [AVESQO, ...args, ...places], options, (error, stdout, stderr) => {
          const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
          resolve({ code, stdout, stderr })
        })
      }),
    async json(...args) {
      const done = await run(...args, '--json')
      if (done.code !== 0) throw new Error(`avesqo ${args.join(' ')}: ${done.stderr}`)
      const answer: unknown = JSON.parse(done.stdout)
      return answer
    },
    file(name, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A tenant on the terms that most tests need. */
export const ACME = [
  'tenant',
  'add',
  'acme',
  '--name',
  'Acme',
  '--contract-from',
  '2026-01-01',
  '--dpa',
  'DPA-1',
] as const
