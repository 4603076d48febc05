/** `avesqo findings` and `avesqo finding set`: what was advised, and how far its follow-up is. */
import type { Command } from 'commander'
import { z } from 'zod'
import { findingRow, type FindingRow, monthName } from '../../schemas/control/tables.ts'
import { holdsContact } from '../../schemas/control/note-persons.ts'
import { type Note, noteText } from '../../schemas/control/values.ts'
import { FINDING_STATES, type FindingState } from '../../schemas/finding.ts'
import { type FollowUp, statesAfter } from '../advise/index.ts'
import { createAudit } from '../privacy/index.ts'
import type { Control } from '../shared/control/index.ts'
import { UserError } from '../shared/errors.ts'
import { adviceJson, adviceOf, findingsText, operatorAccess, placeNames, readFindings } from '../web/index.ts'
import { findTenant } from './admin/find.ts'
import { cannot, readFlags } from './admin/flags.ts'
import type { CliContext } from './context.ts'
import { LANGUAGES, languageOption } from './language.ts'
import { openFollowUp } from './report-input.ts'
import type { ReportWords } from './words/report.ts'

const listFlags = z.object({ tenant: z.string(), month: monthName.optional(), lang: z.enum(LANGUAGES) })
const setFlags = z.object({
  state: z.enum(FINDING_STATES).optional(),
  note: noteText
    .refine((note) => !holdsContact(note), 'must name no person: it is kept, so no e-mail address or telephone number')
    .optional(),
})
/** Who asks: only the user that the product runs as can. */
const ACTOR = 'operator'
/** Characters by which a finding may be named. */
const SHORTEST_ID = 8

export function registerFindings(program: Command, context: CliContext): void {
  program
    .command('findings')
    .summary('what was advised, and its state')
    .description('Shows the findings of a tenant, newest month first. That they were read is written to the audit log.')
    .requiredOption('--tenant <id>', 'the customer’s id; see: avesqo tenant list')
    .option('--month <month>', 'of this month only, such as 2026-10')
    .addOption(languageOption())
    .addHelpText('after', '\nExample:\n  avesqo findings --tenant acme --month 2026-10 --lang nl\n')
    .action(async (_options: unknown, command: Command) => {
      const { tenant: id, month, lang } = readFlags(listFlags, command)
      const control = await context.control()
      const words = context.words()
      const tenant = await findTenant(control.db, id, words.call)
      const clock = context.clock()
      const parts = { control, followUp: openFollowUp(control, clock), audit: createAudit(control, clock) }
      const access = operatorAccess(tenant.id)
      const found = await readFindings(parts, access, month)
      const names = await placeNames(control, access)
      const advice = found.map((one) => adviceOf(one, lang, names))
      context.output.print(advice.map(adviceJson), () =>
        advice.length === 0 ? words.report.noFindings(tenant.id, month ?? null) : findingsText(advice),
      )
    })
}

export function registerFinding(program: Command, context: CliContext): void {
  const finding = program.command('finding').description('the follow-up of a finding')
  finding
    .command('set')
    .description('what was decided or done about a finding; written to the audit log')
    .argument('<id>', `of the finding, or its first ${SHORTEST_ID} characters or more`)
    .option('--state <state>', 'what it becomes: accepted, planned, done or rejected')
    .option('--note <text>', 'one line about it, with a state or by itself; name nobody')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `\n${waysText()}\n\nExample:\n  avesqo finding set 3f0b6c1e --state accepted --note "supplier asked"\n`,
    )
    .action(async (id: string, _options: unknown, command: Command) => {
      const { state, note } = readFlags(setFlags, command)
      const control = await context.control()
      const words = context.words().report
      const row = await findFinding(control, id, words)
      const followUp = openFollowUp(control, context.clock())
      const said = await step({ followUp, words }, row, state, note)
      context.output.print({ id: row.id, state: state ?? row.state }, () => words.done(row.rule, row.month, said))
    })
}

/** @returns what was done, in words */
async function step(
  { followUp, words }: { readonly followUp: FollowUp; readonly words: ReportWords },
  { id, tenant_id, state: before }: FindingRow,
  state: FindingState | undefined,
  note: Note | undefined,
): Promise<string> {
  if (state === undefined) {
    if (note === undefined) throw new UserError(words.stateOrNote)
    const { outcome } = await followUp.addNote(tenant_id, id, ACTOR, note)
    if (outcome === 'unknown') throw unknown(id, words)
    return words.noted
  }
  const done = await followUp.changeState(tenant_id, id, state, ACTOR, note)
  if (done.outcome === 'unknown') throw unknown(id, words)
  if (done.outcome === 'not_allowed') throw cannot(words.notAllowed(done.state, done.next))
  if (done.outcome === 'note_missing') throw new UserError(words.reasonMissing)
  return words.moved(before, state, note !== undefined)
}

const STATES = `  accepted  the customer agrees and will do something about it
  planned   it is known when
  done      it was carried out
  rejected  nothing will be done about it; needs a --note that says why
`

function waysText(): string {
  const ways = FINDING_STATES.map((state) => [state, statesAfter(state)] as const)
  const lines = ways.filter(([, next]) => next.length > 0).map(([state, next]) => `  ${state} → ${next.join(', ')}`)
  return [STATES, 'What may follow what:', ...lines].join('\n')
}

async function findFinding({ db }: Control, id: string, words: ReportWords) {
  const rows = await db.selectFrom('findings').selectAll().execute()
  const meant = rows.filter((row) => row.id === id || (id.length >= SHORTEST_ID && row.id.startsWith(id)))
  const [row] = meant
  if (row === undefined) throw unknown(id, words)
  if (meant.length > 1) throw cannot(words.manyFindings(id, meant.length))
  return findingRow.parse(row)
}

function unknown(id: string, words: ReportWords): UserError {
  return cannot(words.noFinding(id))
}
