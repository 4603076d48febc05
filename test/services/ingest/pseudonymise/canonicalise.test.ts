import { describe, expect, test } from 'vitest'
import { Identifier, type IdentifierKind } from '../../../../services/ingest/identified.ts'
import {
  aliasOf,
  canonicalAlias,
  canonicalInstance,
  canonicalName,
  canonicalPerson,
} from '../../../../services/ingest/pseudonymise/canonicalise.ts'

function person(kind: IdentifierKind, value: string, country = 'NL'): string | null {
  const found = canonicalPerson(new Identifier(kind, value), country)
  return found === null ? null : `${found.ident} ${found.text}`
}

describe('one person, however written', () => {
  const classes: readonly [string, readonly (readonly [IdentifierKind, string])[]][] = [
    [
      'address jan@klant.example',
      [
        ['address', 'jan@klant.example'],
        ['address', 'SIP:Jan@Klant.EXAMPLE:5060;transport=tls'],
        ['address', 'sips:jan@klant.example'],
        ['address', '"Jan <de> Vries" <sip:jan@klant.example;gr=x>;tag=9'],
        ['address', 'Jan <mailto:jan@klant.example?subject=a@b.example>'],
        ['address', 'sip:%6Aan:secret@klant.example?Subject=x'],
        ['address', 'j\u200ban@klant.example.'],
        ['address', 'ｊａｎ＠klant.example'],
        ['address', 'h323:jan@klant.example'],
        ['typed', ' Jan@klant.example '],
      ],
    ],
    [
      'address jan@xn--bcher-kva.example',
      [
        ['address', 'jan@bücher.example'],
        ['address', 'jan@bu\u0308cher.example'],
        ['address', 'jan@XN--Bcher-kva.example'],
        ['address', 'jan@b%C3%BCcher.example'],
      ],
    ],
    [
      'phone +31612345678',
      [
        ['number', '+31 6 12345678'],
        ['number', '+31 (0)6 12 34 56 78'],
        ['number', '0031612345678'],
        ['number', '06-12345678'],
        ['number', '31612345678'],
        ['number', '612345678'],
        ['number', '06\u201012345678'],
        ['number', 'tel:+31612345678'],
        ['address', 'tel:+31-6-1234.5678'],
        ['address', 'tel:0612345678;phone-context=klant.example'],
        ['address', 'tel:612345678;phone-context=+31'],
        ['address', 'sip:+31612345678@klant.example;user=phone'],
        ['address', 'sip:0612345678@192.0.2.9'],
        ['address', 'sip:31612345678@andere.example'],
        ['address', 'sip:612345678@klant.example;user=phone'],
        ['address', 'sip:+31612345678;phone-context=x@klant.example'],
        ['address', '0031612345678'],
      ],
    ],
    [
      'phone +9991234567', // of no country that is known
      [
        ['number', '+999 123-4567'],
        ['number', '009991234567'],
        ['address', 'sip:+9991234567@klant.example'],
        ['address', 'tel:+9991234567'],
      ],
    ],
    [
      'phone +31600000000', // in no range that is assigned
      [
        ['number', '06 00000000'],
        ['number', '+0031600000000'],
        ['address', 'sip:0600000000@klant.example'],
        ['address', '+31600000000@klant.example'],
      ],
    ],
    [
      'phone +31201234567;ext=89',
      [
        ['number', '020 123 4567 ext. 89'],
        ['number', '+31201234567;ext=89'],
        ['address', 'tel:+31-20-1234567;ext=89'],
        ['address', 'sip:0201234567;ext=89@klant.example;user=phone'],
      ],
    ],
    [
      'address 2001@[]',
      [
        ['address', 'sip:2001@192.0.2.1'],
        ['address', '2001@198.51.100.7:5060'],
        ['address', 'sip:2001@[2001:db8::1]:5061;transport=tls'],
        ['address', '2001@2001:db8::2'],
      ],
    ],
    [
      'directory 6f1c2b1e-0000-4000-8000-00000000abcd',
      [
        ['directory', '6F1C2B1E-0000-4000-8000-00000000ABCD'],
        ['directory', ' 6f1c2b1e-0000-4000-8000-00000000abcd '],
      ],
    ],
    [
      'directory jan@klant.example',
      [
        ['directory', 'Jan@Klant.example'],
        ['directory', 'sip:jan@klant.example'],
      ],
    ],
    [
      'address meet.alice',
      [
        ['address', 'Meet.Alice'],
        ['address', 'h323:meet.alice'],
      ],
    ],
  ]
  test.each(classes)('%s', (canonical, spellings) => {
    for (const [kind, text] of spellings) expect(person(kind, text), text).toBe(canonical)
  })
})

