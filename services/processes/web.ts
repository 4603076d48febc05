/** Puts together what pages and API are made of. Only the process that serves them loads this: it loads pages. */
import type { Accounts } from '../accounts/index.ts'
import { createFollowUp } from '../advise/index.ts'
import { createPublicationReader, type Sealing } from '../disclosure/index.ts'
import { arrivalsSince, createAudit, healthBySource } from '../privacy/index.ts'
import type { Engine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import type { Beside } from '../shared/http/server.ts'
import type { Logger } from '../shared/logger.ts'
import { createReports } from '../store/index.ts'
import { createMonthSource, createPdfDesk, reportPdf } from '../web/index.ts'
import { createWeb, type Demo, type RateLimits } from '../web/server/index.ts'
import { rollupStatus } from './rollup-status.ts'
import type { EmbeddedSettings } from './settings.ts'

export interface ComposeWebParts {
  readonly engine: Engine
  readonly control: Control
  readonly clock: Clock
  readonly logger: Logger
  readonly sealing: Pick<Sealing, 'status'>
  readonly accounts: Accounts
  readonly settings: Pick<EmbeddedSettings, 'tlsCert' | 'behindProxy'>
  readonly demo: Demo | null
  readonly rates?: Partial<RateLimits> | undefined
  /** Address under which browsers reach it, where the house says it. */
  readonly address: string | undefined
}

export function composeWeb(parts: ComposeWebParts): Beside {
  const { engine, control, clock, logger, sealing, accounts, settings, demo, address } = parts
  const audit = createAudit(control, clock)
  const reports = createReports(engine)
  return createWeb({
    accounts,
    source: createMonthSource({
      read: createPublicationReader({ engine, control, clock }),
      audit,
      status: (tenantId) => sealing.status(tenantId),
    }),
    followUp: createFollowUp({ control, clock, audit: (entry, tx) => audit.write(entry, tx) }),
    audit,
    control,
    workings: {
      intake: (tenantId) => reports.intakeBySource(tenantId),
      refusals: (tenantId) => reports.refusalsByCode(tenantId),
      health: (tenantId) => healthBySource(engine, tenantId),
      arrivals: (tenantId, since) => arrivalsSince(engine, tenantId, since),
      progress: (tenant) => rollupStatus(control, tenant, clock.now()),
      databaseNow: () => Date.now(), // the watermark is real time, whatever our clock is pinned to (invariant I12)
    },
    clock,
    logger,
    pdf: createPdfDesk(reportPdf),
    demo,
    rates: parts.rates,
    secure: settings.tlsCert !== undefined || settings.behindProxy === true,
    origin: address === undefined ? null : new URL(address).origin,
  })
}
