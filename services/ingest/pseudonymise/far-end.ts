/**
 * Who is at the far end of a leg, as far as one record says: a room that the customer declared as shared, a person, or
 * somebody without an account. In doubt it is a person: a room is only what was declared.
 */
import type { Kind } from '../../../schemas/states.ts'
import type { IdentifiedObservation, Identifier, KindHint } from '../identified.ts'
import { aliasOf, type CanonicalPerson, canonicalPerson } from './canonicalise.ts'
import type { ObserveContext, RoomOfAlias } from './observe-context.ts'

export interface FarEnd {
  readonly kind: Kind
  readonly room: RoomOfAlias | null
  /** The person whose key is made; null for rooms, machines, guests and nobody. */
  readonly person: CanonicalPerson | null
  /** Every account-like identifier of the record, for the ledger: who is in it goes before what was declared a room. */
  readonly candidates: readonly CanonicalPerson[]
  /** Of one of the tenant's own domains; null where there is no domain to tell by. */
  readonly internal: boolean | null
}

/** Machines of the platform: their addresses are not persons. A shadow is a person's other leg, so it keeps its key. */
const MACHINES: ReadonlySet<KindHint> = new Set<KindHint>(['service', 'recorder', 'bridge'])

/** @returns null where the record does not speak of the far end's identity */
export function readFarEnd(identified: IdentifiedObservation, context: ObserveContext): FarEnd | null {
  if (identified.farEnd === undefined) return null
  const hint = identified.kindHint
  const candidates = personsOf(identified.farEnd, context.settings.country)
  const first = candidates[0] ?? null
  const domain = first?.domain ?? null
  const internal = domain === null ? null : context.domains.has(domain)
  if (hint !== undefined && MACHINES.has(hint)) return { kind: hint, room: null, person: null, candidates, internal }
  const room = roomOf(identified.farEnd, context)
  if (room !== null) return { kind: hint === 'shadow' ? hint : 'room', room, person: null, candidates, internal }
  if (hint === 'guest') {
    // A guest's address is made for one join by the platform: it recognises nobody.
    return { kind: hint, room: null, person: null, candidates, internal: null }
  }
  return { kind: hint ?? kindOf(first, identified.farEnd), room: null, person: first, candidates, internal }
}

function personsOf(identifiers: readonly Identifier[], country: string): CanonicalPerson[] {
  const persons: CanonicalPerson[] = []
  for (const identifier of identifiers) {
    const person = canonicalPerson(identifier, country)
    if (person !== null) persons.push(person)
  }
  return persons
}

function roomOf(identifiers: readonly Identifier[], context: ObserveContext): RoomOfAlias | null {
  if (context.rooms.size === 0) return null
  for (const identifier of identifiers) {
    const alias = aliasOf(identifier, context.settings.country)
    const room = alias === null ? undefined : context.rooms.get(alias)
    if (room !== undefined) return room
  }
  return null
}

function kindOf(person: CanonicalPerson | null, identifiers: readonly Identifier[]): Kind {
  if (person !== null) return person.ident === 'phone' ? 'pstn' : 'user'
  return identifiers.some((identifier) => identifier.kind === 'typed') ? 'guest' : 'unknown'
}
