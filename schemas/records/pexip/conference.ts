/**
 * `conference_started`, `conference_updated`, `conference_ended`. A conference has no id: it is its name, its start and
 * the node that speaks, because every node emits its own started and ended for its part of one conference.
 */
import { z } from 'zod'
import { epochSeconds, header, sound, text, word } from './event.ts'

export const conferenceEvent = z
  .object({
    ...header,
    node: text.nullish(), // the node's address; stands in the key of the instance and nowhere else
    data: z
      .object({
        name: text, // identifier: often a person's own meeting room
        start_time: epochSeconds.nullish(),
        end_time: epochSeconds.nullish(), // ended only
        service_type: word.nullish(),
      })
      .superRefine(sound(['name'], {})),
  })
  .superRefine(sound(['node'], {}))
export type ConferenceEvent = z.infer<typeof conferenceEvent>
