/** What pages and API are given by who composes the process. */
import type { Tenant } from '../../../schemas/control/tables.ts'
import type { Accounts } from '../../accounts/index.ts'
import type { FollowUp } from '../../advise/index.ts'
import type { Audit, SourceArrivals, SourceHealth } from '../../privacy/index.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Control } from '../../shared/control/index.ts'
import type { Logger } from '../../shared/logger.ts'
import type { PdfDesk } from '../pdf/desk.ts'
import type { MonthSource } from '../reading/source.ts'
import type { RateLimits } from './rates.ts'

/** What has arrived from a source, over all that is kept; records = accepted + refused. */
export interface IntakeOfSource {
  readonly source_id: string
  readonly deliveries: number
  /** Receipt of the last one, cut to the hour, ms UTC. */
  readonly last_hour_ms: number
  readonly records: number
  readonly accepted: number
  readonly refused: number
}

/** What was refused of a source for one reason. */
export interface RefusalsOfSource {
  readonly source_id: string
  /** Of schemas/refusals.ts. */
  readonly code: string
  readonly refusals: number
  /** How many deliveries held one. */
  readonly in_deliveries: number
  readonly last_hour_ms: number
  /** Ids of ours of the newest of them, newest first. */
  readonly last_deliveries: readonly string[]
}

/** How far rollup has come with a tenant; see services/processes/rollup-status.ts. */
interface ProgressOfTenant {
  /** The database's time, ms, up to which everything that is stored is counted. */
  readonly freshUntilMs: number | null
  readonly ranMs: number | null
  readonly frozenUntil: string
  readonly openSwaps: number
  readonly driftRanMs: number | null
  readonly driftDays: number | null
}

/** The workings of the installation, for the operator; no figure of anybody. @throws EngineError, AppError */
interface Workings {
  intake(tenantId: string): Promise<readonly IntakeOfSource[]>
  refusals(tenantId: string): Promise<readonly RefusalsOfSource[]>
  health(tenantId: string): Promise<readonly SourceHealth[]>
  /** @param since first UTC day of receipt, `YYYY-MM-DD` */
  arrivals(tenantId: string, since: string): Promise<readonly SourceArrivals[]>
  progress(tenant: Tenant): Promise<ProgressOfTenant>
  /** The database's time now, ms: real time, whatever our clock is pinned to. */
  databaseNow(): number
}

/** Whom a link of the demo signs in. */
export interface Door {
  readonly login: string
  readonly password: string
}

/** The figures are of an invented organisation: every page says so, and links sign in. */
export interface Demo {
  readonly open: (token: string) => Door | null
}

export interface WebParts {
  readonly accounts: Accounts
  readonly source: MonthSource
  readonly followUp: FollowUp
  readonly audit: Pick<Audit, 'write'>
  readonly control: Control
  readonly workings: Workings
  readonly clock: Clock
  readonly logger: Logger
  /** A month's report as a PDF; null where this installation makes none. */
  readonly pdf: PdfDesk | null
  /** The figures are of an invented organisation; null: they are real. */
  readonly demo: Demo | null
  /** Browsers reach it by TLS: it speaks it itself, or a proxy before it does. */
  readonly secure: boolean
  /** `https://host` under which browsers reach it; null: whatever a request says that it asked for. */
  readonly origin: string | null
  readonly rates?: Partial<RateLimits> | undefined
}
