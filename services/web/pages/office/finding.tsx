/** One finding in full, what was done about it, and the form by which a consultant says so. */
import type { JSX } from 'preact'
import { NOTE_LENGTH } from '../../../../schemas/control/values.ts'
import { needsNote } from '../../../../schemas/finding.ts'
import { TYPED_LENGTH } from '../../routes/shapes.ts'
import { FindingCard } from '../parts/finding.tsx'
import { Form, Problem } from '../parts/form.tsx'
import { htmlOf } from '../html.ts'
import { Layout } from '../parts/layout.tsx'
import { PATHS } from '../paths.ts'
import { type Says, saysOf } from '../says.ts'
import type { Chrome, FindingStep, FindingView } from '../views.ts'

/** @returns HTML of `/t/<tenant>/findings/<id>` */
export function findingPage(chrome: Chrome, view: FindingView): string {
  const says = saysOf(chrome.language)
  const { tenant, month, advice, names, mayChange } = view
  const monthName = says.format.month(month)
  return htmlOf(
    <Layout
      chrome={chrome}
      says={says}
      title={`${advice.title}: ${tenant.name}, ${monthName}`}
      trail={[
        { href: PATHS.months(tenant.id), text: tenant.name },
        { href: PATHS.report(tenant.id, month), text: monthName },
      ]}
    >
      <FindingCard advice={advice} names={names} says={says} number={null} heading="h1" />
      <section class="block" aria-labelledby="follow-up">
        <h2 id="follow-up">{says.page.office.finding.followUp}</h2>
        <Steps view={view} says={says} />
      </section>
      {mayChange ? <Change chrome={chrome} view={view} says={says} /> : null}
    </Layout>,
  )
}

interface Props {
  readonly view: FindingView
  readonly says: Says
}

function Steps({ view, says }: Props): JSX.Element {
  const { tenant, steps } = view
  if (steps.length === 0) return <p class="quiet">{says.page.office.finding.noSteps}</p>
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.atMs}>
          <p class="when">
            <time dateTime={new Date(step.atMs).toISOString()}>{says.format.instant(step.atMs, tenant.zone)}</time>
          </p>
          <div>
            <p class="what">{whatOf(step, says)}</p>
            {step.note === null ? null : <blockquote>{step.note}</blockquote>}
          </div>
        </li>
      ))}
    </ol>
  )
}

function whatOf({ from, to }: FindingStep, { page, report }: Says): string {
  const { finding } = page.office
  const { states } = report.advice
  return from === to ? finding.note : finding.change(states[from], states[to])
}

/** The choice that changes nothing is taken at first: a note alone is the most common. */
function Change({ chrome, view, says }: Props & { readonly chrome: Chrome }): JSX.Element {
  const { tenant, advice, next, problem, typed } = view
  const chosen = next.find((state) => state === view.chosen)
  const { finding } = says.page.office
  const { states } = says.report.advice
  const most = says.format.number(NOTE_LENGTH)
  const said = problem === null ? null : finding.problems[problem](most)
  const isOfNote = problem !== null && problem !== 'not_allowed'
  return (
    <section class="block" aria-labelledby="record">
      <h2 id="record">{finding.record}</h2>
      <p>{finding.lead}</p>
      <Form chrome={chrome} action={PATHS.finding(tenant.id, advice.finding.id)} problem={null} submit={finding.save}>
        {next.length === 0 ? (
          <>
            <input type="hidden" name="state" value="" />
            <p>{finding.nothingFollows}</p>
          </>
        ) : (
          <fieldset class="choices" aria-describedby={problem === 'not_allowed' ? 'state-problem' : undefined}>
            <legend>{finding.next}</legend>
            <label>
              <input
                type="radio"
                name="state"
                value=""
                checked={chosen === undefined}
                autofocus={problem === 'not_allowed'}
              />
              {finding.same(states[advice.state])}
            </label>
            {next.map((state) => (
              <label key={state}>
                <input type="radio" name="state" value={state} checked={state === chosen} />
                {states[state]}
              </label>
            ))}
          </fieldset>
        )}
        {problem === 'not_allowed' ? <Problem id="state-problem" text={said} /> : null}
        <div class="field">
          <label for="note">{finding.noteLabel}</label>
          <textarea
            id="note"
            name="note"
            rows={4}
            maxLength={TYPED_LENGTH}
            autofocus={isOfNote}
            aria-invalid={isOfNote ? 'true' : undefined}
            aria-describedby={isOfNote ? 'note-problem note-hint' : 'note-hint'}
          >
            {typed}
          </textarea>
          {isOfNote ? <Problem id="note-problem" text={said} /> : null}
          <p class="notes" id="note-hint">
            {finding.noteHint(most)} {next.some((state) => needsNote(state)) ? finding.whyRejected : null}
          </p>
        </div>
      </Form>
      {advice.state === 'done' ? <p class="notes">{finding.verified}</p> : null}
    </section>
  )
}
