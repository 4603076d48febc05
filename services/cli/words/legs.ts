/** Words of a table of legs. The states of a leg are told in words that people know. */
import type { END_BYS, EndClass, Kind, START_BYS } from '../../../schemas/states.ts'

export interface LegWords {
  readonly head: Readonly<
    Record<
      | 'start'
      | 'end'
      | 'duration'
      | 'platform'
      | 'kind'
      | 'site'
      | 'room'
      | 'conference'
      | 'ended'
      | 'startIs'
      | 'endIs',
      string
    >
  >
  readonly kinds: Readonly<Record<Kind, string>>
  readonly ends: Readonly<Record<EndClass, string>>
  readonly starts: Readonly<Record<(typeof START_BYS)[number], string>>
  readonly endings: Readonly<Record<(typeof END_BYS)[number], string>>
  /** Words that stand in the place of a site. */
  readonly sites: Readonly<Record<'ambiguous' | 'remote', string>>
}
