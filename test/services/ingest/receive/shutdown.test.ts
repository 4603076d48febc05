import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { bearer, processed, SECRET, start, stopAll } from './harness.ts'

afterEach(stopAll)

it('finishes what is in flight, answers 503 to what comes on an open connection, and then closes', async () => {
  const gate = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  const { url, port, server, seen } = await start({
    process: async () => {
      reached.resolve()
      await gate.promise
      return processed(1)
    },
  })
  // one connection with a delivery in flight and a second one right behind it, another with half a request
  const request = `POST /receive/cms-one/${SECRET} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok`
  const socket = connect(port, '127.0.0.1')
  let answers = ''
  socket.on('data', (chunk) => (answers += chunk.toString('latin1')))
  socket.write(request)
  const silent = connect(port, '127.0.0.1')
  silent.on('error', () => undefined)
  await Promise.all([reached.promise, once(silent, 'connect')])
  const half = connect(port, '127.0.0.1')
  let halfAnswer = ''
  half.on('data', (chunk) => (halfAnswer += chunk.toString('latin1')))
  half.write(request.slice(0, -1))
  await fetch(`${url}/health/live`, { headers: { connection: 'close' } })

  const closed = server.close()
  half.write(request.slice(-1))
  const ended = [once(socket, 'close'), once(half, 'close')]
  const refused = await fetch(`${url}/receive/generic-one`, { method: 'POST', headers: bearer(), body: 'x' }).then(
    ({ status }) => status,
    () => 'no connection',
  )
  expect(['no connection', 503]).toContain(refused)
  gate.resolve()
  await Promise.all([closed, ...ended])
  expect(answers).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*connection: close/iu)
  expect(halfAnswer).toMatch(/^HTTP\/1.1 (200|503) /u)
  expect(seen.length).toBeLessThanOrEqual(2)
})

it('is not ready from the beginning of shutdown on', async () => {
  const gate = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  const { url, port, server } = await start({
    process: async () => {
      reached.resolve()
      await gate.promise
      return processed(1)
    },
  })
  const delivery = fetch(`${url}/receive/generic-one`, { method: 'POST', headers: bearer(), body: 'x' })
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
  socket.write('GET /health/ready HTTP/1.1\r\nHost: x\r\n')
  await Promise.all([reached.promise, once(socket, 'connect')])
  await fetch(`${url}/health/live`, { headers: { connection: 'close' } })
  const closed = server.close()
  socket.write('\r\n')
  await once(socket, 'close')
  expect(answer).toMatch(/^HTTP\/1.1 503 /u)
  gate.resolve()
  await closed
  expect((await delivery).status).toBe(200)
})

it('does not wait for ever for what hangs', async () => {
  const reached = Promise.withResolvers<void>()
  const { url, server } = await start({
    bounds: { closeMs: 50 },
    process: () => {
      reached.resolve()
      return new Promise(() => undefined)
    },
  })
  const answer = fetch(`${url}/receive/generic-one`, { method: 'POST', headers: bearer(), body: 'x' }).then(
    () => 'answered',
    () => 'broken off',
  )
  await reached.promise
  await server.close()
  expect(await answer).toBe('broken off')
})
