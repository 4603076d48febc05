/** Which two months a comparison is of. */

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/**
 * @param asked months `YYYY-MM`; each alone is a form half filled in; neither: the newest two
 * @param months that are published, newest first
 * @returns older first, both the same if asked so; null where the months are to be chosen
 */
export function comparedMonths(
  { from, to }: Asked,
  months: readonly { readonly month: string }[],
): readonly [from: string, to: string] | null {
  const [newest, second] = months
  const isAsked = from !== undefined || to !== undefined
  const [one, other] = isAsked ? [from, to] : [second?.month, newest?.month]
  if (one === undefined || other === undefined) return null
  return one < other ? [one, other] : [other, one]
}
