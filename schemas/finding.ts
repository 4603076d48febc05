/**
 * A finding: one piece of advice with its evidence, and what each rule found out in a month (design, section 9). A finding
 * speaks about a group like a two-dimensional cell: rate, interval, size class; never a count.
 */
import { z } from 'zod'
import { DIMENSIONS, OUTCOME_NAMES, type Outcome } from './cube.ts'

/** The rules that are built; one file each in services/advise/rules. */
export const RULES = ['G01', 'G02', 'G03', 'A01', 'A08', 'B01', 'B02', 'E02', 'E03'] as const
export type RuleId = (typeof RULES)[number]

/** Rules about the data themselves; shown first. */
export const HEALTH_RULES = ['G01', 'G02', 'G03'] as const satisfies readonly RuleId[]

export const FINDING_STATES = ['new', 'accepted', 'planned', 'done', 'verified', 'rejected'] as const
export type FindingState = (typeof FINDING_STATES)[number]

/** Which state may follow which; `verified` only by the measured effect (T13). */
export const NEXT_STATES: Readonly<Record<FindingState, readonly FindingState[]>> = {
  new: ['accepted', 'rejected'],
  accepted: ['planned', 'done', 'rejected'],
  planned: ['done', 'rejected'],
  done: ['verified', 'rejected'],
  verified: [],
  rejected: ['accepted'],
}

/** A state that nobody can follow later unless its note says why: what comes again next month was turned down for a reason. */
export function needsNote(state: FindingState): boolean {
  return state === 'rejected'
}

export const FAILURES_WITHOUT_SITE = 'failures_without_site'

export const Q_CLASSES = ['< 0.01', '< 0.05', '< 0.10'] as const

/** permille, whole per cent in tens; with its 95 % interval, rounded outward. */
const rate = z.strictObject({
  value: z.number().int(),
  low: z.number().int(),
  high: z.number().int(),
  size: z.number().int(), // size class of the legs behind it
})

export const finding = z.strictObject({
  id: z.uuid(), // made of tenant, month, rule and scope: the same finding of a later revision has the same id
  tenant_id: z.string(),
  month: z.string().regex(/^\d{4}-\d\d$/u),
  revision: z.number().int().min(1),
  rule: z.enum(RULES),
  rule_version: z.number().int().min(1),
  profile: z.string(),
  /** About whom: a value of a dimension that is shown, or the tenant (`tenant`, ''). */
  dimension: z.enum(['tenant', ...DIMENSIONS, 'source', 'day']),
  value: z.string(),
  value2: z.string(), // second dimension (software of a model), cause of failure (E03), '' else
  population: z.enum(['people', 'environment']),
  outcome: z.enum(OUTCOME_NAMES as [Outcome, ...Outcome[]]).nullable(), // null: data health
  group: rate,
  reference: rate.extend({ kind: z.enum(['rest', 'before', 'target']) }).nullable(),
  test: z.strictObject({
    code: z.enum(['T1', 'T2', 'T3', 'T5', 'T7', 'T12', 'fact']),
    q: z.enum(Q_CLASSES).nullable(),
    family: z.number().int().min(1), // groups that were compared
    n_eff: z.number().int().nullable(), // two digits
  }),
  /** permille and ratio in hundredths, both to two digits; the difference with its interval. */
  effect: z
    .strictObject({
      diff: z.number().int(),
      low: z.number().int(),
      high: z.number().int(),
      ratio_c: z.number().int().nullable(),
    })
    .nullable(),
  /** About what it costs in the month; `low` is the interval's lower end. */
  impact: z.strictObject({
    unit: z.enum(['poor_hours', 'failed_joins', 'alone_hours', 'drops', 'none']),
    value: z.number().int(),
    low: z.number().int(),
  }),
  since: z.iso.date().nullable(), // A08: first day of the change
  since_low: z.iso.date().nullable(),
  since_high: z.iso.date().nullable(),
  confidence: z.enum(['strong', 'moderate', 'indicative']),
  /**
   * Words of the rule's own closed list, e.g. what part of the trouble is loss, jitter, delay; permille each. Of G03 there
   * is one at most, `FAILURES_WITHOUT_SITE`: which part of all failures to join has no site.
   */
  causes: z.array(z.strictObject({ cause: z.string().regex(/^[a-z_]+$/u), share: z.number().int() })),
})
export type Finding = z.output<typeof finding>

/** What a rule came to in a month: also its silence is said. */
export const ruleResult = z.strictObject({
  rule: z.enum(RULES),
  rule_version: z.number().int(),
  outcome: z.enum([
    'found',
    'nothing', // it looked, and found nothing
    'no_difference', // equivalence is shown (T14)
    'too_little', // below the needed sample: `more_meetings`
    'too_few_rooms', // a kind of room looks worse; of so few it may be one room's own trouble
    'no_input', // what it needs is not in the records
    'withheld', // too few persons
  ]),
  findings: z.number().int(),
  /** about so many more meetings a month would be needed; to two digits. */
  more_meetings: z.number().int().nullable(),
})
export type RuleResult = z.output<typeof ruleResult>
