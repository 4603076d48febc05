/** Periods of all tenants: what an operator asks for, and what is due by the calendar. */
import type { Publication, Tenant } from '../../schemas/control/tables.ts'
import { RULES } from '../../schemas/finding.ts'
import type { PeriodState } from '../../schemas/published.ts'
import { localDayOf } from '../shared/calendar.ts'
import { type Engine, EngineError } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import { AppError } from '../shared/errors.ts'
import { type Logger, word } from '../shared/logger.ts'
import { isFrozenMonth, lastExpiredDay } from '../shared/periods.ts'
import { createCube } from './cube.ts'
import { createSealDays } from './days.ts'
import { createFreeze } from './freeze.ts'
import { dueDay, firstDay, isLast, monthOf } from './months.ts'
import type { Facts, OnSealed, WriteAudit } from './ports.ts'
import { createPublished } from './published.ts'
import {
  readPeriod,
  readPeriods,
  readPublication,
  readPublications,
  readTenant,
  readTenants,
  writePeriod,
  writeRules,
} from './records.ts'
import { createRevise } from './revision.ts'
import { createSeal, type Refused, type Sealed } from './seal.ts'
import { type Standing, standingOf } from './standing.ts'
import { stateOf, whyNotReopen } from './states.ts'

/** A month of a tenant, and what stands about it. */
export interface MonthStatus {
  readonly month: string
  readonly state: PeriodState
  /** The first local day on which it may be sealed. */
  readonly due: string
  /** The contract begins or ends within it. */
  readonly part: boolean
  readonly revision: number | null
  readonly sealedMs: number | null
  /** Observations stored before are in it; ms of the database's clock. */
  readonly untilMs: number | null
  /** Whether anything is said about people. */
  readonly safe: boolean | null
  /** Why it was reopened, while it is. */
  readonly reason: string | null
}

export interface Sealing {
  /** Months of which something is counted or published, and the running one, oldest first. @throws AppError `not_found` */
  status(tenantId: string): Promise<readonly MonthStatus[]>
  /** @throws AppError `not_found` for an unknown tenant; EngineError, AppError: then nothing has happened */
  seal(tenantId: string, month: string, actor: string): Promise<(Sealed & { readonly advised: boolean }) | Refused>
  /** Opens a sealed month again; what is published stays. @throws as `seal` */
  reopen(
    tenantId: string,
    month: string,
    actor: string,
    reason: string,
  ): Promise<{ readonly revision: number } | Refused>
  /** Seals every month that is due, and asks again for advice that failed. @throws the first failure, after all tenants */
  sealDue(): Promise<void>
  /** Says what is due of every day. @throws as `sealDue` */
  sealDays(): Promise<void>
  /** Freezes every month whose facts are about to go, and forgets legs that must not be kept. @throws as `sealDue` */
  freezeDue(): Promise<void>
}

export interface SealingParts {
  readonly engine: Engine
  readonly control: Control
  readonly clock: Clock
  readonly logger: Logger
  readonly facts: Facts
  readonly audit: WriteAudit
  readonly codeVersion: string
  readonly onSealed?: OnSealed
}

/** What the calendar asks for stands under this name in the audit log. */
const SCHEDULE = 'schedule'

type Revision = Pick<Publication, 'tenant_id' | 'month' | 'revision'>

/** No rule is asked, and none said anything before. */
const NOTHING_ANEW: Standing = { rules: new Set(RULES), results: [] }

/** The month is sealed; what is to be said of its days and its advice is asked for again by the nightly work. */
function failsLater(error: unknown): false {
  if (!(error instanceof EngineError) && !(error instanceof AppError)) throw error
  return false
}

