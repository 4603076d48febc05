/**
 * Why a Pexip leg ended. The platform gives free text, not from a closed list ("in some cases the disconnect reason is
 * provided by the endpoint"; docs.pexip.com/admin/disconnection_reasons.htm), newer versions with a message code such
 * as `#pex123`. Only texts and codes of this table are recognised; any other text is `unknown` and leaves no code, since
 * it may hold anything.
 *
 * Who ended it is judged from the leg's person (reference cdr-formats, 11a): a host who removes others is
 * `host_or_admin` for them; that the hosts left or the conference came to its end is `normal_remote`.
 */
import type { EndClass } from '../../../../schemas/states.ts'

export interface EndReason {
  readonly end_class: EndClass
  /** Of a closed list, made by us from the platform's text. */
  readonly end_code?: string
}

const TEXTS: Readonly<Partial<Record<EndClass, readonly string[]>>> = {
  normal_self: ['call disconnected', 'user initiated disconnect', 'browser closed'],
  normal_remote: [
    'all conference hosts departed hosted conference',
    'last remaining participant removed from conference after timeout',
    'no participants can keep conference alive',
    'conference ended',
    'test call finished',
    'media playback finished',
  ],
  host_or_admin: [
    'conference host ended the conference with a dtmf command',
    'conference terminated by a host participant',
    'conference terminated by an administrator',
    'conference terminated by another participant',
    'disconnected by an administrator',
    'disconnected by another participant',
  ],
  no_answer: ['no answer', 'call not answered', 'temporarily unavailable', 'ringing timeout'],
  busy: ['busy', 'busy here', 'busy everywhere', 'user busy'],
  rejected: ['call rejected', 'decline', 'declined', 'call declined'],
  not_found: [
    'neither conference nor gateway found',
    'conference not found',
    'not found',
    'does not exist anywhere',
    'gone',
    'address incomplete',
  ],
  auth_or_pin: [
    'invalid pin',
    'pin entry timeout',
    'access denied',
    'authentication failed',
    'forbidden',
    'unauthorized',
    'proxy authentication required',
  ],
  capacity: [
    'participant limit reached',
    'conference participant limit reached',
    'capacity exceeded',
    'insufficient capacity',
    'insufficient licenses',
    'insufficient licences',
    'license limit reached',
    'out of resource',
    'out of proxying resource',
    'resource unavailable',
  ],
  // The client vanished: nothing refreshed its token, answered or kept the session alive.
  timeout: [
    'timer expired awaiting token refresh',
    'timeout waiting for conference host to join or permit access to locked conference',
    'timeout waiting for conference host to join',
    'session timer expired',
    'request timeout',
    'server time-out',
  ],
  media_network: ['no media received', 'media timeout', 'failed to establish media', 'ice failed'],
  config_or_crypto: [
    'not acceptable',
    'not acceptable here',
    'unsupported media type',
    'encryption required',
    'loop detected',
    'too many hops',
  ],
  server_error: [
    'gateway dial out failed',
    'failed to gateway the call',
    'media process disconnected',
    'media node disconnected',
    'signaling node disconnected',
    'signalling node disconnected',
    'proxy node disconnected',
    'service unavailable',
    'server internal error',
    'internal server error',
    'bad gateway',
  ],
  moved: ['call transferred', 'participant transferred'],
  // Known text, but it does not say why.
  unknown: ['call failed'],
}

/** The vendor's message codes, each beside the text that it numbers. */
const MESSAGE_CODES: Readonly<Record<string, string>> = {
  '#pex120': 'conference host ended the conference with a dtmf command',
  '#pex121': 'conference terminated by a host participant',
  '#pex122': 'conference terminated by an administrator',
  '#pex123': 'disconnected by an administrator',
  '#pex124': 'disconnected by another participant',
  '#pex125': 'conference terminated by another participant',
  '#pex126': 'timeout waiting for conference host to join or permit access to locked conference',
}

const MESSAGE_CODE = /#pex\d{3}\b/u

const REASONS = new Map<string, EndReason>()
for (const [endClass, texts] of Object.entries(TEXTS)) {
  for (const text of texts) REASONS.set(text, { end_class: endClass as EndClass, end_code: slugOf(text) })
}

/** Every code that this decoder can give. */
export const PEXIP_END_CODES: readonly string[] = [...REASONS.values()].map((reason) => reason.end_code ?? '')

const UNKNOWN: EndReason = { end_class: 'unknown' }

/**
 * @param reason the record's text, or nothing
 * @returns class and code; null where the record states no reason
 */
export function endReasonOf(reason: string | null | undefined): EndReason | null {
  if (reason === null || reason === undefined) return null
  const lower = reason.toLowerCase()
  const exact = REASONS.get(lower)
  if (exact !== undefined) return exact
  const code = MESSAGE_CODE.exec(lower)?.[0]
  const plain = (code === undefined ? lower : lower.replace(code, ' '))
    .replaceAll(/[()[\]]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[.:]+$/u, '')
    .trim()
  const known = REASONS.get(plain) ?? (code === undefined ? undefined : REASONS.get(MESSAGE_CODES[code] ?? ''))
  if (known !== undefined) return known
  return plain === '' && code === undefined ? null : UNKNOWN
}

function slugOf(text: string): string {
  return text.replaceAll(/[^a-z0-9]+/gu, '_')
}
