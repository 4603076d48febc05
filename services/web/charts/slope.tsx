/**
 * Two months beside each other: a line a value, with its numbers at the ends and its whole name. Labels never overlap; one
 * that had to move away from its dot is led to it by a thin line.
 */
import type { JSX } from 'preact'
import { spread, wrapped } from './labels.ts'
import { percentOf, type Scale } from './scale.ts'

const TOP = 34
/** Height of a line of text, and room between two labels. */
const LINE = 16
const GAP = 4
/** Places of the two months, in per cent of the width. */
const LEFT = 16
const RIGHT = 42
/** From a dot to its label, in pixels. */
const AWAY = 20
/** Letters of a name in one line: what a phone has room for. */
const LETTERS = 20

export interface SlopeLine {
  readonly name: string
  readonly before: number
  readonly after: number
  readonly texts: readonly [before: string, after: string]
  /** The ranges of the two months do not touch. */
  readonly changed: boolean
}

export function Slope(props: {
  readonly lines: readonly SlopeLine[]
  readonly scale: Scale
  readonly months: readonly [string, string]
  /** One sentence: what it shows. */
  readonly label: string
}): JSX.Element {
  const { lines, scale, months, label } = props
  const named = lines.map((line) => ({ ...line, parts: wrapped(line.name, LETTERS) }))
  const heights = named.map(({ parts }) => parts.length * LINE + GAP)
  const plot = Math.max(
    180,
    heights.reduce((sum, height) => sum + height, 0),
  )
  const bottom = TOP + plot
  const y = (value: number): number => bottom - (scale.at(value) / 100) * plot
  const numbers = numbersOf(lines)
  const lefts = spread(
    numbers.map(({ value }) => ({ at: y(value), height: LINE + GAP })),
    TOP - LINE / 2,
    bottom + LINE / 2,
  )
  const rights = spread(
    lines.map(({ after }, index) => ({ at: y(after), height: heights[index] ?? 0 })),
    TOP - LINE / 2,
    bottom + LINE / 2,
  )
  return (
    <svg class="plot slope" width="100%" height={Math.ceil(bottom + LINE)} role="img" aria-label={label}>
      {([LEFT, RIGHT] as const).map((at, index) => (
        <g key={at}>
          <line class="zero" x1={percentOf(at)} x2={percentOf(at)} y1={TOP - 8} y2={bottom} />
          <text class="said" x={percentOf(at)} y={14} text-anchor="middle">
            {months[index]}
          </text>
        </g>
      ))}
      {lines.map(({ name, before, after, changed }) => (
        <g key={name} class={changed ? 'changed' : 'same'}>
          <line class="joined" x1={percentOf(LEFT)} x2={percentOf(RIGHT)} y1={y(before)} y2={y(after)} />
          <circle class="dot small" cx={percentOf(LEFT)} cy={y(before)} r={4} />
          <circle class="dot small" cx={percentOf(RIGHT)} cy={y(after)} r={4} />
        </g>
      ))}
      <svg class="plot" x={percentOf(LEFT)}>
        {numbers.map(({ value, text, changed }, index) => (
          <g key={text} class={changed ? 'changed' : 'same'}>
            <Leader side={-1} from={y(value)} to={lefts[index] ?? 0} />
            <text class="said" x={-AWAY} y={(lefts[index] ?? 0) + 5} text-anchor="end">
              {text}
            </text>
          </g>
        ))}
      </svg>
      <svg class="plot" x={percentOf(RIGHT)}>
        {named.map(({ name, after, texts, parts, changed }, index) => (
          <g key={name} class={changed ? 'changed' : 'same'}>
            <Leader side={1} from={y(after)} to={rights[index] ?? 0} />
            <text class="said" y={(rights[index] ?? 0) + 5 - ((parts.length - 1) * LINE) / 2}>
              {parts.map((part, at) => (
                <tspan key={at} x={AWAY} dy={at === 0 ? 0 : LINE}>
                  {at === 0 ? `${texts[1]} ${part}` : part}
                </tspan>
              ))}
            </text>
          </g>
        ))}
      </svg>
    </svg>
  )
}

/** Numbers of the earlier month: said once where several have the same. */
function numbersOf(lines: readonly SlopeLine[]) {
  return [...Map.groupBy(lines, ({ texts }) => texts[0])].map(([text, of]) => ({
    text,
    value: of[0]?.before ?? 0,
    changed: of.some(({ changed }) => changed),
  }))
}

/** Only where a label stands beside another place than its dot. @param props.side 1: to the right */
function Leader({ side, from, to }: { readonly side: 1 | -1; readonly from: number; readonly to: number }) {
  if (Math.abs(from - to) < 3) return null
  return <line class="leader" x1={side * 6} x2={side * (AWAY - 3)} y1={from} y2={to} />
}
