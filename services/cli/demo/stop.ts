/** How work ends that is told to stop and has no steps of its own: by an error that is the signal's reason. */

/**
 * For work that ends by itself when the product closes: it is left to that.
 *
 * @throws the signal's reason as soon as it comes; what becomes of the work then is nobody's business
 */
export async function orStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = Promise.withResolvers<never>()
  const stop = (): void => stopped.reject(signal.reason)
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    return await Promise.race([work, stopped.promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
