/**
 * Own storage, provable (privacy R45, R47; attack A9): every address that the demo's processes connect or send to is
 * of this machine. Watched from outside, by the kernel's word.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { STRACE } from '../support/strace.ts'

const CLI = fileURLToPath(new URL('../../services/cli/avesqo.ts', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'avesqo-egress-'))

afterAll(() => rmSync(home, { recursive: true, force: true }))

it('the demo connects to this machine only', () => {
  const trace = join(home, 'trace')
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg'
  const demo = ['--json', 'demo', '--dir', join(home, 'demo'), '--people', '12', '--days', '4']
  const ran = spawnSync(STRACE, ['-f', '-qq', '-e', calls, '-o', trace, process.execPath, CLI, ...demo], {
    encoding: 'utf8',
    timeout: 300_000,
  })
  expect(ran.status, ran.stderr).toBe(0)
  const addresses = [
    ...readFileSync(trace, 'utf8').matchAll(/inet_addr\("(?<v4>[^"]+)"\)|inet_pton\(AF_INET6, "(?<v6>[^"]+)"/gu),
  ].map((match) => match.groups?.['v4'] ?? match.groups?.['v6'] ?? '')
  expect(addresses.length).toBeGreaterThan(0)
  expect([...new Set(addresses)].filter((address) => !/^127\.|^::1$|^::ffff:127\./u.test(address))).toEqual([])
})
