/**
 * Why a call leg ended, as Cisco Meeting Server says it (vendor: "Call Detail Records Guide", reason codes; reference
 * cdr-formats, 2). The words are a closed list of the server's own, so a known one is kept as `end_code`.
 */
import type { EndClass } from '../../../../schemas/states.ts'

const REASONS: ReadonlyMap<string, EndClass> = new Map<string, EndClass>([
  ['remoteTeardown', 'normal_self'], // the far end of this leg hung up
  ['localTeardown', 'normal_remote'],
  ['callEnded', 'normal_remote'],
  ['callDeactivated', 'normal_remote'],
  ['apiInitiatedTeardown', 'host_or_admin'],
  ['clientInitiatedTeardown', 'host_or_admin'],
  ['callMoved', 'moved'],
  ['confirmationTimeOut', 'no_answer'],
  ['ringingTimeout', 'no_answer'],
  ['remoteBusy', 'busy'],
  ['remoteRejected', 'rejected'],
  ['unknownDestination', 'not_found'],
  ['ivrUnknownCall', 'not_found'],
  ['incorrectPasscode', 'auth_or_pin'],
  ['participantLimitReached', 'capacity'],
  ['tenantParticipantLimitReached', 'capacity'],
  ['timeout', 'timeout'],
  ['ivrTimeout', 'timeout'],
  ['encryptionRequired', 'config_or_crypto'],
  ['dnsFailure', 'config_or_crypto'],
  ['error', 'server_error'],
])

/** Reasons of a leg that rang, or did not even ring, and was never answered. */
const UNANSWERED: ReadonlySet<string> = new Set(['ringingTimeout', 'remoteBusy', 'remoteRejected', 'dnsFailure'])

export interface End {
  readonly end_class?: EndClass
  readonly end_code?: string
  /** The leg was never connected: what the server calls its duration is the time it rang. */
  readonly unanswered: boolean
}

/** @param remoteTeardown says who hung up where no reason is given */
export function endOf(reason: string | undefined, remoteTeardown: boolean | undefined): End {
  if (reason === undefined) return { ...(remoteTeardown === true && { end_class: 'normal_self' }), unanswered: false }
  const endClass = REASONS.get(reason)
  if (endClass === undefined) return { end_class: 'unknown', unanswered: false }
  return { end_class: endClass, end_code: reason, unanswered: UNANSWERED.has(reason) }
}
