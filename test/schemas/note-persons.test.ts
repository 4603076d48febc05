/** What of a note is an e-mail address or a telephone number, and what only looks a little like one. */
import { expect, it } from 'vitest'
import { holdsContact } from '../../schemas/control/note-persons.ts'

it.each([
  'mail j.jansen@example.org about it',
  'asked <J.Jansen+av@mail.example.co.uk>, who agreed',
  'ｊ＠example.org',
  'call 06-12345678',
  'call 06 12 34 56 78.',
  'call 0612345678',
  'call (020) 123 45 67',
  'call 020-1234567 after lunch',
  'call +31 6 1234 5678',
  'call +31 (0)6 12345678',
  'call 0031612345678',
  'call +32 2 123 45 67',
  'on 07-11-2026 called 06-12345678',
])('%s', (note) => {
  expect(holdsContact(note)).toBe(true)
})

it.each([
  'supplier asked, answer on 7-11-2026',
  'measured from 2026-10-01 to 2026-10-31 at 09:15',
  'meeting of 07.11.2026 09:00 to 10:30',
  'packet loss from 0.12345678 to 0.05',
  'replaced the switch 10.20.30.40 and 2001:db8::1',
  'ticket INC0012345678, build 38.0.20261130.1',
  'software 9.14.1 in 12,500 rooms for 120 000 euro',
  'from 08.30 to 09.15 each day, @ the main site',
  'site e.g. B@C, room 0312',
])('not %s', (note) => {
  expect(holdsContact(note)).toBe(false)
})
