import { FAILURES_NL, SITE_WORDS_NL } from '../../../schemas/words/nl.ts'
import type { LegWords } from './legs.ts'

export const LEGS_NL: LegWords = {
  head: {
    start: 'begin',
    end: 'einde',
    duration: 'duur',
    platform: 'platform',
    kind: 'wie',
    site: 'locatie',
    room: 'ruimte',
    conference: 'vergadering',
    ended: 'hoe geëindigd',
    startIs: 'begin is',
    endIs: 'einde is',
  },
  kinds: {
    room: 'ruimte',
    user: 'gebruiker',
    pstn: 'telefoon',
    guest: 'gast',
    unknown: 'niet bekend',
    service: 'dienst',
    recorder: 'opname',
    bridge: 'koppeling',
    shadow: 'dubbel',
  },
  ends: {
    normal_self: 'zelf opgehangen',
    normal_remote: 'gewoon afgelopen',
    host_or_admin: 'door de gastheer',
    ...FAILURES_NL,
    moved: 'doorverbonden',
    unknown: 'niet bekend',
  },
  starts: { stated: 'gemeld', counted_back: 'teruggerekend', observed: 'gezien' },
  endings: { stated: 'gemeld', counted_on: 'uitgerekend', conference: 'van de vergadering', observed: 'geschat' },
  sites: { ambiguous: SITE_WORDS_NL.ambiguous, remote: SITE_WORDS_NL.remote },
}
