import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openEngine } from '../../../services/shared/clickhouse/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { rowsOf } from '../../support/engine.ts'
import { keyOf } from './fixtures.ts'

const CHILD = fileURLToPath(new URL('durability-child.ts', import.meta.url))
const SEED = 20_261_104
const ROUNDS = 4

/** Numbers that look random and are the same in each run. */
function numbers(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Runs the child until it has acknowledged `acks` deliveries, then kills it. @returns what it acknowledged */
async function runAndKill(path: string, round: number, acks: number): Promise<readonly string[]> {
  const option = round % 2 === 0 ? 'deduplicate' : 'plain'
  const child = spawn(process.execPath, [CHILD, path, String(round), option], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const acknowledged: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line)
    if (acknowledged.length === acks) child.kill('SIGKILL')
  }
  expect((await ended)[1]).toBe('SIGKILL')
  return acknowledged
}

describe('a store that is killed', () => {
  it(`has everything it acknowledged, and no intake row without its observations (seed ${SEED})`, async () => {
    const directory = mkdtempSync(join(tmpdir(), 'avesqo-durability-'))
    const path = join(directory, 'clickhouse')
    try {
      const random = numbers(SEED)
      const acknowledged: string[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        acknowledged.push(...(await runAndKill(path, round, 20 + random(300))))
      }
      expect(acknowledged.length).toBeGreaterThan(ROUNDS * 20)
      const engine = await openEngine({ path, logger: createLogger('silent') })
      const intakes = await rowsOf<{ delivery_id: string; observations: number }>(
        engine,
        'SELECT delivery_id, observations FROM intake FINAL',
      )
      const facts = await rowsOf<{ id: string; c: number }>(
        engine,
        'SELECT in_conference AS id, count() AS c FROM observations FINAL GROUP BY id',
      )
      await engine.close()
      const counted = new Map(facts.map(({ id, c }) => [id, c]))
      const known = new Set(intakes.map((row) => row.delivery_id))
      expect(acknowledged.filter((name) => !known.has(keyOf(name)))).toEqual([])
      expect(intakes.filter((row) => counted.get(row.delivery_id) !== row.observations)).toEqual([])
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })
})
