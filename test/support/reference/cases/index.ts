/** All cases that are written down by hand. */
import type { Case } from './case.ts'
import { DERIVED } from './derived.ts'
import { ERASED } from './erased.ts'
import { LINKED } from './linked.ts'
import { QUALITY } from './quality.ts'
import { STATED } from './stated.ts'
import { TIMES } from './times.ts'
import { VERSIONS } from './versions.ts'
import { ZONES } from './zones.ts'

export const CASES: readonly Case[] = [
  ...DERIVED,
  ...STATED,
  ...VERSIONS,
  ...LINKED,
  ...ERASED,
  ...TIMES,
  ...QUALITY,
  ...ZONES,
]
