/** What was wrong at the demo's organisation, in words. */
import type { StandardFault } from '../../simulator/index.ts'
import type { DemoWords } from '../words/demo.ts'

/** What was planted, for whoever reads the advice beside it. */
export function plantedText(planted: readonly StandardFault[], words: DemoWords): string {
  if (planted.length === 0) return `${words.nonePlanted}\n`
  const lines = planted.map((fault) => `  ${fault}: ${words.faults[fault]}\n`)
  return `${words.planted}\n${lines.join('')}`
}
