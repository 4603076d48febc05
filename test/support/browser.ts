/** A browser for tests, and a server that serves what is given to it under the policy of the product's own server. */
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from 'playwright-core'
import { assets } from '../../services/web/routes/assets.ts'
import { POLICY } from '../../services/web/server/index.ts'
import { CHROMIUM } from './chromium.ts'

/** Nothing is asked of the network by the browser itself; root needs `--no-sandbox`. */
const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
] as const

export async function openBrowser(): Promise<Browser> {
  const path = spawnSync('sh', ['-c', `command -v ${CHROMIUM}`], { encoding: 'utf8' }).stdout.trim()
  return chromium.launch({ executablePath: path, args: [...QUIET] })
}

export interface Served {
  /** `http://127.0.0.1:port` */
  readonly origin: string
  readonly close: () => Promise<void>
}

/** @param pages HTML by path without its slash */
export async function servePages(pages: Readonly<Record<string, string>>): Promise<Served> {
  const policy = Object.entries(POLICY)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1).split('?')[0] ?? ''
    const asset = assets.get(path.replace(/^assets\//u, ''))
    const html = pages[path]
    response.setHeader('content-security-policy', policy)
    response.setHeader('content-type', asset?.mime ?? 'text/html; charset=utf-8')
    response.statusCode = asset === undefined && html === undefined ? 404 : 200
    response.end(asset?.bytes ?? html ?? '')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
