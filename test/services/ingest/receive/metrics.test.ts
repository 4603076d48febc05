import { afterEach, expect, it } from 'vitest'
import { AppError } from '../../../../services/shared/errors.ts'
import { basic, bearer, processed, SECRET, start, stopAll } from './harness.ts'

afterEach(stopAll)

const post = (url: string, headers: Record<string, string> = {}, body = '{}') =>
  fetch(url, { method: 'POST', headers, body })

it('counts deliveries by source and outcome, records by code, observations and ignored values', async () => {
  const outcomes = [
    async () => processed(5, 2),
    () => Promise.reject(new AppError('too_many_records')),
    () => Promise.reject(new AppError('unavailable')),
  ]
  const { url } = await start({
    process: () => (outcomes.shift() ?? (async () => processed(1)))(),
    limits: { bodyBytes: 100 },
  })
  for (let i = 0; i < 3; i += 1) await post(`${url}/receive/generic-one`, bearer())
  await post(`${url}/receive/generic-one`, bearer(), 'x'.repeat(101))
  await post(`${url}/receive/generic-one`, { ...bearer(), 'content-encoding': 'lzma' })
  await post(`${url}/receive/generic-ended`, bearer())
  await post(`${url}/receive/pexip-one`, basic('pexip-one', 'wrong'))
  await post(`${url}/receive/nobody-knows`, bearer())
  await post(`${url}/receive/cms-one/${SECRET}`)
  const text = await (await fetch(`${url}/metrics`)).text()
  const counts = text.split('\n').filter((line) => line.startsWith('avesqo_'))
  expect(counts.toSorted()).toEqual(
    [
      'avesqo_deliveries_total{source="generic-one",outcome="stored"} 1',
      'avesqo_deliveries_total{source="generic-one",outcome="too_many_records"} 1',
      'avesqo_deliveries_total{source="generic-one",outcome="unavailable"} 1',
      'avesqo_deliveries_total{source="generic-one",outcome="body_too_large"} 1',
      'avesqo_deliveries_total{source="generic-one",outcome="encoding_unsupported"} 1',
      'avesqo_deliveries_total{source="generic-ended",outcome="source_not_covered"} 1',
      'avesqo_deliveries_total{source="pexip-one",outcome="unauthorized"} 1',
      'avesqo_deliveries_total{source="unknown",outcome="unauthorized"} 1',
      'avesqo_deliveries_total{source="cms-one",outcome="stored"} 1',
      'avesqo_records_total{source="generic-one",outcome="accepted"} 3',
      'avesqo_records_total{source="generic-one",outcome="field_missing"} 2',
      'avesqo_records_total{source="cms-one",outcome="accepted"} 1',
      'avesqo_observations_total{source="generic-one"} 3',
      'avesqo_observations_total{source="cms-one"} 1',
      'avesqo_ignored_values_total{source="generic-one"} 15',
      'avesqo_ignored_values_total{source="cms-one"} 3',
      'avesqo_received_bytes_total{source="generic-one"} 2',
      'avesqo_received_bytes_total{source="cms-one"} 2',
    ].toSorted(),
  )
  expect(text).toContain('route="/receive/:source/:secret"')
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
})

it('shows the metrics to this machine only, also behind a proxy on this machine', async () => {
  const { url } = await start({ behindProxy: true })
  expect((await fetch(`${url}/metrics`)).status).toBe(200)
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
    const answer = await fetch(`${url}/metrics`, { headers: { [name]: '127.0.0.1' } })
    expect(answer.status).toBe(404)
  }
})
