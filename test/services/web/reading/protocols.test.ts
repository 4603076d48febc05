/** What the privacy officer counts of a sealed month: each room once, as the reports show it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Publication } from '../../../../schemas/control/tables.ts'
import { storedPublication } from '../../../../services/disclosure/index.ts'
import { type Control, openControl } from '../../../../services/shared/control/index.ts'
import { createLogger } from '../../../../services/shared/logger.ts'
import { readProtocol, readProtocols } from '../../../../services/web/reading/protocols.ts'
import { ACME, type Cli, createCli } from '../../cli/run.ts'

const SEALED = Date.parse('2026-11-06T02:00:00Z')
const PUBLICATION: Publication = {
  tenant_id: 'acme',
  month: '2026-10',
  revision: 1,
  sealed_ms: SEALED,
  k: 10,
  profile: 'avesqo-1',
  code_version: '1',
  watermark_ms: SEALED,
  safe: 1,
  folds: {},
  // Four rooms, three of them shown, of which two have two models each.
  protocol: [
    { cut: 'site', cells: 5, shown: 3, by_rule: { folded: 2 } },
    { cut: 'room', cells: 4, shown: 3, by_rule: { room_not_visible: 1 } },
    { cut: 'room_site', cells: 4, shown: 3, by_rule: { room_not_visible: 1 } },
    { cut: 'room_model', cells: 6, shown: 5, by_rule: { room_not_visible: 1 } },
  ],
  rules: [],
}

let cli: Cli
let control: Control

beforeAll(async () => {
  cli = createCli({ AVESQO_NOW: '2026-11-20T09:00:00Z' })
  await cli.run(...ACME)
  control = await openControl(cli.data, { now: () => SEALED }, createLogger('silent'))
  await control.transaction(async (tx) => {
    const period = { tenant_id: 'acme', month: '2026-10', state: 'sealed', revision: 1, reason: null } as const
    await tx
      .insertInto('periods')
      .values({ ...period, changed_ms: SEALED })
      .execute()
    await tx.insertInto('publications').values(storedPublication(PUBLICATION)).execute()
  })
})
afterAll(async () => {
  await control.close()
  cli.remove()
})

it('in the list of months', async () => {
  const { tenants } = await readProtocols(control)
  expect(tenants[0]?.months).toMatchObject([{ month: '2026-10', cells: 9, shown: 6 }])
})

it('in the protocol of a month, which the terminal says in the same numbers', async () => {
  const view = await readProtocol(control, 'acme', '2026-10')
  expect(view?.publication.protocol.map(({ cut, cells, shown }) => [cut, cells, shown])).toEqual([
    ['site', 5, 3],
    ['room', 4, 3],
  ])
  const { stdout } = await cli.run('period', 'protocol', '--tenant', 'acme', '--month', '2026-10', '--lang', 'nl')
  expect(stdout).toMatch(/^mensen: locatie +5 +3 +overige 2\nruimtes +4 +3 +ruimte niet getoond 1\n\n/mu)
  expect(stdout).toContain('Elke ruimte telt één keer: zij staat in alle tabellen over ruimtes, of in geen enkele.\n')
})
