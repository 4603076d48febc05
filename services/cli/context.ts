/**
 * What every command receives: its settings (options before environment), the clock, the logger and the control store
 * of the data directory, each opened when it is first asked for and closed at the end.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { type Clock, openClock } from '../shared/clock.ts'
import { type Control, controlFile, openControl } from '../shared/control/index.ts'
import { UserError } from '../shared/errors.ts'
import { type Logger, createLogger } from '../shared/logger.ts'
import { cannot, messageOf } from './admin/flags.ts'
import { type Language, languageOf } from './language.ts'
import { type Output, type Streams, createOutput } from './output.ts'
import type { CallWords } from './words/call.ts'
import { type CliWords, wordsOf } from './words/index.ts'
import { makeDirectory } from '../shared/directory.ts'

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

/** The environment of the command. An empty variable counts as absent. */
const environment = z.object({
  AVESQO_DATA: z.string().default('./data'),
  AVESQO_KEYS: z.string().default('./keys'),
  /** An instant that pins the clock of a new data directory; checked by the clock. */
  AVESQO_NOW: z.string().optional(),
  AVESQO_LOG: z.enum(LOG_LEVELS).optional(),
  /** Under which address platforms and browsers reach the server: of all links, and the only origin of forms. */
  AVESQO_URL: z
    .url({ protocol: /^https?$/u, error: 'must be an address that begins with http:// or https://' })
    .optional(),
})

const globals = z.object({ data: z.string().optional(), keys: z.string().optional(), json: z.boolean().default(false) })

interface Settings {
  /** Absolute path of the data directory. */
  readonly data: string
  /** Absolute path of the directory of key-encryption keys, outside the data directory. */
  readonly keys: string
  readonly json: boolean
  readonly now: string | undefined
  readonly log: (typeof LOG_LEVELS)[number] | undefined
  readonly url: string | undefined
}

export interface CliContext {
  readonly output: Output
  /** Of the command that is called, once it is known; English before, and in JSON. */
  language(): Language
  /** Words of that language. */
  words(): CliWords
  /** @throws UserError when an environment variable is not of its form */
  settings(): Settings
  /**
   * The clock of the data directory, which must exist or is made.
   *
   * @param move whether a later AVESQO_NOW moves it: a server's start does
   */
  clock(move?: 'may-move'): Clock
  /** @param level where the environment does not say another */
  logger(level?: Exclude<Settings['log'], undefined>): Logger
  /**
   * The control store, migrated.
   *
   * @param make whether a data directory is made where there is none
   */
  control(make?: boolean): Promise<Control>
  close(): Promise<void>
}

export function createContext(
  program: Command,
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams,
): CliContext {
  let language: Language = 'en'
  program.hook('preAction', (_, called) => {
    language = languageOf(called)
  })
  let settings: Settings | undefined
  let clock: Clock | undefined
  let control: Control | undefined
  const context: CliContext = {
    output: createOutput(
      () => program.opts()['json'] === true,
      streams,
      () => context.words().call,
    ),
    language: () => language,
    words: () => wordsOf(language),
    settings() {
      settings ??= readSettings(program.opts(), env, context.words().call)
      return settings
    },
    clock(move) {
      const { data, now } = context.settings()
      makeDirectory(data)
      clock ??= openClock(data, now, move ?? 'as-it-is')
      return clock
    },
    logger: (level = 'warn') => createLogger(context.settings().log ?? level),
    async control(make = false) {
      const { data } = context.settings()
      if (!make && !existsSync(controlFile(data))) {
        throw cannot(context.words().call.noStore(data))
      }
      control ??= await openControl(data, context.clock(), context.logger())
      return control
    },
    async close() {
      await control?.close()
      control = undefined
    },
  }
  return context
}

function readSettings(options: unknown, env: Readonly<Record<string, string | undefined>>, words: CallWords): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    const must = issue === undefined ? words.option.invalid : messageOf(issue, words.option)
    throw new UserError(words.variable(issue?.path.join('.') ?? '', must))
  }
  const { data, keys, json } = globals.parse(options)
  const { AVESQO_DATA, AVESQO_KEYS, AVESQO_NOW, AVESQO_LOG, AVESQO_URL } = read.data
  return {
    data: resolve(data ?? AVESQO_DATA),
    keys: resolve(keys ?? AVESQO_KEYS),
    json,
    now: AVESQO_NOW,
    log: AVESQO_LOG,
    url: AVESQO_URL,
  }
}
