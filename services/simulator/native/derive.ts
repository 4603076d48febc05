/** Ids and chances that follow from other ids, so that they do not depend on the order in which things are made. */
import { forkRandom, type Random } from '../random.ts'

/** A stream of random numbers of its own for each combination of parts. */
export function randomOf(seed: number, ...parts: readonly (string | number)[]): Random {
  return forkRandom(seed, parts.join('\n'))
}

/** Another id that belongs to `id`, such as that of its presentation channel. */
export function derivedId(id: string, what: string): string {
  return forkRandom(0, `${what}\n${id}`).uuid()
}
