/** Two months of a customer side by side: what changed, and whether that is more than chance. */
import type { JSX } from 'preact'
import type { Cut } from '../../../../schemas/cube.ts'
import { partsOf } from '../../reports/model.ts'
import { keyTable } from '../../reports/tables.ts'
import { htmlOf } from '../html.ts'
import { Layout } from '../parts/layout.tsx'
import { Colophon } from '../parts/meta.tsx'
import { FigureTable } from '../parts/table.tsx'
import { PATHS } from '../paths.ts'
import { type Says, saysOf } from '../says.ts'
import type { Chrome, CompareView, MonthLink } from '../views.ts'
import { Drawn, nameOf, Undrawn } from './change.tsx'
import { Clear } from './clear.tsx'
import { comparedCut } from './pairs.ts'

type Compared = NonNullable<CompareView['compared']>

/** @returns HTML of `/t/<tenant>/compare` */
export function comparePage(chrome: Chrome, { tenant, months, compared, isTwice = false }: CompareView): string {
  const says = saysOf(chrome.language)
  const { page } = says
  return htmlOf(
    <Layout
      chrome={chrome}
      says={says}
      title={`${page.compare.title}: ${tenant.name}`}
      trail={[{ href: PATHS.months(tenant.id), text: tenant.name }]}
    >
      <header class="title">
        <h1>{page.compare.title}</h1>
        <p class="lead">{page.compare.lead}</p>
        {isTwice ? (
          <p class="wrong" role="alert">
            {page.compare.twice}
          </p>
        ) : null}
        {months.length < 2 ? (
          <p>{page.compare.tooFew}</p>
        ) : (
          <Chosen tenant={tenant.id} months={months} compared={compared} says={says} />
        )}
      </header>
      {compared === null ? null : <Months compared={compared} says={says} />}
    </Layout>,
  )
}

function Chosen(props: {
  readonly tenant: string
  readonly months: readonly MonthLink[]
  readonly compared: CompareView['compared']
  readonly says: Says
}): JSX.Element {
  const { tenant, months, compared, says } = props
  const { compare } = says.page
  const [newest, second] = months
  const chosen = {
    from: compared?.from.report.month ?? second?.month,
    to: compared?.to.report.month ?? newest?.month,
  }
  return (
    <form class="inline" method="get" action={PATHS.compare(tenant)}>
      {(['from', 'to'] as const).map((name) => (
        <div key={name} class="field">
          <label for={name}>{compare[name]}</label>
          <select id={name} name={name}>
            {months.map(({ month }) => (
              <option key={month} value={month} selected={month === chosen[name]}>
                {says.format.month(month)}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button class="button">{compare.submit}</button>
    </form>
  )
}

/** What is compared, rate by rate. Of the tenant there is one value: it needs no drawing, the table says it all. */
const CUTS_COMPARED: readonly Cut[] = ['tenant', 'site', 'network', 'platform', 'model', 'room', 'room_model']

function Months({ compared, says }: { readonly compared: Compared; readonly says: Says }): JSX.Element {
  const { from, to } = compared
  const { page, format } = says
  const cuts = CUTS_COMPARED.flatMap((cut) => comparedCut(cut, from.input, to.input) ?? [])
  const parted = cuts.filter(({ cut }) => cut !== 'tenant')
  const whole = cuts.find(({ cut }) => cut === 'tenant')?.rates ?? []
  const clear = new Set(whole.filter(({ clear }) => clear.length > 0).map(({ measure }) => measure))
  const [before, after] = [from.input.publication, to.input.publication]
  const people = [from.input, to.input].filter(({ publication }) => publication.safe === 1)
  const key =
    people.length === 0
      ? null
      : keyTable(
          people.map((input) => ({ name: nameOf(input, says), figures: input.figures })),
          says.report,
        )
  const parts = partsOf(
    [from, to].map(({ input }) => ({ month: input.publication.month, days: input.days })),
    to.input.tenant,
    says.report,
    format,
  )
  // Of months of different k the larger one: what it says of a cell that is not shown is true of both.
  const k = Math.max(from.report.k, to.report.k)
  return (
    <>
      {before.profile === after.profile ? null : (
        <p class="notice">{page.compare.profiles(before.profile, after.profile)}</p>
      )}
      {parts.map((sentence) => (
        <p key={sentence} class="notice">
          {sentence}
        </p>
      ))}
      {[from, to].map(({ input }) =>
        input.publication.safe === 1 ? null : (
          <p key={input.publication.month} class="notice">
            {format.month(input.publication.month)}: {says.report.about.noPeople(input.publication.k)}
          </p>
        ),
      )}
      <Clear cuts={cuts} says={says} />
      {parted.map((of) => (
        <Drawn key={of.cut} of={of} from={from} to={to} says={says} />
      ))}
      {key === null ? null : (
        <section class="block">
          <h2>{page.compare.all}</h2>
          <FigureTable table={key} k={k} says={says} untitled marked={{ columns: clear, text: page.compare.clear }} />
        </section>
      )}
      {parted.some(({ rates }) => rates.some(({ clear }) => clear.length === 0)) ? (
        <section class="block">
          <h2>{page.compare.rest}</h2>
          {parted.map((of) => (
            <Undrawn key={of.cut} of={of} from={from} to={to} says={says} />
          ))}
        </section>
      ) : null}
      {[from, to].map(({ input }) => (
        <Colophon key={input.publication.month} input={input} says={says} id={input.publication.month} />
      ))}
    </>
  )
}
