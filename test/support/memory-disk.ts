/**
 * Where test files keep their temporary directories: in memory where there is enough of it. What they store is thrown
 * away, so nothing is gained by waiting for a disk; the product still asks for it, and a killed process loses nothing
 * that it had written (tests of both look at system calls and at what is left).
 */
import { statfsSync } from 'node:fs'

const MEMORY = '/dev/shm'
const TMPFS = 0x0102_1994
/** The system tests of two workers need less. */
const ENOUGH_BYTES = 4 * 1024 ** 3

/** @returns the environment variable that says so; none where the memory does not suffice, or somebody chose a place */
export function inMemory(): Readonly<Record<string, string>> {
  if (process.env['TMPDIR'] !== undefined) return {}
  try {
    const { type, bavail, bsize } = statfsSync(MEMORY)
    return type === TMPFS && bavail * bsize >= ENOUGH_BYTES ? { TMPDIR: MEMORY } : {}
  } catch {
    return {} // there is no such place on this system
  }
}
