/** Settings of the embedded process: one schema, read once, passed as an object (environment names beside each). */
import { z } from 'zod'
import { UserError } from '../shared/errors.ts'

const flag = z.enum(['0', '1', 'false', 'true']).transform((text) => text === '1' || text === 'true')

const environment = z.object({
  /** Where to listen; anything beyond loopback needs TLS or a declared proxy. */
  AVESQO_HOST: z.string().default('127.0.0.1'),
  AVESQO_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  AVESQO_TLS_CERT: z.string().optional(),
  AVESQO_TLS_KEY: z.string().optional(),
  AVESQO_BEHIND_PROXY: flag.optional(),
  /** Records one delivery may hold. */
  AVESQO_MAX_RECORDS: z.coerce.number().int().min(1).max(100_000).default(10_000),
  /** Deliveries a second of one source. */
  AVESQO_RATE: z.coerce.number().int().min(1).max(100_000).optional(),
  /** 0 switches off that a block stored before is dropped on arrival: a saving of work, never of correctness. */
  AVESQO_DEDUPLICATE: flag.default(true),
  /** Seconds between two runs of rollup; 0 = it runs on demand only. */
  AVESQO_ROLLUP_EVERY: z.coerce.number().min(0).max(3600).default(10),
})

export interface EmbeddedSettings {
  readonly host: string
  readonly port: number
  readonly tlsCert: string | undefined
  readonly tlsKey: string | undefined
  readonly behindProxy: boolean | undefined
  readonly maxRecords: number
  readonly rate: number | undefined
  readonly deduplicate: boolean
  /** Between two runs of rollup, ms; 0 = on demand only. */
  readonly rollupEveryMs: number
}

/** @throws UserError that names the variable */
export function readEmbeddedSettings(env: Readonly<Record<string, string | undefined>>): EmbeddedSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new UserError(`The environment variable ${issue?.path.join('.') ?? ''} is not valid; see the README.`)
  }
  const { data } = read
  return {
    host: data.AVESQO_HOST,
    port: data.AVESQO_PORT,
    tlsCert: data.AVESQO_TLS_CERT,
    tlsKey: data.AVESQO_TLS_KEY,
    behindProxy: data.AVESQO_BEHIND_PROXY,
    maxRecords: data.AVESQO_MAX_RECORDS,
    rate: data.AVESQO_RATE,
    deduplicate: data.AVESQO_DEDUPLICATE,
    rollupEveryMs: Math.round(data.AVESQO_ROLLUP_EVERY * 1000),
  }
}
