/** `avesqo account`: the operator at the machine. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createAccounts } from '../../../services/accounts/index.ts'
import { linkOf } from '../../../services/cli/accounts/words.ts'
import type { CliContext } from '../../../services/cli/context.ts'
import { createAudit } from '../../../services/privacy/index.ts'
import { openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { ACME, type Cli, createCli } from './run.ts'

const NOW = '2026-11-20T09:00:00Z'
const ADDRESS = 'https://analytics.avesqo.example'
const said = z.object({ id: z.uuid().optional(), link: z.url(), worksUntil: z.string() })
let cli: Cli
beforeEach(async () => {
  cli = createCli({ AVESQO_NOW: NOW, AVESQO_LOG: 'silent', AVESQO_URL: `${ADDRESS}/` })
  await cli.run(...ACME)
})
afterEach(() => cli.remove())

const JO = ['--login', 'Jo@acme.example', '--name', 'Jo', '--role', 'customer_viewer', '--tenant', 'acme']
const invite = async (...args: readonly string[]) => said.parse(await cli.json('account', 'invite', ...args))
const list = async (...args: readonly string[]) =>
  z.array(z.record(z.string(), z.unknown())).parse(await cli.json('account', 'list', ...args))
const tokenOf = ({ link }: { link: string }) => link.replace(`${ADDRESS}/welcome/`, '')

const context = (url: string | undefined) => ({ settings: () => ({ url }) }) as unknown as CliContext

describe('a link', () => {
  it('is of where the server listens, where the house says no address', async () => {
    const invited = { token: 'abc', endsMs: 0 }
    const listens = 'http://127.0.0.1:9000'
    expect(linkOf(context(undefined), invited, listens).link).toBe('http://127.0.0.1:9000/welcome/abc')
    expect(linkOf(context(`${ADDRESS}/`), invited, listens).link).toBe(`${ADDRESS}/welcome/abc`)
  })

  it('is of the product’s address, works, and the account signs in', async () => {
    const made = await invite(...JO)
    expect(made.link).toMatch(/^https:\/\/analytics\.avesqo\.example\/welcome\/[\w-]{43}$/u)
    expect(made.worksUntil.slice(0, 10)).toBe('2026-11-27')
    const clock = { now: () => Date.parse(NOW) }
    const control = await openControl(cli.data, clock, createLogger('silent'))
    const accounts = createAccounts({ control, clock, audit: createAudit(control, clock) })
    const password = 'six grey herons at dawn'
    expect(await accounts.accept(tokenOf(made), password)).toMatchObject({ outcome: 'accepted' })
    const signedIn = await accounts.login({ login: 'jo@acme.example', password, address: '192.0.2.1' })
    expect(signedIn.outcome).toBe('signed_in')
    await control.close()
    expect(await list()).toMatchObject([{ login: 'jo@acme.example', state: 'active', tenants: ['acme'] }])
  })

  it('is printed for people with a warning, once, and stands nowhere in the list', async () => {
    const { stdout, stderr, code } = await cli.run('account', 'invite', ...JO)
    expect(code).toBe(0)
    expect(stderr).toContain('whoever has it can set the password')
    const [token = 'none'] = /[\w-]{43}$/mu.exec(stdout) ?? []
    expect((await cli.run('account', 'list')).stdout).not.toContain(token)
  })

  it('of the set-up is for an installation without operator, also a new one', async () => {
    const fresh = createCli({ AVESQO_NOW: NOW, AVESQO_LOG: 'silent' })
    const { link } = said.parse(await fresh.json('account', 'setup'))
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:8080\/welcome\//u)
    await fresh.json('account', 'invite', '--login', 'ops', '--name', 'Ops', '--role', 'operator')
    const again = await fresh.run('account', 'setup')
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining('There is an operator already, or was one.'),
    ])
    fresh.remove()
  })
})

describe('a change', () => {
  it('assigns, extends, confirms, resets and ends by login or id', async () => {
    const { id = '' } = await invite('--login', 'sam', '--name', 'Sam', '--role', 'consultant')
    await cli.json('account', 'assign', 'SAM', '--tenant', 'acme')
    await cli.json('account', 'extend', id, '--expires', '2027-06-30')
    await cli.json('account', 'attest', 'sam')
    expect(await list()).toMatchObject([{ id, tenants: ['acme'], expiresDay: '2027-06-30', language: 'nl' }])
    await cli.json('account', 'assign', 'sam', '--none')
    await cli.json('account', 'extend', 'sam', '--expires', 'none')
    said.parse(await cli.json('account', 'reset', 'sam'))
    expect(await list()).toMatchObject([{ tenants: [], expiresDay: null, state: 'invited' }])
    expect((await cli.run('account', 'end', 'sam')).code).toBe(1)
    expect(await list()).toHaveLength(1)
    await cli.json('account', 'end', 'sam', '--yes')
    expect(await list()).toEqual([])
    expect(await list('--all')).toMatchObject([{ id, login: '', name: '', state: 'ended' }])
  })

  it('that cannot be made says why, and what to do', async () => {
    await invite(...JO)
    const cases = [
      [['invite', ...JO], 1, 'There is an account with this login already.'],
      [['invite', '--login', 'x', '--name', 'X', '--role', 'consultant'], 2, 'The login must be'],
      [['invite', '--login', 'abc', '--name', 'X', '--role', 'boss'], 2, '--role "boss" must be one of'],
      [['invite', '--login', 'abc', '--name', 'X', '--role', 'customer_viewer'], 1, 'exactly 1 customer'],
      [
        ['invite', '--login', 'abc', '--name', 'X', '--role', 'consultant', '--expires', '2026-11-01'],
        1,
        'over already',
      ],
      [['assign', 'jo@acme.example'], 1, 'Give either --tenant'],
      [['assign', 'nobody', '--none'], 1, 'There is no account "nobody"'],
      [['end', 'jo@acme.example'], 1, 'Add --yes'],
    ] as const
    for (const [args, code, text] of cases) {
      const ran = await cli.run('account', ...args)
      expect([args[0], ran.code, ran.stderr]).toEqual([args[0], code, expect.stringContaining(text)])
      expect(ran.stdout).toBe('')
    }
  })
})
