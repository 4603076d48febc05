/**
 * The key port: turns identifiers that a requester writes into the keys by which their records are found and recognised
 * (design, section 10). Identifiers come in, HMACs go out, nothing is kept. In a cluster it is ingest's private
 * listener; here it is a call.
 */
import type { Key128 } from '../../schemas/observation.ts'
import type { PersonIdent } from '../../schemas/states.ts'
import { Identifier } from './identified.ts'
import type { Keyring } from './keys/keyring.ts'
import { type CanonicalPerson, canonicalPerson } from './pseudonymise/canonicalise.ts'
import type { Epoch } from './pseudonymise/keymaker.ts'
import { EpochClosed } from './pseudonymise/keymaker.ts'
import { ledgerHmac } from './pseudonymise/ledger.ts'

/** Whose records: a tenant and the country in which its national telephone numbers are read. */
export interface PortTenant {
  readonly tenantId: string
  readonly country: string
}

interface PersonKey {
  readonly epoch: Epoch
  readonly ident: PersonIdent
  readonly key: Key128
}

export interface KeyPort {
  /**
   * @param identifiers as a person writes them, one each
   * @returns for each identifier, in order, the ledger's HMACs of all its readings; empty where it reads as nobody
   */
  ledgerHmacs(tenant: PortTenant, identifiers: readonly string[]): Promise<readonly (readonly LedgerHmac[])[]>
  /**
   * Keys of a person in these epochs. Epochs whose key has been destroyed are left out: nothing can be found in them.
   */
  personKeys(tenant: PortTenant, identifier: string, epochs: ReadonlySet<Epoch>): Promise<readonly PersonKey[]>
}

export interface LedgerHmac {
  readonly ident: PersonIdent
  readonly hmac: Key128
}

export function createKeyPort(keyring: Keyring): KeyPort {
  return {
    async ledgerHmacs({ tenantId, country }, identifiers) {
      await keyring.prepare(tenantId, new Set())
      const keys = keyring.maker(tenantId)
      return identifiers.map((text) =>
        readingsOf(text, country).map((person) => ({ ident: person.ident, hmac: ledgerHmac(person, keys) })),
      )
    },
    async personKeys({ tenantId, country }, identifier, epochs) {
      await keyring.prepare(tenantId, epochs)
      const keys = keyring.maker(tenantId)
      const persons = readingsOf(identifier, country)
      return [...epochs].flatMap((epoch) => {
        try {
          return persons.map(({ ident, text }) => ({ epoch, ident, key: keys.key('person', epoch, ident, text) }))
        } catch (error) {
          if (error instanceof EpochClosed) return []
          throw error
        }
      })
    },
  }
}

/**
 * Everything that a written identifier can be in a record: an address, a telephone number, an account of a directory;
 * and without a `+tag`, which mail systems let a person add to their own address (reference privacy, 5).
 */
function readingsOf(text: string, country: string): readonly CanonicalPerson[] {
  const readings = new Map<string, CanonicalPerson>()
  for (const written of [text, withoutTag(text)]) {
    for (const kind of ['address', 'number', 'directory'] as const) {
      const person = canonicalPerson(new Identifier(kind, written), country)
      if (person !== null) readings.set(`${person.ident} ${person.text}`, person)
    }
  }
  return [...readings.values()]
}

function withoutTag(text: string): string {
  return text.replace(/^([^+@]+)\+[^@]*(?=@)/u, '$1')
}
