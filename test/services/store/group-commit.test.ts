import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../../schemas/delivery.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { BOUNDS, type Bounds, createGroupCommit } from '../../../services/store/group-commit.ts'
import { deliveryOf, legsOf } from './fixtures.ts'

const delivery = (name: string, rows = 1): Delivery => deliveryOf(name, legsOf(name, rows))

/** A group whose writes end when the test says so. */
function group(bounds: Partial<Bounds> = {}) {
  const writes: { readonly rows: readonly number[]; readonly end: (error?: Error) => void }[] = []
  const began = { next: Promise.withResolvers<void>() }
  const write = (batch: readonly Delivery[]): Promise<void> => {
    const done = Promise.withResolvers<void>()
    const end = (error?: Error) => (error === undefined ? done.resolve() : done.reject(error))
    writes.push({ rows: batch.map(({ observations }) => observations.length), end })
    began.next.resolve()
    began.next = Promise.withResolvers()
    return done.promise
  }
  const commit = createGroupCommit(write, createLogger('silent'), { ...BOUNDS, ...bounds })
  return { commit, writes, begun: () => began.next.promise }
}
const settled = (promise: Promise<void>) =>
  promise.then(
    () => 'stored',
    (error: unknown) => (error as { code?: string }).code ?? (error as Error).message,
  )

describe('group commit', () => {
  it('begins at once; what arrives meanwhile goes together in the next flush, which begins when this one ends', async () => {
    const { commit, writes, begun } = group()
    const first = begun()
    const a = settled(commit.add(delivery('a')))
    await first
    const rest = ['b', 'c', 'd'].map((name) => settled(commit.add(delivery(name))))
    expect(writes.map(({ rows }) => rows)).toEqual([[1]])
    const second = begun()
    writes[0]?.end()
    expect(await a).toBe('stored')
    await second
    writes[1]?.end()
    expect(await Promise.all(rest)).toEqual(['stored', 'stored', 'stored'])
    expect(writes.map(({ rows }) => rows)).toEqual([[1], [1, 1, 1]])
  })

  it('fills a batch up to its bound, and takes a larger delivery alone', async () => {
    const { commit, writes, begun } = group({ batchRows: 5 })
    let next = begun()
    const all = [2, 3, 1, 9, 1].map((rows, i) => settled(commit.add(delivery(`x${i}`, rows))))
    for (let i = 0; i < 4; i += 1) {
      await next
      next = begun()
      writes[i]?.end()
    }
    await Promise.all(all)
    expect(writes.map(({ rows }) => rows)).toEqual([[2, 3], [1], [9], [1]])
  })

  it('turns away at once what is over the bound of the queue, and takes again when there is room', async () => {
    const { commit, writes, begun } = group({ queueRows: 4 })
    const first = begun()
    const a = settled(commit.add(delivery('a')))
    await first
    const b = settled(commit.add(delivery('b', 3)))
    expect(await settled(commit.add(delivery('c', 2)))).toBe('unavailable')
    const second = begun()
    writes[0]?.end()
    await second
    const d = settled(commit.add(delivery('d', 2)))
    const third = begun()
    writes[1]?.end()
    await third
    writes[2]?.end()
    expect(await Promise.all([a, b, d])).toEqual(['stored', 'stored', 'stored'])
  })

  it('goes on after a failure, and lets a bug be seen as one', async () => {
    const { commit, writes, begun } = group()
    const first = begun()
    const a = settled(commit.add(delivery('a')))
    await first
    const b = settled(commit.add(delivery('b')))
    const second = begun()
    writes[0]?.end(new TypeError('a bug'))
    expect(await a).toBe('a bug')
    await second
    writes[1]?.end()
    expect(await b).toBe('stored')
  })

  it('closing waits for what was taken and takes nothing more', async () => {
    const { commit, writes, begun } = group()
    const first = begun()
    const a = settled(commit.add(delivery('a')))
    const closed = commit.close()
    expect(await settled(commit.add(delivery('b')))).toBe('unavailable')
    await first
    writes[0]?.end()
    await closed
    expect(await a).toBe('stored')
  })
})
