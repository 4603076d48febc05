/** Attacks A2, A6 and A42: nothing that a sender put anywhere comes back or is written down. */
import { gzipSync } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { AppError } from '../../../../services/shared/errors.ts'
import { basic, bearer, processed, raw, SECRET, start, stopAll } from './harness.ts'

afterEach(stopAll)

const CANARY = 'jan.jansen@canary.example'
const FORMS = [
  CANARY,
  encodeURIComponent(CANARY),
  Buffer.from(CANARY).toString('base64').slice(0, 30),
  Buffer.from(CANARY).toString('hex'),
  'canary',
  SECRET,
]

it('echoes no canary of path, query, header or body, in answers, log and metrics', async () => {
  const outcomes = [
    () => Promise.reject(new AppError('unavailable')),
    () => Promise.reject(new Error(CANARY)),
    () => Promise.reject(Object.assign(new Error(CANARY), { code: CANARY, name: CANARY })),
    async () => processed(1, 1),
  ]
  const running = await start({
    process: () => (outcomes.shift() ?? (async () => processed(1)))(),
    limits: { bodyBytes: 500 },
  })
  const { url, port } = running
  const quoted = encodeURIComponent(CANARY)
  const headers = { 'x-canary': CANARY, 'user-agent': CANARY, referer: `http://${quoted}/`, 'content-type': CANARY }
  const post = async (path: string, more: Record<string, string> = {}, body: string | Buffer<ArrayBuffer> = CANARY) => {
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers: { ...headers, ...more }, body })
    return `${answer.status} ${[...answer.headers].join('\n')} ${await answer.text()}`
  }
  const answers = [
    await post(`/receive/generic-one?${quoted}=${quoted}`, bearer()),
    await post('/receive/generic-one', bearer()),
    await post('/receive/generic-one', bearer()),
    await post('/receive/generic-one', bearer()),
    await post('/receive/generic-one', bearer(), CANARY.repeat(30)),
    await post('/receive/generic-one', { ...bearer(), 'content-encoding': 'canary' }),
    await post('/receive/generic-one', { ...bearer(), 'content-encoding': 'gzip' }),
    await post('/receive/generic-one', { ...bearer(), 'content-encoding': 'gzip' }, gzipSync(CANARY).subarray(0, 20)),
    await post('/receive/generic-one', bearer(CANARY)),
    await post('/receive/pexip-one', basic(CANARY, CANARY)),
    await post(`/receive/${quoted}`, bearer()),
    await post(`/receive/${quoted}/${SECRET}`, bearer()),
    await post(`/receive/cms-one/${quoted}`),
    await post(`/receive/cms-one/${SECRET}?${quoted}`),
    await post(`/receive/cms-one/${SECRET}/${quoted}`),
    await post(`/receive/cms-one/${quoted.repeat(30)}`),
    await post(`/${quoted}`),
    await post(`/metrics/${quoted}`),
    await raw(port, `GET /%zz${quoted} HTTP/1.1\r\nHost: canary\r\nConnection: close\r\n\r\n`),
    await raw(port, `POST /receive/cms-one/%ff${quoted} HTTP/1.1\r\nHost: canary\r\nConnection: close\r\n\r\n`),
    await raw(port, `${CANARY}\r\n\r\n`),
    await raw(port, `GET / HTTP/1.1\r\nHost: x\r\n${CANARY}: x y\r\n\r\n`),
    await raw(port, `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${CANARY.repeat(3_000)}\r\n\r\n`),
    await raw(port, `POST /receive/generic-one HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${CANARY}\r\n`),
  ]
  const metrics = await running.metrics()
  for (const form of FORMS) {
    for (const answer of answers) expect(answer).not.toContain(form)
    expect(metrics).not.toContain(form)
    expect(running.log()).not.toContain(form)
  }
  // the scan would see one
  expect(await (await fetch(`${url}/health/live`)).text()).toContain('live')
  expect(running.log()).toContain('delivery_rejected')
  expect(metrics).toContain('generic-one')
})
