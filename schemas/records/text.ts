/**
 * Text of records of which keys may be made. A key is made of UTF-8 bytes: text that has no such form (a lone
 * surrogate becomes U+FFFD, and two persons one) is refused, and so is NUL, which no platform sends.
 */
import { z } from 'zod'

/** Longest text that is read: SIP URIs, user agents and names of spaces stay far below. */
const LONGEST_TEXT = 2_048
const NUL = '\u0000'

export const recordText = z
  .string()
  .max(LONGEST_TEXT)
  .refine((text) => text.isWellFormed() && !text.includes(NUL))
