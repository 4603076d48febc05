/** Bytes that are no request, or only a part of one. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { bearer, raw, SECRET, start, stopAll } from './harness.ts'

afterEach(stopAll)

const problemIn = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))

describe('malformed HTTP', () => {
  it.each([
    ['no request line', 'hello\r\n\r\n', 400, 'bad_request'],
    ['a TLS hello', Buffer.from('160301020001000001fc0303', 'hex'), 400, 'bad_request'],
    ['an unknown method', 'SING / HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'bad_request'],
    ['a header without colon', 'GET / HTTP/1.1\r\nHost: x\r\nbroken header\r\n\r\n', 400, 'bad_request'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
      400,
      'bad_request',
    ],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na',
      400,
      'bad_request',
    ],
    ['too large headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
    ['a broken escape', 'POST /receive/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400, 'bad_request'],
    ['no UTF-8', 'POST /receive/cms-one/%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400, 'bad_request'],
    [
      'a part of a path too long',
      `POST /receive/cms-one/${'x'.repeat(600)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      414,
      'uri_too_long',
    ],
  ])('answers %s with a problem and goes on', async (_name, bytes, status, code) => {
    const running = await start()
    const answer = await raw(running.port, bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'))
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json')
    expect(problemIn(answer)).toMatchObject({ status, code })
    expect((await fetch(`${running.url}/health/live`)).status).toBe(200)
  })

  it('ends a request whose headers or body do not arrive in time', async () => {
    const { port } = await start({ bounds: { headersTimeoutMs: 100, requestTimeoutMs: 300, checkIntervalMs: 50 } })
    const headers = await raw(port, 'POST /receive/generic-one HTTP/1.1\r\nHost: x\r\nX-Slow: ')
    expect(problemIn(headers)).toMatchObject({ status: 408, code: 'request_timeout' })
    const body = await raw(
      port,
      `POST /receive/generic-one HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${SECRET}\r\nContent-Length: 10\r\n\r\nabc`,
    )
    expect(body).toMatch(/^HTTP\/1.1 408 /u)
  })

  it('stores nothing of a body that breaks off', async () => {
    const running = await start()
    const socket = connect(running.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      `POST /receive/generic-one HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${SECRET}\r\nContent-Length: 10\r\n\r\nabc`,
    )
    // The server has read the head once it answers another request that was sent later.
    await fetch(`${running.url}/health/live`)
    socket.destroy()
    await running.server.close()
    expect(running.seen).toEqual([])
  })

  it('does not take in a large body of who knows whom', async () => {
    const { port } = await start()
    const head = 'POST /receive/generic-one HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n\r\n'
    // It ends although the body never comes: that is what is asserted, by `raw` coming back at all.
    expect(await raw(port, head)).toMatch(/^HTTP\/1.1 401 [^]*connection: close/u)
  })
})

describe('keep-alive', () => {
  it('answers request after request on one connection, as platforms send them', async () => {
    const { port, seen } = await start()
    const one = `POST /receive/cms-one/${SECRET} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok`
    const last = one.replace('Host: x', 'Host: x\r\nConnection: close')
    const answers = await raw(port, one.repeat(50) + last)
    expect(answers.match(/HTTP\/1.1 200 OK/gu)).toHaveLength(51)
    expect(seen).toHaveLength(51)
  })

  it('keeps the connection of a sender with a wrong secret', async () => {
    const { port } = await start()
    const wrong = 'POST /receive/cms-one/wrong HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok'
    const right = `POST /receive/cms-one/${SECRET} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok`
    expect((await raw(port, wrong + right)).match(/HTTP\/1.1 \d+/gu)).toEqual(['HTTP/1.1 401', 'HTTP/1.1 200'])
  })

  it('takes 200 deliveries at one time', async () => {
    const { url, seen } = await start()
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        fetch(`${url}/receive/generic-one`, { method: 'POST', headers: bearer(), body: String(i) }),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ headers }) => headers.get('x-avesqo-delivery'))).size).toBe(200)
    expect(new Set(seen.map(({ body }) => body.bytes.toString())).size).toBe(200)
  })
})