export function createSealing(parts: SealingParts): Sealing {
  const { engine, control, clock, logger, facts, audit, onSealed } = parts
  const cube = createCube(engine)
  const published = createPublished(engine)
  const revise = createRevise({ facts, published })
  const freeze = createFreeze({ engine, control, clock, facts, cube, audit })
  const sealDays = createSealDays({ engine, control, clock, facts, cube, published })

  const advise = async (publication: Revision): Promise<boolean> => {
    if (onSealed === undefined) return false
    const { tenant_id: tenantId, month, revision } = publication
    const figures = await published.figures(tenantId, month, revision)
    const before = revision === 1 ? null : await readPublication(control, tenantId, month, revision - 1)
    await writeRules(control, publication, await onSealed(tenantId, month, revision, standingOf(figures, before)))
    return true
  }
  const seal = createSeal({
    ...parts,
    cube,
    published,
    revise,
    advise: (publication) => advise(publication).catch(failsLater),
  })
  /**
   * Advice that failed, later: the cube may have gone on, and advice on legs that the revision does not say would tell of
   * the few who changed. Then every rule is withheld.
   */
  const adviseLater = (publication: Revision) =>
    facts.alone(async () => {
      const { tenant_id: tenantId, month, revision } = publication
      const changed = await facts.changedCells(tenantId, firstDay(month), revision, {})
      if (onSealed === undefined || changed.length === 0) return advise(publication)
      await writeRules(control, publication, await onSealed(tenantId, month, revision, NOTHING_ANEW))
      return true
    })
  const sealAndAdvise = async (tenant: Tenant, month: string, actor: string, freezing = false) => {
    const done = await seal(tenant.id, month, actor, freezing)
    if ('refused' in done) return done
    const { revision, anew, safe } = done
    logger.event('period_sealed', { tenant: word(tenant.id), month: word(month), revision, anew, safe })
    const days = await sealDays(tenant).then(() => true, failsLater)
    return { ...done, advised: done.advised && days }
  }

  /** One customer's trouble does not keep the others waiting. */
  const forEach = async (work: (tenant: Tenant) => Promise<unknown>): Promise<void> => {
    let failed: { readonly error: unknown } | null = null
    for (const tenant of await readTenants(control)) {
      try {
        await work(tenant)
      } catch (error) {
        failed ??= { error }
      }
    }
    if (failed !== null) throw failed.error
  }
  const isFrozen = (month: string, { zone, retention }: Tenant): boolean =>
    isFrozenMonth(firstDay(month), clock.now(), zone, retention.facts)

  const dueOf = async (tenant: Tenant): Promise<readonly string[]> => {
    const periods = new Set((await readPeriods(control, tenant.id)).map(({ month }) => month))
    const today = localDayOf(clock.now(), tenant.zone)
    return (await cube.months(tenant.id)).filter((month) => {
      if (periods.has(month)) return false
      // A contract's last day is still to be lived; who wants it sealed before its end asks for it.
      return isLast(tenant, month) ? today > dueDay(tenant, month) : today >= dueDay(tenant, month)
    })
  }
  const withoutAdvice = async (tenant: Tenant): Promise<readonly Publication[]> => {
    const current = new Map((await readPeriods(control, tenant.id)).map(({ month, revision }) => [month, revision]))
    return (await readPublications(control, tenant.id)).filter(
      ({ month, revision, rules }) => rules.length === 0 && current.get(month) === revision && !isFrozen(month, tenant),
    )
  }

  /**
   * Legs that were remembered for another sealing go when there can be none, with the facts at the latest, and when a
   * person of them was erased: such a month can be opened, but what is said about people in it stands.
   */
  const forget = async (tenant: Tenant): Promise<void> => {
    const frozen = await frozenMonths(tenant)
    const expired = lastExpiredDay(clock.now(), tenant.zone, tenant.retention.facts)
    for (const first of await facts.remembered(tenant.id)) {
      const over = frozen.has(monthOf(first)) || first <= expired
      if (over || (await facts.holdsErased(tenant.id, first))) await facts.forget(tenant.id, first)
    }
  }
  const frozenMonths = async (tenant: Tenant): Promise<ReadonlySet<string>> => {
    const periods = await readPeriods(control, tenant.id)
    return new Set(periods.filter(({ state }) => state === 'frozen').map(({ month }) => month))
  }

  return {
    async status(tenantId) {
      const tenant = await readTenant(control, tenantId)
      const periods = await readPeriods(control, tenantId)
      const publications = await readPublications(control, tenantId)
      const running = monthOf(localDayOf(clock.now(), tenant.zone))
      const months = new Set([...(await cube.months(tenantId)), ...periods.map(({ month }) => month), running])
      return [...months].toSorted().map((month) => {
        const period = periods.find((row) => row.month === month) ?? null
        const stands = publications.find((row) => row.month === month && row.revision === period?.revision)
        return {
          month,
          state: stateOf(tenant, month, period, clock.now()),
          due: dueDay(tenant, month),
          part:
            isLast(tenant, month) ||
            (tenant.contract_from > firstDay(month) && monthOf(tenant.contract_from) === month),
          revision: period?.revision ?? null,
          sealedMs: stands?.sealed_ms ?? null,
          untilMs: stands?.watermark_ms ?? null,
          safe: stands === undefined ? null : stands.safe === 1,
          reason: period?.reason ?? null,
        }
      })
    },
    async seal(tenantId, month, actor) {
      return sealAndAdvise(await readTenant(control, tenantId), month, actor)
    },
    reopen: (tenantId, month, actor, reason) =>
      facts.alone(async () => {
        const tenant = await readTenant(control, tenantId)
        const period = await readPeriod(control, tenantId, month)
        const refused = whyNotReopen(tenant, month, period, clock.now())
        if (refused !== null || period === null) return { refused: refused ?? 'not_sealed', due: dueDay(tenant, month) }
        const { revision } = period
        await control.transaction(async (tx) => {
          await writePeriod(tx, { ...period, state: 'reopened', reason, changed_ms: clock.now() })
          await audit({ actor, action: 'period_reopened', tenantId, detail: { month, revision } }, tx)
        })
        return { revision }
      }),
    sealDue: () =>
      forEach(async (tenant) => {
        for (const month of await dueOf(tenant)) await sealAndAdvise(tenant, month, SCHEDULE)
        if (onSealed === undefined) return
        for (const publication of await withoutAdvice(tenant)) await adviseLater(publication)
      }),
    sealDays: () => forEach(sealDays),
    freezeDue: () =>
      forEach(async (tenant) => {
        const frozen = await frozenMonths(tenant)
        for (const month of await cube.months(tenant.id)) {
          if (frozen.has(month) || !isFrozen(month, tenant)) continue
          // What was never sealed, or stands reopened, is sealed now or never; what is sealed refuses, and is frozen as it is.
          await sealAndAdvise(tenant, month, SCHEDULE, true)
          await freeze(tenant.id, month)
          logger.event('period_frozen', { tenant: word(tenant.id), month: word(month) })
        }
        await forget(tenant)
      }),
  }
}
