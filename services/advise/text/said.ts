/** A finding in words and numbers of a language, ready to stand in a sentence. */
import type { Failure, MediaRate, Outcome } from '../../../schemas/cube.ts'
import type { Finding, RuleId, RuleResult } from '../../../schemas/finding.ts'

/** What a finding is about and what it found, formatted. */
export interface Said {
  /** Site, model, platform or source; '' for the tenant. */
  readonly name: string
  /** Software version, or cause of failure in words; '' where there is none. */
  readonly second: string
  /** `7% (5–9%)`. */
  readonly group: string
  /** The same; a target without range. */
  readonly reference: string
  /** The upper end of the reference's range: what the group should come to. */
  readonly most: string
  /** `1.8`; '' where the reference has none, or where the shown rates would contradict it. */
  readonly times: string
  /** Difference in percentage points with its range. */
  readonly points: string
  /** `about 24 hours (at least 8 hours)`; '' where a rule has no impact. */
  readonly impact: string
  /** How quality was told, as half a sentence; '' where it is not about quality. */
  readonly by: string
  /** Parts of the excess, in words; '' where they are not known. */
  readonly causes: string
  /** Part of the failures; '' where it is not said. */
  readonly ofFailures: string
  /** Lower end of the size class of legs. */
  readonly size: string
  /** What to look at, where the main cause of failure is known; else ''. */
  readonly steps: string
  readonly since: string
  readonly sinceLow: string
  readonly sinceHigh: string
  /** Working days from `sinceLow` to `sinceHigh`. */
  readonly days: number
  /** Whether it is about rooms. */
  readonly rooms: boolean
  readonly outcome: Outcome | null
}

export type TestCode = Finding['test']['code']

/** What a rule says: of itself in the register, and of a finding. Every function gives whole sentences. */
export interface RuleText {
  /** What it looks at, for lists. */
  readonly name: string
  /** What it needs in the records, what switches it on, and what would make it fire. */
  readonly needs: string
  readonly on: string
  readonly fires: string
  readonly title: (said: Said) => string
  /** The number and its range. */
  readonly finding: (said: Said) => string
  readonly comparison: (said: Said) => string
  readonly action: (said: Said) => string
  /** What would show that it worked. */
  readonly check: (said: Said) => string
}

/** How a finding was tested, formatted. */
export interface Tested {
  readonly confidence: Finding['confidence']
  readonly test: TestCode
  /** Upper end of its class, the same as cases in 100, and whether it is small enough for strong evidence. */
  readonly q: { readonly limit: string; readonly chances: string; readonly isSmall: boolean } | null
  readonly family: string
  readonly cases: string | null
}

/** Everything of a language. */
export interface Texts {
  readonly locale: string
  readonly rules: Readonly<Record<RuleId, RuleText>>
  readonly causes: Readonly<Record<Failure | MediaRate, string>>
  readonly steps: Readonly<Record<Failure, string>>
  readonly by: Readonly<Record<'measured' | 'windows' | 'alarms', string>>
  readonly points: (diff: string, low: string, high: string) => string
  /** `low` is null where the interval does not exclude 0. */
  readonly impact: Readonly<Record<Exclude<Finding['impact']['unit'], 'none'>, (value: string, low: string) => string>>
  /** How sure it is, and what is missing to be surer, in sentences for everybody. */
  readonly evidence: (tested: Pick<Tested, 'confidence' | 'test' | 'q'>) => string
  /** How that was tested, for whoever knows statistics; '' for what was counted. */
  readonly method: (tested: Tested) => string
  readonly silence: Readonly<
    Record<Exclude<RuleResult['outcome'], 'found'>, (name: string, meetings: string) => string>
  >
}
