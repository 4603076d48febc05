/** What a planted defect is. The tables stand beside this file, one a platform. */
import type { Platform } from '../../schemas/states.ts'

/** A defect of one record: sent alone and between two sound ones, which are kept. */
export interface RecordDefect {
  readonly name: string
  readonly platform: Platform
  readonly record: string | Buffer
  /** Code and path of the refusal; null where the record is sound all the same, and only looks like an attack. */
  readonly refused: string | null
  /** Observations that an accepted one gives. */
  readonly observations?: number
}

/** A defect of a whole body. */
export interface BodyDefect {
  readonly name: string
  readonly platform: Platform
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  readonly accepted?: number
  /** Index, code and path of each refusal. */
  readonly refused: readonly string[]
}

/** Nested lists. */
export const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

/** Not a character of UTF-8. */
export const BROKEN = Buffer.from([0xc3, 0x28])

/** Puts bytes in the place of a mark in a text. */
export function withBytes(text: string, mark: string, bytes: Buffer): Buffer {
  const at = text.indexOf(mark)
  return Buffer.concat([Buffer.from(text.slice(0, at)), bytes, Buffer.from(text.slice(at + mark.length))])
}

/** Instants against a clock of 2026-11-20T12:00Z, a contract from 2026-01-01 and facts kept for 90 days. */
export const BEYOND = {
  future: '2026-11-21T12:30:00Z',
  beforeContract: '2025-12-31T22:00:00Z',
  frozen: '2026-08-20T12:00:00Z',
} as const
