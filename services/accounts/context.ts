/** What the parts of accounts share. */
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import type { Passwords } from './argon2.ts'
import type { AccountsAudit } from './ports.ts'
import type { Throttle } from './throttle.ts'

export interface Context {
  readonly control: Control
  readonly clock: Clock
  readonly audit: AccountsAudit
  readonly passwords: Passwords
  readonly throttle: Throttle
}
