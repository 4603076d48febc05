/** Labels of a drawing: whole, apart, and within it. */
import { describe, expect, it } from 'vitest'
import { spread, wrapped } from '../../../../services/web/charts/labels.ts'

describe('labels', () => {
  it('stay where they belong if they have room', () => {
    expect(
      spread(
        [20, 80].map((at) => ({ at, height: 20 })),
        0,
        100,
      ),
    ).toEqual([20, 80])
  })

  it('at the lower end move up, not out of the drawing', () => {
    expect(
      spread(
        [100, 100, 40].map((at) => ({ at, height: 20 })),
        0,
        100,
      ),
    ).toEqual([70, 90, 40])
  })

  it('never overlap, whatever their heights, and keep their order', () => {
    const labels = [50, 51, 52, 49, 95].map((at, index) => ({ at, height: 10 + index * 5 }))
    const middles = spread(labels, 0, 100)
    const boxes = labels
      .map(({ at, height }, index) => ({ at, top: (middles[index] ?? 0) - height / 2, height }))
      .toSorted((one, two) => one.at - two.at)
    const ends = boxes.map(({ top, height }) => top + height - 0.2)
    expect(boxes.slice(1).filter(({ top }, index) => top < (ends[index] ?? 0))).toEqual([])
    expect(boxes[0]?.top).toBeGreaterThanOrEqual(0)
  })
})

it.each([
  ['Utrecht', ['Utrecht']],
  ['Den Haag – hoofdkantoor', ['Den Haag –', 'hoofdkantoor']],
  ['Vergaderkamercomplex', ['Vergaderkamer', 'complex']],
])('the whole of %s is in its lines', (name, lines) => expect(wrapped(name, 13)).toEqual(lines))
