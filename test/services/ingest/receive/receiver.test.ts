import { afterEach, describe, expect, it } from 'vitest'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { AppError } from '../../../../services/shared/errors.ts'
import { basic, bearer, processed, SECRET, start, stopAll } from './harness.ts'

afterEach(stopAll)

const post = (url: string, headers: Record<string, string>, body: string | Buffer<ArrayBuffer> = '{}') =>
  fetch(url, { method: 'POST', headers, body })

const problem = (code: string, status: number) => ({
  type: `urn:avesqo:problem:${code}`,
  title: expect.any(String) as string,
  status,
  code,
})

const METHOD_NOT_ALLOWED = {
  type: 'urn:avesqo:problem:method_not_allowed',
  title: 'This route does not take that method.',
  status: 405,
  code: 'method_not_allowed',
}

describe('acknowledgements', () => {
  it('answers a Pexip event sink with 200, an empty object and the delivery id', async () => {
    const { url, seen } = await start()
    const answer = await post(`${url}/receive/pexip-one`, basic('pexip-one'), '{"event":"x"}')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({})
    expect(answer.headers.get('x-avesqo-delivery')).toMatch(/^[0-9a-f-]{36}$/u)
    expect(seen).toEqual([
      { source: 'pexip-one', body: { bytes: Buffer.from('{"event":"x"}'), contentType: 'text/plain;charset=UTF-8' } },
    ])
  })

  it.each(['', '/'])('answers Cisco Meeting Server with 200 and nothing, path ending %j', async (end) => {
    const { url, seen } = await start()
    const answer = await post(`${url}/receive/cms-one/${SECRET}${end}`, {}, '<records/>')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
    expect(answer.headers.get('x-avesqo-delivery')).not.toBeNull()
    expect(seen).toHaveLength(1)
  })

  it.each([
    ['Bearer', bearer()],
    ['Basic', basic('generic-one')],
  ])(
    'tells a generic sender with %s which records were refused, with 200 also when all are',
    async (_name, headers) => {
      const { url } = await start({ process: async () => processed(2, 2) })
      const answer = await post(`${url}/receive/generic-one`, headers)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toEqual({
        received: 2,
        refused: [
          { index: 0, code: 'field_missing', path: 'leg_id' },
          { index: 1, code: 'field_missing', path: 'leg_id' },
        ],
      })
    },
  )

  it('tells a native sender the same when it prefers a representation', async () => {
    const { url } = await start({ process: async () => processed(2, 1) })
    const answer = await post(`${url}/receive/pexip-one`, { ...basic('pexip-one'), prefer: 'return=representation' })
    expect(await answer.json()).toEqual({ received: 2, refused: [{ index: 0, code: 'field_missing', path: 'leg_id' }] })
  })

  it.each([undefined, 'application/json', 'text/xml; charset=utf-8', 'no type at all', ';;;'])(
    'takes a body of content type %j as it is',
    async (type) => {
      const { url, seen } = await start()
      const answer = await post(
        `${url}/receive/pexip-one`,
        { ...basic('pexip-one'), ...(type === undefined ? {} : { 'content-type': type }) },
        Buffer.from([0, 255, 1]),
      )
      expect(answer.status).toBe(200)
      expect(seen[0]?.body).toEqual({ bytes: Buffer.from([0, 255, 1]), contentType: type })
    },
  )

  it('hands on an empty body as an empty delivery, so that it too is in the intake', async () => {
    const { url, seen } = await start({ process: async () => processed(0) })
    const answer = await post(`${url}/receive/pexip-one`, basic('pexip-one'), '')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-avesqo-delivery')).not.toBeNull()
    expect(seen[0]?.body.bytes).toHaveLength(0)
  })

  it('acknowledges nothing before the process has resolved', async () => {
    const stored = Promise.withResolvers<void>()
    const reached = Promise.withResolvers<void>()
    let done = false
    const { url } = await start({
      process: async () => {
        reached.resolve()
        await stored.promise
        done = true
        return processed(1)
      },
    })
    const answer = post(`${url}/receive/pexip-one`, basic('pexip-one')).then((response) => ({ response, done }))
    await reached.promise
    stored.resolve()
    expect((await answer).done).toBe(true)
  })
})

