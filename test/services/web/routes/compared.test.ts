import { expect, it } from 'vitest'
import { comparedMonths } from '../../../../services/web/routes/compared.ts'

const MONTHS = ['2026-10', '2026-09', '2026-07'].map((month) => ({ month }))

it.each([
  ['the newest two that are published, of nothing asked', {}, MONTHS, ['2026-09', '2026-10']],
  ['the older first, however asked', { from: '2026-10', to: '2026-07' }, MONTHS, ['2026-07', '2026-10']],
  ['none, of a form half filled in', { from: '2026-07' }, MONTHS, null],
  ['none, of a single month', {}, MONTHS.slice(0, 1), null],
  ['the same twice, which the page refuses', { from: '2026-07', to: '2026-07' }, MONTHS, ['2026-07', '2026-07']],
])('compares %s', (_name, asked, months, compared) => expect(comparedMonths(asked, months)).toEqual(compared))
