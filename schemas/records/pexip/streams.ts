/**
 * Media statistics at the end of a stream: in `participant_media_streams_destroyed` (version 2) and in
 * `participant_disconnected` (version 1). Seen from the service: `rx` is what it received from the participant (up),
 * `tx` what it sent (down). Bit rates in kbit/s, loss in percent, times in seconds since 1970 UTC.
 */
import { z } from 'zod'
import { ANY_COUNT, ANY_FIGURE, epochSeconds, figure, header, text, sound, word } from './event.ts'

export const mediaStream = z
  .object({
    stream_type: word,
    start_time: epochSeconds.nullish(), // for the stream's length only: in the vendor's example 17 months off
    end_time: epochSeconds.nullish(), // may lie before the start
    rx_bitrate: figure,
    rx_codec: word.nullish(),
    rx_fps: figure,
    rx_resolution: word.nullish(), // "1280x720", "", or the word "None"
    rx_packets_received: figure,
    rx_packets_lost: figure,
    rx_packet_loss: figure,
    tx_bitrate: figure,
    tx_codec: word.nullish(),
    tx_fps: figure,
    tx_resolution: word.nullish(),
    tx_packets_sent: figure,
    tx_packets_lost: figure,
    tx_packet_loss: figure,
  })
  .superRefine(
    sound([], {
      rx_bitrate: ANY_FIGURE,
      rx_fps: { most: 1_000 },
      rx_packets_received: ANY_COUNT,
      rx_packets_lost: ANY_COUNT,
      rx_packet_loss: { most: 100 },
      tx_bitrate: ANY_FIGURE,
      tx_fps: { most: 1_000 },
      tx_packets_sent: ANY_COUNT,
      tx_packets_lost: ANY_COUNT,
      tx_packet_loss: { most: 100 },
    }),
  )
export type MediaStream = z.infer<typeof mediaStream>

export const streamsDestroyedEvent = z.object({
  ...header,
  data: z
    .object({
      uuid: text, // of the participant, or of a related one (presentation)
      media_streams: z.array(mediaStream).nullish(),
    })
    .superRefine(sound(['uuid'], {})),
})
export type StreamsDestroyedEvent = z.infer<typeof streamsDestroyedEvent>
