/** The fuzz's requests: a damaged payload in a request that may itself be damaged. The same number gives the same one. */
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { PLATFORMS, type Platform } from '../../schemas/states.ts'
import { createRandom, type Random } from '../../services/simulator/random.ts'
import { authOf, pathOf } from './support-line.ts'
import { mutated } from './support-mutate.ts'
import type { Payload } from './support-payloads.ts'

export type FuzzRequest =
  | {
      readonly kind: 'http'
      readonly path: string
      readonly method: string
      readonly headers: Readonly<Record<string, string>>
      readonly body: Buffer
    }
  /** Bytes that may be no HTTP at all, on a connection of their own. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer }

export interface FuzzParts {
  readonly seed: number
  readonly payloads: Readonly<Record<Platform, readonly Payload[]>>
  /** The source of a platform, and its secret. */
  readonly source: (platform: Platform) => readonly [id: string, secret: string]
  /** One whose credential is damaged: who fails too often waits, and the others must not. */
  readonly spare: readonly [id: string, secret: string]
}

const TYPES: Readonly<Record<Payload['form'], string>> = {
  json: 'application/json',
  lines: 'application/x-ndjson',
  xml: 'text/xml',
  csv: 'text/csv; charset=utf-8',
}

const ODD_TYPES = [
  '',
  'text/plain',
  'application/json;',
  ';',
  'a/b/c',
  'text/csv',
  'multipart/form-data',
  'x'.repeat(300),
  'ÿ',
] as const
const ODD_PATHS = [
  '/',
  '/receive',
  '/receive/',
  '/receive/%00',
  '/receive/a%2Fb',
  '/receive/%E0%A4%A',
  `/receive/${'x'.repeat(600)}`,
  '/receive//',
  '/metrics',
  '/health/ready?x',
] as const
const METHODS = ['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const

/** @returns what makes the request of a number */
export function createRequests(parts: FuzzParts): (number: number) => FuzzRequest {
  return (number) => {
    const random = createRandom(parts.seed + number * 2_654_435_761)
    const payload = pick(random, parts.payloads[random.pick(PLATFORMS)])
    const body = mutated(random, payload, pick(random, parts.payloads[payload.platform]))
    const [id, secret] = parts.source(payload.platform)
    const sound = {
      kind: 'http' as const,
      path: pathOf(id, secret),
      method: 'POST',
      headers: { ...authOf(id, secret), 'content-type': TYPES[payload.form] },
      body,
    }
    const die = random.next()
    if (die < 0.05) return rawOf(random, sound)
    if (die < 0.08) return ofNobody(random, parts.spare, body)
    if (die < 0.1) return { ...sound, path: random.pick(ODD_PATHS) }
    if (die < 0.12) return { ...sound, method: random.pick(METHODS) }
    if (die < 0.18) return { ...sound, headers: { ...sound.headers, 'content-type': random.pick(ODD_TYPES) } }
    if (die < 0.28) return packed(random, sound)
    if (die < 0.32) return { ...sound, headers: { ...sound.headers, 'transfer-encoding': 'chunked' } }
    if (die < 0.36) return { ...sound, headers: { ...sound.headers, prefer: 'respond-async, return=representation' } }
    return sound
  }
}

type Http = Extract<FuzzRequest, { kind: 'http' }>

function pick(random: Random, payloads: readonly Payload[]): Payload {
  const payload = payloads[random.whole(0, payloads.length - 1)]
  if (payload === undefined) throw new Error('there is no payload of the platform')
  return payload
}

function ofNobody(random: Random, [id, secret]: readonly [string, string], body: Buffer): Http {
  const said = random.pick([
    'Basic',
    'Basic ',
    'Bearer x',
    `Bearer ${secret}`,
    `Basic ${secret}`,
    'Digest a="b"',
    'Basic 8J+YgA==',
    `Basic ${'A'.repeat(5_000)}`,
  ])
  const path = random.pick([
    `/receive/${id}`,
    `/receive/${id}/${secret}`,
    '/receive/nobody',
    '/receive/constructor',
    '/receive/%F0%9F%98%80',
  ])
  return { kind: 'http', path, method: 'POST', headers: { authorization: said }, body }
}

/** Packed, sometimes damaged afterwards, sometimes said to be packed otherwise. */
function packed(random: Random, request: Http): Http {
  const pack = random.pick<readonly [string, (body: Buffer) => Buffer]>([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ['zstd', zstdCompressSync],
  ])
  const [encoding, by] = pack
  const said =
    random.next() < 0.7
      ? encoding
      : random.pick(['gzip', 'br', 'zstd', 'deflate', 'gzip, br', 'compress', 'identity', ',', 'GZIP'])
  const body = Buffer.from(by(request.body))
  if (random.next() < 0.4 && body.length > 0) body.writeUInt8(random.whole(0, 255), random.whole(0, body.length - 1))
  const cut = random.next() < 0.2 ? body.subarray(0, random.whole(0, body.length)) : body
  return { ...request, headers: { ...request.headers, 'content-encoding': said }, body: cut }
}

/** The request as bytes, with a head that does not fit: another length, broken chunks, headers twice, random bytes. */
function rawOf(random: Random, { path, headers, body }: Http): FuzzRequest {
  const length = body.length + random.pick([0, 0, -1, 1, 1_000, 1e9, -body.length])
  const extra = random.pick([
    `Content-Length: ${length}`,
    `Content-Length: ${length}\r\nContent-Length: 1`,
    'Transfer-Encoding: chunked',
    `Transfer-Encoding: chunked\r\nContent-Length: ${length}`,
    'Content-Length: -1',
    'Content-Length: 1e3',
    `X: ${'x'.repeat(20_000)}`,
    'X',
    'Upgrade: websocket\r\nConnection: Upgrade',
    `Expect: ${random.pick(['100-continue', 'x'])}\r\nContent-Length: ${length}`,
    'Content-Type: \u0000',
  ])
  const told = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const head = [`POST ${path} HTTP/1.${random.whole(0, 1)}`, 'Host: x', ...told, extra, '', ''].join('\r\n')
  const bytes = Buffer.concat([Buffer.from(head), body])
  for (let time = random.whole(-2, 3); time > 0; time -= 1) {
    bytes.writeUInt8(random.whole(0, 255), random.whole(0, Math.min(bytes.length, head.length) - 1))
  }
  return { kind: 'bytes', bytes }
}