describe('compressed bodies', () => {
  const text = Buffer.from('{"leg_id":"example"}')
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['GZIP, identity', gzipSync(text)],
    ['gzip', Buffer.concat([gzipSync(text.subarray(0, 7)), gzipSync(text.subarray(7))])],
    ['zstd', Buffer.concat([zstdCompressSync(text.subarray(0, 7)), zstdCompressSync(text.subarray(7))])],
    ['identity', text],
  ])('inflates %s', async (encoding, body) => {
    const { url, seen } = await start()
    const answer = await post(`${url}/receive/generic-one`, { ...bearer(), 'content-encoding': encoding }, body)
    expect(answer.status).toBe(200)
    expect(seen[0]?.body.bytes).toEqual(text)
  })

  it.each(['gzip, gzip', 'compress', 'toString'])('answers 415 to %s', async (encoding) => {
    const { url, seen } = await start()
    const answer = await post(
      `${url}/receive/generic-one`,
      { ...bearer(), 'content-encoding': encoding },
      gzipSync(text),
    )
    expect(answer.status).toBe(415)
    expect(await answer.json()).toEqual(problem('encoding_unsupported', 415))
    expect(seen).toHaveLength(0)
  })

  it.each([
    ['gzip', gzipSync(text).subarray(0, 15)],
    ['zstd', zstdCompressSync(text).subarray(0, 12)],
    ['gzip', Buffer.concat([gzipSync(text), Buffer.from('and more')])],
    ['deflate', Buffer.concat([deflateSync(text), deflateSync(text)])],
    ['br', Buffer.concat([brotliCompressSync(text), Buffer.from('and more')])],
    ['zstd', Buffer.concat([zstdCompressSync(text), Buffer.from('and more')])],
    ['br', Buffer.from('garbage garbage')],
    ['deflate', Buffer.from('garbage garbage')],
  ])(
    'answers 400 to a generic sender, and refuses one record of a platform, when %s is damaged',
    async (encoding, body) => {
      const { url, seen } = await start()
      const generic = await post(`${url}/receive/generic-one`, { ...bearer(), 'content-encoding': encoding }, body)
      expect(generic.status).toBe(400)
      expect(await generic.json()).toEqual(problem('body_invalid', 400))
      expect(seen).toHaveLength(0)
      const native = await post(
        `${url}/receive/pexip-one`,
        { ...basic('pexip-one'), 'content-encoding': encoding },
        body,
      )
      expect(native.status).toBe(200)
      expect(seen).toEqual([{ source: 'pexip-one', body: { bytes: body, refusal: 'encoding_invalid' } }])
    },
  )

  it.each([
    ['gzip', gzipSync(Buffer.alloc(90_000_000))],
    ['deflate', deflateSync(Buffer.alloc(90_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(90_000_000))],
    ['zstd', zstdCompressSync(Buffer.alloc(90_000_000))],
  ])('answers 413 to bombs of %s in bounded memory and goes on', async (encoding, bomb) => {
    const { url, seen } = await start({ limits: { inflatedBytes: 4_000_000 } })
    const before = process.memoryUsage().rss
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        post(`${url}/receive/pexip-one`, { ...basic('pexip-one'), 'content-encoding': encoding }, bomb),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 413))
    expect(await answers[0]?.json()).toEqual(problem('body_too_large', 413))
    // 20 bombs of 90 MB would be 1.8 GB
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
    expect((await post(`${url}/receive/pexip-one`, basic('pexip-one'))).status).toBe(200)
    expect(seen).toHaveLength(1)
  })
})

