import { describe, expect, it } from 'vitest'
import { decodeCms } from '../../../services/ingest/decode/cms/index.ts'
import { decoded, only } from '../shown.ts'
import { CALL, LEG, leg, OTHER, record, records, SESSION, TIME, TIME_MS } from './fixtures.ts'

const start = record('callStart', `<call id="${CALL}"/>`)
const legStart = record('callLegStart', leg(''))
const broken = record('callLegStart', '<callLeg/>')
const subjects = (body: string) => decoded(decodeCms, body).observations.map((one) => one['subjectId'])

const event = (body: string) => only(decodeCms, body)['eventId']

describe('bodies', () => {
  it('reads several records of one body, and a broken one spoils no other', () => {
    const outcome = decoded(decodeCms, records(start, broken, legStart))
    expect(outcome.observations.map((one) => one['subjectId'])).toEqual([`instance:${CALL}`, `instance:${LEG}`])
    expect(outcome.records.map((one) => one.outcome)).toEqual(['accepted', 'refused', 'accepted'])
    expect(outcome.refused).toEqual(['field_missing callLeg.@id'])
  })

  it('reads two documents in one body, each with its declaration', () => {
    expect(subjects(records(start) + records(legStart))).toEqual([`instance:${CALL}`, `instance:${LEG}`])
  })

  it('reads bare records one after another, with and without declarations, comments and a byte order mark', () => {
    const body = `\uFEFF<?xml version='1.0'?>\n${start}<!-- relay -->\n<?xml version="1.0"?>${legStart}${start}`
    expect(subjects(body)).toEqual([`instance:${CALL}`, `instance:${LEG}`, `instance:${CALL}`])
  })

  it('gives the length of each record, not of the body', () => {
    const lengths = decoded(decodeCms, records(start, legStart)).records.map((one) => one.bytes)
    expect(lengths).toEqual([start.length, legStart.length])
  })

  it('reads attributes in single quotes and namespaced documents', () => {
    const body = `<records xmlns="urn:example" session='${SESSION}'><record type='callStart' time='${TIME}' correlatorIndex='7'><call id='c'/></record></records>`
    expect(only(decodeCms, body)).toMatchObject({ subjectId: 'instance:c', rev: 7 })
  })

  it('reads text in CDATA and text that has an attribute', () => {
    const inside = '<remoteParty kind="x"><![CDATA[ ada@example.org ]]></remoteParty>'
    const body = records(record('callLegStart', leg(inside)))
    expect(only(decodeCms, body)['farEnd']).toEqual(['address:ada@example.org'])
  })
})

describe('identity', () => {
  it('does not depend on the receiver: a repetition with another recordIndex is the same event', () => {
    const again = records(start.replace('recordIndex="91"', 'recordIndex="3" numPreceedingRecordsMissing="2"'))
    expect(event(again)).toBe(event(records(start)))
  })

  it('tells records apart that share session and both indices but not type or object', () => {
    const ids = [
      records(start),
      records(record('callEnd', `<call id="${CALL}"/>`)),
      records(record('callStart', `<call id="${OTHER}"/>`)),
      records(start).replace(SESSION, OTHER),
      records(start.replace('correlatorIndex="90"', 'correlatorIndex="91"')),
    ].map(event)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('accepts an end that says the time and indices of its start: one more observation', () => {
    const forged = record('callEnd', `<call id="${CALL}"><durationSeconds>600</durationSeconds></call>`)
    const { observations } = decoded(decodeCms, records(start, forged))
    expect(observations).toHaveLength(2)
    expect(observations[1]).toMatchObject({ end_ms: TIME_MS, duration_ms: 600_000, rev: 90 })
  })

  it('of a bare record has its time, so that two runs of a bridge do not meet', () => {
    expect(event(start)).not.toBe(event(start.replace(TIME, '2026-03-02T09:15:08Z')))
    expect(event(start)).not.toBe(event(start.replace('correlatorIndex="90"', 'correlatorIndex="91"')))
    expect(event(start)).toBe(event(start.replace(TIME, '2026-03-02T10:15:07+01:00')))
  })
})
