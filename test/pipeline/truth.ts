/**
 * Three organisations in three zones in one running product: everything that their platforms tell goes over HTTP to the
 * receivers, rollup counts, and what is stored is laid beside what really happened.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundOrganisation } from '../../services/cli/demo/organisation.ts'
import { sendAll, type Sent } from '../../services/cli/demo/send.ts'
import { type Embedded, startEmbedded } from '../../services/processes/embedded.ts'
import { composeSealing } from '../../services/processes/sealing.ts'
import { readEmbeddedSettings } from '../../services/processes/settings.ts'
import { type Control, openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { type Comparison, compare, createWorld, deliveriesOf, type World } from '../../services/simulator/index.ts'
import { type Leg, legColumns } from '../../schemas/leg.ts'
import { namesOf } from './names.ts'
import { type CellComparison, compareCells, hashOfCells, hashOfPublished } from './truth-cells.ts'

const SEED = 20_261_122
/** After three weeks with the end of summer time in Amsterdam (25 October) and St. John's (1 November), and a month's end. */
const NOW = '2026-11-14T12:00:00Z'
const FIRST_DAY = '2026-10-19'
const DAYS = 21
const PEOPLE = 40

export const PLACES = [
  { tenantId: 'amsterdam', zone: 'Europe/Amsterdam', country: 'NL', domain: 'amsterdam.example' },
  { tenantId: 'st-johns', zone: 'America/St_Johns', country: 'CA', domain: 'st-johns.example' },
  { tenantId: 'kolkata', zone: 'Asia/Kolkata', country: 'IN', domain: 'kolkata.example' },
] as const

/** Where everything is told, counted and sealed twice, in nasty order; and the month that is sealed. */
export const REPLAYED = 'st-johns'
const SEALED = '2026-10'

const LEGS = `SELECT ${legColumns.join(', ')} FROM call_legs WHERE tenant_id = {tenant:String}`

export interface Told {
  readonly world: World
  readonly comparison: Comparison
  /** Cells and strata beside a plain count. */
  readonly cells: readonly CellComparison[]
  /** Of cells and figures, after the first count and after everything was told, counted and sealed once more; of one place. */
  readonly hashes: readonly (readonly string[])[]
  readonly refused: number
  readonly broken: number
}

/** Sends everything and counts; @param order as the deliveries come */
export async function tellAll(order: 'clean' | 'nasty'): Promise<readonly Told[]> {
  const home = mkdtempSync(join(tmpdir(), 'avesqo-truth-'))
  const clock = { now: () => Date.parse(NOW) }
  const logger = createLogger('error')
  const data = join(home, 'data')
  const control = await openControl(data, clock, logger)
  const settings = { ...readEmbeddedSettings({}), port: 0, rollupEveryMs: 0 }
  const embedded = await startEmbedded({ data, keys: join(home, 'keys'), control, clock, logger, settings })
  try {
    const told: Told[] = []
    for (const place of PLACES) {
      const world = createWorld({ ...place, seed: SEED, people: PEOPLE, firstDay: FIRST_DAY, days: DAYS })
      const sources = await foundOrganisation(control, clock.now(), world)
      const sent: Sent = { deliveries: 0, records: 0, broken: 0, atMs: 0 }
      const { installation } = world.organisation
      const deliveries = () => deliveriesOf(world.meetings, { seed: SEED, installation, order })
      await sendAll(embedded.url, sources, deliveries(), sent)
      const { tenantId } = place
      await embedded.rollup.run({ tenantId })
      const beside = await laidBeside(embedded, control, world, sent.broken)
      const hashes: (readonly string[])[] = []
      if (tenantId === REPLAYED && order === 'nasty') {
        const { engine, rollup } = embedded
        const sealing = composeSealing({ engine, control, clock, logger, rollup })
        const heldAndPublished = async () => {
          const sealed = await sealing.seal(tenantId, SEALED, 'operator')
          const revision = 'refused' in sealed ? sealed.refused : `revision ${sealed.revision}`
          return [...(await hashOfCells(engine, tenantId)), await hashOfPublished(engine, tenantId), revision]
        }
        hashes.push(await heldAndPublished())
        await sendAll(embedded.url, sources, deliveries(), { ...sent })
        await rollup.run({ tenantId, full: true })
        await sealing.reopen(tenantId, SEALED, 'operator', 'told again')
        hashes.push(await heldAndPublished())
      }
      told.push({ ...beside, hashes })
    }
    return told
  } finally {
    await embedded.close()
    await control.close()
    rmSync(home, { recursive: true, force: true })
  }
}

async function laidBeside(
  { engine }: Embedded,
  control: Control,
  world: World,
  broken: number,
): Promise<Omit<Told, 'hashes'>> {
  const { tenantId } = world
  const legs = (await engine.query(LEGS, { tenant: tenantId })) as readonly Leg[]
  const [refused] = (await engine.query(
    'SELECT sum(refused) AS refused FROM intake FINAL WHERE tenant_id = {tenant:String}',
    {
      tenant: tenantId,
    },
  )) as readonly { refused: number }[]
  const { names, naming } = await namesOf(control, tenantId)
  return {
    world,
    comparison: compare(world.truth, legs, names),
    cells: await compareCells(engine, world, naming),
    refused: refused?.refused ?? 0,
    broken,
  }
}
