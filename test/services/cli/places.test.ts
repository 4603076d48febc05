import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ACME, type Cli, createCli } from './run.ts'

let cli: Cli
let tenant: string
let count = 0
beforeAll(async () => {
  cli = createCli({ AVESQO_NOW: '2026-11-20T09:00:00Z' })
  await cli.json(...ACME)
})
beforeEach(async () => {
  tenant = `tenant-${(count += 1)}`
  await cli.json('tenant', 'add', tenant, '--name', tenant, '--contract-from', '2026-01-01')
})
afterAll(() => cli.remove())

const numbered = z.object({ config_rev: z.number() })
const configRev = async () => numbered.parse(await cli.json('tenant', 'show', tenant)).config_rev
const refused = z.object({
  error: z.object({
    message: z.string(),
    rows: z.array(z.object({ line: z.number(), reason: z.string() })),
    warnings: z.array(z.string()),
  }),
})

describe('site', () => {
  it('edit, remove and add number the configuration', async () => {
    await cli.json('site', 'add', tenant, 'Amsterdam', '--range', '192.0.2.0/24')
    expect(await configRev()).toBe(2)
    const edit = ['--add-label', 'AMS', '--remove-range', '192.0.2.0/24', '--rename', 'Zuid']
    expect(await cli.json('site', 'edit', tenant, 'amsterdam', ...edit)).toMatchObject({
      name: 'Zuid',
      ranges: [],
      labels: [{ label: 'AMS' }],
    })
    expect(await configRev()).toBe(3)
    await cli.json('site', 'edit', tenant, 'Zuid', '--add-label', 'AMS')
    expect(await configRev()).toBe(3)
    await cli.json('site', 'remove', tenant, 'Zuid')
    expect(await configRev()).toBe(4)
  })

  it.each([
    [['Unknown'], 2, 'must not be one of ambiguous, remote, unknown, other'],
    [['AMSTERDAM'], 1, 'the name "AMSTERDAM" is also that of site "Amsterdam"'],
    [['Delft', '--label', 'ams'], 1, 'the label "ams" already means site "Amsterdam"'],
    [['Delft', '--range', '192.0.2.1/24'], 2, '192.0.2.0/24 is the range it is in'],
    [['Delft', '--range', '300.0.2.0/24'], 2, '--range "300.0.2.0/24" must be an address range'],
    [['Delft', '--source-label', 'nobody:x'], 1, 'has no source "nobody"'],
    [['Delft', '--source-label', 'x'], 2, 'must be of the form source:label'],
  ])('%j is refused', async (args, code, sentence) => {
    await cli.json('site', 'add', tenant, 'Amsterdam', '--label', 'AMS')
    const done = await cli.run('site', 'add', tenant, ...args)
    expect([done.code, done.stdout, done.stderr]).toEqual([code, '', expect.stringContaining(sentence)])
  })

  it('warns where two sites have an equal range, however it is written', async () => {
    await cli.json('site', 'add', tenant, 'Amsterdam', '--range', '2001:db8::/48', '--range', '192.0.2.0/25')
    expect(await cli.json('site', 'add', tenant, 'Delft', '--range', '2001:0DB8:0::/48')).toMatchObject({
      warnings: [expect.stringMatching(/^2001:db8::\/48 is a range of site "Amsterdam" and of site "Delft"/u)],
    })
    expect(await cli.json('site', 'add', tenant, 'Utrecht', '--range', '192.0.2.0/24')).toMatchObject({
      warnings: [expect.stringContaining('2001:db8::/48')],
    })
  })

  it('remove keeps its rooms only when it is told to', async () => {
    await cli.json('site', 'add', tenant, 'Amsterdam')
    await cli.json('room', 'add', tenant, 'Board', '--shared', '--site', 'Amsterdam')
    const done = await cli.run('site', 'remove', tenant, 'Amsterdam')
    expect([done.code, done.stderr]).toEqual([1, expect.stringContaining('Rooms are at site "Amsterdam": Board.')])
    expect(await cli.json('site', 'remove', tenant, 'Amsterdam', '--keep-rooms')).toMatchObject({ rooms: ['Board'] })
    expect(await cli.json('room', 'list', tenant)).toMatchObject([{ name: 'Board', site: null }])
  })

  it('import takes semicolons between cells, a byte order mark and quoted lists', async () => {
    await cli.json('source', 'add', tenant, `${tenant}-px`, '--platform', 'pexip')
    const file = cli.file(
      'sites.csv',
      `\uFEFFName;Ranges;Labels;Source_Labels\r\nAmsterdam;"192.0.2.0/24; 2001:DB8::/48";"AMS;Zuid";${tenant}-px:hall\r\n\r\nDelft;192.0.2.0/24;;\r\n`,
    )
    expect(await cli.json('site', 'import', tenant, file)).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
      refused: [],
      warnings: [expect.stringContaining('192.0.2.0/24 is a range of site "Amsterdam" and of site "Delft"')],
    })
    expect(await cli.json('site', 'list', tenant)).toMatchObject([
      {
        name: 'Amsterdam',
        ranges: ['192.0.2.0/24', '2001:db8::/48'],
        labels: [{ label: 'AMS' }, { label: 'Zuid' }, { label: 'hall', source: `${tenant}-px` }],
      },
      { name: 'Delft', ranges: ['192.0.2.0/24'], labels: [] },
    ])
    const rev = await configRev()
    expect(await cli.json('site', 'import', tenant, file)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
    expect(await configRev()).toBe(rev)
  })

  it('import names every bad row by its line', async () => {
    const file = cli.file(
      'bad-sites.csv',
      [
        'name,ranges,source_labels',
        'remote,192.0.2.0/24,',
        '"Two\nlines",192.0.2.0/99,',
        'Delft,192.0.2.0/24',
        'Utrecht,198.51.100.0/24,nobody:x',
        'Leiden,203.0.113.0/24,',
        'leiden,203.0.113.0/24,',
        'Breda,,',
      ].join('\n'),
    )
    const done = await cli.run('site', 'import', tenant, file, '--json')
    expect(done.code).toBe(1)
    expect(refused.parse(JSON.parse(done.stderr)).error.rows).toEqual([
      { line: 2, reason: expect.stringContaining('name "remote" must not be one of') },
      { line: 3, reason: 'range "192.0.2.0/99" must be an address range, such as 192.0.2.0/24 or 2001:db8::/48' },
      { line: 5, reason: 'has 2 cells, the header has 3' },
      { line: 6, reason: `${tenant} has no source "nobody"` },
      { line: 7, reason: 'the name "Leiden" is also that of site "leiden" in line 8' },
      { line: 8, reason: 'the name "leiden" is also that of site "Leiden" in line 7' },
    ])
    expect(await cli.json('site', 'list', tenant)).toEqual([])
    expect(await configRev()).toBe(1)
    expect(await cli.json('site', 'import', tenant, file, '--keep-good')).toMatchObject({ added: 1 })
    expect(await cli.json('site', 'list', tenant)).toMatchObject([{ name: 'Breda' }])
  })
})

