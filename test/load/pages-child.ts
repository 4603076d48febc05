/**
 * The process that serves while pages are measured (`node --import tsx`): the whole product with a published month of an
 * organisation of some hundred people, and beside it a bare Fastify server whose one route answers as many bytes as asked.
 */
import fastify from 'fastify'
import { startServed } from '../support/served.ts'
import { MONTH, OWN } from '../support/served.ts'

/** Of which the load is sent: never the limit that is measured. */
const ENDLESS = { perSecond: 1e9, burst: 1e9 }
const SITES = 8

export interface Serving {
  readonly url: string
  readonly bare: string
  readonly cookie: string
  readonly paths: { readonly page: string; readonly cells: string }
}

const served = await startServed({ sites: SITES, rates: { address: ENDLESS, account: ENDLESS } })
const bare = fastify()
bare.get('/:bytes', (request) => 'x'.repeat(Number((request.params as { readonly bytes: string }).bytes)))
const serving: Serving = {
  url: served.url,
  bare: await bare.listen({ host: '127.0.0.1', port: 0 }),
  cookie: `avesqo=${await served.session('consultant')}`,
  paths: { page: `/t/${OWN}/${MONTH}`, cells: `/api/v1/tenants/${OWN}/periods/${MONTH}/cuts/site` },
}
process.on('disconnect', () => void bare.close().then(() => served.close()))
process.send?.(serving)
