/**
 * `callLegStart`, `callLegUpdate`, `callLegEnd`. Display names, owner ids, local addresses and SIP call ids are not
 * read. A leg's end names no call; its start may not know it yet.
 */
import { z } from 'zod'
import { element, figure, flag, list, optional, present, required, seconds } from './fields.ts'
import { header } from './record.ts'

const pixels = figure(0, 65_535)
const percent = figure(0, 100)

/** One medium in one direction, seen from the server: `rx` = from the participant, `tx` = to the participant. */
const medium = list(
  element({
    codec: optional,
    maxSizeWidth: pixels,
    maxSizeHeight: pixels,
  }),
)

const identity = {
  '@id': required, // GUID
  groupId: optional, // GUID; ties a presentation's leg to the participant's
}

export const callLegStart = z.object({
  ...header,
  callLeg: element({
    ...identity,
    call: optional,
    remoteParty: present, // identifier: address or number of the far end
    remoteAddress: present, // identifier
    type: optional, // sip, acano
    subType: optional, // lync, avaya, distributionLink
    direction: optional, // incoming, outgoing: seen from the server
    guestConnection: flag,
    recording: flag,
    streaming: flag,
  }),
})
export type CallLegStart = z.infer<typeof callLegStart>

export const callLegUpdate = z.object({
  ...header,
  callLeg: element({
    ...identity,
    call: optional,
    remoteParty: present, // identifier
    remoteAddress: present, // identifier
    state: optional, // connected, or not there yet
    ivr: present, // stands, mostly empty, while the leg is in a voice menu and not in a call
  }),
})
export type CallLegUpdate = z.infer<typeof callLegUpdate>

export const callLegEnd = z.object({
  ...header,
  callLeg: element({
    ...identity,
    reason: optional,
    remoteTeardown: flag,
    durationSeconds: seconds,
    encryptedMedia: flag,
    unencryptedMedia: flag,
    // share of the leg's time in which the alarm was raised, percent; not the loss itself
    alarm: list(element({ '@type': optional, '@durationPercentage': percent })),
    rxAudio: medium,
    txAudio: medium,
    rxVideo: medium,
    txVideo: medium,
  }),
})
export type CallLegEnd = z.infer<typeof callLegEnd>