describe('room', () => {
  it('is declared only as shared, in words', async () => {
    const done = await cli.run('room', 'add', tenant, 'Board', '--alias', 'board@acme.example')
    expect([done.code, done.stderr]).toEqual([
      2,
      expect.stringContaining("it is a shared room and is not somebody's own office or personal device"),
    ])
    await cli.json('room', 'add', tenant, 'Board', '--alias', 'board@acme.example', '--shared')
    const more = await cli.run('room', 'edit', tenant, 'Board', '--add-alias', 'desk@acme.example')
    expect([more.code, more.stderr]).toEqual([2, expect.stringContaining('--shared')])
    expect(await cli.json('room', 'edit', tenant, 'board', '--capacity', '12')).toMatchObject({ capacity: 12 })
    expect(await configRev()).toBe(3)
  })

  it('has its aliases alone, by the form in which records are compared', async () => {
    await cli.json(
      'room',
      'add',
      tenant,
      'Board',
      '--shared',
      '--alias',
      'Board Room <sip:Board@ACME.example;transport=tls>',
    )
    await cli.json('room', 'add', tenant, 'Phone', '--shared', '--alias', '+31 20 555 0100')
    for (const alias of ['board@acme.example', 'SIPS:BOARD@acme.example:5061', 'tel:+31-20-5550100', '020 555 0100']) {
      const done = await cli.run('room', 'add', tenant, 'Other', '--shared', '--alias', alias)
      expect([alias, done.code, done.stderr]).toEqual([
        alias,
        1,
        expect.stringContaining(`"${alias}" is also one of room`),
      ])
    }
    const unusable = await cli.run('room', 'add', tenant, 'Other', '--shared', '--alias', '@@')
    expect([unusable.code, unusable.stderr]).toEqual([1, expect.stringContaining('neither an address, a number nor')])
  })

  it('import names every bad row by its line, and two rooms with one alias both', async () => {
    await cli.json('site', 'add', tenant, 'Amsterdam')
    await cli.json('room', 'add', tenant, 'Old', '--shared', '--alias', 'old@acme.example')
    const file = cli.file(
      'rooms.csv',
      [
        'name,aliases,site,capacity,shared',
        'Board,board@acme.example;2001@acme.example,amsterdam,12,yes',
        'Office of the head,head@acme.example,,1,no',
        'East,east@acme.example,Nowhere,,yes',
        'West,SIP:West@acme.example,,0,yes',
        'North,hall@acme.example,,,yes',
        'South,sip:HALL@acme.example,,,yes',
        'Thief,old@acme.example,,,YES',
        'Bare,,,,yes',
      ].join('\n'),
    )
    const done = await cli.run('room', 'import', tenant, file, '--json')
    expect(done.code).toBe(1)
    const { message, rows } = refused.parse(JSON.parse(done.stderr)).error
    expect(message).toBe(
      'Nothing was imported: 6 rows are not good. Correct the file, or import the others with --keep-good.',
    )
    expect(rows).toEqual([
      { line: 3, reason: 'shared must be yes: the room is shared, not somebody’s own office or personal device' },
      { line: 4, reason: 'there is no site "Nowhere"' },
      { line: 5, reason: 'capacity "0" must be a whole number from 1 to 10000' },
      { line: 6, reason: 'one of its aliases is "sip:HALL@acme.example" of room "South" in line 7' },
      { line: 7, reason: 'the alias "sip:HALL@acme.example" is also one of room "North" in line 6' },
      { line: 8, reason: 'the alias "old@acme.example" is also one of room "Old"' },
    ])
    expect(await configRev()).toBe(3)
    expect(await cli.json('room', 'import', tenant, file, '--keep-good')).toMatchObject({
      added: 2,
      refused: rows,
      warnings: [expect.stringContaining('Room "Bare" has no alias')],
    })
    expect(await cli.json('room', 'list', tenant)).toMatchObject([
      { name: 'Bare' },
      { name: 'Board', aliases: ['board@acme.example', '2001@acme.example'], site: 'Amsterdam', capacity: 12 },
      { name: 'Old' },
    ])
    expect(await configRev()).toBe(4)
  })

  it('import may move an alias from one room to another', async () => {
    await cli.json('room', 'add', tenant, 'One', '--shared', '--alias', 'a@acme.example')
    const file = cli.file('move.csv', 'name;aliases;shared\nTwo;a@acme.example;yes\nOne;b@acme.example;yes\n')
    expect(await cli.json('room', 'import', tenant, file)).toMatchObject({ added: 1, changed: 1 })
  })

  it.each([
    ['name,aliases\nA,b\n', '"shared" is missing. Its columns are name, aliases, shared, and may be site, capacity.'],
    ['name,aliases,shared,owner\n', 'a column "owner" that is not known'],
    ['name,aliases,shared,name\n', 'names the column "name" twice'],
    ['name,aliases,shared\n"A,b,yes\n', 'a quote is wrong or not closed'],
    ['', 'must name the columns'],
    [Buffer.from('name,aliases,shared\nCaf\xe9,,yes\n', 'latin1'), 'is not UTF-8 text'],
  ])('import refuses %j as a file', async (content, sentence) => {
    const done = await cli.run('room', 'import', tenant, cli.file('odd.csv', content))
    expect([done.code, done.stdout, done.stderr]).toEqual([2, '', expect.stringContaining(sentence)])
  })

  it('import refuses a file that is not there', async () => {
    const done = await cli.run('room', 'import', tenant, 'missing.csv')
    expect([done.code, done.stderr]).toEqual([
      2,
      'The file missing.csv cannot be read. Check its name and that you may read it.\n',
    ])
  })

  it('does not survive a change of country that makes two of its aliases one', async () => {
    await cli.json('room', 'add', tenant, 'One', '--shared', '--alias', 'tel:+4930555010')
    await cli.json('room', 'add', tenant, 'Two', '--shared', '--alias', '030 555010')
    const done = await cli.run('tenant', 'edit', tenant, '--country', 'DE')
    expect([done.code, done.stderr]).toEqual([1, expect.stringContaining('With country DE')])
  })
})
