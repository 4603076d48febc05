import type { Tenant } from '../../../schemas/control/tables.ts'
import type { Cell } from '../../../schemas/cube.ts'
import type { Figure, Folds, ProtocolCut } from '../../../schemas/published.ts'
import { ofCut } from './cells.ts'
import { inOrder } from './order.ts'
import { publishPeople } from './people.ts'
import { protocolOfNobody, protocolOfPeople, protocolOfRooms } from './protocol.ts'
import { figuresOfEnvironment, visibleRooms } from './rooms.ts'
import { isSafe } from './safe.ts'

export interface MonthToPublish {
  /** Fewest persons of a group that is shown, 5 to 50. */
  readonly k: number
  /** People's cells with folded values. */
  readonly cells: readonly Cell[]
  /** Environment cells, one a room in each cut. */
  readonly rooms: readonly Cell[]
  readonly folds: Folds
  readonly mode: Tenant['mode']
}

export interface MonthResult {
  readonly figures: Figure[]
  readonly protocol: ProtocolCut[]
  /** The tenant's people are a safe cell; else nothing is said of people. */
  readonly safe: boolean
}

/**
 * Decides once, over all cuts together, what is shown of a month (design, section 8). Deterministic: equal cells give
 * equal figures in equal order.
 */
export function publishMonth({ k, cells, rooms, folds, mode }: MonthToPublish): MonthResult {
  const [tenant] = ofCut(cells, 'tenant')
  const environment = figuresOfEnvironment(rooms, k, mode)
  const roomProtocol = protocolOfRooms(rooms, visibleRooms(rooms, mode))
  if (mode === 'rooms-only' || tenant === undefined || !isSafe(tenant, k)) {
    return {
      figures: [...inOrder(environment)],
      protocol: [...protocolOfNobody(cells), ...roomProtocol],
      safe: false,
    }
  }
  const cuts = publishPeople({ k, tenant, cells })
  return {
    figures: [...inOrder([...cuts.flatMap((cut) => cut.figures), ...environment])],
    protocol: [...protocolOfPeople(cuts, folds, k), ...roomProtocol],
    safe: true,
  }
}
