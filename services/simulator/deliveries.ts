/**
 * The demo's stream: what the two platforms of the invented organisation deliver in two days, with what goes wrong in
 * real life: notices that say nothing about a meeting, a repeated delivery, a broken member of a bulk, a clock of a
 * node that is days ahead, and a body that is not what the platform sends.
 */
import type { Platform } from '../../schemas/states.ts'
import { emitCms } from './emit-cms.ts'
import { bulk, emitPexip, type PexipEnvelope } from './emit-pexip.ts'
import { createRandom } from './random.ts'
import { cmsMeetings, pexipMeetings } from './stories.ts'

export interface DemoDelivery {
  readonly platform: Platform & ('pexip' | 'cms')
  readonly contentType: string
  readonly body: string
}

const NODES = [
  { node: '192.0.2.11', location: 'Utrecht-DMZ' },
  { node: '192.0.2.12', location: 'Groningen-DMZ' },
] as const
const DAY_S = 86_400

/**
 * @param seed one seed, one result
 * @param morningMs 9 o'clock on the first of two days, ms UTC
 */
export function demoDeliveries(seed: number, morningMs: number): readonly DemoDelivery[] {
  const random = createRandom(seed)
  const meetings = pexipMeetings(random, morningMs, 2)
  const emitted = meetings.map((meeting, index) => {
    const { node, location } = NODES[index % NODES.length] ?? NODES[0]
    return emitPexip(meeting, node, location)
  })
  const [first = [], second = [], ...others] = emitted
  const singles = [notice('eventsink_started', morningMs), ...first].map((event) => pexip(event))
  const bulks = others.map((events) => pexip(bulk(events)))
  const broken = pexip(bulk([...second.slice(0, 4), { ...ahead(second), time: 'soon' } as never, ...second.slice(4)]))
  const posts = cmsMeetings(random, morningMs, 2).flatMap((meeting, index) =>
    emitCms(meeting, random.uuid(), random.uuid(), 100 + 1000 * index),
  )
  const cms = posts.map((body): DemoDelivery => ({ platform: 'cms', contentType: 'text/xml', body }))
  const again = cms.slice(0, 2)
  const foreign: DemoDelivery = {
    platform: 'cms',
    contentType: 'text/xml',
    body: '<?xml version="1.0"?><!DOCTYPE records [<!ENTITY x "y">]><records session="a"><record/></records>',
  }
  return [...singles, broken, pexip(ahead(first)), ...bulks, ...bulks.slice(0, 1), ...cms, ...again, foreign]
}

function pexip(body: object): DemoDelivery {
  return { platform: 'pexip', contentType: 'application/json', body: JSON.stringify(body) }
}

function notice(event: string, atMs: number): PexipEnvelope {
  return { node: NODES[0].node, seq: 1, version: 2, time: atMs / 1000 - 60, event, data: {} }
}

/** The last event as a node tells it whose clock is a week ahead. */
function ahead(events: readonly PexipEnvelope[]): PexipEnvelope {
  const last = events.at(-1) ?? notice('eventsink_started', 0)
  const start = Number(last.data['start_time']) + 7 * DAY_S
  return { ...last, time: last.time + 7 * DAY_S, data: { ...last.data, start_time: start, end_time: start + 60 } }
}
