/** Native deliveries in numbers for the tests that send many: what the platforms of a small organisation send. */
import { createWorld, deliveriesOf } from '../../services/simulator/index.ts'

export interface Body {
  readonly platform: 'pexip' | 'cms'
  readonly body: string
}

/** Within one month: in its first 24 hours and beside its ends other rules hold. */
const PERIOD = { firstDay: '2026-11-02', days: 10 } as const
const PEOPLE = 60
/** Most records of a body. */
const MOST = 3
/** A clock for products that receive them. */
export const AFTER_STORIES = '2026-11-20T12:00:00Z'

/**
 * @returns `wanted` different deliveries in the order of time, from the whole period: single events, bulks of some
 *   events, and Cisco posts; no record stands in two, and none is refused
 * @throws RangeError where the organisation does not send as many
 */
export function manyBodies(seed: number, wanted: number): readonly Body[] {
  const organised = { tenantId: 'voorbeeld', zone: 'Europe/Amsterdam', country: 'NL', domain: 'voorbeeld.example' }
  const { meetings, organisation } = createWorld({ ...organised, ...PERIOD, seed, people: PEOPLE })
  const { installation } = organisation
  const all = [...deliveriesOf(meetings, { seed, installation, order: 'clean', most: MOST })]
  if (all.length < wanted) throw new RangeError(`only ${all.length} deliveries`)
  const upTo = (place: number): number => Math.floor((place * wanted) / all.length)
  return all
    .filter((_, place) => upTo(place + 1) > upTo(place))
    .map(({ platform, body }): Body => ({ platform, body: body.toString() }))
}
