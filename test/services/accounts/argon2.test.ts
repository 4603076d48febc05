/** Passwords as they are stored. */
import { expect, it } from 'vitest'
import { createPasswords } from '../../../services/accounts/argon2.ts'

/** Of the reference implementation's own test (P-H-C/phc-winner-argon2, src/test.c): "password", "somesalt". */
const REFERENCE = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
const cheap = createPasswords({ memory: 8, passes: 1, parallelism: 1 })

it('are read as others write them', async () => {
  expect(await cheap.verify('password', REFERENCE)).toBe(true)
  expect(await cheap.verify('Password', REFERENCE)).toBe(false)
  expect(cheap.outdated(REFERENCE)).toBe(true)
})

it('have a salt each, and the house’s cost: 46 MiB, one pass, one lane (OWASP)', async () => {
  const house = createPasswords()
  const [one, two] = [await house.hash('six grey herons'), await house.hash('six grey herons')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/u)
  expect(two).not.toBe(one)
  expect(await house.verify('six grey herons', one)).toBe(true)
  expect(house.outdated(one ?? '')).toBe(false)
})

it('are checked two at a time, some wait, and the rest is turned away; the places come back', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => cheap.verify('x', null)))
  expect(answers.filter((answer) => answer === false)).toHaveLength(34)
  expect(answers.filter((answer) => answer === null)).toHaveLength(16)
  expect(await Promise.all(Array.from({ length: 34 }, () => cheap.verify('x', null)))).not.toContain(null)
})
