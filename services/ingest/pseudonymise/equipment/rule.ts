/**
 * The form of the closed table of equipment. A rule looks at a user agent in plain form (lower case; everything but
 * letters, digits and dots is one space), so `TANDBERG/529 (ce9.15) Cisco-SX20` is `tandberg 529 ce9.15 cisco sx20`.
 *
 * Patterns are linear or nearly so on bounded text, because anybody can send a user agent: a repeated group ends with a
 * space that it cannot match otherwise.
 */
import type { DeviceClass } from '../../../../schemas/states.ts'

export interface EquipmentRule {
  readonly match: RegExp
  readonly vendor: string
  /** null where the product is known to be of the vendor and not which. */
  readonly model: string | null
  readonly deviceClass: DeviceClass | null
  /** Two groups, major and minor, behind the product's own words: never "some number of the text". */
  readonly version?: RegExp
  /** The vendor's own versions have four parts (`ce10.19.5.6`, `63.345.0.40`); of others that reads as an address. */
  readonly fourPart?: boolean
  /** A client that also runs on phones and tablets: `mobile` there. */
  readonly alsoMobile?: boolean
}

/** Rules of one product line, one for each model: `%` in pattern and name stands for it. Spaces are optional. */
export function family(
  line: Omit<EquipmentRule, 'match' | 'model'> & { readonly pattern: string; readonly name: string },
  models: readonly string[],
): EquipmentRule[] {
  const { pattern, name, ...rest } = line
  // Longest first, so that "X52" is never found as "X5"; the boundaries keep "600" apart from "6000".
  const byLength = models.toSorted((a, b) => b.length - a.length)
  return byLength.map((model) => ({
    ...rest,
    match: new RegExp(`${pattern.replace('%', model.toLowerCase().replaceAll(' ', ' ?'))}(?![0-9])`, 'u'),
    model: name.replace('%', model),
  }))
}
