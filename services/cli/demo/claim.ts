/** Before anything is removed: whether the demo's place is free, and the port on which it is to serve. */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { sayWhyNot } from '../../processes/listen-faults.ts'
import { reachDesk } from '../../processes/operator-client.ts'
import type { EmbeddedSettings } from '../../processes/settings.ts'
import { makeDirectory } from '../../shared/directory.ts'
import { UserError } from '../../shared/errors.ts'
import { makeAnew, refuseForeign } from './directory.ts'
import { leaveLock, takeLock } from './lock.ts'

const ELSEWHERE = 'give this one a place of its own, such as: --dir ./demo2 --port 8081'

interface Place {
  /** Absolute paths of empty directories. */
  readonly data: string
  readonly keys: string
}

/**
 * Does something in empty directories that are its own meanwhile.
 *
 * @param dir absolute; `<dir>-data` and `<dir>-keys` are made anew, `<dir>-lock` is there as long as it lasts
 * @throws UserError when a directory or the port is another's; then nothing was removed
 */
export async function inPlace<T>(
  dir: string,
  settings: Pick<EmbeddedSettings, 'host' | 'port'>,
  act: (place: Place) => Promise<T>,
): Promise<T> {
  const place = { data: `${dir}-data`, keys: `${dir}-keys` }
  const lock = `${dir}-lock`
  makeDirectory(dirname(dir))
  const holder = takeLock(lock)
  if (holder !== null) {
    throw new UserError(`A demo is at work in ${place.data} (process ${holder}). Stop that one, or ${ELSEWHERE}`, 1)
  }
  try {
    refuseForeign(place.data)
    refuseForeign(place.keys)
    await refuseServed(place.data)
    await tryPort(settings)
    makeAnew(place.data)
    makeAnew(place.keys)
    return await act(place)
  } finally {
    leaveLock(lock)
  }
}

/** @throws UserError when a product runs on it, such as `avesqo serve` on what a demo left */
async function refuseServed(data: string): Promise<void> {
  if (!existsSync(data)) return
  const running = await reachDesk(data)
  if (running === null) return
  await running.close()
  throw new UserError(`Another avesqo process is at work in ${data}. Stop that one, or ${ELSEWHERE}`, 1)
}

/** @throws UserError when nobody can listen there */
async function tryPort({ host, port }: Pick<EmbeddedSettings, 'host' | 'port'>): Promise<void> {
  const server = createServer()
  await once(server.listen({ host, port }), 'listening').catch(
    sayWhyNot({ host, port }, 'name another with --port, such as: --port 8081'),
  )
  server.close()
  await once(server, 'close')
}
