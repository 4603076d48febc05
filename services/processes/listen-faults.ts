/** Why nobody can listen where they were told to, in words. */
import { UserError } from '../shared/errors.ts'
import type { EmbeddedSettings } from './settings.ts'

const LISTEN_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program; stop that one',
  EACCES: 'may not be opened by this user; take a port above 1023',
  EADDRNOTAVAIL: 'is not an address of this machine; change AVESQO_HOST',
  ENOTFOUND: 'is not a name that can be resolved; change AVESQO_HOST',
}

/**
 * Turns the system's refusal to listen into words.
 *
 * @param otherwise how another port is chosen
 * @returns what throws UserError for a refusal, and anything else as it is
 */
export function sayWhyNot(
  { host, port }: Pick<EmbeddedSettings, 'host' | 'port'>,
  otherwise: string,
): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const fault = LISTEN_FAULTS[code]
    if (fault === undefined) throw error
    throw new UserError(`${host}, port ${port}, ${fault}, or ${otherwise}.`, 1)
  }
}
