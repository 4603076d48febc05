/**
 * In which order test files run: the longest first, so that the workers end together. What is not named here is short;
 * vitest's own order decides there.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Longest first. */
const LONG = [
  'pipeline/year',
  'pipeline/arrivals-amsterdam',
  'pipeline/arrivals-st-johns',
  'browser/pages',
  'attack/attack',
  'faults/replay',
  'evaluate/evaluate',
  'rollup/permutations',
  'rollup/cells',
  'rollup/cells-runs',
  'rollup/cells-met',
  'faults/killed',
  'faults/fuzz',
  'browser/live',
  'pipeline/truth-nasty',
  'pipeline/samples-legs',
  'pipeline/truth-clean',
  'pipeline/erased-legs',
  'disclosure/sealing',
  'cli/demo',
  'faults/swap-killed',
  'web/server/roles',
  'web/server/attacks',
  'disclosure/interrupted',
  'cli/report',
  'faults/limits',
  'cli/demo-served',
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
