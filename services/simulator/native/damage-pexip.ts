/** Events and bodies of the event sink that are not as they should be. */
import type { RefusalCode } from '../../../schemas/refusals.ts'
import type { Random } from '../random.ts'
import { type Broken, type Extra, pickFitting, refusedWhole, withoutUtf8 } from './damage.ts'

interface Envelope {
  version: unknown
  time: unknown
  event: unknown
  data: Record<string, unknown>
}

interface Defect {
  readonly code: RefusalCode | null
  readonly fits?: (text: string) => boolean
  readonly damage: (text: string) => string
}

const ofDisconnect = (text: string): boolean => text.includes('"event":"participant_disconnected"')
const stating = (text: string): boolean => ofDisconnect(text) && text.includes('"connect_time"')

/** An event whose envelope or data were changed. */
function changed(change: (envelope: Envelope) => void): (text: string) => string {
  return (text) => {
    const envelope = JSON.parse(text) as Envelope
    change(envelope)
    return JSON.stringify(envelope)
  }
}

function notice(event: string): Defect {
  const damage = changed((envelope) => {
    envelope.event = event
    envelope.data = {}
  })
  return { code: 'nothing_to_count', damage }
}

const NOTICES = [notice('eventsink_started'), notice('eventsink_updated'), notice('eventsink_stopped')] as const

const DEFECTS: readonly [Defect, ...Defect[]] = [
  { code: 'json_invalid', damage: (text) => text.replace(/"time":[\d.]+/u, '"time":') },
  { code: 'duplicate_key', damage: (text) => text.replace('{', '{"version":2,') },
  { code: 'not_a_record', damage: () => 'null' },
  { code: 'unknown_version', damage: changed((envelope) => (envelope.version = 3)) },
  { code: 'field_invalid', damage: changed((envelope) => (envelope.time = 'soon')) },
  { code: 'time_invalid', damage: changed((envelope) => (envelope.time = 12.5)) },
  {
    code: 'field_missing',
    damage: changed(({ data }) => {
      delete data['uuid']
      delete data['name']
    }),
  },
  {
    code: 'field_invalid',
    damage: changed(({ data }) => {
      const key = 'name' in data ? 'name' : 'uuid'
      data[key] = `${String(data[key])}\u0000`
    }),
  },
  { code: 'value_out_of_range', fits: ofDisconnect, damage: changed(({ data }) => (data['duration'] = -1)) },
  {
    code: 'end_before_start',
    fits: stating,
    damage: changed(({ data }) => (data['end_time'] = Number(data['connect_time']) - 60)),
  },
  ...NOTICES,
  // A newer version may know events that we do not.
  { code: null, damage: changed((envelope) => (envelope.event = 'participant_role_changed')) },
]

/** @param text a whole event, which stays as it is */
export function extraEvent(text: string, random: Random): Extra {
  const { code, damage } = pickFitting(DEFECTS, text, random)
  return { text: damage(text), code }
}

/** What a sink says of itself when it starts. */
export function startNotice(text: string): Extra {
  const [{ code, damage }] = NOTICES
  return { text: damage(text), code }
}

/** @param body a whole bulk or event, which stays as it is */
export function brokenPexip(body: string, random: Random): Broken {
  return random.pick([
    () => refusedWhole(body.slice(0, -Math.min(40, body.length >> 1)), 'json_invalid'),
    () => refusedWhole('<html><body>502 Bad Gateway</body></html>', 'json_invalid'),
    () =>
      refusedWhole('{"node":"127.0.0.1","seq":0,"version":2,"event":"eventsink_bulk","data":"none"}', 'field_invalid'),
    () => refusedWhole('[]', 'nothing_to_count'),
    () =>
      refusedWhole(
        withoutUtf8(`{"node":"${'x'.repeat(40)}","version":2,"time":1.5,"event":"eventsink_started"}`),
        'text_invalid',
      ),
  ])()
}
