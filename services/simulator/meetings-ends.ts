/** How legs end: a small table of what the platforms write, and the class that must come of it. */
import type { EndClass } from '../../schemas/states.ts'
import type { Participation, SimulatedPlatform } from './model.ts'
import type { Random } from './random.ts'

export type End = Participation['end']

const end = (endClass: EndClass, native: string): End => ({ endClass, native })

/** What happened to a leg. */
type Outcome = 'left' | 'over' | 'cut' | 'failed' | 'refused' | 'lost'

const ENDS: Readonly<Record<SimulatedPlatform, Readonly<Record<Outcome, readonly [End, ...End[]]>>>> = {
  pexip: {
    left: [end('normal_self', 'Call disconnected'), end('normal_self', 'User initiated disconnect')],
    over: [
      end('normal_remote', 'Conference ended'),
      end('normal_remote', 'All conference hosts departed hosted conference'),
      end('host_or_admin', 'Conference terminated by a host participant (#pex121)'),
      end('host_or_admin', 'Disconnected by another participant'),
      end('moved', 'Call transferred'),
      end('unknown', 'Q.850;cause=16;text="tot ziens"'),
    ],
    cut: [
      end('timeout', 'Timer expired awaiting token refresh'),
      end('media_network', 'No media received'),
      end('media_network', 'Media timeout'),
      end('server_error', 'Media process disconnected'),
    ],
    failed: [
      end('auth_or_pin', 'Invalid PIN'),
      end('capacity', 'Participant limit reached'),
      end('rejected', 'Call rejected'),
      end('busy', 'Busy here'),
      end('no_answer', 'Call not answered'),
      end('timeout', 'Timeout waiting for conference host to join (#pex126)'),
    ],
    refused: [end('config_or_crypto', 'Not Acceptable Here'), end('config_or_crypto', 'Encryption required')],
    lost: [end('not_found', 'Neither conference nor gateway found'), end('not_found', 'Conference not found')],
  },
  cms: {
    left: [end('normal_self', 'remoteTeardown')],
    over: [
      end('normal_remote', 'callEnded'),
      end('normal_remote', 'localTeardown'),
      end('host_or_admin', 'clientInitiatedTeardown'),
      end('host_or_admin', 'apiInitiatedTeardown'),
      end('moved', 'callMoved'),
    ],
    cut: [end('timeout', 'timeout'), end('server_error', 'error')],
    failed: [
      end('auth_or_pin', 'incorrectPasscode'),
      end('capacity', 'participantLimitReached'),
      end('timeout', 'ivrTimeout'),
      end('no_answer', 'ringingTimeout'),
      end('busy', 'remoteBusy'),
      end('rejected', 'remoteRejected'),
      end('no_answer', 'confirmationTimeOut'),
    ],
    refused: [end('config_or_crypto', 'encryptionRequired'), end('config_or_crypto', 'dnsFailure')],
    lost: [end('not_found', 'unknownDestination'), end('not_found', 'ivrUnknownCall')],
  },
}

export function drawEnd(random: Random, platform: SimulatedPlatform, outcome: Outcome): End {
  return random.pick(ENDS[platform][outcome])
}

/**
 * What a platform writes of a class.
 *
 * @throws RangeError where the platform has no such end
 */
export function drawEndOf(random: Random, platform: SimulatedPlatform, endClass: EndClass): End {
  const [first, ...others] = allEnds(platform).filter((one) => one.endClass === endClass)
  if (first === undefined) throw new RangeError(`${platform} has no end of class ${endClass}`)
  return random.pick([first, ...others])
}

/** Every end that occurs. */
export function allEnds(platform: SimulatedPlatform): readonly End[] {
  return Object.values(ENDS[platform]).flat()
}
