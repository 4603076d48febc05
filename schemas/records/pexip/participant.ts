/**
 * `participant_connected`, `participant_updated`, `participant_disconnected`. Most members are optional: a version 2
 * example of the vendor lacks vendor, encryption, source_alias and has_media.
 */
import { z } from 'zod'
import { ANY_FIGURE, epochSeconds, figure, header, text, sound, word } from './event.ts'
import { mediaStream } from './streams.ts'

/** More related participants than this is no participant; the link step joins at most 16 anyway. */
const MOST_RELATED = 64

/** 49 days: what a stored duration holds. */
const LONGEST_SECONDS = 4_294_967

/** Members of which keys are made, or that are generalised. */
const TEXTS = [
  'uuid',
  'call_id',
  'conversation_id',
  'related_uuids',
  'conference',
  'source_alias',
  'destination_alias',
  'remote_address',
  'system_location',
  'vendor',
]

const BANDWIDTHS = { rx_bandwidth: ANY_FIGURE, tx_bandwidth: ANY_FIGURE }

const participant = {
  uuid: text,
  call_id: text.nullish(),
  conversation_id: text.nullish(),
  related_uuids: z.array(text).max(MOST_RELATED).nullish(),
  conference: text.nullish(), // the conference's name
  source_alias: text.nullish(),
  destination_alias: text.nullish(),
  remote_address: text.nullish(), // IP address
  system_location: text.nullish(),
  vendor: text.nullish(), // user agent
  protocol: word.nullish(),
  call_direction: word.nullish(),
  role: word.nullish(),
  encryption: word.nullish(),
  service_type: word.nullish(),
  connect_time: epochSeconds.nullish(),
  rx_bandwidth: figure, // negotiated; 0 = none
  tx_bandwidth: figure,
  has_media: z.boolean().nullish(),
  is_streaming: z.boolean().nullish(),
}

/** A connect event may carry a disconnect reason and a duration: not read, they say nothing there. */
export const participantEvent = z.object({
  ...header,
  data: z.object(participant).superRefine(sound(TEXTS, BANDWIDTHS)),
})
export type ParticipantEvent = z.infer<typeof participantEvent>

export const participantDisconnectedEvent = z.object({
  ...header,
  data: z
    .object({
      ...participant,
      disconnect_reason: word.nullish(), // free text
      duration: figure, // seconds
      end_time: epochSeconds.nullish(),
      media_streams: z.array(mediaStream).nullish(), // version 1
    })
    .superRefine(sound(TEXTS, { ...BANDWIDTHS, duration: { most: LONGEST_SECONDS } })),
})
export type ParticipantDisconnectedEvent = z.infer<typeof participantDisconnectedEvent>
