/** What every observation of a Cisco Meeting Server record has. */
import { Identifier, tuple } from '../../identified.ts'

/** What holds a record: `<records>`, or nothing where a relay passes bare `<record>`s on. */
export interface Envelope {
  /** GUID of one run of the call bridge. */
  readonly session?: string
  /** GUID of the call bridge, in clusters only. */
  readonly callBridge?: string
}

/** A record's head, its time read. */
export interface Head extends Envelope {
  readonly type: string
  readonly event_ms: number
  readonly correlatorIndex: number
}

/**
 * Platform, identity and order. `session` and `correlatorIndex` are the same for every receiver and every repetition,
 * but records of different content were seen to share both (reference cdr-formats, 11a): type and object id stand
 * beside them. A bare record has its time in place of the session.
 */
export function about(head: Head, objectId: string) {
  const identity =
    head.session === undefined
      ? tuple('record', head.type, objectId, head.event_ms, head.correlatorIndex)
      : tuple('records', head.session, head.correlatorIndex, head.type, objectId)
  return {
    platform: 'cms' as const,
    sourceKind: 'cms_cdr',
    subjectId: instance(objectId),
    eventId: instance(identity),
    label: head.callBridge === undefined ? undefined : new Identifier('label', head.callBridge),
    rev: head.correlatorIndex,
    event_ms: head.event_ms,
  }
}

export function instance(id: string): Identifier {
  return new Identifier('instance', id)
}

/** One other id of the same subject, if the record names it. */
export function link(id: string | undefined): readonly Identifier[] | undefined {
  return id === undefined ? undefined : [instance(id)]
}
