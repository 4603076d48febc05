/**
 * A share per day of a month: dots joined by lines where days follow each other, gaps where nothing was published,
 * weekends shaded. A day that is only bounded is a bar from the end of the axis to its limit.
 */
import type { JSX } from 'preact'
import type { NumberCell } from '../reports/report.ts'
import { anchorOf } from './interval.tsx'
import { percentOf, type Scale } from './scale.ts'

const TOP = 22
const PLOT = 130
const BELOW = 24

export interface DayPoint {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly weekend: boolean
  /** null: not published. */
  readonly cell: NumberCell | null
}

/** @param marked days whose value is written beside their dot, with what is written */
export function DaySeries(props: {
  readonly points: readonly DayPoint[]
  readonly scale: Scale
  /** One sentence: what it shows. */
  readonly label: string
  readonly text: (value: number) => string
  readonly marked: ReadonlyMap<string, string>
  /** Whether that is written above the dot, or below it. */
  readonly side: 'above' | 'below'
  readonly target: { readonly value: number; readonly text: string } | null
}): JSX.Element {
  const { points, scale, label, text, marked, side, target } = props
  const step = 100 / Math.max(1, points.length)
  const at = (index: number): number => Math.round((index + 0.5) * step * 100) / 100
  const y = (value: number): number => Math.round((TOP + PLOT - (scale.at(value) / 100) * PLOT) * 10) / 10
  return (
    <svg class="plot days" width="100%" height={TOP + PLOT + BELOW} role="img" aria-label={label}>
      {points.map(({ day, weekend }, index) =>
        weekend ? (
          <rect key={day} class="weekend" x={percentOf(index * step)} width={percentOf(step)} y={TOP} height={PLOT} />
        ) : null,
      )}
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line class={tick === 0 ? 'zero' : 'grid'} x1="0%" x2="100%" y1={y(tick)} y2={y(tick)} />
          <text class="tick" x="0%" dx={-8} y={y(tick) + 4} text-anchor="end">
            {text(tick)}
          </text>
        </g>
      ))}
      {target === null ? null : (
        <>
          <line class="target" x1="0%" x2="100%" y1={y(target.value)} y2={y(target.value)} />
          <text class="said target" x="100%" y={y(target.value) - 5} text-anchor="end">
            {target.text}
          </text>
        </>
      )}
      {points.map(({ day, cell }, index) => {
        const next = points[index + 1]
        return cell?.mark === 'shown' && next?.cell?.mark === 'shown' ? (
          <line
            key={day}
            class="joined"
            x1={percentOf(at(index))}
            x2={percentOf(at(index + 1))}
            y1={y(cell.value)}
            y2={y(next.cell.value)}
          />
        ) : null
      })}
      {points.map(({ day, cell }, index) =>
        cell === null ? null : (
          <Day key={day} cell={cell} at={at(index)} y={y} scale={scale} said={marked.get(day)} side={side} />
        ),
      )}
      {points.map(({ day }, index) =>
        index === 0 || (index + 1) % 5 === 0 ? (
          <text key={day} class="tick" x={percentOf(at(index))} y={TOP + PLOT + 17} text-anchor="middle">
            {index + 1}
          </text>
        ) : null,
      )}
    </svg>
  )
}

function Day(props: {
  readonly cell: NumberCell
  readonly at: number
  readonly y: (value: number) => number
  readonly scale: Scale
  readonly said: string | undefined
  readonly side: 'above' | 'below'
}): JSX.Element {
  const { cell, at, y, scale, said, side } = props
  const x = percentOf(at)
  if (cell.mark !== 'shown') {
    const end = cell.mark === 'at_most' ? 0 : scale.max
    return <line class="limit-day" x1={x} x2={x} y1={y(end)} y2={y(cell.value)} />
  }
  return (
    <>
      <circle class={said === undefined ? 'dot small' : 'dot small above'} cx={x} cy={y(cell.value)} r={3.5} />
      {said === undefined ? null : (
        <text class="said" x={x} y={y(cell.value) + (side === 'above' ? -9 : 19)} text-anchor={anchorOf(at)}>
          {said}
        </text>
      )}
    </>
  )
}
