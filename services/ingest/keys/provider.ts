/** Where key-encryption keys come from. The embedded default keeps them in files (`file-provider.ts`). */
import type { KeyObject } from 'node:crypto'
import { UserError } from '../../shared/errors.ts'

/**
 * Gives the key-encryption keys (KEK) that wrap the tenants' keys. They never leave ingest, and lie apart from the data
 * they protect: whoever has one of both has nothing.
 */
export interface KeyProvider {
  /**
   * @param id of the KEK that wrapped a key
   * @throws KeyError `kek_missing` when it is not there, `kek_invalid` when it is damaged
   */
  kek(id: string): KeyObject
  /** Id of the KEK that wraps new keys; made here when there is none. Two calls may give different ids. */
  currentKekId(): string
}

/** Why a key cannot be used. */
export type KeyFault =
  /** The key directory lies inside the data directory. */
  | 'keys_in_data'
  /** Others than the owner may read the key directory or a key file. */
  | 'kek_exposed'
  /** The key directory cannot be made or read. */
  | 'keys_unavailable'
  /** The control store names a KEK that is not in the key directory. */
  | 'kek_missing'
  /** The key file does not hold the key of its name. */
  | 'kek_invalid'
  /** A wrapped key is of no form that this version of the code knows. */
  | 'format_unknown'
  /** A wrapped key was altered, cut, or belongs to another row. */
  | 'key_altered'

/** A key that cannot be used: the process refuses to start or to go on (I11). */
export class KeyError extends UserError {
  readonly fault: KeyFault

  constructor(fault: KeyFault, message: string) {
    super(`${message} (${fault})`, 1)
    this.name = 'KeyError'
    this.fault = fault
  }
}