describe('limits', () => {
  it('answers 413 to a body over the limit, declared or streamed, and 200 to one at the limit', async () => {
    const { url, seen } = await start({ limits: { bodyBytes: 1_000 } })
    const to = `${url}/receive/generic-one`
    expect((await post(to, bearer(), Buffer.alloc(1_000))).status).toBe(200)
    expect((await post(to, bearer(), Buffer.alloc(1_001))).status).toBe(413)
    const streaming = {
      method: 'POST',
      headers: bearer(),
      duplex: 'half',
      body: new ReadableStream({
        start(controller) {
          for (let i = 0; i < 8; i += 1) controller.enqueue(Buffer.alloc(400))
          controller.close()
        },
      }),
    }
    const streamed = await fetch(to, streaming)
    expect(streamed.status).toBe(413)
    expect(seen).toHaveLength(1)
  })

  it('answers 413 when the process counts too many records', async () => {
    const { url } = await start({ process: () => Promise.reject(new AppError('too_many_records')) })
    const answer = await post(`${url}/receive/generic-one`, bearer())
    expect(answer.status).toBe(413)
    expect(await answer.json()).toEqual(problem('too_many_records', 413))
  })

  it('answers 429 with Retry-After to a source beyond its rate, and not to another', async () => {
    const { url } = await start({ limits: { deliveries: { perSecond: 0.01, burst: 3 } } })
    const statuses = []
    for (let i = 0; i < 4; i += 1) statuses.push((await post(`${url}/receive/pexip-one`, basic('pexip-one'))).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    const limited = await post(`${url}/receive/pexip-one`, basic('pexip-one'))
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await limited.json()).toEqual(problem('too_many_requests', 429))
    expect((await post(`${url}/receive/generic-one`, bearer())).status).toBe(200)
  })

  it('answers 503 with Retry-After when bodies fill the memory they may hold, and takes the next when it is free', async () => {
    const gate = Promise.withResolvers<void>()
    const reached = Promise.withResolvers<void>()
    const { url } = await start({
      limits: { heldBytes: 1_500 },
      process: async () => {
        reached.resolve()
        await gate.promise
        return processed(1)
      },
    })
    const to = `${url}/receive/generic-one`
    const first = post(to, bearer(), Buffer.alloc(1_000))
    await reached.promise
    const second = await post(to, bearer(), Buffer.alloc(1_000))
    expect(second.status).toBe(503)
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0)
    gate.resolve()
    expect((await first).status).toBe(200)
    expect((await post(to, bearer(), Buffer.alloc(1_000))).status).toBe(200)
  })

  it('answers 503 when storing takes longer than it may', async () => {
    const { url } = await start({ limits: { processMs: 20 }, process: () => new Promise(() => undefined) })
    expect((await post(`${url}/receive/generic-one`, bearer())).status).toBe(503)
  })
})

describe('storage', () => {
  it('answers 503 with Retry-After when it is not available, and 500 without a word on a bug', async () => {
    const errors = [new AppError('unavailable'), new Error('secret text'), new TypeError('secret text')]
    const running = await start({ process: () => Promise.reject(errors.shift() ?? new Error('none left')) })
    const away = await post(`${running.url}/receive/cms-one/${SECRET}`, {})
    expect(away.status).toBe(503)
    expect(away.headers.get('retry-after')).toBe('2')
    const bug = await post(`${running.url}/receive/cms-one/${SECRET}`, {})
    expect(bug.status).toBe(500)
    expect(await bug.json()).toEqual(problem('internal', 500))
    await post(`${running.url}/receive/cms-one/${SECRET}`, {})
    expect(running.log()).toContain('"event":"bug","where":"/receive/:source/:secret","error":"TypeError"')
    expect(running.log()).not.toContain('secret text')
  })
})

describe('other requests', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('answers 405 to %s on both routes', async (method) => {
    const { url } = await start()
    for (const path of ['/receive/pexip-one', `/receive/cms-one/${SECRET}`]) {
      const answer = await fetch(`${url}${path}`, { method, headers: basic('pexip-one') })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('POST')
      const text = await answer.text()
      expect(text).toBe(method === 'HEAD' ? '' : JSON.stringify(METHOD_NOT_ALLOWED))
    }
  })

  it('answers 404 elsewhere', async () => {
    const { url } = await start()
    for (const path of ['/', '/receive', '/receive/a/b/c', '/metrics/x', '/health']) {
      const answer = await post(`${url}${path}`, {})
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.json()).toEqual(problem('not_found', 404))
    }
  })

  it('says live always, and ready only while storage answers', async () => {
    let up = true
    const { url } = await start({ ready: async () => up })
    expect((await fetch(`${url}/health/live`)).status).toBe(200)
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    up = false
    expect((await fetch(`${url}/health/ready`)).status).toBe(503)
    expect((await fetch(`${url}/health/live`)).status).toBe(200)
  })
})
