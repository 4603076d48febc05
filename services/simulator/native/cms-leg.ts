/** What a call bridge tells of one participation (model.ts says what each way and telling means). */
import type { Participation, Way } from '../model.ts'
import type { Random } from '../random.ts'
import { type Children, element } from './cms-xml.ts'
import { legEnd, type ToldRecord, UNANSWERED } from './cms-leg-end.ts'
import { derivedId } from './derive.ts'

/** Their updates name nobody: only the start says that it is a guest, a bridge or a recorder, so it always comes. */
const NAMELESS: ReadonlySet<Way> = new Set<Way>(['web', 'bridge', 'recorder'])

/** @param call id of the call on this call bridge; an attempt that reached none has none */
export function tellLeg(leg: Participation, call: string | undefined, random: Random): ToldRecord[] {
  const told: ToldRecord[] = []
  const startComes = leg.telling !== 'no_start' && leg.telling !== 'end_only'
  const answered = !UNANSWERED.has(leg.end.native) && (call !== undefined || !startComes)
  // The call may be known only when the leg is connected.
  const startKnowsCall = random.chance(0.8) || !answered
  if (startComes || NAMELESS.has(leg.way)) told.push(legStart(leg, startKnowsCall ? call : undefined, random))
  if (answered) told.push(connected(leg, call, random))
  if (leg.way === 'recorder') told.push(...recording(leg, call))
  const changedMs = leg.joinMs + 1000 * random.whole(0, Math.floor((leg.leaveMs - leg.joinMs) / 1000) - 1)
  if (random.chance(0.15) && changedMs > leg.joinMs) told.push(changed(leg, call, changedMs))
  if (leg.telling !== 'no_end') told.push(legEnd(leg, random))
  return told
}

function legStart(leg: Participation, call: string | undefined, random: Random): ToldRecord {
  const { way } = leg
  const told = {
    remoteParty: leg.said,
    displayName: leg.typedName,
    type: way === 'web' || way === 'app' ? 'acano' : 'sip',
    subType: way === 'bridge' ? 'distributionLink' : way === 'teams' ? 'lync' : undefined,
    direction: way === 'bridge' || way === 'recorder' ? 'outgoing' : 'incoming',
    guestConnection: way === 'web' ? true : undefined,
    recording: way === 'recorder' ? true : undefined,
    call,
    groupId: leg.id,
    sipCallId: way === 'web' || way === 'app' ? undefined : derivedId(leg.id, 'sip').replaceAll('-', ''),
  }
  return { atMs: leg.joinMs, type: 'callLegStart', text: variety(element('callLeg', leg.id, told), random) }
}

/** The leg is connected within a second; the far end may be spelt in another way than at its start. */
function connected(leg: Participation, call: string | undefined, random: Random): ToldRecord {
  const spelling = random.pick(leg.person?.spellings ?? [leg.said])
  const remoteAddress = leg.way === 'phone' || leg.room !== null ? leg.said : spelling
  const told: Children = {
    state: 'connected',
    call,
    deactivated: false,
    groupId: leg.id,
    displayName: leg.typedName,
    remoteAddress: NAMELESS.has(leg.way) ? undefined : remoteAddress,
  }
  const atMs = Math.min(leg.joinMs + 1000 * random.whole(0, 1), leg.leaveMs)
  return { atMs, type: 'callLegUpdate', text: variety(element('callLeg', leg.id, told), random) }
}

/** An update that says nothing new. */
function changed(leg: Participation, call: string | undefined, atMs: number): ToldRecord {
  const told = { call, deactivated: false, groupId: leg.id, displayName: leg.typedName }
  return { atMs, type: 'callLegUpdate', text: element('callLeg', leg.id, told) }
}

/** The recording has an id of its own, tied to the recorder's leg. */
function recording(leg: Participation, call: string | undefined): ToldRecord[] {
  const id = derivedId(leg.id, 'recording')
  const start = element('recording', id, {
    path: `spaces/${derivedId(leg.id, 'space')}/recording\n`,
    recorderUrl: 'https://recorder.example:8443\n',
    call: call === undefined ? undefined : `${call}\n`,
    callLeg: `${leg.id}\n`,
  })
  const told = [{ atMs: leg.joinMs, type: 'recordingStart', text: start }]
  if (leg.telling === 'no_end') return told
  return [...told, { atMs: leg.leaveMs, type: 'recordingEnd', text: element('recording', id, {}, '\n') }]
}

/** Ways of writing the same: line feeds behind texts, and `@` as a reference. */
function variety(xml: string, random: Random): string {
  const way = random.whole(1, 8)
  if (way === 1) return xml.replaceAll(/(?<=[^>])<\//gu, '\n</')
  return way === 2 ? xml.replaceAll('@', '&#64;') : xml
}
