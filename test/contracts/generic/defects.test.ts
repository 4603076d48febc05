import { describe, expect, it } from 'vitest'
import { decodeGeneric } from '../../../services/ingest/decode/generic/index.ts'
import { decoded, only } from '../shown.ts'

const START = '2026-03-02T09:00:00Z'
const json = (fields: object) => JSON.stringify({ leg_id: 'a', start: START, ...fields })
const raw = (members: string) => `{"leg_id":"a","start":"${START}",${members}}`
const media = (fields: object) => json({ media: [{ kind: 'audio', dir: 'up', ...fields }] })
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

const DEFECTS: readonly (readonly [string, string | Buffer, string])[] = [
  ['nothing', '', 'json_invalid'],
  ['truncated', json({}).slice(0, -3), 'json_invalid'],
  ['a truncated array', `[${json({})},${json({}).slice(0, 9)}`, 'json_invalid'],
  ['an array with something behind it', `[${json({})}] x`, 'json_invalid'],
  ['an empty item', `[${json({})},]`, 'json_invalid'],
  ['NaN', raw('"mos":NaN'), 'json_invalid'],
  ['a NUL between members', raw('\u0000"mos":3'), 'json_invalid'],
  ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'text_invalid'],
  ['UTF-16', Buffer.from(json({}), 'utf16le'), 'json_invalid'],
  ['40 levels', raw(`"x":${deep(40)}`), 'too_deep'],
  ['100,000 levels', raw(`"x":${deep(100_000)}`), 'too_deep'],
  ['a list of 100,001', raw(`"x":[${'0,'.repeat(100_000)}0]`), 'too_long'],
  ['an array of 100,001 records', `[${'0,'.repeat(100_000)}0]`, 'too_long'],
  ['a key twice', raw('"leg_id":"b"'), 'duplicate_key'],
  ['a key twice, once escaped', raw('"leg\\u005fid":"b"'), 'duplicate_key'],
  ['a key twice inside what is not read', raw('"x":{"y":[{"z":1,"z":1}]}'), 'duplicate_key'],
  ['text', '"leg"', 'not_a_record'],
  ['null', 'null', 'not_a_record'],
  ['an array in an array', `[[${json({})}]]`, 'not_a_record'],
  ['no leg', JSON.stringify({ start: START }), 'field_missing leg_id'],
  ['a blank leg', json({ leg_id: ' ' }), 'field_missing leg_id'],
  ['a conference without its id', json({ subject: 'conference' }), 'field_missing conference_id'],
  ['neither start nor event', JSON.stringify({ leg_id: 'a', end: START }), 'field_missing start'],
  ['a leg that is a number', json({ leg_id: 5 }), 'field_invalid leg_id'],
  ['a leg that is an object', json({ leg_id: { toString: 'x' } }), 'field_invalid leg_id'],
  ['a lone surrogate', raw('"address":"a\\ud800"'), 'field_invalid address'],
  ['a NUL in text', raw('"address":"a\\u0000b"'), 'field_invalid address'],
  ['text of 3,000 characters', json({ address: 'x'.repeat(3_000) }), 'field_invalid address'],
  ['a time without zone', json({ start: '2026-03-02T09:00:00' }), 'time_invalid start'],
  ['an epoch number', json({ start: 1_772_442_907 }), 'field_invalid start'],
  ['an epoch number as text', json({ start: '1772442907' }), 'time_invalid start'],
  ['30 February', json({ end: '2026-02-30T09:00:00Z' }), 'time_invalid end'],
  ['year 0', json({ answer: '0000-01-01T00:00:00Z' }), 'time_invalid answer'],
  ['year 9999', json({ event: '9999-12-31T23:59:59Z' }), 'time_invalid event'],
  ['a zone that is none', json({ zone: 'Europe/Atlantis' }), 'field_invalid zone'],
  ['an offset for a zone', json({ zone: '+01:00' }), 'field_invalid zone'],
  ['an end before the start', json({ end: '2026-03-02T08:59:59Z' }), 'end_before_start end'],
  ['a negative duration', json({ duration_s: -1 }), 'value_out_of_range duration_s'],
  ['a duration of 1e999', raw('"duration_s":1e999'), 'value_out_of_range duration_s'],
  ['a duration as text', json({ duration_s: '60' }), 'field_invalid duration_s'],
  ['a loss of 101 %', media({ loss_pct: 101 }), 'value_out_of_range media.*.loss_pct'],
  ['half a packet', media({ packets: 0.5 }), 'field_invalid media.*.packets'],
  ['more packets than can be', media({ packets: 1e12 }), 'value_out_of_range media.*.packets'],
  ['a medium without direction', json({ media: [{ kind: 'audio' }] }), 'field_missing media.*.dir'],
  ['a medium that is none', json({ media: [{ kind: 'smell', dir: 'up' }] }), 'field_invalid media.*.kind'],
  ['a medium of text', json({ media: ['audio'] }), 'field_invalid media.*'],
  ['65 media', json({ media: Array.from({ length: 65 }, () => ({ kind: 'audio', dir: 'up' })) }), 'too_long media'],
  ['65 links', json({ links: Array.from({ length: 65 }, String) }), 'too_long links'],
  ['a MOS of 0', json({ mos: 0 }), 'value_out_of_range mos'],
  ['a rating of 6', json({ rating: 6 }), 'value_out_of_range rating'],
  ['SIP code 99', json({ sip_code: 99 }), 'value_out_of_range sip_code'],
  ['Q.850 cause 128', json({ q850: 128 }), 'value_out_of_range q850'],
  ['a kind that only a declaration gives', json({ kind: 'room' }), 'field_invalid kind'],
  ['a protocol that is not known', json({ protocol: 'carrier pigeon' }), 'field_invalid protocol'],
  ['a negative order', json({ rev: -1 }), 'value_out_of_range rev'],
  ['an order beyond exact numbers', json({ rev: 2 ** 60 }), 'value_out_of_range rev'],
]

