/** What may be wrong at the demo's organisation, in words. */
import type { StandardFault } from '../../simulator/index.ts'

export const FAULT_WORDS: Readonly<Record<StandardFault, string>> = {
  bad_site_network: 'The network of Groningen loses packets in the middle third of the period.',
  bad_room_model: 'One model of room equipment has poor pictures and is cut off.',
  failing_joins: 'Joining from Utrecht Annex often fails at first.',
  bad_transport: 'The gateway to the telephone network loses packets.',
  old_software: 'Rooms with an old version of their software are cut off.',
}
