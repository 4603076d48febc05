/**
 * One kept connection to a running product, as a platform has it: a test sees whether a bad delivery costs the next one
 * its connection.
 */
import { once } from 'node:events'
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly deliveryId: string | null
  /** Our port of the connection: the same for as long as the connection is. */
  readonly port: number
}

export interface Line {
  /** Sends one request after the answer to the one before. @throws when the connection breaks */
  send(
    path: string,
    headers?: Readonly<Record<string, string>>,
    body?: string | Buffer,
    method?: string,
  ): Promise<Answer>
  /** Delivers to a source the way its platform does; the platform is the end of its id. */
  deliver(
    source: string,
    secret: string,
    body: string | Buffer,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
  close(): void
}

export function openLine(url: string): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  async function send(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body: string | Buffer = '',
    method = 'POST',
  ): Promise<Answer> {
    const sent = request(`${url}${path}`, { agent, method, headers })
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>
    // A server that has answered may end the connection while we still write: the answer is what counts.
    sent.on('error', () => undefined)
    sent.end(body)
    const [answer] = await answered
    const port = answer.socket.localPort ?? 0
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk as Buffer)
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      text: Buffer.concat(chunks).toString(),
      deliveryId: String(answer.headers['x-avesqo-delivery'] ?? '') || null,
      port,
    }
  }

  return {
    send,
    deliver: (source, secret, body, headers = {}) =>
      send(pathOf(source, secret), { ...authOf(source, secret), ...headers }, body),
    close: () => agent.destroy(),
  }
}

/** Where a source delivers: Cisco Meeting Server can send no header, so its secret stands in the path. */
export function pathOf(source: string, secret: string): string {
  return source.endsWith('-cms') ? `/receive/${source}/${secret}` : `/receive/${source}`
}

export function authOf(source: string, secret: string): Readonly<Record<string, string>> {
  if (source.endsWith('-cms')) return {}
  return { authorization: `Basic ${Buffer.from(`${source}:${secret}`).toString('base64')}` }
}

/** Sends bytes as they are on a connection of their own, ends our side, and gives what comes back until it closes. */
export async function sendRaw(url: string, bytes: Buffer): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  // A server that ends the connection while we write is no fault of the test; what it answered is looked at.
  socket.on('error', () => undefined)
  socket.end(bytes)
  await once(socket, 'close')
  return Buffer.concat(chunks).toString('latin1')
}
