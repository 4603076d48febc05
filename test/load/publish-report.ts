/** What the measurements (f) and (g) say, as text. */
import { DAY_LEGS, type DayAndMonthCosts, type MonthCosts } from './publish.ts'
import type { Done } from './publish-child.ts'
import { median, ratios } from './timing.ts'

const TIMES_AIM = 100

type Say = (text: string) => void

export function reportMonth({ legs, cells, days, seal, memory, reports, reportMemory }: MonthCosts, say: Say): void {
  const made = cells.cpuMs + days.cpuMs + seal.cpuMs
  const read = median(cpuOf(reports))
  const times = made / read
  say(`  of ${whole(legs)} legs: cells ${one(cells)}, days said ${one(days)}, month sealed ${one(seal)}`)
  say(`  report of what was published: ${both(reports)}, ${whole(median(reports.map(({ size }) => size)))} characters`)
  say(
    `  ratio ${(read / made).toPrecision(2)}, ${whole(times)} times faster (aim ${TIMES_AIM} times: ${times >= TIMES_AIM ? 'met' : 'missed'}); cells alone ${whole(cells.cpuMs / read)} times; ` +
      `on the wall ${whole((cells.ms + days.ms + seal.ms) / median(wallOf(reports)))} times`,
  )
  const [counted, all] = memory.map(({ vmHwm }) => vmHwm)
  say(
    `  VmHWM ${whole(counted)} MB after the cells, ${whole(all)} MB after sealing; ${whole(reportMemory.vmHwm)} MB of the process that reports`,
  )
}

export function reportDayAndMonth({ legs, cells, seal, memory }: DayAndMonthCosts, say: Say): void {
  say(`  legs of a day of ${whole(DAY_LEGS)} legs ${both(legs)}`)
  say(`  its cells ${both(cells)}; ratio ${ratioOf(cells, legs)}`)
  say(`  its month sealed ${both(seal)}; ratio ${ratioOf(seal, legs)}`)
  say(`  VmHWM ${whole(memory.vmHwm)} MB`)
}

function ratioOf(of: readonly Done[], to: readonly Done[]): string {
  return median(ratios(cpuOf(of), cpuOf(to))).toFixed(2)
}

function one({ ms, cpuMs }: Done): string {
  return `${whole(cpuMs)} ms CPU (${whole(ms)} ms on the wall)`
}

function both(runs: readonly Done[]): string {
  return `${whole(median(cpuOf(runs)))} ms CPU (${whole(median(wallOf(runs)))} ms on the wall)`
}

function cpuOf(runs: readonly Done[]): readonly number[] {
  return runs.map(({ cpuMs }) => cpuMs)
}

function wallOf(runs: readonly Done[]): readonly number[] {
  return runs.map(({ ms }) => ms)
}

function whole(value: number | undefined): string {
  return Math.round(value ?? Number.NaN).toLocaleString('en')
}
