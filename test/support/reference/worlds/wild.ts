/**
 * Small worlds in which anything may stand: few subjects, few instants and every kind of disagreement between rows. The
 * instants lie around the edges of the rules (two minutes, a day, 24 and 48 hours) and a day of 23 hours.
 */
import fc from 'fast-check'
import type { Observation } from '../../../../schemas/observation.ts'
import { type Given, observe, tombstone } from '../../observations.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** How far clocks of two sources differ. */
const AHEAD = 10 * MINUTE
/** Local midnight at which the 23 hours begin. */
const MIDNIGHT = Date.parse('2026-03-28T23:00:00Z')
export const WILD_ZONE = 'Europe/Amsterdam'

const instant = fc
  .constantFrom(
    -25 * HOUR,
    -HOUR,
    -10 * MINUTE,
    -MINUTE,
    0,
    MINUTE,
    2 * MINUTE,
    2 * MINUTE + 1,
    5 * MINUTE,
    30 * MINUTE,
    HOUR,
    12 * HOUR,
    23 * HOUR,
    24 * HOUR,
    47 * HOUR,
    48 * HOUR,
    48 * HOUR + 1,
    49 * HOUR,
  )
  .map((offset) => MIDNIGHT + offset)
const length = fc.constantFrom(0, MINUTE, 10 * MINUTE, 24 * HOUR, 24 * HOUR + 1, 30 * HOUR)
const rev = fc.integer({ min: 0, max: 3 })
const event = fc.integer({ min: 1, max: 3 })
const configRev = fc.constantFrom(1, 1, 2)

function often<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { freq: 2, nil: undefined })
}

function seldom<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
}

const medium = fc.record({
  kind: fc.constantFrom('audio' as const, 'video' as const),
  dir: fc.constantFrom('up' as const, 'down' as const),
  codec: fc.constantFrom('opus' as const, 'h264' as const, null),
  packets: fc.constantFrom(null, 0, 10, 900),
  lost: fc.constantFrom(null, 0, 3, 1_000),
  loss_mp: fc.constantFrom(null, 0, 77),
  kbps: fc.constantFrom(null, 1, 64, 2_001),
  width: fc.constantFrom(null, 640, 1_280),
  height: fc.constantFrom(null, 640, 1_280),
  active_ms: fc.constantFrom(null, 0, 1_000, 3_000),
  samples: fc.constantFrom(null, 1, 4),
})

const ofLeg = fc
  .record({
    subject: fc.constantFrom('a', 'b', 'c', 'd'),
    event,
    at: instant,
    start: often(instant),
    end: often(instant),
    answer: seldom(instant),
    duration_ms: seldom(length),
    links: seldom(fc.subarray(['a', 'b', 'c', 'd', 'x'], { minLength: 1, maxLength: 2 })),
    conference: seldom(fc.constantFrom('F', 'G', 'H')),
    name: often(fc.constantFrom('one', 'two')),
    person: seldom(fc.constantFrom('p', 'q')),
    record: seldom(fc.constant('r')),
    rev,
    config_rev: configRev,
    kind: seldom(fc.constantFrom('room' as const, 'user' as const, 'shadow' as const)),
    protocol: seldom(fc.constantFrom('sip' as const, 'webrtc' as const)),
    internal: seldom(fc.boolean()),
    mark: fc.oneof(
      { weight: 19, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant('objected' as const) },
    ),
    platform: fc.oneof(
      { weight: 9, arbitrary: fc.constant('pexip' as const) },
      { weight: 1, arbitrary: fc.constant('generic' as const) },
    ),
    source_id: fc.constantFrom('one', 'two'),
    site: seldom(fc.constantFrom('Utrecht', 'Delft')),
    win_good: seldom(fc.integer({ min: 0, max: 2 })),
    media: seldom(
      fc
        .uniqueArray(medium, { minLength: 1, maxLength: 3, selector: placeOf })
        .map((entries) => entries.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))),
    ),
    by: fc.constantFrom('room' as const, 'ip' as const, 'label' as const),
  })
  .map(({ links = [], site, by, ...given }) =>
    observe({
      ...stated(given),
      links: links.filter((link) => link !== given.subject),
      ...(site === undefined ? {} : { site, site_by: by }),
    }),
  )

/** Conferences with an id are linked; those that have a name in place of it are not, and are of Pexip. */
const ofConference = fc
  .record({
    subject: fc.constantFrom('F', 'G', 'H'),
    event,
    at: instant,
    start: often(instant),
    end: often(instant),
    links: seldom(fc.subarray(['F', 'G', 'H', 'y'], { minLength: 1, maxLength: 2 })),
    record: seldom(fc.constant('r')),
    rev,
    config_rev: configRev,
  })
  .map(({ links = [], ...given }) =>
    observe({ about: 'conference', ...stated(given), links: links.filter((link) => link !== given.subject) }),
  )

const ofName = fc
  .record({
    subject: fc.constantFrom('one node 1', 'one node 2', 'two node 1'),
    event,
    at: instant,
    start: often(instant),
    end: often(instant),
    rev,
  })
  .map((given) => observe({ about: 'conference', ...stated(given), name: given.subject.slice(0, 3) }))

const stone = fc
  .record({
    subject: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    at: instant,
    links: seldom(fc.subarray(['a', 'b', 'x'], { minLength: 1, maxLength: 1 })),
  })
  .map(({ subject, at, links = [] }) => tombstone({ subject, at, links: links.filter((link) => link !== subject) }))

/** Up to a dozen rows of one small world. */
export const wildWorld: fc.Arbitrary<Observation[]> = fc.array(
  fc.oneof(
    { weight: 14, arbitrary: ofLeg },
    { weight: 3, arbitrary: ofConference },
    { weight: 3, arbitrary: ofName },
    { weight: 1, arbitrary: stone },
  ),
  { minLength: 1, maxLength: 12 },
)

/** In the order of the entry: by medium, up before down. */
function placeOf({ kind, dir }: { readonly kind: string; readonly dir: string }): string {
  return `${kind} ${dir === 'up' ? 1 : 2}`
}

interface Row {
  readonly subject: string
  readonly event: number
  readonly at: number
  readonly start?: number | undefined
  readonly end?: number | undefined
}

/**
 * Without what is not said: a value that is undefined is not stated. Nobody tells more than some minutes before it
 * happens that something has happened.
 */
function stated(given: Row): Given {
  const { at, start = at, end = at } = given
  const told = { ...given, at: Math.max(at, start - AHEAD, end - AHEAD) }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as unknown as Given
}
