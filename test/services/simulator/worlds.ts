/** Worlds of the sizes that the product's tests and its demo use; each is made once a test file. */
import { createWorld, type World, type WorldSettings } from '../../../services/simulator/index.ts'

export const FIVE_WEEKS: WorldSettings = {
  seed: 20_261_122,
  tenantId: 'voorbeeld',
  zone: 'Europe/Amsterdam',
  country: 'NL',
  domain: 'voorbeeld.example',
  people: 40,
  firstDay: '2026-10-05', // clocks go back on 25 October; November begins on a Sunday
  days: 35,
}

export const TWO_MONTHS: WorldSettings = { ...FIVE_WEEKS, people: 220, firstDay: '2026-09-14', days: 61 }

const made = new Map<WorldSettings, World>()

export function worldOf(settings: WorldSettings): World {
  const world = made.get(settings) ?? createWorld(settings)
  made.set(settings, world)
  return world
}
