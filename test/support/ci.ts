/** Prints the closing line of `.ci/run` from vitest's JSON report. Usage: node test/support/ci.ts REPORT */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() })

const file = process.argv[2] ?? ''
const text = readFileSync(file, 'utf8')
if (text === '') {
  process.stderr.write('No test report: the checks before the tests failed, or the run ended early.\n')
  process.stdout.write('0 passed, 1 failed\n')
  process.exit(1)
}
const { numPassedTests, numFailedTests, numPendingTests } = report.parse(JSON.parse(text))
if (numPendingTests > 0)
  process.stderr.write(`${numPendingTests} tests were skipped; a skipped test counts as failed.\n`)
process.stdout.write(`${numPassedTests} passed, ${numFailedTests + numPendingTests} failed\n`)
process.exit(numPassedTests > 0 && numFailedTests + numPendingTests === 0 ? 0 : 1)
