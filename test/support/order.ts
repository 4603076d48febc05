/**
 * In which order test files run: the longest first, so that the workers end together. What is not named here is short;
 * vitest's own order decides there.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Longest first. */
const LONG = [
  'pipeline/year',
  'pipeline/truth-nasty',
  'pipeline/truth-clean',
  'pipeline/arrivals-amsterdam',
  'pipeline/arrivals-st-johns',
  'evaluate/evaluate',
  'rollup/permutations',
  'faults/replay',
  'pipeline/erased-legs',
  'faults/swap-killed',
  'pipeline/samples-legs',
  'attack/attack',
  'faults/limits',
  'faults/fuzz',
  'faults/killed',
  'rollup/cases',
  'rollup/cells',
  'cli/demo',
].map((name) => `/${name}.test.ts`)

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONG.findIndex((name) => moduleId.endsWith(name))
  return rank === -1 ? LONG.length : rank
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await BaseSequencer.prototype.sort.call(this, files)
    return usual.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}
