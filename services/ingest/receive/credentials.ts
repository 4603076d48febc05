/**
 * Who is sending? Pexip and everyone who can send a header: HTTP Basic with the source id as user, or Bearer. Cisco
 * Meeting Server can send none, so its secret stands in the path. An unknown source and a wrong secret cost the same
 * work and get the same answer (attack A37).
 */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ReceivingSource, SourceDirectory } from './types.ts'

/** A secret as it was presented, and where. */
export interface Presented {
  readonly by: 'header' | 'path'
  readonly secret: string
}

const SLUG = /^[a-z0-9-]{3,40}$/u
/** What an unknown source is compared with: the hash of something nobody knows. */
const NOBODY = hash('sha256', randomBytes(32), 'buffer')

/** The claimed source id if it can be one, else a word that is none; safe as a key of a map. */
export function claimedId(text: string): string {
  return SLUG.test(text) ? text : '?'
}

/**
 * Takes the secret out of an `Authorization` header.
 *
 * @param id the source id of the path; the user of Basic must be the same
 * @returns null where there is none
 */
export function presentedInHeader(header: string | undefined, id: string): Presented | null {
  const match = /^(basic|bearer) +(\S+) *$/iu.exec(header ?? '')
  const credentials = match?.[2]
  if (credentials === undefined) return null
  if (match?.[1]?.toLowerCase() === 'bearer') return { by: 'header', secret: credentials }
  const text = Buffer.from(credentials, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon >= 0 && text.slice(0, colon) === id ? { by: 'header', secret: text.slice(colon + 1) } : null
}

/** The source that is named, if it exists, and whether the sender proved to be it. */
interface Authenticated {
  readonly source: ReceivingSource | null
  readonly proved: boolean
}

export type Authenticate = (id: string, presented: Presented | null) => Authenticated

export function createAuthenticate(directory: SourceDirectory): Authenticate {
  return (id, presented) => {
    const source = SLUG.test(id) ? directory.source(id) : null
    const given = hash('sha256', presented?.secret ?? '', 'buffer')
    const wanted = source === null ? NOBODY : Buffer.from(source.secretHash, 'hex')
    const right = wanted.length === given.length && timingSafeEqual(wanted, given)
    // A secret in a path ends up in the logs of proxies: only for who cannot do otherwise.
    const inPlace = presented?.by === 'header' || source?.platform === 'cms'
    return { source, proved: source !== null && right && inPlace && presented?.secret !== '' }
  }
}
