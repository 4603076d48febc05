/** One meeting as Pexip or Cisco tells it, with what may be missing, late, double, corrected or removed. */
import type { Observation } from '../../../../schemas/observation.ts'
import type { Random } from '../../../../services/simulator/random.ts'
import { changed, type Given, keyOf, observe, tombstone } from '../../observations.ts'

const MINUTE = 60_000

export interface World {
  readonly random: Random
  readonly tenantId: string
  /** Name of the month an instant lies in, in the tenant's zone: names are keyed by it. */
  readonly month: (instant: number) => string
}

interface Person {
  readonly subject: string
  readonly start: number
  readonly end: number
}

/**
 * A meeting in a room that has a name and no conference id, on up to three nodes.
 *
 * @param vmr of recurring meetings the same
 */
export function pexipMeeting(world: World, id: string, vmr: string, start: number): Observation[] {
  const { random, tenantId: tenant_id } = world
  const told: Observation[] = []
  const people = peopleOf(random, id, start)
  for (const { subject, start: joins, end: leaves } of people) {
    const name = `${vmr} ${world.month(joins)}`
    const common = { tenant_id, subject, start: joins, name } as const
    const preJoin = `${subject} api`
    const links = random.chance(0.2) ? [preJoin] : []
    if (links.length > 0)
      told.push(
        observe({
          ...common,
          subject: preJoin,
          event: 'joined',
          at: joins - 20_000,
          start: joins - 20_000,
          kind: 'shadow',
          protocol: 'api',
        }),
      )
    const more = { links, ...aboutPerson(random, subject) }
    if (random.chance(0.9)) told.push(observe({ ...common, ...more, event: 'joined', at: joins }))
    for (let window = 0; window < random.whole(0, 2); window += 1) {
      const at = random.whole(joins, leaves)
      const quality = random.pick(['win_good', 'win_ok', 'win_bad', 'win_terrible'] as const)
      told.push(
        observe({
          tenant_id,
          subject,
          event: `window ${window}`,
          at,
          [quality]: 1,
          media: [{ kind: 'audio', dir: 'up', loss_max_mp: random.whole(0, 900) }],
        }),
      )
    }
    if (random.chance(0.65)) {
      const ending = { ...common, ...more, event: 'left', at: leaves, end: leaves, measuring_point: 'service' } as const
      told.push(
        observe({
          ...ending,
          media: mediaOf(random, leaves - joins),
          end_class: random.pick(['normal_self', 'timeout', 'media_network']),
        }),
      )
    }
  }
  for (let node = 0; node < random.whole(0, 3); node += 1) {
    const begins = start + node * 30_000
    const ends = Math.max(...people.map(({ end }) => end)) + random.whole(-5, 5) * MINUTE
    const about = {
      tenant_id,
      about: 'conference',
      subject: `${id} node ${node}`,
      start: begins,
      name: `${vmr} ${world.month(begins)}`,
    } as const
    if (random.chance(0.7)) told.push(observe({ ...about, event: 'started', at: begins }))
    if (random.chance(0.7))
      told.push(observe({ ...about, event: 'ended', at: Math.max(begins, ends), end: Math.max(begins, ends) }))
  }
  return troubled(world, told)
}

/** A meeting on one or two call bridges that share a correlator. */
export function cmsMeeting(world: World, id: string, start: number): Observation[] {
  const { random, tenantId: tenant_id } = world
  const told: Observation[] = []
  const bridges = random.whole(1, 2)
  const people = peopleOf(random, id, start)
  const end = Math.max(...people.map((person) => person.end))
  for (let bridge = 0; bridge < bridges; bridge += 1) {
    const about = {
      tenant_id,
      about: 'conference',
      subject: `${id} call ${bridge}`,
      links: [`${id} both`],
      platform: 'cms',
      source_id: 'cms-1',
    } as const
    const begins = start + bridge * random.pick([0, 1, 90] as const) * MINUTE
    if (random.chance(0.8)) told.push(observe({ ...about, event: 'callStart', at: begins, start: begins }))
    if (random.chance(0.8))
      told.push(observe({ ...about, event: 'callEnd', at: end + bridge * MINUTE, end: end + bridge * MINUTE }))
  }
  for (const { subject, start: joins, end: leaves } of people) {
    const conference = `${id} call ${random.whole(0, bridges - 1)}`
    const about = { tenant_id, subject, platform: 'cms', source_id: 'cms-1' } as const
    if (random.chance(0.85))
      told.push(
        observe({ ...about, event: 'legStart', at: joins, start: joins, conference, ...aboutPerson(random, subject) }),
      )
    if (random.chance(0.4))
      told.push(observe({ ...about, event: 'legUpdate', at: random.whole(joins, leaves), conference, protocol: 'sip' }))
    const duration_ms = leaves - joins
    if (random.chance(0.85))
      told.push(
        observe({
          ...about,
          event: 'legEnd',
          at: leaves,
          end: leaves,
          duration_ms,
          alarm_loss_mp: random.whole(0, 9) * 1000,
        }),
      )
  }
  return troubled(world, told)
}

