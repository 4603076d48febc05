/** What the product calls the sites, rooms and sources of an invented organisation. */
import { sourceOf } from '../../services/cli/demo/organisation.ts'
import type { Control } from '../../services/shared/control/index.ts'
import type { Naming } from '../../services/simulator/cells/index.ts'

interface Names {
  /** Names by id. */
  readonly names: { readonly sites: ReadonlyMap<string, string>; readonly rooms: ReadonlyMap<string, string> }
  /** Ids by name. */
  readonly naming: Naming
}

export async function namesOf(control: Control, tenantId: string): Promise<Names> {
  const named = async (table: 'sites' | 'rooms') => {
    const rows = await control.db.selectFrom(table).select(['id', 'name']).where('tenant_id', '=', tenantId).execute()
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
  const [sites, rooms] = [await named('sites'), await named('rooms')]
  return {
    names: { sites, rooms },
    naming: { site: idIn(sites), room: idIn(rooms), source: (platform) => sourceOf(tenantId, platform) },
  }
}

function idIn(names: ReadonlyMap<string, string>): (name: string) => string {
  const ids = new Map([...names].map(([id, name]) => [name, id]))
  return (name) => ids.get(name) ?? `no id: ${name}`
}
