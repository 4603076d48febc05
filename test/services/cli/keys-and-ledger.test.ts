import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { key128 } from '../../../schemas/observation.ts'
import { createContext } from '../../../services/cli/context.ts'
import { registerKey } from '../../../services/cli/key.ts'
import { registerLedger } from '../../../services/cli/ledger.ts'
import { reportError } from '../../../services/cli/output.ts'
import { registerTenant } from '../../../services/cli/admin/tenant.ts'
import { openDirectory } from '../../../services/ingest/directory.ts'
import { openKeys } from '../../../services/ingest/keys/file-provider.ts'
import { openKeyring } from '../../../services/ingest/keys/keyring.ts'
import { Identifier } from '../../../services/ingest/identified.ts'
import { canonicalPerson } from '../../../services/ingest/pseudonymise/canonicalise.ts'
import { type Epoch, EpochClosed } from '../../../services/ingest/pseudonymise/keymaker.ts'
import { createLedgerReader } from '../../../services/ingest/pseudonymise/ledger.ts'
import { openClock } from '../../../services/shared/clock.ts'
import { openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'

const logger = createLogger('silent')
const NOW = '2026-11-20T09:00:00Z'

let folder: string
let data: string
let keys: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-ledger-'))
  data = join(folder, 'data')
  keys = join(folder, 'keys')
  await run('', 'tenant', 'add', 'acme', '--name', 'Acme', '--contract-from', '2026-01-01')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** One call of the command with something on its standard input. */
async function run(input: string, ...args: readonly string[]): Promise<Said> {
  const said = { code: 0, out: '', err: '' }
  const streams = {
    out: (text: string) => {
      said.out += text
    },
    err: (text: string) => {
      said.err += text
    },
  }
  const program = new Command('avesqo').option('--data <dir>').option('--keys <dir>').option('--json').exitOverride()
  const context = createContext(program, { AVESQO_NOW: NOW, AVESQO_LOG: 'silent' }, streams)
  registerTenant(program, context)
  registerKey(program, context)
  registerLedger(program, context, Readable.from([Buffer.from(input)]))
  try {
    await program.parseAsync([...args, '--data', data, '--keys', keys], { from: 'user' })
  } catch (error) {
    said.code = reportError(error, args.includes('--json'), streams.err)
  } finally {
    await context.close()
  }
  return said
}

/** What the entry would mark a leg with, that starts at `instant` and has this far end. */
async function markOf(address: string, instant: string): Promise<string | null> {
  const clock = openClock(data, undefined)
  const control = await openControl(data, clock, logger)
  try {
    const keyring = await openKeyring({ control, provider: openKeys(keys, data), clock, logger })
    await keyring.prepare('acme', new Set())
    const directory = await openDirectory(control, clock, logger)
    const person = canonicalPerson(new Identifier('address', address), 'NL')
    const reader = createLedgerReader(directory.ledger('acme'), keyring.maker('acme'))
    return reader.markOf(person === null ? [] : [person], Date.parse(instant), true)
  } finally {
    await control.close()
  }
}

const add = (input: string, mark: string, from: string, ...more: readonly string[]) =>
  run(input, 'ledger', 'add', '--tenant', 'acme', '--mark', mark, '--from', from, ...more)

describe('avesqo ledger', () => {
  test('marks a person under every spelling, from the instant given', async () => {
    const said = await add('Jan <jan@klant.example>\n\n 06-12345678 \r\n', 'erased', '2026-11-10T12:00:00+01:00')
    expect(said).toMatchObject({ code: 0, err: expect.stringContaining('from now on') as string })
    expect(said.out).toContain('Read 2 identifiers')
    expect(await markOf('SIPS:%6Aan@KLANT.example:5061', '2026-11-10T10:59:59Z')).toBe('erased')
    expect(await markOf('sip:0031612345678@trunk.example', '2026-11-10T10:59:59Z')).toBe('erased')
    expect(await markOf('jan@klant.example', '2026-11-10T11:00:00Z')).toBeNull()
    expect(await markOf('piet@klant.example', '2026-11-01T00:00:00Z')).toBeNull()
  })

  test('now is the clock of the data directory', async () => {
    expect((await add('jan@klant.example', 'objected', 'now')).code).toBe(0)
    expect(await markOf('jan@klant.example', '2026-11-20T08:59:59Z')).toBeNull()
    expect(await markOf('jan@klant.example', '2026-11-20T09:05:00Z')).toBe('objected')
  })

  test('keeps no identifier: not in its answer, not in any file', async () => {
    const said = await add('canary.jan@klant.example', 'objected', 'now', '--json')
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(1)
    const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    for (const text of [said.out, said.err, ...texts]) expect(text.toLowerCase()).not.toContain('canary')
  })

  test('stores nothing where a line names nobody, and says which line without repeating it', async () => {
    const said = await add('jan@klant.example\ncanary Jan\u0007\nanonymous@anonymous.invalid', 'erased', 'now')
    expect(said.code).toBe(1)
    expect(said.err).toContain('line 2:')
    expect(said.err).toContain('line 3:')
    expect(said.err).not.toContain('canary')
    expect(await markOf('jan@klant.example', '2026-11-01T00:00:00Z')).toBeNull()
  })

  test('keeps the later erasure and the earlier objection', async () => {
    for (const from of ['2026-11-05T00:00:00Z', '2026-11-10T00:00:00Z', '2026-11-07T00:00:00Z']) {
      await add('jan@klant.example', 'erased', from)
      await add('piet@klant.example', 'objected', from)
    }
    expect(await markOf('jan@klant.example', '2026-11-09T23:59:59Z')).toBe('erased')
    expect(await markOf('piet@klant.example', '2026-11-05T00:00:00Z')).toBe('objected')
  })

  test('lists hashes, and takes marks away by identifier or by hash', async () => {
    await add('jan@klant.example\npiet@klant.example', 'objected', 'now')
    const list = async () => {
      const { out } = await run('', 'ledger', 'list', '--tenant', 'acme', '--json')
      return z.array(z.object({ hmac: key128, mark: z.literal('objected') })).parse(JSON.parse(out))
    }
    const before = await list()
    await run('JAN@klant.example', 'ledger', 'remove', '--tenant', 'acme', '--mark', 'objected')
    expect(await markOf('jan@klant.example', NOW)).toBeNull()
    expect(await markOf('piet@klant.example', '2026-11-20T10:00:00Z')).toBe('objected')
    const after = await list()
    expect(after.length).toBeLessThan(before.length)
    for (const { hmac } of after) {
      await run('', 'ledger', 'remove', '--tenant', 'acme', '--mark', 'objected', '--hmac', hmac)
    }
    expect(await list()).toEqual([])
  })

  test.each([
    [['--mark', 'forgotten', '--from', 'now'], 'must be one of erased, objected'],
    [['--mark', 'erased', '--from', '2026-11-20'], 'an instant with a zone'],
  ])('says what is wrong with %j', async (options, sentence) => {
    const said = await run('jan@klant.example', 'ledger', 'add', '--tenant', 'acme', ...options)
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining(sentence) as string })
  })

  test('refuses an empty input and an unknown tenant', async () => {
    expect(await add(' \n', 'erased', 'now')).toMatchObject({ code: 1, out: '' })
    const said = await run(
      'x@klant.example',
      'ledger',
      'add',
      '--tenant',
      'nobody',
      '--mark',
      'erased',
      '--from',
      'now',
    )
    expect(said).toMatchObject({ code: 1, out: '' })
  })
})

