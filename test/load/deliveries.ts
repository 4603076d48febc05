/**
 * Deliveries without end, made on the fly and cheap to make, because who makes them shares the machine with what is
 * measured: a few bulks of different events are kept as bytes, and a delivery is one of them with other ids and days.
 */
import { createDisconnects, type Span } from './disconnects.ts'
import { type Organisation, SEED } from './organisation.ts'

/** Events of a delivery, as `avesqo import` sends by default; as bytes about 1.9 MB. */
export const RECORDS_A_DELIVERY = 1_000
/** Different bulks that are kept, 10,000 events. */
const BULKS = 10
const DAY_S = 86_400
/** Days that an import covers, in their order, the way a platform's history is delivered. */
const DAYS = 45
const FIRST_DAY: Span = { firstS: Date.parse('2026-10-01T07:00:00Z') / 1_000, days: 1 }

/** A time of ours for processes that receive these deliveries. */
export const AFTER_DELIVERIES = '2026-11-20T12:00:00Z'

export interface Deliveries {
  /** How many there are. */
  readonly count: number
  /** Delivery `n` as an `eventsink_bulk`. */
  bulk(n: number): Buffer
  /** The same events, one a line. */
  lines(n: number): Buffer
}

interface Template {
  readonly bytes: Buffer
  /** Where the list of events begins and ends. */
  readonly from: number
  readonly to: number
  /** Places of the commas between events. */
  readonly between: readonly number[]
  /** Places of ids; their first eight digits become the delivery's number. */
  readonly ids: readonly number[]
  /** Places of times, and their whole seconds on the first day. */
  readonly times: readonly { readonly at: number; readonly seconds: number }[]
}

/** @param records how many in all; rounded up to whole deliveries */
export function createDeliveries(organisation: Organisation, records: number): Deliveries {
  const next = createDisconnects(organisation, 1, SEED, FIRST_DAY)
  const templates = Array.from({ length: BULKS }, () => template(next))
  const count = Math.ceil(records / RECORDS_A_DELIVERY)

  const made = (n: number): { bytes: Buffer; of: Template } => {
    const of = templates[n % BULKS] ?? template(next)
    const bytes = Buffer.from(of.bytes)
    const id = Buffer.from(n.toString(16).padStart(8, '0'), 'latin1')
    for (const at of of.ids) id.copy(bytes, at)
    const shift = Math.floor((n * DAYS) / count) * DAY_S
    for (const { at, seconds } of of.times) bytes.write(String(seconds + shift), at, 'latin1')
    return { bytes, of }
  }
  return {
    count,
    bulk: (n) => made(n).bytes,
    lines(n) {
      const { bytes, of } = made(n)
      for (const at of of.between) bytes[at] = 0x0a
      return bytes.subarray(of.from, of.to)
    },
  }
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/gu
const TIME = /(?<="(?:time|connect_time|start_time|end_time)":)\d{10}/gu

function template(next: () => object): Template {
  const head = '{"node":"127.0.0.1","seq":0,"version":1,"time":1790838000,"event":"eventsink_bulk","data":['
  const events = Array.from({ length: RECORDS_A_DELIVERY }, () => JSON.stringify(next()))
  const between: number[] = []
  let at = head.length - 1
  for (const event of events) {
    at += event.length + 1
    between.push(at)
  }
  const text = `${head}${events.join(',')}]}`
  const bytes = Buffer.from(text)
  if (bytes.length !== text.length || /[\t\\]/u.test(text)) throw new Error('events must be plain ASCII')
  return {
    bytes,
    from: head.length,
    to: text.length - 2,
    between: between.slice(0, -1),
    ids: Array.from(text.matchAll(ID), (match) => match.index),
    times: Array.from(text.slice(head.length).matchAll(TIME), (match) => ({
      at: head.length + match.index,
      seconds: Number(match[0]),
    })),
  }
}
