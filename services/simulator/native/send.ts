/** Plans to bodies, with what each sender counts for itself. */
import type { RefusalCode } from '../../../schemas/refusals.ts'
import { stamp } from './cms-xml.ts'
import type { Extra } from './damage.ts'
import { brokenCms, extraRecord } from './damage-cms.ts'
import { brokenPexip, extraEvent, startNotice } from './damage-pexip.ts'
import { randomOf } from './derive.ts'
import type { Plan } from './order-plan.ts'
import type { Random } from '../random.ts'
import type { Delivery, NativeEvent, NumberedRecord, Sendable } from './record.ts'

/** @returns a function that makes a delivery of a plan; plans must come in the order in which they are sent */
export function createSender(seed: number): (plan: Plan) => Delivery {
  const counts = new Map<string, number>()
  const next = (sink: string, receiver: number): number => {
    const key = `${sink} ${receiver}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  }
  let sent = 0

  return (plan) => {
    const first = plan.records[0]
    if (first === undefined) throw new RangeError('a plan without records')
    sent += 1
    const random = randomOf(seed, 'send', sent)
    if (plan.restarts) counts.set(`${first.sink} ${plan.receiver}`, 0)
    const form = first.platform === 'cms' ? cmsForm(first) : pexipForm(first)
    const whole = (record: Sendable): string => form.member(record, next(record.sink, plan.receiver), plan.receiver)
    const members = plan.restarts ? [form.notice(whole(first))] : plan.records.map((record) => counted(whole(record)))
    for (let i = 0; i < plan.extras; i += 1) {
      const extra = form.extra(whole(random.pick([first, ...plan.records])), random)
      members.splice(random.whole(0, members.length), 0, extra)
    }
    const text = form.body(members.map((member) => member.text))
    const head = { platform: first.platform, sink: first.sink, contentType: form.contentType, atMs: plan.atMs }
    if (plan.broken) {
      const { body, codes } = form.broken(text, members.length, random)
      return { ...head, body, meant: 'broken', expected: { records: codes.length, refused: codes.length, codes } }
    }
    const codes = members.map(({ code }) => code).filter((code) => code !== null)
    return {
      ...head,
      body: Buffer.from(text),
      meant: plan.restarts ? 'notice' : codes.length > 0 ? 'half_broken' : plan.repeated ? 'repeat' : 'good',
      expected: { records: members.length, refused: codes.length, codes },
    }
  }
}

/** How a platform writes. */
interface Form {
  readonly contentType: string
  readonly member: (record: Sendable, count: number, receiver: 0 | 1) => string
  readonly body: (members: readonly string[]) => string
  readonly extra: (member: string, random: Random) => Extra
  readonly notice: (member: string) => Extra
  readonly broken: (
    body: string,
    records: number,
    random: Random,
  ) => { readonly body: Buffer; readonly codes: readonly RefusalCode[] }
}

function counted(text: string): Extra {
  return { text, code: null }
}

/** One event stands alone, several in a bulk. */
function pexipForm({ version, atMs }: NativeEvent): Form {
  const bulk = `{"event":"eventsink_bulk","node":"127.0.0.1","seq":0,"version":${version},"time":${atMs / 1000},"data":[`
  return {
    contentType: 'application/json',
    member: (record, seq, receiver) => {
      // A second sink may name another address of the node; a conference is told by its node, so there it stays.
      const same = receiver === 0 || (record.platform === 'pexip' && record.event.startsWith('conference_'))
      return `{"node":"${same ? '' : '::ffff:'}${record.sink}","seq":${seq},${record.text}`
    },
    body: (members) => (members.length === 1 ? (members[0] ?? '') : `${bulk}${members.join(',')}]}`),
    extra: extraEvent,
    notice: startNotice,
    broken: (body, _records, random) => brokenPexip(body, random),
  }
}

function cmsForm({ session, sink }: NumberedRecord): Form {
  return {
    contentType: 'text/xml',
    member: (record, recordIndex) => {
      if (record.platform !== 'cms') throw new RangeError('a body is of one platform')
      const indices = `recordIndex="${recordIndex}" correlatorIndex="${record.correlatorIndex}"`
      return `<record type="${record.type}" time="${stamp(record.atMs)}" ${indices}>\n${record.text}</record>`
    },
    body: (members) =>
      `<?xml version="1.0"?><records session="${session}" callBridge="${sink}">${members.join('\n')}\n</records>\n`,
    extra: extraRecord,
    notice: (text) => ({ text, code: null }),
    broken: brokenCms,
  }
}
