/** Advice beside figures that are kept: it stands as it was. */
import { expect, test } from 'vitest'
import type { Publication } from '../../../schemas/control/tables.ts'
import type { RuleResult } from '../../../schemas/finding.ts'
import type { Figure } from '../../../schemas/published.ts'
import { standingOf } from '../../../services/disclosure/standing.ts'

const figure = (cut: Figure['cut'], kept: boolean): Figure => ({
  population: cut.startsWith('room') ? 'environment' : 'people',
  cut,
  v1: 'a',
  v2: '',
  measure: 'legs',
  mark: 'shown',
  value: 100,
  low: null,
  high: null,
  kept,
})
const found = (rule: RuleResult['rule']): RuleResult => ({
  rule,
  rule_version: 1,
  outcome: 'found',
  findings: 1,
  more_meetings: null,
})
const before = { rules: [found('A01'), found('B01'), found('G01')] } as unknown as Publication // what is read of it

test('A24: what a rule said of a cut stands where a figure of it is kept, and no other', () => {
  const { rules, results } = standingOf([figure('tenant', false), figure('site', true), figure('model', false)], before)
  expect([...rules].toSorted()).toEqual(['A01', 'A08', 'E02', 'E03', 'G03'])
  expect(results).toEqual([found('A01')])
})

test('of a first revision, of one that kept nothing, and of rooms nothing stands', () => {
  expect(standingOf([figure('site', false)], before).rules.size).toBe(0)
  expect(standingOf([figure('site', false)], null)).toEqual({ rules: new Set(), results: [] })
  expect(standingOf([figure('room_model', true)], before).rules.size).toBe(0)
})
