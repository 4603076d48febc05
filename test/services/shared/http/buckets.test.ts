import { expect, it } from 'vitest'
import { createBuckets } from '../../../../services/shared/http/buckets.ts'

it('lets a burst through, then the rate, and says how long to wait', () => {
  let now = 0
  const buckets = createBuckets({ perSecond: 2, burst: 3 }, () => now)
  expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1])
  now = 499
  expect(buckets.take('a')).toBe(1)
  now = 500
  expect(buckets.take('a')).toBe(0)
  expect(buckets.take('a')).toBe(1)
  // what is not used is kept up to the burst, and no more
  now = 3_600_000
  expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1])
})

it('keeps keys apart, looks without taking, and forgets the oldest beyond its memory', () => {
  const buckets = createBuckets({ perSecond: 0.001, burst: 1 }, () => 0, 2)
  expect(buckets.peek('a')).toBe(0)
  expect(buckets.take('a')).toBe(0)
  expect(buckets.peek('a')).toBe(1_000)
  expect(buckets.take('b')).toBe(0)
  expect(buckets.take('c')).toBe(0)
  expect([buckets.peek('a'), buckets.peek('b'), buckets.peek('c')]).toEqual([0, 1_000, 1_000])
})

it('does not forget a key that is in use because others are many', () => {
  const buckets = createBuckets({ perSecond: 0.001, burst: 2 }, () => 0, 2)
  for (const key of ['a', 'b', 'a', 'c']) buckets.take(key)
  expect([buckets.peek('a'), buckets.peek('b')]).toEqual([1_000, 0])
})
