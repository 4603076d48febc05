/** How much one sender may ask for. Addresses are kept in memory only, and only until others take their place. */
import { type Buckets, createBuckets, type Rate } from '../../shared/http/buckets.ts'

/** Each bound with its reason. */
const RATES = {
  /** A page with its parts is five requests; an office of a hundred readers may stand behind one address. */
  address: { perSecond: 50, burst: 500 },
  /** Nobody reads ten pages a second; a program that reads all months of all customers does not need to be slower. */
  account: { perSecond: 10, burst: 200 },
  /** Checking a password is work by intention: who tries many waits. */
  password: { perSecond: 0.5, burst: 20 },
} as const satisfies Record<string, Rate>
export type RateLimits = { readonly [Name in keyof typeof RATES]: Rate }

export type Rates = { readonly [Name in keyof typeof RATES]: Buckets }

const monotonicMs = () => performance.now()

/** The bounds that hold, where an installation has some of its own. */
export function ratesOf(limits: Partial<RateLimits> = {}): RateLimits {
  return { ...RATES, ...limits }
}

export function createRates(limits: Partial<RateLimits> = {}): Rates {
  const { address, account, password } = ratesOf(limits)
  return {
    address: createBuckets(address, monotonicMs),
    account: createBuckets(account, monotonicMs),
    password: createBuckets(password, monotonicMs),
  }
}
