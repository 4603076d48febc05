/** What a tenant's sites must be together: one name, one site; one label, one site; equal ranges only by mistake. Pure. */
import { nameKey } from '../../../schemas/control/values.ts'

export interface SiteFacts {
  readonly name: string
  /** Normalised. */
  readonly ranges: readonly string[]
  readonly labels: readonly { readonly label: string; readonly source?: string | undefined }[]
  /** Line of the file it comes from; absent for a site that is stored or typed. */
  readonly line?: number
}

/**
 * Sites that share a name or a label with another one. A label limited to a source may mean another place there than
 * it means elsewhere; two sites may not claim it for the same source.
 *
 * @returns each such site with the reason, as part of a sentence
 */
export function siteConflicts<T extends SiteFacts>(sites: readonly T[]): ReadonlyMap<T, string> {
  const conflicts = new Map<T, string>()
  const byName = new Map<string, T>()
  const byLabel = new Map<string, T>()
  for (const site of sites) {
    const twin = byName.get(nameKey(site.name))
    if (twin === undefined) byName.set(nameKey(site.name), site)
    else {
      conflicts.set(site, `the name "${site.name}" is also that of ${said(twin)}`)
      if (!conflicts.has(twin)) conflicts.set(twin, `the name "${twin.name}" is also that of ${said(site)}`)
    }
    for (const { label, source } of site.labels) {
      const key = JSON.stringify([nameKey(label), source ?? null])
      const other = byLabel.get(key)
      if (other === undefined) byLabel.set(key, site)
      else if (other !== site) {
        conflicts.set(site, `the label "${label}" already means ${said(other)}`)
        if (!conflicts.has(other)) conflicts.set(other, `the label "${label}" also means ${said(site)}`)
      }
    }
  }
  return conflicts
}

/** Ranges that stand in two sites: an address in one is of neither, and is stored as `ambiguous`. */
export function equalRanges(sites: readonly SiteFacts[]): readonly string[] {
  const owner = new Map<string, SiteFacts>()
  const warnings: string[] = []
  for (const site of sites) {
    for (const range of site.ranges) {
      const other = owner.get(range)
      if (other === undefined) owner.set(range, site)
      else if (other !== site) {
        warnings.push(
          `${range} is a range of site "${other.name}" and of site "${site.name}": an address in it counts as ambiguous, as neither.`,
        )
      }
    }
  }
  return warnings
}

function said(site: SiteFacts): string {
  return site.line === undefined ? `site "${site.name}"` : `site "${site.name}" in line ${site.line}`
}
