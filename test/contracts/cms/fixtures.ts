/** Invented Cisco Meeting Server payloads. */

export const SESSION = '11111111-aaaa-4bbb-8ccc-000000000001'
export const BRIDGE = '22222222-aaaa-4bbb-8ccc-000000000002'
export const CALL = '33333333-aaaa-4bbb-8ccc-000000000003'
export const LEG = '44444444-aaaa-4bbb-8ccc-000000000004'
export const OTHER = '55555555-aaaa-4bbb-8ccc-000000000005'

/** 2026-03-02T09:15:07Z */
export const TIME = '2026-03-02T09:15:07Z'
export const TIME_MS = 1_772_442_907_000

export function record(
  type: string,
  inside: string,
  head = `time="${TIME}" recordIndex="91" correlatorIndex="90"`,
): string {
  return `<record type="${type}" ${head}>${inside}</record>`
}

export function records(...inside: string[]): string {
  return `<?xml version="1.0"?>\n<records session="${SESSION}">${inside.join('\n')}</records>\n`
}

export function leg(inside: string): string {
  return `<callLeg id="${LEG}">${inside}</callLeg>`
}

/** A body of one record about the leg. */
export function legBody(type: string, inside: string): string {
  return records(record(type, leg(inside)))
}

/** What each observation of a record of `records` has in common. */
export function common(type: string, id: string) {
  const identity = ['records', SESSION, '90', type, id].map((part) => `${part.length}:${part}`).join('')
  return {
    platform: 'cms',
    sourceKind: 'cms_cdr',
    subjectId: `instance:${id}`,
    eventId: `instance:${identity}`,
    rev: 90,
    event_ms: TIME_MS,
  }
}
