/**
 * Dot and interval: a value, the range in which it lies, and what it is compared with. One small drawing a row of a
 * table; rows stand close, so that the lines of comparison run through. What is only bounded is an open bar up to its
 * limit; what is hidden is not drawn at all.
 */
import type { JSX } from 'preact'
import type { NumberCell } from '../reports/report.ts'
import { percentOf, type Scale, scaleOf } from './scale.ts'

const HEIGHT = 34
const MIDDLE = HEIGHT / 2

/** What values are compared with. */
export interface Compared {
  readonly target: number | null
  /** The whole of which the values are parts. */
  readonly total: NumberCell | null
}

/** Room for all values with their ranges, their limits and what they are compared with; per cents end at 100. */
export function intervalScale(cells: readonly NumberCell[], { target, total }: Compared): Scale {
  const ends = [...cells, ...(total === null ? [] : [total])].flatMap(({ value, high, mark }) =>
    mark === 'at_least' ? [] : [high ?? value],
  )
  return scaleOf([...ends, ...(target === null ? [] : [target * 1.15])], { ceiling: 100 })
}

/** Whether a value is above the target beyond doubt: its whole range is. */
export function isAbove({ value, low, mark }: NumberCell, target: number | null): boolean {
  if (target === null || mark === 'at_most') return false
  return (low ?? (mark === 'at_least' ? value : -1)) > target
}

export function IntervalRow(props: {
  readonly cell: NumberCell | null
  readonly scale: Scale
  readonly compared: Compared
  /** Whether it stands out; by default where it is above the target beyond doubt. */
  readonly above?: boolean
}): JSX.Element {
  const { cell, scale, compared } = props
  const above = props.above ?? (cell !== null && isAbove(cell, compared.target))
  return (
    <svg class="plot" width="100%" height={HEIGHT} aria-hidden="true">
      <Ground scale={scale} compared={compared} height={HEIGHT} />
      {cell === null ? null : <Mark cell={cell} scale={scale} above={above} />}
    </svg>
  )
}

function Ground({ scale, compared: { target, total }, height }: Drawn): JSX.Element {
  return (
    <>
      {total === null ? null : <Band cell={total} scale={scale} height={height} />}
      {scale.ticks.map((tick) => (
        <Upright key={tick} class={tick === 0 ? 'zero' : 'grid'} at={scale.at(tick)} from={0} to={height} />
      ))}
      {target === null ? null : <Upright class="target" at={scale.at(target)} from={0} to={height} />}
    </>
  )
}

interface Drawn {
  readonly scale: Scale
  readonly compared: Compared
  readonly height: number
}

function Band(props: { readonly cell: NumberCell; readonly scale: Scale; readonly height: number }): JSX.Element {
  const { cell, scale, height } = props
  const from = scale.at(cell.low ?? cell.value)
  const width = Math.max(0.4, Math.round((scale.at(cell.high ?? cell.value) - from) * 100) / 100)
  return <rect class="band" x={percentOf(from)} width={percentOf(width)} y={0} height={height} />
}

function Upright(props: {
  readonly class: string
  readonly at: number
  readonly from: number
  readonly to: number
}): JSX.Element {
  const x = percentOf(props.at)
  return <line class={props.class} x1={x} x2={x} y1={props.from} y2={props.to} />
}

function Mark(props: { readonly cell: NumberCell; readonly scale: Scale; readonly above: boolean }): JSX.Element {
  const { cell, scale } = props
  const { value, low, high, mark, kept } = cell
  const above = props.above ? ' above' : ''
  if (mark !== 'shown') {
    const from = mark === 'at_most' ? 0 : Math.min(scale.at(value), 96)
    const width = (mark === 'at_most' ? scale.at(value) : 100) - from
    return (
      <rect class={`limit${above}`} x={percentOf(from)} width={percentOf(width)} y={MIDDLE - 5} height={10} rx={1} />
    )
  }
  return (
    <>
      {low === null || high === null ? null : (
        <line
          class={`range${above}`}
          x1={percentOf(scale.at(low))}
          x2={percentOf(scale.at(high))}
          y1={MIDDLE}
          y2={MIDDLE}
        />
      )}
      <circle class={`dot${above}${kept ? ' kept' : ''}`} cx={percentOf(scale.at(value))} cy={MIDDLE} r={5.5} />
    </>
  )
}

/** Above the rows: numbers of the axis, and what the lines of comparison are. @param text of a number on the axis */
export function IntervalAxis(props: {
  readonly scale: Scale
  readonly compared: Compared
  readonly text: (value: number) => string
  readonly targetText: string
  readonly totalText: string
}): JSX.Element {
  const { scale, compared, text, targetText, totalText } = props
  const { target, total } = compared
  const lines = placed([
    ...(total === null ? [] : [{ name: 'total', at: scale.at(total.value), said: totalText }]),
    ...(target === null ? [] : [{ name: 'target', at: scale.at(target), said: targetText }]),
  ])
  const height = 22 + (Math.max(-1, ...lines.map(({ row }) => row)) + 1) * LINE
  return (
    <svg class="plot axis" width="100%" height={height} aria-hidden="true">
      {lines.map(({ name, at, said, row, anchor }) => (
        <g key={name}>
          <Upright class={name} at={at} from={row * LINE + 4} to={height} />
          <text
            class={`said ${name}`}
            x={percentOf(at)}
            dx={anchor === 'start' ? 6 : -6}
            y={row * LINE + 14}
            text-anchor={anchor}
          >
            {said}
          </text>
        </g>
      ))}
      {scale.ticks.map((tick) => (
        <text
          key={tick}
          class="tick"
          x={percentOf(scale.at(tick))}
          y={height - 6}
          text-anchor={anchorOf(scale.at(tick))}
        >
          {text(tick)}
        </text>
      ))}
    </svg>
  )
}

/** Height of a line of text. */
const LINE = 18
/** From here on a text has room towards the near end of the axis, in per cent. */
const ROOM = 30

interface Line {
  readonly name: string
  readonly at: number
  readonly said: string
}

/** Texts of lines stand away from each other; where there is no room for that, one above the other, crossing no line. */
function placed(
  lines: readonly Line[],
): readonly (Line & { readonly row: number; readonly anchor: 'start' | 'end' })[] {
  const [left, right] = lines.toSorted((one, two) => one.at - two.at)
  if (left === undefined) return []
  if (right === undefined) return [{ ...left, row: 0, anchor: left.at > 60 ? 'end' : 'start' }]
  const [leftAnchor, rightAnchor] = [left.at < ROOM ? 'start' : 'end', right.at > 100 - ROOM ? 'end' : 'start'] as const
  const rows = leftAnchor === 'start' ? [0, 1] : [rightAnchor === 'end' ? 1 : 0, 0]
  return [
    { ...left, row: rows[0] ?? 0, anchor: leftAnchor },
    { ...right, row: rows[1] ?? 0, anchor: rightAnchor },
  ]
}

export function anchorOf(at: number): 'start' | 'middle' | 'end' {
  if (at < 4) return 'start'
  return at > 96 ? 'end' : 'middle'
}
