/**
 * Issue PUBLISH, "Advice": four small organisations through the whole product. What is published and advised of them is,
 * figure by figure and finding by finding, what follows from the truth; so what `npm run evaluate` says of cells made from
 * the truth holds for the product.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../schemas/finding.ts'
import type { Figure } from '../../schemas/published.ts'
import { foundOrganisation } from '../../services/cli/demo/organisation.ts'
import { sendAll } from '../../services/cli/demo/send.ts'
import { createAdvice } from '../../services/advise/index.ts'
import { readPublication } from '../../services/disclosure/index.ts'
import { composeSealing } from '../../services/processes/sealing.ts'
import { type Embedded, startEmbedded } from '../../services/processes/embedded.ts'
import { readEmbeddedSettings } from '../../services/processes/settings.ts'
import { type Control, openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { createWorld, deliveriesOf, type FaultPlan } from '../../services/simulator/index.ts'
import { namesOf } from '../pipeline/names.ts'
import { publishedOf } from './published.ts'

const MONTH = '2026-10'
const NOW = Date.parse('2026-11-14T12:00:00Z')
const clock = { now: () => NOW }
const logger = createLogger('error')
const PLACE = { zone: 'Europe/Amsterdam', country: 'NL', people: 100, firstDay: '2026-10-01', days: 31 }

/** What is wrong at each of them, and which findings must come at least: rule, and the name of what it is about. */
const ORGANISATIONS: readonly {
  readonly seed: number
  readonly faults: readonly FaultPlan[]
  readonly found: readonly string[]
}[] = [
  { seed: 1, faults: [], found: [] },
  { seed: 2, faults: [{ rule: 'A01', site: 'Utrecht', rate: 0.2 }], found: ['A01 Utrecht'] },
  {
    seed: 3,
    faults: [
      { rule: 'E03', site: 'Zwolle', rate: 0.2, endClass: 'auth_or_pin' },
      { rule: 'G01', platform: 'pexip', rate: 0.5 },
    ],
    found: ['E03 Zwolle', 'G01 pexip'],
  },
  {
    seed: 4,
    faults: [{ rule: 'B02', model: 'Pexip Infinity Connect', software: '1.12', outcome: 'dropped', rate: 0.2 }],
    found: ['B02 Pexip Infinity Connect 1.12'],
  },
]

const home = mkdtempSync(join(tmpdir(), 'avesqo-evaluate-'))
let control: Control
let embedded: Embedded

beforeAll(async () => {
  const data = join(home, 'data')
  control = await openControl(data, clock, logger)
  const settings = { ...readEmbeddedSettings({}), port: 0, rollupEveryMs: 0 }
  embedded = await startEmbedded({ data, keys: join(home, 'keys'), control, clock, logger, settings })
})
afterAll(async () => {
  await embedded.close()
  await control.close()
  rmSync(home, { recursive: true, force: true })
})

const byId = (those: readonly Finding[]): readonly Finding[] => those.toSorted((a, b) => (a.id < b.id ? -1 : 1))
const lineOf = ({ population, cut, v1, v2, measure, mark, value, low, high, kept }: Figure): string =>
  [population, cut, v1, v2, measure, mark, value, low, high, kept].join(' | ')

describe.each(ORGANISATIONS)('seed $seed', ({ seed, faults, found }) => {
  const tenantId = `evaluated-${seed}`
  const world = createWorld({ ...PLACE, tenantId, domain: `${tenantId}.example`, seed, faults })
  let figures: readonly Figure[] = []
  let findings: readonly Finding[] = []

  beforeAll(async () => {
    const sources = await foundOrganisation(control, NOW, world)
    const { installation } = world.organisation
    const sent = { deliveries: 0, records: 0, broken: 0, atMs: 0 }
    await sendAll(embedded.url, sources, deliveriesOf(world.meetings, { seed, installation, order: 'nasty' }), sent)
    const { rollup, engine } = embedded
    await rollup.run({ tenantId })
    await composeSealing({ engine, control, clock, logger, rollup }).seal(tenantId, MONTH, 'test')
    figures = (await readPublication({ engine, control }, tenantId, MONTH))?.figures ?? []
    const advice = createAdvice({ engine, control, clock, logger, audit: () => Promise.resolve() })
    findings = (await advice.findingsOf(tenantId, MONTH)).map(({ content }) => content)
  }, 1_800_000)

  it('what is published and advised is what follows from the truth', async () => {
    const { naming } = await namesOf(control, tenantId)
    const expected = await publishedOf(world, MONTH, naming)
    expect(figures.map(lineOf).toSorted()).toEqual(expected.figures.map(lineOf).toSorted())
    expect(byId(findings)).toEqual(byId(expected.findings))
    expect(figures.length).toBeGreaterThan(100)
  })

  it('what is planted is found', async () => {
    const { names } = await namesOf(control, tenantId)
    const named = findings.map(({ rule, value, value2 }) => {
      const second = rule === 'B02' ? ` ${value2}` : ''
      return `${rule} ${names.sites.get(value) ?? value}${second}`
    })
    expect(named).toEqual(expect.arrayContaining([...found]))
  })
})
