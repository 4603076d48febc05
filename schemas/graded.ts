/**
 * A graded leg: what the cells count of a leg of people or of a declared room (schemas/cube.ts says what the words mean).
 * Made by the fifth step of rollup from `call_legs`, for itself; it goes with the facts.
 */
import { z } from 'zod'
import { FAILURES, HISTOGRAM_NAMES, HOURS, MEDIA_RATES, POPULATIONS, SIZE_BANDS, UNKNOWN, WEEKDAYS } from './cube.ts'
import { key128 } from './observation.ts'
import { PERSON_IDENTS } from './states.ts'

/** How a leg went by a profile; the worst medium and direction decides. */
export const GRADES = ['good', 'fair', 'poor'] as const

const grade = z.enum(GRADES).nullable() // null: not graded
const count = z.number().int().min(0)
const perMedium = Object.fromEntries(MEDIA_RATES.map((medium) => [medium, grade])) as Record<
  (typeof MEDIA_RATES)[number],
  typeof grade
>
const bins = Object.fromEntries(HISTOGRAM_NAMES.map((name) => [`h_${name}`, z.array(count)])) as Record<
  `h_${(typeof HISTOGRAM_NAMES)[number]}`,
  z.ZodArray<typeof count>
>

export const gradedLeg = z.strictObject({
  tenant_id: z.string(),
  day: z.iso.date(), // tenant-local day of the start
  leg_key: key128,
  population: z.enum(POPULATIONS),
  // where and how; UNKNOWN where it is not known
  site: z.string(),
  platform: z.string(),
  network: z.string(),
  transport: z.string(),
  device_class: z.string(),
  model: z.string(),
  software: z.string(),
  size: z.enum([...SIZE_BANDS, UNKNOWN]),
  weekday: z.enum(WEEKDAYS),
  hour: z.enum(HOURS),
  room: z.string(), // '' for people
  // who met
  conference_key: key128.nullable(),
  cluster: key128, // the conference, else the leg
  person_key: key128.nullable(), // only a key that counts as a person (design, section 7, `n_persons`)
  person_ident: z.enum(PERSON_IDENTS).nullable(),
  caller_key: key128.nullable(), // whose leg it is, also where the key does not count
  // how it went
  connected: z.boolean(),
  ms: count, // its length where it is connected
  failure: z.enum(FAILURES).nullable(), // how it failed; null: it did not
  dropped: z.boolean(),
  alone_ms: count,
  // quality
  gradeable: z.boolean(),
  measured: grade,
  windows: grade,
  alarms: grade,
  ...perMedium,
  mos_c: count.nullable(), // stated, else the smallest estimate, of a leg that is graded by measurements
  ...bins, // one count a bin of HISTOGRAMS; [] where it states none
})
export type GradedLeg = z.output<typeof gradedLeg>
