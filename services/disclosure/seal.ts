/**
 * Seals a month: what is shown is decided and written down, for good.
 *
 *     count what has arrived   decide   rows of the next revision   legs remembered   publication, month, audit   advice
 *     ─────────────────────────────────────────────────────────────────────────────┤──── one transaction ────┤──────────
 *
 * Ended before the transaction, nothing has happened: no reader looks at a revision that is no publication, and the next
 * attempt writes the same rows in its place. Ended behind it, the month is sealed, and advice is asked for again by the
 * nightly work. Nothing of rollup runs in between, advice included: all is decided about one state of the cells.
 */
import type { PeriodRow, Publication, Tenant } from '../../schemas/control/tables.ts'
import { PROFILE } from '../../schemas/profiles.ts'
import type { Protocol } from '../../schemas/published.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import type { Cube } from './cube.ts'
import { decide, type Decided } from './decide.ts'
import { dueDay, firstDay } from './months.ts'
import type { Facts, WriteAudit } from './ports.ts'
import type { PublishedRows } from './published.ts'
import { readPeriod, readPublication, readTenant, readWatermark, writePeriod, writePublication } from './records.ts'
import type { Revise } from './revision.ts'
import { type Refusal, whyNotSeal } from './states.ts'

/** Why nothing was done; `due` is the first local day on which the month may be sealed. */
export interface Refused {
  readonly refused: Refusal
  readonly due: string
}

/** What stands now. */
export interface Sealed {
  readonly month: string
  readonly revision: number
  /** False where too few persons had changed since the last sealing: what was published stands. */
  readonly anew: boolean
  /** Whether anything is said about people. */
  readonly safe: boolean
  readonly protocol: Protocol
}

export interface SealParts {
  readonly control: Control
  readonly clock: Clock
  readonly facts: Facts
  readonly cube: Cube
  readonly published: PublishedRows
  readonly revise: Revise
  readonly audit: WriteAudit
  /** Advises on what was sealed anew. @returns whether it did: a failure of it does not undo the sealing */
  readonly advise: (publication: Pick<Publication, 'tenant_id' | 'month' | 'revision'>) => Promise<boolean>
  /** Which program decides. */
  readonly codeVersion: string
}

/**
 * @param actor who asks, for the audit log
 * @param freezing it must be sealed now or never: its facts go
 */
export type Seal = (
  tenantId: string,
  month: string,
  actor: string,
  freezing?: boolean,
) => Promise<(Sealed & { readonly advised: boolean }) | Refused>

/** @returns what throws AppError `not_found` for an unknown tenant; EngineError, AppError: nothing has happened then */
export function createSeal(parts: SealParts): Seal {
  const { control, clock, facts, cube, published, revise, audit, advise, codeVersion } = parts

  const commit = (
    { tenant_id: tenantId, month, revision }: Publication,
    actor: string,
    publication: Publication | null,
  ): Promise<void> =>
    control.transaction(async (tx) => {
      if (publication !== null) await writePublication(tx, publication)
      const period = { tenant_id: tenantId, month, revision, changed_ms: clock.now(), reason: null }
      await writePeriod(tx, { ...period, state: 'sealed' })
      await audit({ actor, action: 'period_sealed', tenantId, detail: { month, revision } }, tx)
    })

  const publish = async (tenant: Tenant, month: string, revision: number, decided: Decided, actor: string) => {
    await published.write(tenant.id, month, revision, decided.figures)
    await facts.snapshot(tenant.id, firstDay(month), revision)
    const publication: Publication = {
      tenant_id: tenant.id,
      month,
      revision,
      sealed_ms: clock.now(),
      k: tenant.k,
      profile: PROFILE.id,
      code_version: codeVersion,
      watermark_ms: await readWatermark(control, tenant.id),
      safe: decided.safe ? 1 : 0,
      folds: decided.folds,
      protocol: decided.protocol,
      rules: [],
    }
    await commit(publication, actor, publication)
    return publication
  }

  const sealNow = async (tenant: Tenant, month: string, period: PeriodRow | null, actor: string) => {
    const cells = await cube.month(tenant.id, month)
    if (cells.length === 0 && period === null) return null
    const decided = await decide(tenant, cells, facts.unionsOf(tenant.id, firstDay(month)))
    if (period === null) return sealedOf(await publish(tenant, month, 1, decided, actor), true)
    const last = await readPublication(control, tenant.id, month, period.revision)
    const next = await revise(tenant, last, decided)
    if (next !== null) return sealedOf(await publish(tenant, month, last.revision + 1, next, actor), true)
    await commit(last, actor, null)
    return sealedOf(last, false)
  }

  return async (tenantId, month, actor, freezing = false) => {
    const look = async () => {
      const tenant = await readTenant(control, tenantId)
      const period = await readPeriod(control, tenantId, month)
      return { tenant, period, refused: whyNotSeal(tenant, month, period, clock.now(), freezing) }
    }
    const { tenant, refused } = await look()
    const due = dueDay(tenant, month)
    if (refused !== null) return { refused, due }
    await facts.run(tenantId)
    return facts.alone(async () => {
      const now = await look() // somebody may have been faster
      if (now.refused !== null) return { refused: now.refused, due }
      const sealed = await sealNow(now.tenant, month, now.period, actor)
      if (sealed === null) return { refused: 'no_legs', due }
      // What stands has its advice: made anew, it would tell of the few who changed.
      const { revision, anew } = sealed
      return { ...sealed, advised: !anew || (await advise({ tenant_id: tenantId, month, revision })) }
    })
  }
}

function sealedOf({ month, revision, safe, protocol }: Publication, anew: boolean): Sealed {
  return { month, revision, anew, safe: safe === 1, protocol }
}
