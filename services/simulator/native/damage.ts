/** What is added to bodies that the entry must refuse, in part or as a whole. */
import type { RefusalCode } from '../../../schemas/refusals.ts'
import type { Random } from '../random.ts'

/** One more member of a body; it never is the only teller of anything. */
export interface Extra {
  readonly text: string
  /** Why it is refused; null: it is accepted and says nothing that is read. */
  readonly code: RefusalCode | null
}

/** A body of which nothing counts. */
export interface Broken {
  readonly body: Buffer
  readonly codes: readonly RefusalCode[]
}

/** A body that is one refused record, whatever it holds. */
export function refusedWhole(body: string | Buffer, code: RefusalCode): Broken {
  return { body: Buffer.from(body), codes: [code] }
}

/** One of the list's members that fit. */
export function pickFitting<T extends { fits?: (text: string) => boolean }>(
  list: readonly [T, ...T[]],
  text: string,
  random: Random,
): T {
  const [first, ...rest] = list.filter(({ fits }) => fits === undefined || fits(text))
  return first === undefined ? list[0] : random.pick([first, ...rest])
}

/** A byte that stands in no UTF-8 text, in the middle of the body. */
export function withoutUtf8(body: string): Buffer {
  const middle = body.length >> 1
  return Buffer.concat([Buffer.from(body.slice(0, middle)), Buffer.from([0xff]), Buffer.from(body.slice(middle))])
}