const ROWS: readonly (readonly [string, string, string])[] = [
  ['a decimal comma', 'leg_id;start;duration_s\na;2026-03-02T09:00:00Z;1,5', 'field_invalid duration_s'],
  ['1e999', `leg_id,start,duration_s\na,${START},1e999`, 'value_out_of_range duration_s'],
  ['a percentage over 100', `leg_id,start,audio_up_loss_pct\na,${START},100.1`, 'value_out_of_range media.*.loss_pct'],
  ['a flag that is neither', `leg_id,start,encrypted\na,${START},maybe`, 'field_invalid encrypted'],
  ['no leg', `leg_id,start\n,${START}`, 'field_missing leg_id'],
  ['a header with a column twice', `leg_id,start,LEG_ID\na,${START},b`, 'csv_invalid'],
  ['a header with an open quote', `"leg_id,start\na,${START}`, 'csv_invalid'],
]

describe('planted defects', () => {
  it.each(DEFECTS)('JSON: %s', (_, body, expected) => {
    expect(decoded(decodeGeneric, body, 'application/json').refused).toContain(expected)
    expect(decoded(decodeGeneric, body, 'application/json').observations.length).toBeLessThanOrEqual(1)
  })

  it.each(DEFECTS.filter(([, body]) => typeof body === 'string' && body.startsWith('{')))(
    'NDJSON: %s, and the next record is read',
    (_, body, expected) => {
      const outcome = decoded(decodeGeneric, `${body.toString()}\n${json({})}`, 'application/x-ndjson')
      expect(outcome.refused).toEqual([expected])
      expect(outcome.observations).toHaveLength(1)
    },
  )

  it.each(ROWS)('CSV: %s', (_, body, expected) => {
    expect(decoded(decodeGeneric, body, 'text/csv').refused).toEqual([expected])
  })

  it('CSV: broken UTF-8', () => {
    const body = Buffer.concat([Buffer.from('leg_id,start\n'), Buffer.from([0x61, 0xff])])
    expect(decoded(decodeGeneric, body, 'text/csv').refused).toEqual(['text_invalid'])
  })
})

describe('prototypes', () => {
  it('stay as they are: __proto__ and constructor are members that are not read', () => {
    const body = raw('"__proto__":{"mos":3,"polluted":true},"constructor":{"prototype":{"polluted":true}}')
    const outcome = decoded(decodeGeneric, body, 'application/json')
    expect(outcome.refused).toEqual([])
    expect(outcome.ignored).toBe(3)
    expect(outcome.observations[0]).not.toHaveProperty('mos_c')
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('do not answer for a column or a member', () => {
    const outcome = decoded(decodeGeneric, `leg_id,start,__proto__,constructor\na,${START},x,y`, 'text/csv')
    expect(outcome.refused).toEqual([])
    expect(outcome.ignored).toBe(2)
    expect(only(decodeGeneric, json({ media: [{ kind: 'audio', dir: 'up', toString: 1 }] }))).not.toHaveProperty(
      'media',
    )
  })
})
