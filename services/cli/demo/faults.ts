/** What may be wrong at the demo's organisation, in words, and what was. */
import type { StandardFault } from '../../simulator/index.ts'

export const FAULT_WORDS: Readonly<Record<StandardFault, string>> = {
  bad_site_network: 'The network of Groningen loses packets in the middle third of the period.',
  bad_room_model: 'One model of room equipment has poor pictures and is cut off.',
  failing_joins: 'Joining from Utrecht Annex often fails at first.',
  bad_transport: 'The gateway to the telephone network loses packets.',
  old_software: 'Rooms with an old version of their software are cut off.',
}

/** What was planted, for whoever reads the advice beside it. */
export function plantedText(faults: readonly StandardFault[]): string {
  if (faults.length === 0) return 'Nothing is wrong there: no fault was planted.\n'
  const lines = faults.map((fault) => `  ${fault}: ${FAULT_WORDS[fault]}\n`)
  return `What is wrong there, to be read beside the advice; the product was not told:\n${lines.join('')}`
}
