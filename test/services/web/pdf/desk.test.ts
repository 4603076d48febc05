/** Documents are set once, a few at a time, and what comes on top is asked to come back. */
import { expect, it } from 'vitest'
import { createPdfDesk, type ReportInput, reportOf } from '../../../../services/web/index.ts'
import { inventedMonth } from '../reports/invented.ts'

/** A typesetter that finishes when it is told to. */
function desk(bounds: Partial<Record<'atOnce' | 'ofAccount' | 'keptBytes', number>> = {}) {
  const waiting: PromiseWithResolvers<Uint8Array>[] = []
  const made = createPdfDesk(
    () => {
      const one = Promise.withResolvers<Uint8Array>()
      waiting.push(one)
      return one.promise
    },
    { atOnce: 3, ofAccount: 1, keptBytes: 20, ...bounds },
  )
  return { waiting, of: (input: ReportInput, reader: string) => made.of(reportOf(input), input, reader) }
}

const TEN = new Uint8Array(10)
const dutch = inventedMonth({ language: 'nl' })
const english = inventedMonth({ language: 'en' })
const reopened = { ...dutch, reopened: 'late records' }

it('sets the same report once, for all who ask, and keeps it', async () => {
  const { waiting, of } = desk()
  const asked = [of(dutch, 'anna'), of(inventedMonth({ language: 'nl' }), 'bram'), of(dutch, 'anna')]
  expect(waiting).toHaveLength(1)
  waiting[0]?.resolve(TEN)
  expect(await Promise.all(asked)).toEqual([TEN, TEN, TEN])
  expect(await of(dutch, 'chris')).toBe(TEN)
  expect(waiting).toHaveLength(1)
})

it('sets another one where anything of it differs: the language, a state of a finding, what was sealed', async () => {
  const { waiting, of } = desk({ atOnce: 10, ofAccount: 10 })
  const [first, ...others] = dutch.findings
  if (first === undefined) throw new Error('The month of the test has no finding.')
  const followed = { ...dutch, findings: [{ ...first, state: 'accepted' as const }, ...others] }
  const again = { ...dutch, publication: { ...dutch.publication, sealed_ms: dutch.publication.sealed_ms + 60_000 } }
  const asked = [dutch, english, followed, again].map((input) => of(input, 'anna'))
  expect(waiting).toHaveLength(4)
  for (const one of waiting) one.resolve(TEN)
  await Promise.all(asked)
})

it('takes one of an account and a few of all at a time, and says when to ask again', async () => {
  const { waiting, of } = desk({ atOnce: 2 })
  const later = { code: 'busy', status: 503, retryAfterS: 5 }
  const asked = [of(dutch, 'anna')]
  await expect(of(english, 'anna')).rejects.toMatchObject(later)
  asked.push(of(english, 'bram'))
  await expect(of(reopened, 'chris')).rejects.toMatchObject(later)
  asked.push(of(dutch, 'chris')) // is being set already
  for (const one of waiting) one.resolve(TEN)
  await Promise.all(asked)
  const next = of(reopened, 'anna')
  waiting.at(-1)?.resolve(TEN)
  expect(await next).toBe(TEN)
})

it('keeps those that were asked for last, within its room', async () => {
  const { waiting, of } = desk()
  for (const input of [dutch, english, dutch, reopened, dutch]) {
    const asked = of(input, 'anna')
    waiting.at(-1)?.resolve(TEN)
    await asked
  }
  expect(waiting).toHaveLength(3)
  void of(english, 'anna')
  expect(waiting).toHaveLength(4)
})

it('tries again after a fault', async () => {
  const { waiting, of } = desk()
  const asked = of(dutch, 'anna')
  waiting[0]?.reject(new Error('no memory'))
  await expect(asked).rejects.toThrow('no memory')
  const again = of(dutch, 'anna')
  waiting[1]?.resolve(TEN)
  expect(await again).toBe(TEN)
})
