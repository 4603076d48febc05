/** The words of nl.ts in English; only those that more than one place shows. */
import type { Failure } from '../cube.ts'
import type { FindingState } from '../finding.ts'

export const FINDING_STATES_EN: Readonly<Record<FindingState, string>> = {
  new: 'new',
  accepted: 'accepted',
  planned: 'planned',
  done: 'done',
  verified: 'verified',
  rejected: 'rejected',
}

/** Why somebody could not join. */
export const FAILURES_EN: Readonly<Record<Failure, string>> = {
  no_answer: 'no answer',
  busy: 'busy',
  rejected: 'rejected',
  not_found: 'address not found',
  auth_or_pin: 'PIN or sign-in',
  capacity: 'no room left on the server',
  timeout: 'no reply in time',
  media_network: 'network blocks media',
  config_or_crypto: 'settings or encryption',
  server_error: 'server error',
}
