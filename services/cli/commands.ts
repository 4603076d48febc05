/**
 * The commands of `avesqo`. A new one is one line here: its name, and where its function `(program, context) => void`
 * is. It is loaded when it is called, so that looking up a tenant does not wait for a database engine.
 */
import type { Command } from 'commander'
import type { CliContext } from './context.ts'

export type Register = (program: Command, context: CliContext) => void

export const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  tenant: async () => (await import('./admin/tenant.ts')).registerTenant,
  site: async () => (await import('./admin/site.ts')).registerSite,
  room: async () => (await import('./admin/room.ts')).registerRoom,
  source: async () => (await import('./admin/source.ts')).registerSource,
  account: async () => (await import('./accounts/account.ts')).registerAccount,
  key: async () => (await import('./key.ts')).registerKey,
  ledger: async () => (await import('./ledger.ts')).registerLedger,
  import: async () => (await import('./import.ts')).registerImport,
  explain: async () => (await import('./explain.ts')).registerExplain,
  legs: async () => (await import('./legs.ts')).registerLegs,
  report: async () => (await import('./report.ts')).registerReport,
  cells: async () => (await import('./report.ts')).registerCells,
  findings: async () => (await import('./findings.ts')).registerFindings,
  finding: async () => (await import('./findings.ts')).registerFinding,
  rollup: async () => (await import('./rollup.ts')).registerRollup,
  period: async () => (await import('./period.ts')).registerPeriod,
  serve: async () => (await import('./serve.ts')).registerServe,
  migrate: async () => (await import('./migrate.ts')).registerMigrate,
  demo: async () => (await import('./demo.ts')).registerDemo,
}
