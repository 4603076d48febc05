/** What to set on a platform so that its records arrive: address and authentication (design, section 5: Receive). */
import type { Source } from '../../../schemas/control/tables.ts'

export interface DeliveryTerms {
  readonly json: Readonly<Record<string, string>>
  /** For people. */
  readonly fields: Readonly<Record<string, string>>
}

const LOCAL = 'http://127.0.0.1:8080'

/**
 * @param secret the source's secret, just made
 * @param base address under which the platform reaches the receiver; without it a local one
 */
export function describeDelivery({ id, platform }: Source, secret: string, base = LOCAL): DeliveryTerms {
  const url = `${base.replace(/\/+$/u, '')}/receive/${id}`
  const basic = { user: id, password: secret }
  // Cisco Meeting Server can send no header, so the secret stands in the path; it never reaches a log of ours.
  const inPath = `${url}/${secret}`
  const terms: Record<Source['platform'], DeliveryTerms> = {
    pexip: {
      json: { url, authentication: 'basic', ...basic },
      fields: { 'event sink URL': url, authentication: 'Basic', ...basic },
    },
    cms: {
      json: { url: inPath, authentication: 'path' },
      fields: { 'CDR receiver URL': inPath, authentication: 'none: the secret is the last part of the URL' },
    },
    generic: {
      json: { url, authentication: 'bearer', token: secret, ...basic },
      fields: {
        URL: url,
        authentication: `Authorization: Bearer ${secret}`,
        'or Basic': `user ${id}, password ${secret}`,
      },
    },
  }
  return terms[platform]
}
