/**
 * Sends one delivery until it is acknowledged: again after 429, 503, a proxy's 502 and 504, and a broken connection,
 * with exponential back-off and jitter, never sooner than Retry-After says. Sending twice is harmless: records are
 * counted once.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { ERRORS } from '../../shared/errors.ts'
import { REFUSALS, type RefusalCode } from '../../../schemas/refusals.ts'

const answerForm = z.object({
  received: z.int().min(0),
  refused: z.array(
    z.object({
      index: z.int().min(0),
      code: z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]),
      path: z.string().max(200),
    }),
  ),
})
export type Acknowledged = z.infer<typeof answerForm>

/** The importer cannot go on; `message` is a sentence for the person at the keyboard. */
export class Stopped extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Stopped'
  }
}

export interface SendParts {
  /** `https://host/receive/<source>` */
  readonly url: URL
  readonly source: string
  readonly secret: string
  readonly contentType: string
  readonly retry: RetryTimes
  readonly signal: AbortSignal
  /** Called before each wait. */
  readonly onRetry: () => void
}

export interface RetryTimes {
  /** First wait, ms; it doubles up to `maxMs`. */
  readonly firstMs: number
  readonly maxMs: number
  /** How long one delivery is tried before the import stops. */
  readonly giveUpMs: number
}

export const RETRY: RetryTimes = { firstMs: 250, maxMs: 30_000, giveUpMs: 600_000 }
/** Longer than any answer takes, the server's own bound included. */
const ANSWER_MS = 180_000

const AGAIN: ReadonlySet<number> = new Set([408, 429, 502, 503, 504])

/** What to do about an answer that repeating does not change. */
const ADVICE: Readonly<Record<number, string>> = {
  401: 'The server does not know this source, or the secret is wrong (AVESQO_SOURCE_SECRET or --secret-file).',
  403: 'No valid agreement covers this source now; see: avesqo source list.',
  404: 'There is no receiver at this address; check --url.',
  413: 'A delivery is larger than the server takes; send fewer records at a time with --batch.',
}

/** @throws Stopped when it cannot be delivered; AbortError when another delivery stopped the import */
export async function send(body: Buffer<ArrayBuffer>, parts: SendParts): Promise<Acknowledged> {
  const from = performance.now()
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOnce(body, parts)
    if ('acknowledged' in outcome) return outcome.acknowledged
    const wait = Math.max(outcome.retryAfterMs, jittered(attempt, parts.retry))
    if (performance.now() - from + wait > parts.retry.giveUpMs) {
      throw new Stopped(
        `The server did not take a delivery for ${Math.round(parts.retry.giveUpMs / 60_000)} minutes (${outcome.why}).`,
      )
    }
    parts.onRetry()
    await sleep(wait, undefined, { signal: parts.signal })
  }
}

/** Between half and all of the wait, so that senders that failed together do not come back together. */
function jittered(attempt: number, { firstMs, maxMs }: RetryTimes): number {
  return Math.min(maxMs, firstMs * 2 ** Math.min(attempt, 20)) * (0.5 + Math.random() / 2)
}

type Outcome = { readonly acknowledged: Acknowledged } | { readonly why: string; readonly retryAfterMs: number }

async function attemptOnce(body: Buffer<ArrayBuffer>, parts: SendParts): Promise<Outcome> {
  let response: Response
  let text: string
  try {
    response = await fetch(parts.url, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${parts.source}:${parts.secret}`).toString('base64')}`,
        'content-type': parts.contentType,
        prefer: 'return=representation',
      },
      body,
      // The secret goes to the address that was given and nowhere else.
      redirect: 'manual',
      signal: AbortSignal.any([parts.signal, AbortSignal.timeout(ANSWER_MS)]),
    })
    text = await response.text()
  } catch (error) {
    if (parts.signal.aborted) throw error
    return { why: 'no connection', retryAfterMs: 0 }
  }
  const { status, headers } = response
  if (AGAIN.has(status)) return { why: `status ${status}`, retryAfterMs: retryAfterMs(headers.get('retry-after')) }
  if (status !== 200) throw new Stopped(ADVICE[status] ?? `The server answered ${status}${codeIn(text)}.`)
  const acknowledged = answerForm.safeParse(parsed(text))
  if (!acknowledged.success) throw new Stopped('The address of --url answered, but not as a receiver of avesqo does.')
  return { acknowledged: acknowledged.data }
}

function retryAfterMs(header: string | null): number {
  const seconds = Number(header ?? 0)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0
}

/** The code of our own table in a problem; a foreign text is not shown. */
function codeIn(text: string): string {
  const problem = z.object({ code: z.enum(Object.keys(ERRORS) as [keyof typeof ERRORS]) }).safeParse(parsed(text))
  return problem.success ? ` (${problem.data.code}): ${ERRORS[problem.data.code].title.replace(/\.$/u, '')}` : ''
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
