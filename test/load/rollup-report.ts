/** What the measurements (c), (d) and (e) say, as text. */
import { type DayCosts, LEGS, type SizeCosts } from './rollup.ts'
import type { Done } from './rollup-child.ts'
import { median, ratios } from './timing.ts'

const RATIO_AIM = 1.2
const HWM_AIM_MB = 900
/** A step of sizes may cost this much more than its legs: what is measured is not that exact. */
const SLACK = 1.1

type Say = (text: string) => void

export function reportDay({ within, alone, memory }: DayCosts, historyDays: number, say: Say): void {
  const ratio = median(ratios(cpuOf(within), cpuOf(alone)))
  say(`  with ${historyDays} days around it ${both(within)}, alone ${both(alone)}`)
  say(
    `  ratio ${ratio.toFixed(2)} (aim at most ${RATIO_AIM}: ${ratio <= RATIO_AIM ? 'met' : 'missed'}); on the wall ${median(ratios(wallOf(within), wallOf(alone))).toFixed(2)}`,
  )
  const [opened, once, all] = memory.map(({ vmHwm }) => vmHwm)
  say(
    `  VmHWM ${whole(opened)} MB after opening, ${whole(once)} MB after one rebuild, ${whole(all)} MB after ${within.length}`,
  )
  say(`  (aim below ${HWM_AIM_MB} MB: ${all !== undefined && all < HWM_AIM_MB ? 'met' : 'missed'})`)
}

export function reportLate({ within, late, idle }: DayCosts, say: Say): void {
  const ratio = median(cpuOf(late)) / median(cpuOf(within))
  say(`  a run after one late record ${both(late)}; ${median(late.map(({ days }) => days))} day built`)
  say(
    `  ratio to the rebuild of its day of ${whole(LEGS)} legs ${ratio.toFixed(2)}; a run with nothing new ${both(idle)}`,
  )
}

export function reportSizes(costs: readonly SizeCosts[], say: Say): void {
  for (const { legs, runs, memory } of costs) {
    const [cpu, wall] = [best(cpuOf(runs)), best(wallOf(runs))]
    say(
      `  ${whole(legs).padStart(8)} legs ${whole(cpu).padStart(7)} ms CPU, ${whole(wall).padStart(7)} ms on the wall; ` +
        `a 1,000 legs ${((cpu * 1_000) / legs).toFixed(1).padStart(6)} ms CPU; VmHWM ${whole(memory.vmHwm)} MB`,
    )
  }
  for (const [n, { legs, runs }] of costs.entries()) {
    const before = costs[n - 1]
    if (before === undefined) continue
    const grows = best(cpuOf(runs)) / best(cpuOf(before.runs))
    const times = legs / before.legs
    say(
      `  ${times.toFixed(1)} times the legs, ${whole(before.legs)} to ${whole(legs)}: ${grows.toFixed(2)} times the CPU ` +
        `(${grows <= times * SLACK ? 'no worse than linear' : 'worse than linear'})`,
    )
  }
}

function both(runs: readonly Done[]): string {
  return `${whole(median(cpuOf(runs)))} ms CPU (best ${whole(best(cpuOf(runs)))}), ${whole(best(wallOf(runs)))} ms on the wall at best`
}

function cpuOf(runs: readonly Done[]): readonly number[] {
  return runs.map(({ cpuMs }) => cpuMs)
}

function wallOf(runs: readonly Done[]): readonly number[] {
  return runs.map(({ ms }) => ms)
}

function best(values: readonly number[]): number {
  return Math.min(...values)
}

function whole(value: number | undefined): string {
  return Math.round(value ?? Number.NaN).toLocaleString('en')
}
