/** The protocol is counted as its reader can count what is published. */
import { expect, it } from 'vitest'
import { matchable } from '../../../services/disclosure/index.ts'
import { publishMonth } from '../../../services/disclosure/core/index.ts'
import { cellWith } from './core/support.ts'

const room = (id: string, models: readonly string[], measures: { readonly persons: number }) => [
  { ...cellWith('room', id, '', measures), room: id },
  ...models.map((model) => ({ ...cellWith('room_model', model, '', measures), room: id })),
]

it('counts a room once, however many models it had, and every cut of people', () => {
  const { protocol } = publishMonth({
    k: 10,
    cells: [cellWith('tenant', '', '', {}), cellWith('site', 'a', '', {}), cellWith('site', 'b', '', {})],
    rooms: [...room('r', ['X', 'Y'], { persons: 20 }), ...room('s', ['X'], { persons: 1 })],
    folds: {},
    mode: 'full',
  })
  expect(protocol.find(({ cut }) => cut === 'room_model')?.cells).toBe(3)
  expect(matchable(protocol)).toEqual([
    { cut: 'tenant', cells: 1, shown: 1, by_rule: {} },
    { cut: 'site', cells: 2, shown: 2, by_rule: {} },
    { cut: 'room', cells: 2, shown: 1, by_rule: { room_not_visible: 1 } },
  ])
})
