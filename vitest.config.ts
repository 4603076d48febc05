import { defineConfig } from 'vitest/config'
import { inMemory } from './test/support/memory-disk.ts'
import { LongestFirst } from './test/support/order.ts'

const report = process.env['AVESQO_TEST_REPORT']

/**
 * `unit`: functions of their inputs, and parts with a store of their own in a temporary directory. `system`: whole
 * processes, killed and fuzzed. `browser`: pages in Chromium. chdb must never run in vitest's threads (it ends the
 * process), hence forks.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    env: inMemory(),
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    // Far above what a quiet machine needs: they end what hangs, and say nothing of speed.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/{schemas,services,contracts}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['test/{pipeline,faults,privacy,evaluate}/**/*.test.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'] },
      },
    ],
    coverage: { include: ['services/**', 'schemas/**'], reporter: ['text-summary', 'html'] },
  },
})
