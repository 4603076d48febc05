/** Which passwords are taken. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { weaknessOf } from '../../../services/accounts/weakness.ts'

const JO = { login: 'jo.jansen@acme.example', name: 'Jo Jansen' }
const of = (password: string) => weaknessOf(password, JO)

it('takes long ones of any kind of character', () => {
  for (const password of [
    'six grey herons at dawn',
    'zesgrijzereigers',
    'correct horse battery staple',
    'двенадцать цапель',
    '🦆🐎🐄🐖🦢🐓🦆🐎🐄🐖🦢🐓',
    '4-7-19-33-52-60-81',
    'q8TzvN4mXp2Lw',
    `${'long and longer '.repeat(16).slice(0, 255)}!`,
  ]) {
    expect([password, of(password)]).toEqual([password, null])
  }
})

it('counts characters as a person does, after normalisation', () => {
  expect(of('elf tekens.')).toBe('too_short')
  expect(of('twaalf teken')).toBeNull()
  expect(of('🦆🐎🐄🐖🦢🐓🦆')).toBe('too_short')
  expect(of('cafe\u0301 de zon')).toBe('too_short') // é is one
  expect(of('a1b2c3d4 '.repeat(29).slice(0, 257))).toBe('too_long')
  expect(of('x'.repeat(1_000_000))).toBe('too_long')
})

it('refuses the commonest, also with what people put behind them', () => {
  for (const password of [
    'password1234',
    'Password2026!',
    'p@ssw0rd2026!!',
    'passwordpassword',
    'Welkom123456',
    'welkom2026!!!!',
    'Wachtwoord01',
    'Zomer2026!!!!!',
    '!!!Amsterdam2026',
    'qwertyuiop123',
    'QWERTYUIOPASDF',
    '123456789012',
    '210987654321',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    '121212121212',
    'avesqo-2026-11',
    'ＰＡＳＳＷＯＲＤ１２３４', // full width
  ]) {
    expect([password, of(password)]).toEqual([password, 'too_common'])
  }
})

it('refuses what holds the login, its parts, or the name', () => {
  for (const password of [
    'jo.jansen@acme.example',
    'Jo.Jansen for ever',
    'jo jansen 1987',
    'JoJansen-1987',
    'acme rules it all',
  ]) {
    expect([password, of(password)]).toEqual([password, 'contains_login'])
  }
  // Two letters stand in many words by chance.
  expect(weaknessOf('major tom to ground', { login: 'ma@example.org', name: 'Ma' })).toBeNull()
})

it('judges one text alike in all its spellings, and quickly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (password) => {
      expect(of(password.normalize('NFD'))).toBe(of(password.normalize('NFC')))
    }),
    { seed: 4711, numRuns: 300 },
  )
})
