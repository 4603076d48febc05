/** Words of what the demo shows at its end: what is stored beside what really happened, and what was published. */
/** Things of which so many are stored as they must be, and so many there are. */
interface Equal {
  readonly equal: number
  readonly truth: number
}

export interface FoundWords {
  readonly stored: string
  readonly months: Readonly<Record<'month' | 'legs' | 'conferences' | 'persons', string>>
  /** A number that is not what it must be. */
  readonly notTrue: (stored: number, truth: number) => string
  readonly number: (count: number) => string

  /** How many differ, and what a person and the truth are: a paragraph in lines. */
  readonly compared: (of: {
    readonly legs: Equal
    readonly conferences: Equal
    readonly persons: Equal
    readonly differences: number
  }) => readonly string[]
  readonly differs: Readonly<Record<'missing' | 'surplus' | 'differs' | 'split' | 'joined', string>>
  readonly of: Readonly<Record<'leg' | 'conference' | 'person', string>>
  readonly more: (count: number) => string

  readonly legs: (shown: number, all: number, day: string) => string
  readonly health: string
  readonly healthHead: Readonly<
    Record<
      'source' | 'legs' | 'imputed' | 'orphan' | 'capped' | 'late' | 'unattached' | 'beyondLeg' | 'linkTooWide',
      string
    >
  >
  /** What the titles mean that do not say it: lines. */
  readonly healthSays: readonly string[]
  readonly intake: string
  readonly intakeHead: Readonly<
    Record<
      'source' | 'deliveries' | 'records' | 'accepted' | 'refused' | 'observations' | 'dropped' | 'ignored',
      string
    >
  >
  readonly refused: string
  readonly ignored: string
  readonly observation: string
  readonly noObservation: string
  readonly explain: string

  readonly notPublished: string
  readonly published: (months: readonly string[]) => string
  readonly report: string
}
