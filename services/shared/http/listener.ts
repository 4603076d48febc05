/**
 * Where a server listens, and the rule of design section 3: it speaks TLS itself, or binds to loopback only, unless a
 * reverse proxy that does the TLS is declared.
 */
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { UserError } from '../errors.ts'
import { isLoopback } from './loopback.ts'

/** The settings, as they were given; the names are those of the environment. */
export interface ListenerSettings {
  /** `AVESQO_HOST`: an IP address or `localhost`. */
  readonly host: string
  /** `AVESQO_PORT`; 0 takes a free one. */
  readonly port: number
  /** `AVESQO_TLS_CERT`: file with the certificate chain, PEM. */
  readonly tlsCert?: string | undefined
  /** `AVESQO_TLS_KEY`: file with the private key, PEM. */
  readonly tlsKey?: string | undefined
  /** `AVESQO_BEHIND_PROXY`: a proxy before us does the TLS and adds `X-Forwarded-For`. */
  readonly behindProxy?: boolean | undefined
}

export interface Listener {
  readonly host: string
  readonly port: number
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null
  /** Only then is `X-Forwarded-For` believed, and only its last hop. */
  readonly behindProxy: boolean
}

/**
 * Checks the settings of a listener and reads its certificate.
 *
 * @throws UserError that names the setting: clear text beyond loopback, half a certificate, an unreadable one
 */
export function openListener(settings: ListenerSettings): Listener {
  const { port, tlsCert, tlsKey } = settings
  const behindProxy = settings.behindProxy ?? false
  // `localhost` may resolve to anything; the rule is about addresses.
  const host = settings.host === 'localhost' ? '127.0.0.1' : settings.host
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UserError('AVESQO_PORT must be a whole number from 0 to 65535.')
  }
  if (tlsCert !== undefined && tlsKey !== undefined) {
    return { host, port, tls: readCertificate(tlsCert, tlsKey), behindProxy }
  }
  if (tlsCert !== undefined) throw new UserError('AVESQO_TLS_CERT is set, but AVESQO_TLS_KEY is not: set both.')
  if (tlsKey !== undefined) throw new UserError('AVESQO_TLS_KEY is set, but AVESQO_TLS_CERT is not: set both.')
  if (!isLoopback(host) && !behindProxy) {
    throw new UserError(
      `AVESQO_HOST is ${settings.host}, which is reached from outside, without TLS. Set AVESQO_TLS_CERT and AVESQO_TLS_KEY, or AVESQO_HOST=127.0.0.1, or AVESQO_BEHIND_PROXY=1 where a proxy does the TLS.`,
    )
  }
  return { host, port, tls: null, behindProxy }
}

function readCertificate(certFile: string, keyFile: string): { cert: Buffer; key: Buffer } {
  const cert = read('AVESQO_TLS_CERT', certFile)
  const key = read('AVESQO_TLS_KEY', keyFile)
  try {
    createSecureContext({ cert, key })
  } catch {
    throw new UserError('AVESQO_TLS_CERT and AVESQO_TLS_KEY are not a certificate and its private key in PEM form.')
  }
  return { cert, key }
}

function read(setting: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new UserError(`${setting} names a file that cannot be read: ${file}`)
  }
}