function peopleOf(random: Random, id: string, start: number): Person[] {
  return Array.from({ length: random.whole(1, 4) }, (_, index) => {
    const joins = start + random.whole(0, 10) * 30_000
    const lasts = random.chance(0.05) ? random.whole(20, 30) * 60 * MINUTE : random.whole(1, 90) * MINUTE
    return { subject: `${id} ${index}`, start: joins, end: joins + lasts }
  })
}

function aboutPerson(random: Random, subject: string): Partial<Given> {
  const room = random.chance(0.2)
  return {
    kind: room ? 'room' : random.pick(['user', 'guest', 'pstn'] as const),
    room_id: room ? 'board' : null,
    protocol: random.pick(['sip', 'webrtc', 'h323'] as const),
    site: random.pick(['Utrecht', 'remote'] as const),
    site_by: random.pick(['room', 'ip', 'label'] as const),
    vendor: random.chance(0.5) ? 'Cisco' : null,
    ...(random.chance(0.5) ? { person: subject } : {}),
    ...(random.chance(0.05) ? { mark: 'objected' as const } : {}),
  }
}

function mediaOf(random: Random, length: number): NonNullable<Given['media']> {
  // In the order in which the entry folds them.
  const kinds = (['audio', 'video', 'content'] as const).filter(() => random.chance(0.5))
  return kinds.map((kind) => ({
    kind,
    dir: random.pick(['up', 'down'] as const),
    codec: random.pick(['opus', 'h264', 'other'] as const),
    packets: random.whole(0, 90_000),
    lost: random.whole(0, 900),
    jitter_us: random.whole(0, 30_000),
    active_ms: random.chance(0.8) ? length : null,
    samples: random.whole(1, 3),
  }))
}

/** Corrections, another configuration, forged ends, links that come late, and persons who are erased. */
function troubled({ random, tenantId }: World, told: readonly Observation[]): Observation[] {
  const legs = told.filter(({ subject }) => subject === 'leg')
  const more: Observation[] = []
  for (const row of told) {
    if (random.chance(0.06)) more.push(moved(row, random.whole(-9, 9) * 20 * MINUTE))
    if (random.chance(0.04)) more.push(changed(row, { config_rev: 2, site: 'Delft', site_by: 'ip' }))
  }
  const [one, other] = random.some(legs, 2)
  if (one !== undefined && random.chance(0.06)) more.push(stoneOf(tenantId, one))
  if (one !== undefined && other !== undefined && random.chance(0.1)) {
    more.push(
      changed(other, {
        event_key: keyOf('event', `link ${other.content_hash}`),
        links: [one.subject_key].filter((key) => key !== other.subject_key),
        start_ms: null,
        end_ms: null,
        duration_ms: null,
        media: [],
      }),
    )
  }
  return [...told, ...more]
}

/** A correction by the source: it was earlier or later, and less is said than before. */
function moved(row: Observation, by: number): Observation {
  const start_ms = row.start_ms === null ? null : row.start_ms + by
  const day = new Date(start_ms ?? row.event_ms ?? 0).toISOString().slice(0, 10)
  return changed(row, {
    rev: row.rev + 1,
    start_ms,
    person_key: null,
    person_ident: null,
    media: [],
    fact_day: row.fact_day.replace(/.*/u, day) as Observation['fact_day'],
  })
}

function stoneOf(tenant_id: string, row: Observation): Observation {
  const at = row.start_ms ?? row.event_ms ?? 0
  return changed(tombstone({ tenant_id, subject: 'somebody', at }), {
    subject_key: row.subject_key,
    links: row.links,
    event_key: keyOf('event', `erased ${row.subject_key}`),
  })
}
