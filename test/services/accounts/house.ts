/** A house with a control store of its own, a clock that is set by hand, and a cheap argon2. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountRole } from '../../../schemas/accounts.ts'
import { type AccountId, type Accounts, createAccounts, type InviteInput } from '../../../services/accounts/index.ts'
import { createAudit } from '../../../services/privacy/index.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'

export const START = Date.parse('2026-11-20T09:00:00Z')
export const DAY = 86_400_000
export const HOUR = 3_600_000
export const PASSWORD = 'six grey herons at dawn'
/** TEST-NET-1. */
export const ADDRESS = '192.0.2.7'
/** The least that argon2 takes. */
const CHEAP = { memory: 8, passes: 1, parallelism: 1 }

export interface House {
  readonly accounts: Accounts
  readonly control: Control
  /** What the logger was told so far. */
  logged(): string
  now(): number
  pass(ms: number): void
  /** A customer; its contract runs from 2026-01-01. */
  tenant(
    id: string,
    terms?: { readonly from?: string; readonly to?: string | null; readonly zone?: string },
  ): Promise<void>
  /** An account that has set its password. */
  account(role: AccountRole, login: string, more?: Partial<InviteInput>): Promise<AccountId>
  signIn(login: string, password?: string): Promise<string>
  audit(): Promise<
    readonly {
      readonly actor: string
      readonly action: string
      readonly tenant_id: string | null
      readonly detail: string
    }[]
  >
  close(): Promise<void>
}

export async function newHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'avesqo-accounts-'))
  let now = START
  let logged = ''
  const clock = { now: () => now }
  const logger = createLogger('debug', {
    write(text: string) {
      logged += text
    },
  })
  const control = await openControl(folder, clock, createLogger('silent'))
  const accounts = createAccounts({ control, clock, audit: createAudit(control, clock), logger, cost: CHEAP })
  const house: House = {
    accounts,
    control,
    logged: () => logged,
    now: () => now,
    pass(ms) {
      now += ms
    },
    async tenant(id, { from = '2026-01-01', to = null, zone = 'Europe/Amsterdam' } = {}) {
      await control.db
        .insertInto('tenants')
        .values({
          id,
          name: id,
          zone,
          country: 'NL',
          domains: '[]',
          role: 'processor',
          k: 10,
          mode: 'full',
          contract_from: from,
          contract_to: to,
          dpa_ref: null,
          retention: JSON.stringify({ facts: 90, cube_day: 396, intake: 396 }),
          seal_days: 5,
          config_rev: 1,
          decoder_version: 1,
          created_ms: now,
        })
        .execute()
    },
    async account(role, login, more = {}) {
      const invited = await accounts.invite({
        login,
        name: `Name of ${login}`,
        role,
        tenants: [],
        language: 'nl',
        appointedBy: 'operator',
        expiresDay: null,
        ...more,
      })
      if (invited.outcome !== 'invited') throw new Error(JSON.stringify(invited))
      const accepted = await accounts.accept(invited.token, PASSWORD)
      if (accepted.outcome !== 'accepted') throw new Error(JSON.stringify(accepted))
      return invited.accountId
    },
    async signIn(login, password = PASSWORD) {
      const done = await accounts.login({ login, password, address: ADDRESS })
      if (done.outcome !== 'signed_in') throw new Error(JSON.stringify(done))
      return done.session
    },
    audit: () =>
      control.db.selectFrom('audit').select(['actor', 'action', 'tenant_id', 'detail']).orderBy('seq').execute(),
    async close() {
      await accounts.close()
      await control.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return house
}
