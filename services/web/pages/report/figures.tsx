/** The parts of a report with figures: each a few drawings, and all its figures in tables below them. */
import type { JSX } from 'preact'
import { type Cut, CUTS } from '../../../../schemas/cube.ts'
import { MEASURING_KINDS } from '../../../../schemas/profiles.ts'
import type { Table } from '../../reports/report.ts'
import { connectionsOf, Counts } from '../parts/counts.tsx'
import { DayPlot } from '../parts/day-plot.tsx'
import { HeatGrid } from '../parts/heat.tsx'
import { RatePlots } from '../parts/rate-plot.tsx'
import { AllFigures } from '../parts/table.tsx'
import { PATHS } from '../paths.ts'
import { Causes } from './causes.tsx'
import type { PartProps } from './context.tsx'
import { KeyNumbers } from './key.tsx'

interface Props {
  readonly part: PartProps
}

const QUALITY = MEASURING_KINDS.map((kind) => `${kind}_rate` as const)

export function Participation({ part }: Props): JSX.Element {
  const { table, k, says } = part
  const key = table('tenant')
  return (
    <>
      {part.section('key')?.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {key === undefined ? null : <KeyNumbers table={key} k={k} says={says} />}
      <div class="pair">
        <Connections cut="platform" part={part} />
        <Connections cut="size" part={part} />
      </div>
      <All tables={[key, table('platform'), table('size')]} part={part} />
    </>
  )
}

export function Quality({ part }: Props): JSX.Element {
  const { table } = part
  return (
    <>
      <Rates
        of={[
          ['site', QUALITY],
          ['network', QUALITY],
        ]}
        part={part}
      />
      <NotPublished cuts={['site', 'network']} part={part} />
      <All tables={[table('site'), table('network')]} part={part} />
      <More cuts={['site_platform', 'site_network', 'site_transport']} part={part} />
    </>
  )
}

export function Failures({ part }: Props): JSX.Element {
  const { table, k, says } = part
  return (
    <>
      <Causes table={table('tenant')} k={k} says={says} />
      <Rates of={[['site', ['failed_rate', 'dropped_rate']]]} part={part} />
    </>
  )
}

export function Equipment({ part }: Props): JSX.Element {
  const { table } = part
  return (
    <>
      <Rates of={[['model', QUALITY]]} part={part} />
      <NotPublished cuts={['model']} part={part} />
      <All tables={[table('model')]} part={part} />
      <More cuts={['model_software']} part={part} />
    </>
  )
}

export function Rooms({ part }: Props): JSX.Element {
  const { table, section } = part
  return (
    <>
      {section('rooms')?.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Rates
        of={[
          ['room', [...QUALITY, 'failed_rate']],
          ['room_model', QUALITY],
        ]}
        part={part}
      />
      <All tables={[table('room'), table('room_site'), table('room_model')]} part={part} />
      <More cuts={['room_model_software']} part={part} />
    </>
  )
}

/** The first drawing is in sight; the others are a line each. */
export function Time({ part }: Props): JSX.Element {
  const { table, k, says, view } = part
  const week = table('weekday_hour')
  const days = table('days')
  return (
    <>
      {week === undefined
        ? null
        : ratesOf(week).map((measure, index) => (
            <HeatGrid key={measure} table={week} measure={measure} says={says} folded={index > 0} />
          ))}
      <NotPublished cuts={['weekday_hour']} part={part} />
      {days === undefined
        ? null
        : ratesOf(days).map((measure, index) => (
            <DayPlot
              key={measure}
              table={days}
              measure={measure}
              month={view.report.month}
              k={k}
              says={says}
              folded={index > 0 || ratesOf(week).length > 0}
            />
          ))}
      <All tables={[week]} part={part} />
    </>
  )
}

/** Of which there is something to draw. */
function ratesOf(table: Table | undefined): readonly string[] {
  return [...QUALITY, 'failed_rate'].filter((measure) => {
    const at = table?.columns.findIndex(({ id }) => id === measure) ?? -1
    return table?.rows.some(({ cells }) => cells[at]?.type === 'number' && cells[at].mark === 'shown') === true
  })
}

/** How many connections each value of a dimension has. */
function Connections({ cut, part }: { readonly cut: Cut; readonly part: PartProps }): JSX.Element | null {
  const { table, k, says } = part
  const found = table(cut)
  if (found === undefined) return null
  const [label] = found.columns
  return (
    <Counts
      id={cut}
      caption={found.title}
      heads={[label?.title ?? '', says.report.measures.legs]}
      counts={connectionsOf(found)}
      k={k}
      says={says}
    />
  )
}

type Asked = readonly [cut: Cut, measures: readonly string[]]

/** Drawings of rates of some cuts, the first one in sight; those of people beside the rate of all. */
function Rates({ of, part }: { readonly of: readonly Asked[]; readonly part: PartProps }): JSX.Element {
  const { k, says } = part
  const plots = of.flatMap(([cut, measures]) => {
    const table = part.table(cut)
    if (table === undefined) return []
    const total = (measure: string) => (CUTS[cut].population === 'people' ? part.total(measure) : null)
    return measures.map((measure) => ({ table, measure, total: total(measure), k, says }))
  })
  return <RatePlots plots={plots} folding />
}

/** What is said of dimensions of which nothing is published. */
function NotPublished({ cuts, part }: { readonly cuts: readonly Cut[]; readonly part: PartProps }): JSX.Element {
  const { says, k, table } = part
  return (
    <>
      {cuts
        .filter((cut) => table(cut) === undefined)
        .map((cut) => (
          <p key={cut} class="absent">
            <b>{says.report.tables[cut].title}.</b> {says.report.notPublished(k)}
          </p>
        ))}
    </>
  )
}

/** Every figure of those of the tables that there are. */
function All(props: { readonly tables: readonly (Table | undefined)[]; readonly part: PartProps }): JSX.Element {
  const { tables, part } = props
  return (
    <>
      {tables.map((table) =>
        table === undefined ? null : <AllFigures key={table.id} table={table} k={part.k} says={part.says} />,
      )}
    </>
  )
}

/** Links to pairs of dimensions, where something of them is published. */
function More({ cuts, part }: { readonly cuts: readonly Cut[]; readonly part: PartProps }): JSX.Element | null {
  const { view, says } = part
  const tables = cuts.flatMap((cut) => part.table(cut) ?? [])
  if (tables.length === 0) return null
  return (
    <div class="more">
      <h3>{says.page.report.cuts}</h3>
      <ul>
        {tables.map(({ id, title, says: sentence }) => (
          <li key={id}>
            <a href={PATHS.cut(view.report.tenantId, view.report.month, id as Cut)}>{title}</a> {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}
