/** Local days: zones off the hour, days of 23 and 25 hours, and the largest offset there is. */
import { attended, type Case } from './case.ts'

/** A leg in the last millisecond of the day before, in the first of the day, in its last, and in the first after it. */
function around(zone: string, day: string, from: string, until: string, before: string, after: string): Case {
  const instants = [Date.parse(from) - 1, Date.parse(from), Date.parse(until) - 1, Date.parse(until)]
  const days = [before, day, day, after]
  return {
    name: `${day} in ${zone}`,
    zone,
    rows: instants.flatMap((instant, index) =>
      attended(`${index}`, new Date(instant).toISOString(), new Date(instant + 3_600_000).toISOString(), {
        name: 'vmr',
      }),
    ),
    legs: instants.map((start_ms, index) => ({
      leg: `${index}`,
      day: days[index] ?? '',
      start_ms,
      meeting: index < 2 ? 'night' : 'next night',
    })),
  }
}

export const ZONES: readonly Case[] = [
  around('Europe/Amsterdam', '2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', '2026-03-28', '2026-03-30'),
  around('Europe/Amsterdam', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', '2026-10-24', '2026-10-26'),
  around('America/St_Johns', '2026-03-08', '2026-03-08T03:30:00Z', '2026-03-09T02:30:00Z', '2026-03-07', '2026-03-09'),
  around('America/St_Johns', '2026-11-01', '2026-11-01T02:30:00Z', '2026-11-02T03:30:00Z', '2026-10-31', '2026-11-02'),
  around('Asia/Kolkata', '2026-03-10', '2026-03-09T18:30:00Z', '2026-03-10T18:30:00Z', '2026-03-09', '2026-03-11'),
  around(
    'Pacific/Kiritimati',
    '2026-03-10',
    '2026-03-09T10:00:00Z',
    '2026-03-10T10:00:00Z',
    '2026-03-09',
    '2026-03-11',
  ),
]
