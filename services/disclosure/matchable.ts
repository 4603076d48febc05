/** The protocol as it is read beside what is published. */
import { CUTS } from '../../schemas/cube.ts'
import type { Protocol } from '../../schemas/published.ts'

/**
 * Cuts whose cells can be counted in what is published: those of people, and each room once.
 *
 * @param stored in which every cut of the environment has a cell a room and value: a room with two models has two in that
 *   cut, while what is published of it adds up all visible rooms (core/rooms.ts). A room is visible in all of these cuts or
 *   in none, and the cut `room` has one cell a room, so it says all that there is to say
 */
export function matchable(stored: Protocol): Protocol {
  return stored.filter(({ cut }) => cut === 'room' || CUTS[cut].population === 'people')
}
