/**
 * What the tests need of the system besides npm packages. A missing part fails the run with the line that installs it;
 * no test is ever skipped for it.
 */
import { spawnSync } from 'node:child_process'
import { CHROMIUM } from './chromium.ts'
import { STRACE } from './strace.ts'

interface Part {
  readonly command: string
  readonly args: readonly string[]
  readonly why: string
  readonly install: string
}

const PARTS: readonly Part[] = [
  {
    command: STRACE,
    args: ['-V'],
    why: 'watches the sockets of the demo (test/privacy/egress.test.ts)',
    install: 'apt-get install -y --no-install-recommends strace',
  },
  {
    command: CHROMIUM,
    args: ['--version'],
    why: 'shows the pages (test/browser)',
    install: 'apt-get install -y --no-install-recommends chromium',
  },
]

const [major] = process.versions.node.split('.')
const missing: string[] = []
if (Number(major) < 24) {
  missing.push(`Node 24 or newer runs the product, this is ${process.versions.node}. Start through npm: npm test.`)
}
for (const part of PARTS) {
  if (spawnSync(part.command, part.args, { stdio: 'ignore' }).status !== 0) {
    missing.push(`${part.command} is missing: it ${part.why}. Install it with: ${part.install}`)
  }
}
for (const line of missing) process.stderr.write(`${line}\n`)
process.exit(missing.length === 0 ? 0 : 1)
