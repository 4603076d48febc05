/**
 * What shares are aimed at, in per cent. House values, shown as such: those that Microsoft suggests for all streams of an
 * organisation (poor 3, set-up 1, drop 3; reference quality-and-advice 1.4), used for each way of grading.
 */
import type { Measure } from '../reports/report.ts'

const TARGETS: Readonly<Partial<Record<Measure, number>>> = {
  measured_rate: 3,
  windows_rate: 3,
  alarms_rate: 3,
  failed_rate: 1,
  dropped_rate: 3,
}

/** @returns null where there is none */
export function targetOf(measure: string): number | null {
  return Object.entries(TARGETS).find(([name]) => name === measure)?.[1] ?? null
}
