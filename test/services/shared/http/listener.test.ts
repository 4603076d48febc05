import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openListener } from '../../../../services/shared/http/listener.ts'
import { isLoopback } from '../../../../services/shared/http/loopback.ts'
import { createHttpServer } from '../../../../services/shared/http/server.ts'
import { createLogger } from '../../../../services/shared/logger.ts'
import { selfSigned } from './certificate.ts'

let folder: string
const tls = selfSigned()
const path = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-listener-'))
  writeFileSync(path('cert.pem'), tls.cert)
  writeFileSync(path('key.pem'), tls.key)
  writeFileSync(path('other.pem'), selfSigned().key)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('where a server may listen', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('clear text on %s', (host) => {
    expect(openListener({ host, port: 0 })).toMatchObject({ tls: null, behindProxy: false })
  })

  it.each(['0.0.0.0', '::', '192.0.2.7', 'receiver.example'])('not clear text on %s, and says what to set', (host) => {
    expect(() => openListener({ host, port: 8080 })).toThrow(/AVESQO_HOST .*AVESQO_TLS_CERT.*AVESQO_BEHIND_PROXY/u)
    expect(openListener({ host, port: 8080, behindProxy: true })).toMatchObject({ tls: null, behindProxy: true })
    const listener = openListener({ host, port: 8080, tlsCert: path('cert.pem'), tlsKey: path('key.pem') })
    expect(listener.tls).not.toBeNull()
  })

  it('names the setting that is missing or wrong', () => {
    const at = { host: '0.0.0.0', port: 8080 }
    const [cert, key, other] = [path('cert.pem'), path('key.pem'), path('other.pem')]
    expect(() => openListener({ ...at, tlsCert: cert })).toThrow(/AVESQO_TLS_KEY is not/u)
    expect(() => openListener({ ...at, tlsKey: key })).toThrow(/AVESQO_TLS_CERT is not/u)
    expect(() => openListener({ ...at, tlsCert: path('none'), tlsKey: key })).toThrow(/AVESQO_TLS_CERT names a file/u)
    expect(() => openListener({ ...at, tlsCert: key, tlsKey: key })).toThrow(/not a certificate and its private key/u)
    expect(() => openListener({ ...at, tlsCert: cert, tlsKey: other })).toThrow(/not a certificate and its private/u)
    expect(() => openListener({ host: '::1', port: 65_536 })).toThrow(/AVESQO_PORT/u)
  })

  it('knows loopback addresses and takes no name for one', () => {
    expect(['127.0.0.1', '127.255.0.1', '::1', '::ffff:127.0.0.1'].map(isLoopback)).toEqual([true, true, true, true])
    const others = ['192.0.2.1', '::ffff:192.0.2.1', '::', '0.0.0.0', 'localhost', '127.0.0.1.example', '', undefined]
    expect(others.map(isLoopback)).toEqual(others.map(() => false))
  })
})

it('speaks TLS with the certificate it was given', async () => {
  const listener = openListener({ host: '127.0.0.1', port: 0, tlsCert: path('cert.pem'), tlsKey: path('key.pem') })
  const server = createHttpServer({ listener, logger: createLogger('silent') })
  server.app.get('/x', (_request, reply) => reply.send({ said: 'over TLS' }))
  const url = await server.listen()
  expect(url).toMatch(/^https:/u)
  const body = await new Promise<string>((resolve, reject) => {
    request(`${url}/x`, { ca: tls.cert, agent: false }, (answer) => {
      answer.setEncoding('utf8').on('data', resolve)
    })
      .on('error', reject)
      .end()
  })
  expect(JSON.parse(body)).toEqual({ said: 'over TLS' })
  await server.close()
})
