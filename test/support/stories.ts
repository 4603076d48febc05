/** Native deliveries in numbers for the tests that send many: meetings of the simulator, cut into bodies. */
import { emitCms } from '../../services/simulator/emit-cms.ts'
import { bulk, emitPexip } from '../../services/simulator/emit-pexip.ts'
import { createRandom } from '../../services/simulator/random.ts'
import { cmsMeetings, pexipMeetings } from '../../services/simulator/stories.ts'

export interface Body {
  readonly platform: 'pexip' | 'cms'
  readonly body: string
}

/** 9 o'clock on the first day of the stories, ms UTC. */
const FIRST_MORNING = Date.parse('2026-11-02T08:00:00Z')
/** A clock for products that receive them. */
export const AFTER_STORIES = '2026-11-20T12:00:00Z'

/** @returns at least `wanted` different deliveries: single events, bulks of some events, and Cisco posts */
export function manyBodies(seed: number, wanted: number): readonly Body[] {
  const random = createRandom(seed)
  const bodies: Body[] = []
  for (let round = 0; bodies.length < wanted; round += 1) {
    const morning = FIRST_MORNING + (round % 10) * 86_400_000
    for (const meeting of pexipMeetings(random, morning, 1)) {
      const events = emitPexip(meeting, `192.0.2.${1 + (round % 200)}`, 'Utrecht-DMZ')
      while (events.length > 0) {
        const some = events.splice(0, random.whole(1, 4))
        bodies.push({ platform: 'pexip', body: JSON.stringify(some.length === 1 ? some[0] : bulk(some)) })
      }
    }
    for (const meeting of cmsMeetings(random, morning, 1)) {
      const posts = emitCms(meeting, random.uuid(), random.uuid(), 100)
      bodies.push(...posts.map((body): Body => ({ platform: 'cms', body })))
    }
  }
  return bodies.slice(0, wanted)
}
