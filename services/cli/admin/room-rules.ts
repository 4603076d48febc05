/** What a tenant's rooms must be together: one name, one room; one alias, one room. Pure. */
import { nameKey } from '../../../schemas/control/values.ts'
import { canonicalAlias } from '../../ingest/pseudonymise/canonicalise.ts'

export interface RoomNames {
  readonly name: string
  readonly aliases: readonly string[]
  /** Line of the file it comes from; absent for a room that is stored or typed. */
  readonly line?: number
}

/**
 * Rooms that share a name or an alias with another one, or have an alias that no record can ever show. Aliases are
 * compared as the entry compares them: `sip:Room1@EXAMPLE.org` and `room1@example.org` are one.
 *
 * @param country ISO 3166-1 alpha-2; how national numbers are read
 * @returns each such room with the reason, as part of a sentence
 */
export function roomConflicts<T extends RoomNames>(rooms: readonly T[], country: string): ReadonlyMap<T, string> {
  const conflicts = new Map<T, string>()
  const byName = new Map<string, T>()
  const byAlias = new Map<string, T>()
  for (const room of rooms) {
    const twin = byName.get(nameKey(room.name))
    if (twin === undefined) byName.set(nameKey(room.name), room)
    else {
      conflicts.set(room, `the name "${room.name}" is also that of ${said(twin)}`)
      if (!conflicts.has(twin)) conflicts.set(twin, `the name "${twin.name}" is also that of ${said(room)}`)
    }
    for (const alias of room.aliases) {
      const canonical = canonicalAlias(alias, country)
      if (canonical === null) {
        conflicts.set(room, `the alias "${alias}" is neither an address, a number nor a plain name of equipment`)
        continue
      }
      const other = byAlias.get(canonical)
      if (other === undefined) byAlias.set(canonical, room)
      else if (other !== room) {
        conflicts.set(room, `the alias "${alias}" is also one of ${said(other)}`)
        if (!conflicts.has(other)) conflicts.set(other, `one of its aliases is "${alias}" of ${said(room)}`)
      }
    }
  }
  return conflicts
}

function said(room: RoomNames): string {
  return room.line === undefined ? `room "${room.name}"` : `room "${room.name}" in line ${room.line}`
}