describe('what stays apart', () => {
  test('every two of these are two persons', () => {
    const apart = [
      person('address', 'jan@klant.example'),
      person('address', 'jan+x@klant.example'),
      person('address', 'jan@sub.klant.example'),
      person('address', 'jan@klant.org'),
      person('address', 'jan'),
      person('address', 'ja.n@klant.example'),
      person('address', 'jаn@klant.example'), // the second letter is Cyrillic
      person('directory', 'jan@klant.example'),
      person('number', '0612345678'),
      person('address', '612345678@klant.example'), // as likely a meeting code as a number
      person('number', '1234'),
      person('address', '1234'),
      person('address', '1234@klant.example'),
      person('address', '1234@andere.example'),
      person('address', '1234@192.0.2.1'),
      person('number', '0201234567'),
      person('number', '0201234567 ext 1'),
      person('number', '0201234567 ext 11'),
      person('address', 'a%3Ab@klant.example'), // the user `a:b`, not `a` with a password
      person('address', 'a@klant.example'),
      person('address', 'a%2540@klant.example'),
      person('address', 'a%40@klant.example'),
    ]
    expect(apart).not.toContain(null)
    expect(new Set(apart).size).toBe(apart.length)
  })

  test('the country decides what a national number is', () => {
    expect(person('number', '0612345678', 'NL')).toBe('phone +31612345678')
    expect(person('number', '0612345678', 'FR')).toBe('phone +33612345678')
    expect(person('number', '+31612345678', 'FR')).toBe('phone +31612345678')
    expect(person('number', '(202) 555-0123', 'US')).toBe('phone +12025550123')
    expect(person('number', '2025550123', 'nowhere')).toBe('phone 2025550123')
  })

  test('a foreign number that lost its plus is still that number where the record says that it is one', () => {
    expect(person('number', '4915112345678')).toBe('phone +4915112345678')
    expect(person('address', '4915112345678@klant.example')).toBe('address 4915112345678@klant.example')
  })
})

describe('who names nobody has no key', () => {
  test.each<[IdentifierKind, string]>([
    ['address', 'sip:anonymous@anonymous.invalid'],
    ['address', '"Anonymous" <sip:Anonymous@klant.example>'],
    ['address', 'jan@klant.invalid'],
    ['address', 'unknown@192.0.2.1'],
    ['address', 'unavailable@unknown.invalid'],
    ['address', 'restricted'],
    ['address', 'private'],
    ['address', '-'],
    ['address', ''],
    ['address', '   '],
    ['address', '\u200b'],
    ['address', 'sip:192.0.2.1:5060'],
    ['address', '192.0.2.1'],
    ['address', '[2001:db8::1]'],
    ['address', 'sip:pbx.klant.example'],
    ['address', '@klant.example'],
    ['address', '3f2504e0-4f89-41d3-9a0c-0305e82c3301@klant.example'],
    ['address', 'jan\u0000@klant.example'],
    ['address', 'jan%0d%0a@klant.example'],
    ['address', 'jan\nVia: x@klant.example'],
    ['address', 'jan\ud800@klant.example'],
    ['address', `${'j'.repeat(510)}@klant.example`],
    ['address', 'jan@klant.example:port'],
    ['address', 'jan@klant_.example@x'],
    ['address', 'jan@1.2.3'],
    ['number', '+266696687'],
    ['number', '00000000'],
    ['number', '+'],
    ['directory', ''],
    ['directory', '00000000-0000-0000-0000-000000000000'],
    ['directory', 'anonymous'],
    ['typed', 'Jan de Vries'],
    ['typed', 'jan@pbx'],
    ['typed', 'jan@192.0.2.1'],
    ['typed', '+31612345678'],
    ['name', 'jan@klant.example'],
    ['instance', 'jan@klant.example'],
    ['ip', '192.0.2.1'],
  ])('%s %j', (kind, value) => {
    expect(person(kind, value)).toBeNull()
  })

  test('a name of Object is a name', () => {
    expect(person('address', '__proto__@klant.example')).toBe('address __proto__@klant.example')
    expect(person('directory', 'constructor')).toBe('directory constructor')
  })
})

