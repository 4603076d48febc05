/**
 * People: those of the organisation, those of others, and a machine that calls on its own. Names are put together from
 * lists, domains and telephone numbers are reserved for examples (RFC 2606; Ofcom's numbers for drama); one domain is not ASCII.
 */
import { domainToASCII } from 'node:url'
import type { Person } from './model.ts'
import { ANNEX, DEPOT, GRONINGEN, REMOTE, UTRECHT, ZWOLLE } from './organisation-sites.ts'
import type { Random } from './random.ts'

const FIRST = 'anna bram chris daan eva fenna gijs hanna ivo julia kees lotte mees nina otto pien quinten roos sem tess'
const LAST =
  'jansen devries bakker visser smit mulder dekker brouwer vandijk bos peters hendriks kok vos schouten koster blom prins'
const FOREIGN = ['partner.example', 'leverancier.example', 'bücher.example'] as const

/** Where people sit; the rest works at home. */
export type Shares = readonly (readonly [site: string, share: number])[]
export const FOUR_SITES: Shares = [
  [UTRECHT, 0.38],
  [ANNEX, 0.12],
  [GRONINGEN, 0.22],
  [DEPOT, 0.08],
]
/** None of them so small that nothing could be said of it in an organisation of 120. */
export const FIVE_SITES: Shares = [
  [UTRECHT, 0.26],
  [ANNEX, 0.16],
  [GRONINGEN, 0.16],
  [DEPOT, 0.14],
  [ZWOLLE, 0.14],
]
const OTHERS_SHARE = 0.2
const FEWEST_OTHERS = 6

export interface PeopleSettings {
  readonly domain: string
  /** Of the organisation itself; a fifth as many of others come on top. */
  readonly people: number
  readonly shares: Shares
  /** Nobody of others, and no telephones: as many persons are counted as work there, and no more. */
  readonly inHouse: boolean
}

export function createPeople(random: Random, { domain, people, shares, inHouse }: PeopleSettings): Person[] {
  const insiders = Array.from({ length: people }, (_, at) =>
    person(random, 'p', at, domain, siteOf((at + 0.5) / people, shares)),
  )
  if (inHouse) return insiders.map((insider) => ({ ...insider, phone: '' }))
  const others = Math.max(FEWEST_OTHERS, Math.round(people * OTHERS_SHARE))
  return [
    ...insiders,
    ...Array.from({ length: others }, (_, at) =>
      person(random, 'x', at, FOREIGN[at % FOREIGN.length] ?? FOREIGN[0], REMOTE),
    ),
  ]
}

/** One machine behind several addresses: they are one person to whoever sees its records. */
export const SCANNER: Person = {
  id: 'scanner',
  address: 'scan@192.0.2.200',
  phone: '',
  spellings: ['sip:scan@192.0.2.200', 'sip:scan@192.0.2.201:5060', 'SIP:SCAN@[2001:db8:ffff::9]'],
  internal: false,
  site: REMOTE,
}

/** What stands in records as a person's name. */
export function nameOf({ address }: Person): string {
  return address.slice(0, address.indexOf('@')).replace('.', ' ')
}

/** Ways to write a number of the trunk: all are the same caller. */
export function callerSpelling(random: Random, phone: string, domain: string): string {
  const grouped = `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
  return random.pick([
    `sip:${phone}@sbc.${domain};user=phone`,
    `${phone}@192.0.2.9`,
    `"${phone}" <sip:${phone}@sbc.${domain}:5061;transport=tls>`,
    `tel:${grouped.replaceAll(' ', '-')}`,
  ])
}

/** What callers that withhold their number say. */
export const WITHHELD = 'sip:anonymous@anonymous.invalid'

/** What guests type; nobody is recognised by it. */
export const TYPED = [
  'Anna',
  'J. de Vries (gast)',
  'Gäst',
  'laptop vergaderzaal',
  '0612345678',
  'Eva 🙂',
  'guest',
] as const

function siteOf(place: number, shares: Shares): string {
  let until = 0
  for (const [site, share] of shares) {
    until += share
    if (place < until) return site
  }
  return REMOTE
}

function person(random: Random, group: 'p' | 'x', at: number, domain: string, site: string): Person {
  const firsts = FIRST.split(' ')
  const lasts = LAST.split(' ')
  const first = firsts[at % firsts.length] ?? ''
  const last = lasts[((at % firsts.length) + Math.floor(at / firsts.length)) % lasts.length] ?? ''
  const round = Math.floor(at / (firsts.length * lasts.length))
  const user = `${first}.${last}${round === 0 ? '' : String(round + 1)}`
  const address = `${user}@${domain}`
  const block = group === 'x' ? '+441632960' : at < 1000 ? '+447700900' : '+442079460'
  return {
    id: `${group}${String(at + 1).padStart(3, '0')}`,
    address,
    phone: `${block}${String(at % 1000).padStart(3, '0')}`,
    spellings: [address, ...random.some(otherSpellings(user, domain), 3)],
    internal: group === 'p',
    site,
  }
}

/** Each means the same person as `user@domain`. */
function otherSpellings(user: string, domain: string): string[] {
  const escaped = `%${(user.codePointAt(0) ?? 0).toString(16)}${user.slice(1)}`
  return [
    `sip:${user}@${domain}`,
    `SIPS:${user.toUpperCase()}@${domain.toUpperCase()}:5061;transport=tls`,
    `sip:${escaped}@${domain}`,
    `"${user}, \\"x\\"" <sip:${user}@${domain};gr=urn:uuid:1;ob>;tag=a1b2`,
    `${user}@${domain}.`,
    `sip:${user}:geheim@${domain}?subject=x`,
    `sip:${user}@${domainToASCII(domain).toUpperCase()};lr`,
  ]
}
