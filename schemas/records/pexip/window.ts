/**
 * `participant_media_stream_window` (version 2): sent when a participant's perceived quality changes class. Quality
 * classes: 0 unknown, 1 good, 2 ok, 3 bad, 4 terrible, null = not in use.
 */
import { z } from 'zod'
import { ANY_COUNT, epochSeconds, figure, header, text, sound, word } from './event.ts'

export const windowEvent = z.object({
  ...header,
  data: z
    .object({
      uuid: text,
      recent_quality: z
        .array(
          z
            .object({ time: epochSeconds.nullish(), quality: figure })
            .superRefine(sound([], { quality: { most: 4, whole: true } })),
        )
        .nullish(),
      packet_loss_history: z
        .array(
          z
            .object({
              stream_type: word,
              tx_packets_sent: figure,
              tx_packets_lost: figure,
              rx_packets_received: figure,
              rx_packets_lost: figure,
            })
            .superRefine(
              sound([], {
                tx_packets_sent: ANY_COUNT,
                tx_packets_lost: ANY_COUNT,
                rx_packets_received: ANY_COUNT,
                rx_packets_lost: ANY_COUNT,
              }),
            ),
        )
        .nullish(),
    })
    .superRefine(sound(['uuid'], {})),
})
export type WindowEvent = z.infer<typeof windowEvent>
