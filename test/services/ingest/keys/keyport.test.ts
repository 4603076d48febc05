import { afterEach, beforeEach, expect, test } from 'vitest'
import { Identifier } from '../../../../services/ingest/identified.ts'
import { createKeyPort } from '../../../../services/ingest/keyport.ts'
import type { Keyring } from '../../../../services/ingest/keys/keyring.ts'
import { canonicalPerson } from '../../../../services/ingest/pseudonymise/canonicalise.ts'
import type { Epoch } from '../../../../services/ingest/pseudonymise/keymaker.ts'
import { ledgerHmac } from '../../../../services/ingest/pseudonymise/ledger.ts'
import { createKeyBench, type KeyBench } from './store.ts'

const acme = { tenantId: 'acme', country: 'NL' }
const october = '2026-10' as Epoch
const november = '2026-11' as Epoch

let bench: KeyBench
let keyring: Keyring
beforeEach(async () => {
  bench = await createKeyBench()
  keyring = await bench.keyring()
})
afterEach(() => bench.close())

/** What a requester writes, and in which ways records of that person may write it. */
const REQUESTS: readonly [string, readonly (readonly ['address' | 'number' | 'directory' | 'typed', string])[]][] = [
  [
    'Jan <jan@klant.example>',
    [
      ['address', 'sips:JAN@klant.example:5061;transport=tls'],
      ['directory', 'jan@Klant.example'],
      ['typed', 'jan@klant.example'],
    ],
  ],
  [
    'jan+meet@klant.example',
    [
      ['address', 'jan+meet@klant.example'],
      ['address', 'jan@klant.example'],
    ],
  ],
  [
    '06 - 1234 5678',
    [
      ['number', '+31612345678'],
      ['address', 'sip:0031612345678@trunk.example'],
      ['address', 'tel:0612345678'],
    ],
  ],
  ['+31612345678@klant.example', [['number', '0612345678']]],
  [
    '612345678',
    [
      ['number', '0612345678'],
      ['address', '612345678'],
    ],
  ],
  [
    '1234',
    [
      ['number', '1234'],
      ['address', '1234'],
      ['directory', '1234'],
    ],
  ],
  ['2001@192.0.2.1', [['address', '2001@198.51.100.4']]],
  ['6F1C2B1E-0000-4000-8000-00000000ABCD', [['directory', '6f1c2b1e-0000-4000-8000-00000000abcd']]],
]

test.each(REQUESTS)('a request of %s finds every way in which a record writes it', async (written, records) => {
  const port = createKeyPort(keyring)
  const [hmacs = []] = await port.ledgerHmacs(acme, [written])
  const persons = await port.personKeys(acme, written, new Set([november]))
  const keys = keyring.maker('acme')
  for (const [kind, value] of records) {
    const person = canonicalPerson(new Identifier(kind, value), 'NL')
    if (person === null) throw new Error(`${value} names nobody`)
    expect(
      hmacs.map(({ hmac }) => hmac),
      value,
    ).toContain(ledgerHmac(person, keys))
    expect(
      persons.map(({ key }) => key),
      value,
    ).toContain(keys.key('person', november, person.ident, person.text))
  }
})

test('answers in the order of the identifiers, with nothing for who is nobody', async () => {
  const answers = await createKeyPort(keyring).ledgerHmacs(acme, [
    'anonymous@anonymous.invalid',
    'jan@klant.example',
    '',
    'JAN@klant.example',
  ])
  expect(answers.map((hmacs) => hmacs.length > 0)).toEqual([false, true, false, true])
  expect(answers[1]).toEqual(answers[3])
})

test('the ledger’s hash of a person is none of their keys, and none of another tenant', async () => {
  const port = createKeyPort(keyring)
  const [hmacs = []] = await port.ledgerHmacs(acme, ['jan@klant.example'])
  const [others = []] = await port.ledgerHmacs({ ...acme, tenantId: 'beta' }, ['jan@klant.example'])
  const persons = await port.personKeys(acme, 'jan@klant.example', new Set([october, november]))
  const all = [...hmacs, ...others].map(({ hmac }) => hmac).concat(persons.map(({ key }) => key))
  expect(new Set(all).size).toBe(all.length)
})

test('leaves out epochs whose key has been destroyed', async () => {
  await keyring.destroyEpoch('acme', october)
  const persons = await createKeyPort(keyring).personKeys(acme, 'jan@klant.example', new Set([october, november]))
  expect(new Set(persons.map(({ epoch }) => epoch))).toEqual(new Set([november]))
})
