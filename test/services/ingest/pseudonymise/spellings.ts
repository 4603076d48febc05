/**
 * Ways of writing one address: what records, people and attackers make of it (attack A13). Used with fast-check; each
 * change keeps who is meant.
 */
import fc from 'fast-check'

/** Fixed, so that a failure is found again; vitest prints it with the failing case. */
export const SEED = 20261120

const letters = 'abcdefghijklmnopqrstuvwxyz'
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 10 })

/** Users that name nobody, and words that would be a scheme where a password follows them. */
const NOT_USERS: ReadonlySet<string> = new Set(
  'anonymous unknown unavailable restricted sip sips tel mailto smtp im pres xmpp callto'.split(' '),
)

/** An address as plain as it can be: what the canonical text must be. */
export const plainAddress = fc
  .tuple(
    word,
    fc.option(word, { nil: null }),
    fc.constantFrom('klant.example', 'xn--bcher-kva.example', 'sub.example.org'),
  )
  .map(([first, last, host]) => ({ user: last === null ? first : `${first}.${last}`, host }))
  .filter(({ user }) => !NOT_USERS.has(user))

const INVISIBLE = ['\u200B', '\u200C', '\u2060', '\uFEFF', '\u00AD', '\u202E', '\u2066']

type Change = (text: string) => string
const mixedCase =
  (mask: number): Change =>
  (text) =>
    [...text].map((letter, i) => ((mask >> (i % 30)) & 1 ? letter.toUpperCase() : letter)).join('')
const escaped =
  (mask: number): Change =>
  (text) =>
    [...text]
      .map((letter, i) =>
        (mask >> (i % 30)) & 1 ? `%${(letter.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}` : letter,
      )
      .join('')
const fullWidth: Change = (text) =>
  text.replace(/[a-z]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
const same: Change = (text) => text

const mask = fc.nat(2 ** 30)
const userChange = fc.oneof(
  fc.constant(same),
  mask.map(mixedCase),
  mask.map(escaped),
  fc.constant(fullWidth),
  fc.tuple(mask, fc.constantFrom(...INVISIBLE)).map(([at, mark]): Change => (text) => {
    const cut = at % (text.length + 1)
    return text.slice(0, cut) + mark + text.slice(cut)
  }),
)
const hostChange = fc.oneof(
  fc.constant(same),
  mask.map(mixedCase),
  fc.constant((text: string) => `${text}.`),
  fc.constant((text: string) => text.replace('xn--bcher-kva', 'Bücher')),
  fc.constant((text: string) => text.replace('xn--bcher-kva', 'bu\u0308cher')),
)
const scheme = fc.constantFrom('', 'sip:', 'SIP:', 'sips:', 'mailto:', 'h323:', 'Sips: ', 'sip:sip:')
const password = fc.constantFrom('', ':geheim', ':')
const port = fc.constantFrom('', ':5060', ':5061')
const tail = fc.constantFrom('', ';transport=tls', ';gr=urn:uuid:1;ob', '?Subject=x', ';lr?to=a@b.example', ';USER=ip')
const wrapping = fc.constantFrom<Change>(
  same,
  (text) => `<${text}>`,
  (text) => `Jan de Vries <${text}>`,
  (text) => `"De Vries, \\"Jan\\" <j@x>" <${text}>;tag=a1b2`,
  (text) => ` \t${text}\r\n`,
)

/** One way of writing an address. */
export const spelling = fc
  .tuple(userChange, hostChange, scheme, password, port, tail, wrapping)
  .map(([user, host, before, secret, at, after, around]) => (address: { user: string; host: string }) => {
    // A mail address has no password, port or parameters, but a record that has them still means the same person.
    return around(`${before}${user(address.user)}${secret}@${host(address.host)}${at}${after}`)
  })
