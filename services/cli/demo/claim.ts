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
import type { DemoWords } from '../words/demo.ts'
import { makeAnew, refuseForeign } from './directory.ts'
import { leaveLock, takeLock } from './lock.ts'

interface Place {
  /** Absolute paths of empty directories. */
  readonly data: string
  readonly keys: string
}

type Refused = DemoWords['refused']

/**
 * Does something in empty directories that are its own meanwhile.
 *
 * @param dir absolute; `<dir>-data` and `<dir>-keys` are made anew, `<dir>-lock` is there as long as it lasts
 * @throws UserError when a directory or the port is another's; then nothing was removed
 */
export async function inPlace<T>(
  dir: string,
  settings: Pick<EmbeddedSettings, 'host' | 'port'>,
  { refused }: Pick<DemoWords, 'refused'>,
  act: (place: Place) => Promise<T>,
): Promise<T> {
  const place = { data: `${dir}-data`, keys: `${dir}-keys` }
  const lock = `${dir}-lock`
  makeDirectory(dirname(dir))
  const holder = takeLock(lock)
  if (holder !== null) throw new UserError(refused.atWork(place.data, holder), 1)
  try {
    refuseForeign(place.data, refused)
    refuseForeign(place.keys, refused)
    await refuseServed(place.data, refused)
    await tryPort(settings, refused)
    makeAnew(place.data)
    makeAnew(place.keys)
    return await act(place)
  } finally {
    leaveLock(lock)
  }
}

/** @throws UserError when a product runs on it, such as `avesqo serve` on what a demo left */
async function refuseServed(data: string, { served }: Refused): Promise<void> {
  if (!existsSync(data)) return
  const running = await reachDesk(data)
  if (running === null) return
  await running.close()
  throw new UserError(served(data), 1)
}

/** @throws UserError when nobody can listen there */
async function tryPort({ host, port }: Pick<EmbeddedSettings, 'host' | 'port'>, { listen }: Refused): Promise<void> {
  const server = createServer()
  await once(server.listen({ host, port }), 'listening').catch(sayWhyNot((fault) => listen(fault, host, port)))
  server.close()
  await once(server, 'close')
}