function domain(text: string): string | null | undefined {
  return canonicalPerson(new Identifier('address', text), 'NL')?.domain
}

describe('domain', () => {
  test('is there for addresses at a domain only', () => {
    expect(domain('sip:jan@Bücher.example.')).toBe('xn--bcher-kva.example')
    expect(domain('2001@192.0.2.1')).toBeNull()
    expect(domain('+31612345678@klant.example')).toBeNull()
  })
})

describe('aliases of rooms', () => {
  const same: readonly [string, string, readonly (readonly [IdentifierKind, string])[]][] = [
    [
      'Zaal1@Klant.example',
      'address:zaal1@klant.example',
      [
        ['address', 'sip:zaal1@klant.example:5061;transport=tls'],
        ['typed', 'zaal1@klant.example'],
        ['directory', 'ZAAL1@klant.example'],
      ],
    ],
    [
      '+31 20 123 4567',
      'phone:+31201234567',
      [
        ['number', '0201234567'],
        ['address', 'sip:+31201234567@x.example'],
      ],
    ],
    [
      'zaal.1',
      'plain:zaal.1',
      [
        ['address', 'h323:Zaal.1'],
        ['address', 'zaal.1'],
      ],
    ],
    [
      '1234',
      'plain:1234',
      [
        ['address', '1234'],
        ['number', '1234'],
      ],
    ],
    ['codec@192.0.2.7', 'address:codec@[192.0.2.7]', [['address', 'sip:codec@192.0.2.7:5060']]],
    ['192.0.2.7', 'plain:192.0.2.7', [['address', 'sip:192.0.2.7:5060']]],
  ]
  test.each(same)('%s', (declared, canonical, seen) => {
    expect(canonicalAlias(declared, 'NL')).toBe(canonical)
    for (const [kind, value] of seen) expect(aliasOf(new Identifier(kind, value), 'NL'), value).toBe(canonical)
  })

  test('what was typed is a room only as a full address, and no machine is another machine', () => {
    expect(aliasOf(new Identifier('typed', 'zaal.1'), 'NL')).toBeNull()
    expect(aliasOf(new Identifier('typed', '+31201234567'), 'NL')).toBeNull()
    expect(aliasOf(new Identifier('name', 'zaal1@klant.example'), 'NL')).toBeNull()
    expect(canonicalAlias('codec@192.0.2.8', 'NL')).not.toBe(canonicalAlias('codec@192.0.2.7', 'NL'))
    expect(canonicalAlias('', 'NL')).toBeNull()
  })
})

describe('names and ids of instances', () => {
  test('a name is what a reader sees', () => {
    expect(canonicalName('  Overleg\u00a0 Café \n')).toBe('overleg café')
    expect(canonicalName('Overleg Cafe\u0301')).toBe('overleg café')
    expect(canonicalName('ＯＶＥＲＬＥＧ')).toBe('overleg')
    expect(canonicalName('sip:overleg@klant.example')).toBe('sip:overleg@klant.example')
    expect(canonicalName(' \u200b ')).toBe('')
  })

  test('an id keeps its case unless it is a UUID', () => {
    expect(canonicalInstance(' 3F2504E0-4F89-41D3-9A0C-0305E82C3301\n')).toBe('3f2504e0-4f89-41d3-9a0c-0305e82c3301')
    expect(canonicalInstance('AbC==')).toBe('AbC==')
    expect(canonicalInstance('Ab')).not.toBe(canonicalInstance('aB'))
  })
})
