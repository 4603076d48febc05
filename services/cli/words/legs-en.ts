import { END_BYS, END_CLASSES, KINDS, START_BYS } from '../../../schemas/states.ts'
import type { LegWords } from './legs.ts'

/** The words that stand in the store: `avesqo legs` is for finding faults in it. */
function asStored<Word extends string>(words: readonly Word[]): Readonly<Record<Word, string>> {
  const same: Readonly<Record<string, string>> = Object.fromEntries(words.map((word) => [word, word]))
  return same
}

export const LEGS_EN: LegWords = {
  head: {
    start: 'start',
    end: 'end',
    duration: 'duration',
    platform: 'platform',
    kind: 'kind',
    site: 'site',
    room: 'room',
    conference: 'conference',
    ended: 'ended',
    startIs: 'start is',
    endIs: 'end is',
  },
  kinds: asStored(KINDS),
  ends: asStored(END_CLASSES),
  starts: asStored(START_BYS),
  endings: asStored(END_BYS),
  sites: asStored(['ambiguous', 'remote']),
}
