/**
 * The key maker of `avesqo explain`: it numbers what it sees, `person:1`, `name:1`, `leg:1`, `conference:1`,
 * `event:1`, where the product makes HMACs. It needs no key and keeps the product's behaviour: equal in, equal out; and
 * a person or name of another epoch is another one, because the product could not tell either.
 */
import { tuple } from '../identified.ts'
import type { Key128 } from '../../../schemas/observation.ts'
import { type KeyMaker, ROTATING } from './keymaker.ts'

/** @returns a key maker that starts to count at 1 */
export function createNumbering(): KeyMaker {
  const given = new Map<string, Key128>()
  const counted = new Map<string, number>()
  return {
    key(ring, epoch, kind, canonical) {
      const what = tuple(ring, ROTATING.has(ring) ? epoch : '', kind, canonical)
      const known = given.get(what)
      if (known !== undefined) return known
      const label = ring === 'person' ? 'person' : kind
      const number = (counted.get(label) ?? 0) + 1
      counted.set(label, number)
      const made = `${label}:${number}` as Key128 // not of a key's form: it stands in explanations only
      given.set(what, made)
      return made
    },
  }
}
