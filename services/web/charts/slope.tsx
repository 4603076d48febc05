/** Two months beside each other: a line a value, with its name and numbers at the ends; names never overlap. */
import type { JSX } from 'preact'
import { percentOf, type Scale } from './scale.ts'

const TOP = 34
const GAP = 19
/** Places of the two months, in per cent of the width. */
const LEFT = 14
const RIGHT = 46
/** Letters of a name that a phone has room for; the table has the whole of it. */
const NAME = 20

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
  const plot = Math.max(180, lines.length * (GAP + 5))
  const y = (value: number): number => TOP + plot - (scale.at(value) / 100) * plot
  const lefts = spread(lines.map(({ before }) => y(before)))
  const rights = spread(lines.map(({ after }) => y(after)))
  const height = Math.max(TOP + plot, ...lefts, ...rights) + 14
  return (
    <svg class="plot slope" width="100%" height={Math.ceil(height)} role="img" aria-label={label}>
      {([LEFT, RIGHT] as const).map((at, index) => (
        <g key={at}>
          <line class="zero" x1={percentOf(at)} x2={percentOf(at)} y1={TOP - 8} y2={TOP + plot} />
          <text class="said" x={percentOf(at)} y={14} text-anchor="middle">
            {months[index]}
          </text>
        </g>
      ))}
      {lines.map(({ name, before, after, texts, changed }, index) => (
        <g key={name} class={changed ? 'changed' : 'same'}>
          <line class="joined" x1={percentOf(LEFT)} x2={percentOf(RIGHT)} y1={y(before)} y2={y(after)} />
          <circle class="dot small" cx={percentOf(LEFT)} cy={y(before)} r={4} />
          <circle class="dot small" cx={percentOf(RIGHT)} cy={y(after)} r={4} />
          <text class="said" x={percentOf(LEFT)} dx={-10} y={(lefts[index] ?? 0) + 5} text-anchor="end">
            {texts[0]}
          </text>
          <text class="said" x={percentOf(RIGHT)} dx={10} y={(rights[index] ?? 0) + 5}>
            {texts[1]} <tspan class="name">{shortened(name)}</tspan>
          </text>
        </g>
      ))}
    </svg>
  )
}

function shortened(name: string): string {
  const letters = [...name]
  return letters.length <= NAME
    ? name
    : `${letters
        .slice(0, NAME - 1)
        .join('')
        .trimEnd()}…`
}

/** Places of labels, moved down until each has room; in the order given. */
function spread(places: readonly number[]): readonly number[] {
  const order = places.map((place, index) => ({ place, index })).toSorted((one, two) => one.place - two.place)
  const moved = [...places]
  let last = -Infinity
  for (const { place, index } of order) {
    last = Math.max(place, last + GAP)
    moved[index] = Math.round(last * 10) / 10
  }
  return moved
}