describe('avesqo key', () => {
  const october = '2026-10' as Epoch

  async function useOctober(): Promise<unknown> {
    const clock = openClock(data, undefined)
    const control = await openControl(data, clock, logger)
    try {
      const keyring = await openKeyring({ control, provider: openKeys(keys, data), clock, logger })
      await keyring.prepare('acme', new Set([october]))
      return keyring.maker('acme').key('person', october, 'address', 'jan@klant.example')
    } finally {
      await control.close()
    }
  }

  test('lists what there is, never a key', async () => {
    await useOctober()
    const { out } = await run('', 'key', 'list', '--tenant', 'acme', '--json')
    const rows = z
      .array(z.object({ ring: z.string(), epoch: z.string().nullable(), destroyed: z.null() }))
      .parse(JSON.parse(out))
    expect(rows.filter((row) => row.epoch === october).map((row) => row.ring)).toEqual(['name', 'person', 'refusal'])
    expect(rows.filter((row) => row.epoch === null).map((row) => row.ring)).toEqual([
      'conference',
      'event',
      'ledger',
      'leg',
    ])
    expect(out).not.toContain('v1.')
  })

  test('destroys a month for good, only when it is said twice', async () => {
    const key = await useOctober()
    const asked = await run('', 'key', 'destroy', '--tenant', 'acme', '--epoch', october)
    expect(asked).toMatchObject({ code: 1, err: expect.stringContaining('Add --yes') as string })
    expect(await useOctober()).toBe(key)
    const done = await run('', 'key', 'destroy', '--tenant', 'acme', '--epoch', october, '--yes')
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('Destroyed 3 keys') as string })
    await expect(useOctober()).rejects.toThrow(EpochClosed)
    const again = await run('', 'key', 'destroy', '--tenant', 'acme', '--epoch', october, '--yes')
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('no living key') as string })
  })

  test('warns of a month that is not over', async () => {
    const done = await run('', 'key', 'destroy', '--tenant', 'acme', '--epoch', '2026-11', '--yes')
    expect(done).toMatchObject({ code: 0, err: expect.stringContaining('not over') as string })
  })

  test('refuses what is no month, and keys inside the data', async () => {
    expect((await run('', 'key', 'destroy', '--tenant', 'acme', '--epoch', '2026-13', '--yes')).code).toBe(2)
    keys = join(data, 'keys')
    expect(await run('', 'key', 'list')).toMatchObject({
      code: 1,
      err: expect.stringContaining('keys_in_data') as string,
    })
  })
})
