/**
 * Kill -9 inside a loop of swaps (design, section 6): after the restart no row is ever doubled or missing, every day of a
 * run is old or every day of it is new, and nothing is left of the run that was killed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createRandom } from '../../services/simulator/random.ts'
import type { Contents } from '../support/swap-rows.ts'

const SEED = 20261116
const KILLS = 25
const CHILD = fileURLToPath(new URL('swap-killed-child.ts', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'avesqo-swaps-'))

const contents = z.object({
  tenant: z.string(),
  day: z.string(),
  rows: z.number(),
  keys: z.number(),
  versions: z.array(z.number()),
})
const state = z.object({
  legs: z.array(contents),
  health: z.array(contents),
  staging: z.number(),
  intents: z.number(),
})
const step = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('started'),
    before: state,
    redone: z.number(),
    dropped: z.number(),
    lost: z.number(),
    after: state,
  }),
  z.object({ step: z.literal('swapping'), version: z.number() }),
  z.object({ step: z.literal('swapped'), version: z.number(), ms: z.number() }),
])
type Step = z.infer<typeof step>
type Started = Extract<Step, { step: 'started' }>

const children = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of children) {
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  rmSync(directory, { recursive: true, force: true })
})

/** Runs the child until it ends; `seen` gets each step and may kill it. */
async function run(args: readonly string[], seen: (step: Step, child: ChildProcess) => void): Promise<number | null> {
  const child = spawn(process.execPath, [CHILD, directory, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  const exited = once(child, 'exit') as Promise<[number | null]>
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.endsWith('}')) seen(step.parse(JSON.parse(line)), child)
  }
  const [code] = await exited
  children.delete(child)
  return code
}

/** What the tables hold after the swap of a version. */
function expected(version: number): { legs: Contents[]; health: Contents[] } {
  const days = version === 0 ? [] : ['2026-11-16', '2026-11-17'].concat(version % 2 === 0 ? [] : ['2026-11-18'])
  const of = (rows: (day: string) => number) =>
    days.map((day) => ({ tenant: 'acme', day, rows: rows(day), keys: rows(day), versions: [version] }))
  return { legs: of((day) => (day === '2026-11-18' ? 10 : 20_000)), health: of(() => 24) }
}

const doubled = ({ before }: Started): boolean =>
  [...before.legs, ...before.health].some((partition) => partition.rows !== partition.keys)

it(`killed ${KILLS} times (seed ${SEED}): no row doubled or missing, nothing left over`, async () => {
  const random = createRandom(SEED)
  const took: number[] = []
  const starts: Started[] = []
  let finished = 0 // the newest version whose swap has returned
  let begun = 0 // the newest version whose swap was called

  const check = (started: Started): void => {
    starts.push(started)
    const [version = 0] = started.after.legs.flatMap((day) => day.versions)
    expect([finished, begun]).toContain(version)
    expect(started.after).toEqual({ ...expected(version), staging: 0, intents: 0 })
    expect(started.lost).toBe(0)
    finished = version
  }

  for (let kill = 0; kill < KILLS; kill += 1) {
    let undisturbed = random.whole(0, 2) + (kill === 0 ? 3 : 0) // swaps in this life of the process
    const share = random.next()
    const code = await run([], (now, child) => {
      if (now.step === 'started') check(now)
      if (now.step === 'swapped') {
        finished = now.version
        took.push(now.ms)
      }
      if (now.step !== 'swapping') return
      begun = now.version
      undisturbed -= 1
      if (undisturbed >= 0) return
      const typical = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0
      // The kill's own moment, anywhere in a swap; the process is waited for.
      setTimeout(() => child.kill('SIGKILL'), share * typical)
    })
    expect(code).toBeNull()
  }
  expect(await run(['check'], (now) => now.step === 'started' && check(now))).toBe(0)

  const redone = starts.filter((started) => started.redone > 0).length
  process.stdout.write(
    `swaps killed ${KILLS} times (seed ${SEED}): ${redone} with swaps to redo, ${starts.filter(doubled).length} doubled before that, ${starts.reduce((sum, started) => sum + started.dropped, 0)} staging tables left over\n`,
  )
  expect(redone).toBeGreaterThan(0) // else the kills hit nothing and the test says nothing
})
