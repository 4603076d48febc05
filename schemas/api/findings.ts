/** Findings, and what becomes of them. */
import { z } from 'zod'
import { noteText } from '../control/values.ts'
import { POPULATIONS } from '../cube.ts'
import { finding, FINDING_STATES, Q_CLASSES, RULES } from '../finding.ts'
import { instant, languageQuery, month, named, next, pageQuery, revision, tenantId } from './common.ts'

const { shape } = finding
const state = z.enum(FINDING_STATES).describe('How far the follow-up is; see `next_states`')
export const findingId = z.uuid().describe('Stays in later revisions of the month')

const rate = {
  percent: z.number().describe('Share of the connections'),
  low: z.number().describe('Lower end of the 95% interval'),
  high: z.number().describe('Upper end of the 95% interval'),
  connections_from: z.number().int().describe('Lower end of the class of connections behind it'),
}

export const apiFinding = named(
  'Finding',
  z
    .strictObject({
      id: findingId,
      tenant: tenantId,
      month,
      revision,
      rule: shape.rule.describe('Which rule of advice found it'),
      rule_version: shape.rule_version.describe('It grows when the rule changes'),
      profile: shape.profile.describe('Version of the bounds between good, fair and poor'),
      state,
      confidence: shape.confidence.describe('How sure it is'),
      title: z.string().describe('In one line'),
      texts: z
        .strictObject({
          finding: z.string().describe('What stands out'),
          comparison: z.string().describe('What it was compared with'),
          impact: z.string().describe('What it costs'),
          action: z.string().describe('What to do'),
          check: z.string().describe('What will show that it worked'),
          evidence: z.string().describe('How sure it is, and what is missing to be surer'),
          method: z.string().describe('How that was tested, for whoever knows statistics'),
          state: z.string().describe('What is being done about it'),
        })
        .partial()
        .describe('In the language that was asked for; a part that has nothing to say is not there'),
      about: z.strictObject({
        dimension: shape.dimension.describe('What it is about'),
        id: z.string().describe('Value of the dimension; empty for the whole customer'),
        name: z.string().describe('For readers, in the language that was asked for'),
        second: z.string().describe('Software version of a model, or the cause of failures; else empty'),
        population: z
          .enum(POPULATIONS)
          .describe('`people`: connections of persons. `environment`: of shared rooms. Never to be added up'),
      }),
      outcome: shape.outcome.describe('What is counted; null for a finding about the data'),
      group: z.strictObject(rate).describe('The group that it is about'),
      reference: z
        .strictObject({
          ...rate,
          kind: z
            .enum(['rest', 'before', 'target'])
            .describe('`rest`: all others. `before`: the group itself, earlier. `target`: what was agreed'),
        })
        .nullable()
        .describe('What the group is compared with'),
      test: z.strictObject({
        code: z.string().describe('Which test'),
        q: z.enum(Q_CLASSES).nullable().describe('Share of false findings that the test allows'),
        compared: z.number().int().describe('Groups that were compared'),
        cases: z.number().int().nullable().describe('Independent cases behind it'),
      }),
      difference: z
        .strictObject({
          percentage_points: z.number().describe('Group minus reference'),
          low: z.number().describe('Lower end of the 95% interval'),
          high: z.number().describe('Upper end of the 95% interval'),
          times: z.number().nullable().describe('How many times as high'),
        })
        .nullable(),
      impact: z
        .strictObject({
          unit: shape.impact.shape.unit,
          value: z.number().describe('About so much'),
          at_least: z.number().describe('Surely so much: the lower end of the 95% interval'),
        })
        .describe('About what it costs in the month'),
      since: z
        .strictObject({
          day: z.iso.date().describe('First day of the change'),
          from: z.iso.date().describe('The change began no earlier'),
          to: z.iso.date().describe('The change began no later'),
        })
        .partial()
        .nullable()
        .describe('null: it is not about a change'),
      causes: z
        .array(
          z.strictObject({
            cause: z
              .string()
              .describe(
                'A word of the rule’s own list; `failures_without_site`: of all failures to join, those without a site',
              ),
            percent: z.number().describe('Its part in the trouble'),
          }),
        )
        .describe('Where the rule knows them'),
    })
    .describe('A piece of advice with its evidence'),
)
export type ApiFinding = z.output<typeof apiFinding>

export const findings = named('Findings', z.strictObject({ items: z.array(apiFinding), next }))
export const findingsQuery = z.strictObject({
  ...pageQuery(findingId),
  ...languageQuery,
  state: state.optional().describe('Only these'),
  month: month.optional().describe('Only of this month'),
  rule: z.enum(RULES).optional().describe('Only of this rule'),
})

const nextStates = z
  .array(state)
  .describe('States that may follow by hand; `verified` follows from the measured effect')
export const findingOne = named('FindingFollowed', z.strictObject({ finding: apiFinding, next_states: nextStates }))
export const findingQuery = z.strictObject(languageQuery)

const noted = noteText.describe('A note: one line of at most 500 characters, in nobody’s name')
export const stateBody = named(
  'StateChange',
  z.strictObject({
    state: state.describe('One of `next_states` of the finding'),
    note: noted
      .optional()
      .describe('A note: one line of at most 500 characters, in nobody’s name. Needed with `rejected`: it says why'),
  }),
)
export const noteBody = named('NewNote', z.strictObject({ note: noted }))
export const followed = named('Followed', z.strictObject({ id: findingId, state, next_states: nextStates }))

export const history = named(
  'History',
  z.strictObject({
    items: z
      .array(
        z.strictObject({
          at: instant,
          from: state.describe('Before it'),
          to: state.describe('The same as `from`: a note'),
          note: z.string().nullable().describe('null: none was written'),
        }),
      )
      .describe('Oldest first'),
  }),
)
