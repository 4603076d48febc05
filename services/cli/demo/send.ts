/** Sends the demo's deliveries to the real receivers, as the platforms would. */
import { setTimeout as pause } from 'node:timers/promises'
import type { DemoDelivery } from '../../simulator/index.ts'
import { UserError } from '../../shared/errors.ts'
import type { DemoSource } from './organisation.ts'

/** Between two requests, ms: the stream can be watched, and takes some seconds. */
const PACE_MS = 15

/**
 * @param progress is told how many have been sent
 * @throws UserError when a delivery is not acknowledged
 */
export async function sendAll(
  url: string,
  sources: readonly DemoSource[],
  deliveries: readonly DemoDelivery[],
  progress: (sent: number) => void,
): Promise<void> {
  for (const [index, delivery] of deliveries.entries()) {
    const source = sources.find(({ platform }) => platform === delivery.platform)
    if (source === undefined) throw new UserError(`There is no source of platform ${delivery.platform}.`, 1)
    const answer = await fetch(addressOf(url, source), {
      method: 'POST',
      headers: { 'content-type': delivery.contentType, ...credentialOf(source) },
      body: delivery.body,
    })
    await answer.arrayBuffer()
    if (!answer.ok) throw new UserError(`The receiver answered ${answer.status} to delivery ${index + 1}.`, 1)
    progress(index + 1)
    await pause(PACE_MS)
  }
}

/** Cisco Meeting Server can send no header: its secret stands in the path. */
function addressOf(url: string, { id, platform, secret }: DemoSource): string {
  return platform === 'cms' ? `${url}/receive/${id}/${secret}` : `${url}/receive/${id}`
}

function credentialOf({ id, platform, secret }: DemoSource): Record<string, string> {
  if (platform === 'cms') return {}
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` }
}
