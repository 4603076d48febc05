/** Words of `avesqo demo` while it works. What it shows at its end stands in found.ts. */
import type { AccountRole } from '../../../schemas/accounts.ts'
import type { ListenFault } from '../../processes/listen-faults.ts'
import type { DeliverySettings, StandardFault } from '../../simulator/index.ts'

export interface DemoWords {
  /** Stands behind the name of what is not real. */
  readonly invented: (name: string) => string
  /** Whose the platforms are. */
  readonly supplier: string

  readonly places: (data: string, keys: string) => string
  readonly organisation: (of: {
    readonly people: number
    readonly days: number
    readonly firstDay: string
    readonly seed: number
  }) => string
  readonly truth: (file: string) => string
  readonly sending: (url: string, order: DeliverySettings['order']) => string
  readonly sent: (percent: number, deliveries: number, records: number) => string
  readonly counting: string
  readonly countingStill: string
  readonly daysDone: (days: number) => string
  readonly rebuilt: (days: number, ms: number) => string
  readonly sealing: string
  readonly sealed: (month: string, ms: number, revision: number) => string
  readonly comparing: string
  /** A second customer, of which nothing is said about people. */
  readonly small: (people: number) => string

  /** Above the links when they are printed once more. */
  readonly again: string
  /** Above the links. @param seconds since the start */
  readonly ready: (seconds: number) => string
  /** What each link is for. @param customer whose name stands in it */
  readonly readers: Readonly<Record<AccountRole, (name: string, customer: string) => string>>
  readonly login: (login: string) => string
  /** Lines below the links. */
  readonly password: (password: string) => readonly string[]
  readonly serving: string
  readonly stopping: string

  readonly refused: {
    readonly atWork: (data: string, pid: number) => string
    readonly served: (data: string) => string
    readonly foreign: (path: string) => string
    readonly listen: (fault: ListenFault, host: string, port: number) => string
    readonly noSource: (platform: string) => string
    readonly answered: (status: number, platform: string) => string
  }

  /** What may be wrong at the organisation. */
  readonly faults: Readonly<Record<StandardFault, string>>
  /** Titles of their list. */
  readonly faultsHead: readonly [string, string]
  readonly planted: string
  readonly nonePlanted: string
}
