/**
 * Dutch words of states and other closed lists, wherever they are shown: pages, reports, findings and the terminal. What
 * has a second word for a place of its own says there why.
 */
import type { Dimension, Failure } from '../cube.ts'
import type { FindingState } from '../finding.ts'
import type { SITE_WORDS } from '../states.ts'

export const FINDING_STATES_NL: Readonly<Record<FindingState, string>> = {
  new: 'nieuw',
  accepted: 'geaccepteerd',
  planned: 'gepland',
  done: 'gedaan',
  verified: 'bevestigd',
  rejected: 'afgewezen',
}

/** Why somebody could not join. */
export const FAILURES_NL: Readonly<Record<Failure, string>> = {
  no_answer: 'geen antwoord',
  busy: 'bezet',
  rejected: 'geweigerd',
  not_found: 'adres niet gevonden',
  auth_or_pin: 'pincode of aanmelden',
  capacity: 'geen plaats meer op de server',
  timeout: 'geen reactie op tijd',
  media_network: 'netwerk houdt beeld en geluid tegen',
  config_or_crypto: 'instelling of versleuteling',
  server_error: 'fout van de server',
}

export const DIMENSIONS_NL: Readonly<Record<Dimension, string>> = {
  site: 'locatie',
  platform: 'platform',
  network: 'netwerk',
  transport: 'weg',
  model: 'model',
  software: 'versie',
  size: 'omvang',
  weekday: 'weekdag',
  hour: 'uur',
  room: 'ruimte',
}

/** In the place of a site. */
export const SITE_WORDS_NL: Readonly<Record<(typeof SITE_WORDS)[number], string>> = {
  ambiguous: 'tussen twee locaties',
  remote: 'op afstand',
  unknown: 'niet bekend',
  other: 'overige',
}
