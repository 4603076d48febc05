/**
 * Passwords as argon2id (RFC 9106) of node:crypto, stored with parameters and salt in the PHC form. A computation takes
 * much memory, so only few run at one time and only some wait: a flood of attempts takes a bounded amount.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Argon2Cost } from './ports.ts'
import { ARGON2_AT_ONCE, ARGON2_WAITING } from './limits.ts'
import { MOST_UNITS, normalised } from './weakness.ts'

/** The first of the equally strong settings of OWASP's Password Storage Cheat Sheet for argon2id: 46 MiB, t = 1, p = 1. */
const COST: Argon2Cost = { memory: 47_104, passes: 1, parallelism: 1 }
/** RFC 9106, section 4: salt of 128 bits, tag of 256. */
const SALT_BYTES = 16
const TAG_BYTES = 32

const PHC =
  /^\$argon2id\$v=19\$m=(?<memory>\d{1,7}),t=(?<passes>\d{1,3}),p=(?<lanes>\d{1,2})\$(?<salt>[\w+/-]+)\$(?<tag>[\w+/-]+)$/u

export interface Passwords {
  /** @returns what is stored of a password; null when too many computations wait */
  hash(password: string): Promise<string | null>
  /**
   * Whether a password is the stored one. One computation in every case, also where nothing is stored.
   *
   * @returns null when too many computations wait
   */
  verify(password: string, stored: string | null): Promise<boolean | null>
  /** Whether what is stored was made with another cost than today's. */
  outdated(stored: string): boolean
}

export function createPasswords(cost: Argon2Cost = COST): Passwords {
  const gate = createGate(ARGON2_AT_ONCE, ARGON2_WAITING)
  // What is compared where nothing is stored: no password has it.
  const nobody = phc(cost, randomBytes(SALT_BYTES), randomBytes(TAG_BYTES))

  return {
    hash: (password) =>
      gate(async () => {
        const salt = randomBytes(SALT_BYTES)
        return phc(cost, salt, await compute(normalised(password), salt, cost, TAG_BYTES))
      }),
    verify: (password, stored) =>
      gate(async () => {
        const { of, salt, tag } = read(stored ?? nobody)
        // What is too long to be a password costs as much as a wrong one, and not more.
        const message = password.length > MOST_UNITS ? '' : normalised(password)
        const made = await compute(message, salt, of, tag.length)
        return timingSafeEqual(made, tag) && stored !== null && password.length <= MOST_UNITS
      }),
    outdated(stored) {
      const { of } = read(stored)
      return of.memory !== cost.memory || of.passes !== cost.passes || of.parallelism !== cost.parallelism
    },
  }
}

function compute(message: string, nonce: Buffer, cost: Argon2Cost, tagLength: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, tagLength, ...cost }, (error, tag) => {
      if (error === null) resolve(tag)
      else reject(error)
    })
  })
}

function phc({ memory, passes, parallelism }: Argon2Cost, salt: Buffer, tag: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}

function read(stored: string): { readonly of: Argon2Cost; readonly salt: Buffer; readonly tag: Buffer } {
  const groups = PHC.exec(stored)?.groups
  if (groups === undefined) throw new Error('a stored password is not of the form in which this module writes it')
  const { memory, passes, lanes, salt = '', tag = '' } = groups
  return {
    of: { memory: Number(memory), passes: Number(passes), parallelism: Number(lanes) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

/** Lets `atOnce` works run and `waiting` more wait, in order; null for who would have to wait behind those. */
function createGate(atOnce: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T | null> {
  let running = 0
  const queue: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return null
      await new Promise<void>((resolve) => queue.push(resolve)) // whoever is done hands on its place
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
