/**
 * Within what a native id is unique. The platforms we know give UUIDs: the same id is the same thing, whichever source
 * delivers it (two sinks of one Pexip installation). Of the generic record only a UUID is taken to be unique; any other
 * id ("1", "2") is unique within its source, else two telephone systems that both count from 1 would share their legs.
 */
import { type IdentifiedObservation, type Identifier, revealed, tuple } from '../identified.ts'
import { canonicalInstance } from './canonicalise.ts'

interface IdSpace {
  /** The canonical text of an id of a leg or conference. */
  readonly idOf: (id: Identifier) => string
  /** What an event's own id stands behind. */
  readonly eventScope: string
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u

/** @param sourceId of the source that delivered the record */
export function idSpace(identified: IdentifiedObservation, sourceId: string): IdSpace {
  const kind = tuple(identified.sourceKind)
  if (identified.platform !== 'generic') return { idOf: plainId, eventScope: kind }
  const idOf = (id: Identifier): string => {
    const plain = plainId(id)
    return UUID.test(plain) ? plain : tuple(sourceId, plain)
  }
  const own = UUID.test(plainId(identified.subjectId))
  return { idOf, eventScope: own ? kind : kind + tuple(sourceId) }
}

function plainId(id: Identifier): string {
  return canonicalInstance(revealed(id))
}
