/** The truth as a file, which the pipeline never reads. */
import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import {
  DEVICE_CLASSES,
  END_CLASSES,
  KINDS,
  MEDIA_DIRS,
  MEDIA_KINDS,
  NETWORKS,
  PERSON_IDENTS,
  PROTOCOLS,
} from '../../schemas/states.ts'
import { RULES } from '../../schemas/finding.ts'
import { STANDARD_FAULTS, type Truth } from './model.ts'

const whole = z.number().int()
const count = whole.min(0)
const text = z.string()

const media = z.strictObject({
  kind: z.enum(MEDIA_KINDS),
  dir: z.enum(MEDIA_DIRS),
  codec: text,
  packets: count.nullable(),
  lost: count.nullable(),
  lossMp: count.nullable(),
  kbps: count.nullable(),
  width: count.nullable(),
  height: count.nullable(),
  fps: count.nullable(),
})

const leg = z.strictObject({
  id: text,
  platform: z.enum(['pexip', 'cms']),
  startMs: whole,
  endMs: whole,
  durationMs: count,
  startBy: text,
  endBy: text,
  conference: text.nullable(),
  person: text.nullable(),
  personIdent: z.enum(PERSON_IDENTS).nullable(),
  kind: z.enum(KINDS),
  protocol: z.enum(PROTOCOLS).nullable(),
  site: text.nullable(),
  room: text.nullable(),
  endClass: z.enum(END_CLASSES).nullable(),
  vendor: text.nullable(),
  model: text.nullable(),
  software: text.nullable(),
  deviceClass: z.enum(DEVICE_CLASSES).nullable(),
  network: z.enum(NETWORKS).exactOptional(),
  windows: z.strictObject({ good: count, ok: count, bad: count, terrible: count }).nullable(),
  alarmLossMp: count.nullable(),
  media: z.array(media),
})

const truth = z.strictObject({
  seed: whole,
  zone: text,
  legs: z.array(leg),
  conferences: z.array(z.strictObject({ id: text, name: text, legs: z.array(text) })),
  persons: z.array(text),
  faults: z.array(
    z.strictObject({
      what: z.enum([...STANDARD_FAULTS, ...RULES]),
      where: text,
      fromMs: whole,
      untilMs: whole,
    }),
  ),
})

export async function writeTruth(file: string, told: Truth): Promise<void> {
  await writeFile(file, `${JSON.stringify(told)}\n`)
}

/** @throws where the file is missing or holds no truth */
export async function readTruth(file: string): Promise<Truth> {
  const content: unknown = JSON.parse(await readFile(file, 'utf8'))
  return truth.parse(content)
}
