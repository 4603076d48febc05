/** Who waits for long work hears now and then how far it is. */
import type { CliContext } from './context.ts'

/** How often it is looked whether there is something to say, ms. */
const LOOK_MS = 5_000
/** The longest that nothing is said, s: before, each silence is twice as long as the one before it. */
const LONGEST_S = 60

/**
 * Does the work; until it ends, a note on stderr now and then.
 *
 * @param name what is worked on
 * @param stage what is being done now; '' where there is nothing more to say than how long it takes
 */
export async function saying<T>(
  { output, words }: Pick<CliContext, 'output' | 'words'>,
  name: string,
  stage: () => string | Promise<string>,
  work: () => Promise<T>,
): Promise<T> {
  const from = performance.now()
  let ended = false
  let next = 0
  const say = async (): Promise<void> => {
    const seconds = Math.round((performance.now() - from) / 1_000)
    if (seconds < next) return
    next = Math.min(2 * seconds, seconds + LONGEST_S)
    const now = await stage()
    if (!ended) output.note(words().call.atWork(name, seconds, now))
  }
  // A note that fails is no reason to give the work up.
  const timer = setInterval(() => void say().catch(() => undefined), LOOK_MS)
  try {
    return await work()
  } finally {
    ended = true
    clearInterval(timer)
  }
}
