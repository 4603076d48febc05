/**
 * The one table of engine errors. The engine's texts quote row values, so a text never leaves this file: what is
 * thrown has a reason of ours and the engine's number (reference pipeline-lessons 0.4, stack A5).
 */
import { AppError, type ErrorCode } from '../errors.ts'

/** Each reason with what a caller answers, and the engine's numbers that mean it. */
const REASONS = {
  bad_data: {
    answer: 'internal',
    numbers: [6, 25, 26, 27, 33, 38, 41, 53, 69, 70, 72, 117, 130, 131, 349, 376, 407, 441, 467, 691],
  },
  bad_statement: {
    answer: 'internal',
    numbers: [16, 20, 36, 42, 43, 46, 47, 62, 115, 184, 215, 352, 403, 456, 457],
  },
  no_such_table: { answer: 'internal', numbers: [60, 81] },
  already_there: { answer: 'internal', numbers: [57, 82] },
  denied: { answer: 'internal', numbers: [164, 192, 193, 194, 497, 516] },
  too_slow: { answer: 'unavailable', numbers: [159, 209] },
  too_much_memory: { answer: 'unavailable', numbers: [173, 241] },
  too_many_parts: { answer: 'unavailable', numbers: [252] },
  disk_full: { answer: 'unavailable', numbers: [243] },
  disk_error: { answer: 'unavailable', numbers: [40, 74, 75, 76, 77, 88, 228, 246, 481] },
  read_only: { answer: 'unavailable', numbers: [242] },
  cancelled: { answer: 'unavailable', numbers: [394, 734, 735] },
  unreachable: { answer: 'unavailable', numbers: [210, 279] },
  gone: { answer: 'unavailable', numbers: [] },
  unknown: { answer: 'internal', numbers: [] },
} as const satisfies Record<string, { readonly answer: ErrorCode; readonly numbers: readonly number[] }>
export type EngineReason = keyof typeof REASONS

const REASON_OF = new Map<number, EngineReason>()
for (const [reason, { numbers }] of Object.entries(REASONS)) {
  for (const number of numbers) REASON_OF.set(number, reason as EngineReason)
}

/** An error of the engine: `reason` for code, `number` for the operator (0 = the engine gave none). */
export class EngineError extends AppError {
  readonly reason: EngineReason
  readonly number: number

  constructor(reason: EngineReason, number = 0) {
    super(REASONS[reason].answer)
    this.name = 'EngineError'
    this.reason = reason
    this.number = number
  }
}

/** The error for a number of the engine. */
export function engineErrorOf(number: number): EngineError {
  return new EngineError(REASON_OF.get(number) ?? 'unknown', number)
}

/**
 * The number in whatever was thrown: chdb's errors have `clickhouseCode`, those of `@clickhouse/client` a `code` in
 * text, some have it at the head of their message only. 0 where there is none.
 */
export function engineNumber(thrown: unknown): number {
  if (typeof thrown !== 'object' || thrown === null) return 0
  if ('clickhouseCode' in thrown && typeof thrown.clickhouseCode === 'number') return thrown.clickhouseCode
  if ('code' in thrown && typeof thrown.code === 'string' && /^\d{1,5}$/u.test(thrown.code)) return Number(thrown.code)
  if (!('message' in thrown) || typeof thrown.message !== 'string') return 0
  return Number(/^Code:\s*(\d{1,5})\b/u.exec(thrown.message)?.[1] ?? 0)
}

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'])

/** What `@clickhouse/client` threw, as an error of ours. A bug of ours (TypeError) is passed on as it is. */
export function mapEngineError(thrown: unknown): EngineError | TypeError {
  if (thrown instanceof EngineError || thrown instanceof TypeError) return thrown
  const network = typeof thrown === 'object' && thrown !== null && 'code' in thrown && NETWORK.has(String(thrown.code))
  return network ? new EngineError('unreachable') : engineErrorOf(engineNumber(thrown))
}
