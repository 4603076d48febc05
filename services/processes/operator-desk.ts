/** The desk where the database is: nothing is shown and nothing is done that the audit log does not hold. */
import { readPublication, type Sealing } from '../disclosure/index.ts'
import { type Audit, createAudit } from '../privacy/index.ts'
import { legsOfDay, type Rollup } from '../rollup/index.ts'
import type { Engine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import { AppError } from '../shared/errors.ts'
import { createMonthSource, operatorAccess } from '../web/index.ts'
import type { Desk } from './operator-wire.ts'

/** Who asks: only the user that the product runs as can. */
const ACTOR = 'operator'

export interface DeskParts {
  readonly engine: Engine
  readonly control: Control
  readonly clock: Clock
  readonly rollup: Pick<Rollup, 'run'>
  readonly sealing: Pick<Sealing, 'status' | 'seal' | 'reopen'>
}

export function createDesk({ engine, control, clock, rollup, sealing }: DeskParts): Desk {
  const audit: Audit = createAudit(control, clock)
  const months = createMonthSource({
    read: (tenantId, month) => readPublication({ engine, control }, tenantId, month),
    audit,
    status: (tenantId) => sealing.status(tenantId),
  })

  const known = async (tenantId: string): Promise<void> => {
    const row = await control.db.selectFrom('tenants').select('id').where('id', '=', tenantId).executeTakeFirst()
    if (row === undefined) throw new AppError('not_found')
  }

  return {
    async legs(tenantId, day) {
      await known(tenantId)
      const legs = await legsOfDay(engine, tenantId, day)
      await audit.write({ actor: ACTOR, action: 'legs_read', tenantId, detail: { day, rows: legs.length } })
      return legs
    },
    async run(tenantId, full, progress) {
      await known(tenantId)
      await audit.write({ actor: ACTOR, action: 'rollup_run', tenantId, detail: { full } })
      const [run] = await rollup.run({ tenantId, full, ...(progress && { progress }) })
      if (run === undefined) throw new AppError('not_found') // removed in between
      return run
    },
    periods: (tenantId) => sealing.status(tenantId),
    seal: (tenantId, month) => sealing.seal(tenantId, month, ACTOR),
    reopen: (tenantId, month, reason) => sealing.reopen(tenantId, month, ACTOR, reason),
    async published(tenantId, month) {
      await known(tenantId)
      return months.published(operatorAccess(tenantId), month)
    },
  }
}
