/** Who waits for long work hears now and then how far it is. */
import type { Output } from './output.ts'

/** How often, ms. */
const NOTE_MS = 5_000

/**
 * Does the work; until it ends, a note on stderr every few seconds.
 *
 * @param name what is worked on
 * @param stage what is being done now; '' where there is nothing more to say than how long it takes
 */
export async function saying<T>(
  { note }: Pick<Output, 'note'>,
  name: string,
  stage: () => string | Promise<string>,
  work: () => Promise<T>,
): Promise<T> {
  const from = performance.now()
  let ended = false
  const say = async (): Promise<void> => {
    const seconds = Math.round((performance.now() - from) / 1_000)
    const now = await stage()
    if (!ended) note(`${name}: at work for ${seconds} s${now === '' ? '' : `, ${now}`}`)
  }
  // A note that fails is no reason to give the work up.
  const timer = setInterval(() => void say().catch(() => undefined), NOTE_MS)
  try {
    return await work()
  } finally {
    ended = true
    clearInterval(timer)
  }
}
