/**
 * How often a password may be tried: per login and per address, known or not alike. After some failures each further one
 * costs a wait that doubles, at most a quarter of an hour: nobody guesses through it (NIST SP 800-63B-4, 3.2.2), and
 * nobody is locked out for ever. Who signed in from an address before has a count of its own there, so that others who
 * try a login from elsewhere do not keep its person out.
 *
 * Everything is in memory, under keyed hashes with a key of this process, in bounded number: an address is written
 * nowhere. A restart forgets it, which an attacker cannot bring about.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { DAY_MS } from '../shared/calendar.ts'
import type { Clock } from '../shared/clock.ts'
import { networkOf } from '../shared/http/network.ts'
import { HOUR_MS, MINUTE_MS } from './limits.ts'

interface Rule {
  /** Failures before anybody has to wait. */
  readonly free: number
  /** Failures are forgotten when there was none for so long, ms. */
  readonly forgetMs: number
}
const OF_LOGIN: Rule = { free: 5, forgetMs: DAY_MS }
/** A whole office may stand behind one address. */
const OF_ADDRESS: Rule = { free: 20, forgetMs: HOUR_MS }
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * MINUTE_MS
const KNOWN_MS = 30 * DAY_MS
const MOST_KEYS = 50_000

interface Count {
  readonly failures: number
  readonly atMs: number
  readonly untilMs: number
}

interface Attempt {
  /** Seconds until the next attempt; 0: this one may go on, and counts as a failure until it is said otherwise. */
  readonly waitS: number
  /** It was the right password: failures of the login are forgotten. */
  succeeded(): void
  /** It was not tried after all. */
  withdrawn(): void
}

export interface Throttle {
  attempt(login: string, address: string): Attempt
  /** Failures of a login are forgotten: somebody whom we trust has spoken for its person. */
  forgive(login: string): void
}

export function createThrottle(clock: Clock): Throttle {
  const key = randomBytes(32)
  const counts = new Map<string, Count>()
  /** Login and address of who signed in, with when. */
  const known = new Map<string, number>()
  const keyOf = (...parts: readonly string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64')

  const current = (name: string, rule: Rule, now: number): Count => {
    const count = counts.get(name)
    return count === undefined || now - count.atMs > rule.forgetMs ? { failures: 0, atMs: now, untilMs: 0 } : count
  }
  /** Counts a failure; the next attempt waits from now on, also one that is made at the same time. */
  const charge = (name: string, rule: Rule, now: number): void => {
    const failures = current(name, rule, now).failures + 1
    const over = failures - rule.free
    const waitMs = over <= 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(over - 1, 10))
    put(counts, name, { failures, atMs: now, untilMs: now + waitMs })
  }
  /** Takes one back; what others, tried at the same time, have brought about stays. */
  const refund = (name: string, rule: Rule): void => {
    const count = counts.get(name)
    if (count === undefined) return
    const failures = count.failures - 1
    if (failures < 1) counts.delete(name)
    else counts.set(name, { ...count, failures, untilMs: failures <= rule.free ? 0 : count.untilMs })
  }

  return {
    attempt(login, address) {
      const now = clock.now()
      const network = networkOf(address)
      const byLogin = keyOf('login', login)
      const pair = `${byLogin} ${keyOf('network', network)}`
      const isKnown = now - (known.get(pair) ?? -Infinity) <= KNOWN_MS
      const ofLogin = isKnown ? pair : byLogin
      const ofAddress = keyOf('address', network)
      const untilMs = Math.max(current(ofLogin, OF_LOGIN, now).untilMs, current(ofAddress, OF_ADDRESS, now).untilMs)
      // Bounded also where the machine's clock was set back meanwhile.
      const waitMs = Math.min(untilMs - now, LONGEST_WAIT_MS)
      if (waitMs > 0) {
        return { waitS: Math.ceil(waitMs / 1_000), succeeded: () => undefined, withdrawn: () => undefined }
      }
      charge(ofLogin, OF_LOGIN, now)
      charge(ofAddress, OF_ADDRESS, now)
      return {
        waitS: 0,
        succeeded() {
          counts.delete(ofLogin)
          refund(ofAddress, OF_ADDRESS) // only its own: one right password does not clear the wrong ones of other logins
          put(known, pair, now)
        },
        withdrawn() {
          refund(ofLogin, OF_LOGIN)
          refund(ofAddress, OF_ADDRESS)
        },
      }
    },
    forgive(login) {
      const byLogin = keyOf('login', login)
      // Its person, who is to try again, has most likely signed in from there before.
      for (const name of counts.keys()) if (name === byLogin || name.startsWith(`${byLogin} `)) counts.delete(name)
    },
  }
}

/** Sets a key as the newest; the longest known one is forgotten where there are too many. */
function put<V>(map: Map<string, V>, name: string, value: V): void {
  map.delete(name)
  if (map.size >= MOST_KEYS) {
    const oldest = map.keys().next()
    if (oldest.done !== true) map.delete(oldest.value)
  }
  map.set(name, value)
}
