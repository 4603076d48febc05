/** Numbers with what they count, in Dutch. */
import { formatOf } from '../../shared/format.ts'

const TENTHS = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const format = formatOf('nl')

/** `1 dag`, `1.200 dagen`. */
export function counted(count: number, one: string, more: string): string {
  return `${format.number(count)} ${count === 1 ? one : more}`
}

/** `1,2 s` */
export function seconds(ms: number): string {
  return `${TENTHS.format(ms / 1_000)} s`
}
