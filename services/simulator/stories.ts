/**
 * A few meeting stories of an invented organisation, enough to see every step of the entry at work. (Names, addresses
 * and numbers are invented: domains and IP ranges are those reserved for documentation.)
 */
import type { Attendee, Meeting, Way } from './meeting.ts'
import type { Random } from './random.ts'

const MINUTE_MS = 60_000

const PEOPLE = ['anna.jansen', 'bram.devries', 'chris.bakker', 'daan.visser', 'eva.smit', 'fenna.mulder'] as const
const ROOM_AGENT = 'TANDBERG/529 (ce9.15.3.26dd8c8) Cisco-SX20'
const ROOMS = [
  { alias: 'waddenzee', ip: '198.51.100.21' },
  { alias: 'veluwe', ip: '203.0.113.8' },
] as const
const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

export const DOMAIN = 'voorbeeld.example'

/** Somebody of the organisation who objected to being recognised. */
export const OBJECTOR = `${PEOPLE[4]}@${DOMAIN}`

/** @param dayMs local morning of the first day, ms UTC */
export function pexipMeetings(random: Random, dayMs: number, days: number): Meeting[] {
  const meetings: Meeting[] = []
  for (let day = 0; day < days; day += 1) {
    const morning = dayMs + day * 24 * 60 * MINUTE_MS
    meetings.push(
      meeting(random, 'weekstart', morning, 35, ['room-sip', 'web-account', 'web-account', 'web']),
      meeting(random, 'projectoverleg', morning + 120 * MINUTE_MS, 55, ['room-sip', 'room-sip', 'web', 'phone']),
      meeting(random, 'klantgesprek', morning + 300 * MINUTE_MS, 25, ['room-sip', 'teams-gateway']),
    )
  }
  return meetings
}

/** @param dayMs local morning of the first day, ms UTC */
export function cmsMeetings(random: Random, dayMs: number, days: number): Meeting[] {
  return Array.from({ length: days }, (_, day) =>
    meeting(random, 'spreekuur', dayMs + (day * 24 * 60 + 200) * MINUTE_MS, 40, ['room-sip', 'app', 'app']),
  ).map((story) => ({
    ...story,
    attendees: story.attendees.map((attendee) => ({
      ...attendee,
      end: random.pick(['remoteTeardown', 'remoteTeardown', 'callEnded']),
    })),
  }))
}

function meeting(random: Random, name: string, startMs: number, minutes: number, ways: readonly Way[]): Meeting {
  const attendees = ways.map((way, place) => attendee(random, way, place, startMs, minutes))
  return {
    id: random.uuid(),
    name,
    startMs,
    endMs: Math.max(...attendees.map((one) => one.leaveMs)) + 2000,
    attendees,
  }
}

function attendee(random: Random, way: Way, place: number, startMs: number, minutes: number): Attendee {
  const joinMs = startMs + random.whole(1, 180) * 1000
  const leaveMs = startMs + minutes * MINUTE_MS + random.whole(0, 240) * 1000
  const person = random.pick(PEOPLE)
  const common = {
    id: random.uuid(),
    way,
    joinMs,
    leaveMs,
    lossUpPct: random.whole(0, 25) / 10,
    end: 'Call disconnected',
  }
  const home = `192.0.2.${random.whole(2, 250)}`
  if (way === 'room-sip') {
    const room = ROOMS[place % ROOMS.length] ?? ROOMS[0]
    return { ...common, name: room.alias, address: `sip:${room.alias}@${DOMAIN}`, ip: room.ip, userAgent: ROOM_AGENT }
  }
  if (way === 'phone') {
    const address = 'sip:+31201234567@sbc.voorbeeld.example;user=phone'
    return { ...common, name: '', address, ip: '203.0.113.90', userAgent: '' }
  }
  if (way === 'teams-gateway') {
    return { ...common, name: '', address: 'teams:meeting', ip: '198.51.100.200', userAgent: '' }
  }
  // In the browser a guest types a first name; who logs in, or uses the platform's app, is known by an address.
  const address = way === 'web' ? (person.split('.')[0] ?? person) : `${person}@${DOMAIN}`
  return { ...common, name: person, address, ip: home, userAgent: BROWSER }
}
