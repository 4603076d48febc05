import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EngineError } from '../../../../services/shared/clickhouse/index.ts'
import { startLink } from '../../../../services/shared/clickhouse/link.ts'

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))
let directory: string
let children: ChildProcess[]

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'avesqo-process-'))
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [CHILD, join(directory, 'clickhouse'), ...args], { stdio: 'pipe' })
  children.push(child)
  let output = ''
  const ready = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('ready\n')) ready.resolve()
    })
  }
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => ({ code, signal, output }))
  return { child, ready: ready.promise, ended }
}

describe('the process of an engine', () => {
  it.each(['close', 'exit'])('ends with 0 after: open, insert, %s', async (ending) => {
    expect(await start(ending).ended).toMatchObject({ code: 0, signal: null })
  })

  it('ends with 0 when SIGTERM makes it close', async () => {
    const { child, ready, ended } = start('term')
    await ready
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0, signal: null })
  })

  it('keeps a second one out of its directory, which is told what that means; afterwards the next gets in', async () => {
    const first = start('term')
    await first.ready
    const second = await start('close').ended
    expect(second.code).toBe(1)
    expect(second.output).toMatch(/UserError: .*another avesqo process is using it.*stop that one first/u)
    first.child.kill('SIGTERM')
    await first.ended
    expect(await start('close').ended).toMatchObject({ code: 0 })
  })

  it('prints no row value, whatever the engine has to say about it', async () => {
    const { output, code } = await start('leak', 'canary@leak.example').ended
    expect(code).toBe(0)
    expect(output.match(/"event":"engine_error"/gu)).toHaveLength(3)
    expect(output).not.toMatch(/canary|leak/u)
  })

  it('learns that the engine is gone: what waits and what comes fails, and `gone` says so', async () => {
    const link = await startLink({ path: directory, readers: 1 }, new URL('dying-worker.ts', import.meta.url))
    if (link === null) throw new Error('did not start')
    const waiting = link.run('read', 'SELECT 1').catch((error: unknown) => error)
    await link.gone
    const later: unknown = await link.run('write', 'SELECT 1').catch((error: unknown) => error)
    for (const thrown of [await waiting, later]) {
      expect(thrown).toBeInstanceOf(EngineError)
      expect(thrown).toMatchObject({ reason: 'gone', code: 'unavailable' })
    }
    await link.close()
  })
})
