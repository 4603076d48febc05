/** A bar from zero to a count: one small drawing a row of a table. */
import type { JSX } from 'preact'
import { percentOf, type Scale } from './scale.ts'

const HEIGHT = 28

export function BarRow(props: {
  readonly value: number | null
  readonly scale: Scale
  /** Not published but worked out: an open bar. */
  readonly isAbout?: boolean
}): JSX.Element {
  const { value, scale, isAbout = false } = props
  return (
    <svg class="plot" width="100%" height={HEIGHT} aria-hidden="true">
      <line class="zero" x1="0%" x2="0%" y1={0} y2={HEIGHT} />
      {value === null ? null : (
        <rect
          class={isAbout ? 'bar about' : 'bar'}
          x="0%"
          width={percentOf(scale.at(value))}
          y={6}
          height={HEIGHT - 12}
        />
      )}
    </svg>
  )
}
