/** Why nobody can listen where they were told to, in words. */
import { UserError } from '../shared/errors.ts'
import type { EmbeddedSettings } from './settings.ts'

export const LISTEN_FAULTS = {
  EADDRINUSE: 'is in use by another program; stop that one',
  EACCES: 'may not be opened by this user; take a port above 1023',
  EADDRNOTAVAIL: 'is not an address of this machine; change AVESQO_HOST',
  ENOTFOUND: 'is not a name that can be resolved; change AVESQO_HOST',
} as const
export type ListenFault = keyof typeof LISTEN_FAULTS

/**
 * Turns the system's refusal to listen into words.
 *
 * @param words what is wrong, and what can be done
 * @returns what throws UserError for a refusal, and anything else as it is
 */
export function sayWhyNot(words: (fault: ListenFault) => string): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw isListenFault(code) ? new UserError(words(code), 1) : error
  }
}

/** The words of a server that is started with settings of the environment. */
export function inWords({ host, port }: Pick<EmbeddedSettings, 'host' | 'port'>): (fault: ListenFault) => string {
  return (fault) => `${host}, port ${port}, ${LISTEN_FAULTS[fault]}, or set AVESQO_PORT to another one.`
}

function isListenFault(code: string): code is ListenFault {
  return Object.hasOwn(LISTEN_FAULTS, code)
}
