import { describe, expect, it } from 'vitest'
import { decodeCms } from '../../../services/ingest/decode/cms/index.ts'
import { decoded } from '../shown.ts'
import { CALL, leg, LEG, record, records } from './fixtures.ts'

const call = (inside = '') => `<call id="${CALL}">${inside}</call>`
const good = record('callStart', call())
const end = (inside: string) => records(record('callLegEnd', leg(inside)))
const head = (attributes: string) => records(`<record ${attributes}>${call()}</record>`)
const deep = `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`

const DEFECTS: readonly (readonly [string, string | Buffer, string])[] = [
  ['nothing', '', 'xml_invalid'],
  ['white space', ' \n', 'xml_invalid'],
  ['no XML', '{"records":[]}', 'xml_invalid'],
  ['truncated', records(good).slice(0, -20), 'xml_invalid'],
  ['truncated inside a tag', records(good).slice(0, 60), 'xml_invalid'],
  ['crossed tags', '<records session="s"><record></records></record>', 'xml_invalid'],
  ['a root that is closed and opened again', `</r>${good}<r>`, 'xml_invalid'],
  ['an attribute twice', '<records session="a" session="b"/>', 'xml_invalid'],
  ['a NUL', records(good).replace(CALL, 'a\u0000b'), 'xml_invalid'],
  ['a NUL as a reference', records(good).replace(CALL, 'a&#0;b'), 'xml_invalid'],
  ['a surrogate as a reference', records(good).replace(CALL, 'a&#xD800;b'), 'xml_invalid'],
  ['a reference beyond Unicode', records(good).replace(CALL, 'a&#x110000;b'), 'xml_invalid'],
  ['an element named __proto__', records(record('callStart', `<__proto__>1</__proto__>${call()}`)), 'xml_invalid'],
  ['broken UTF-8', Buffer.concat([Buffer.from(records(good)), Buffer.from([0xc3, 0x28])]), 'text_invalid'],
  ['UTF-16', Buffer.from(`\uFEFF${records(good)}`, 'utf16le'), 'text_invalid'],
  ['a DOCTYPE', `<!DOCTYPE records>${records(good)}`, 'xml_doctype'],
  ['a DOCTYPE in lower case behind a comment', `<!-- x --><!doctype a [<!ENTITY b "c">]>${good}`, 'xml_doctype'],
  [
    'an entity bomb',
    `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]>${good}`,
    'xml_doctype',
  ],
  ['an external entity', `<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>${good}`, 'xml_doctype'],
  ['40 elements deep', records(record('callStart', deep)), 'too_deep'],
  ['another root', '<calls/>', 'not_a_record'],
  ['another element in the records', '<records session="s"><call id="a"/></records>', 'not_a_record'],
  ['records without a session', `<records>${good}</records>`, 'field_missing @session'],
  ['an empty record', records('<record/>'), 'field_missing @type'],
  ['no time', head('type="callStart" correlatorIndex="1"'), 'field_missing @time'],
  ['no correlatorIndex', head('type="callStart" time="2026-03-02T09:00:00Z"'), 'field_missing @correlatorIndex'],
  [
    'no correlatorIndex in a bare record',
    `<record type="callStart" time="2026-03-02T09:00:00Z" recordIndex="4">${call()}</record>`,
    'field_missing @correlatorIndex',
  ],
  [
    'a negative correlatorIndex',
    head('type="callStart" time="2026-03-02T09:00:00Z" correlatorIndex="-1"'),
    'value_out_of_range @correlatorIndex',
  ],
  [
    'a correlatorIndex that is no number',
    head('type="callStart" time="2026-03-02T09:00:00Z" correlatorIndex="0x1"'),
    'field_invalid @correlatorIndex',
  ],
  [
    'a time without zone',
    head('type="callStart" time="2026-03-02T09:00:00" correlatorIndex="1"'),
    'time_invalid @time',
  ],
  ['year 0', head('type="callStart" time="0000-03-02T09:00:00Z" correlatorIndex="1"'), 'time_invalid @time'],
  ['year 9999', head('type="callStart" time="9999-03-02T09:00:00Z" correlatorIndex="1"'), 'time_invalid @time'],
  ['30 February', head('type="callStart" time="2026-02-30T09:00:00Z" correlatorIndex="1"'), 'time_invalid @time'],
  ['an epoch number', head('type="callStart" time="1772442907" correlatorIndex="1"'), 'time_invalid @time'],
  ['no object', records(record('callLegEnd', '')), 'field_missing callLeg'],
  ["another type's object", records(record('callLegEnd', call())), 'field_missing callLeg'],
  ['an object without id', records(record('callEnd', '<call><name>x</name></call>')), 'field_missing call.@id'],
  ['an empty id', records(record('callEnd', '<call id=" "/>')), 'field_missing call.@id'],
  [
    'an id of 3,000 characters',
    records(record('callEnd', `<call id="${'x'.repeat(3_000)}"/>`)),
    'field_invalid call.@id',
  ],
  ['two objects', records(record('callEnd', call() + call())), 'field_invalid call'],
  ['an element twice', end('<reason>error</reason><reason>timeout</reason>'), 'field_invalid callLeg.reason'],
  ['a negative duration', end('<durationSeconds>-5</durationSeconds>'), 'value_out_of_range callLeg.durationSeconds'],
  ['a duration of NaN', end('<durationSeconds>NaN</durationSeconds>'), 'field_invalid callLeg.durationSeconds'],
  ['a duration of 1e999', end('<durationSeconds>1e999</durationSeconds>'), 'field_invalid callLeg.durationSeconds'],
  [
    'a duration of 100 years',
    end('<durationSeconds>3155760000</durationSeconds>'),
    'value_out_of_range callLeg.durationSeconds',
  ],
  [
    'an alarm of 101 %',
    end('<alarm type="packetLoss" durationPercentage="101"/>'),
    'value_out_of_range callLeg.alarm.*.@durationPercentage',
  ],
  ['a flag that is neither', end('<encryptedMedia>maybe</encryptedMedia>'), 'field_invalid callLeg.encryptedMedia'],
  ['1,001 alarms', end('<alarm/>'.repeat(1_001)), 'too_long callLeg.alarm'],
]

describe('planted defects', () => {
  it.each(DEFECTS)('%s', (_, body, expected) => {
    const { refused, observations } = decoded(decodeCms, body)
    expect(refused).toEqual([expected])
    expect(observations).toEqual([])
  })

  const confined = DEFECTS.filter(
    (defect): defect is readonly [string, string, string] =>
      typeof defect[1] === 'string' && !/^(?:xml_|too_deep)/u.test(defect[2]),
  )

  it.each(confined)('%s spoils no record beside it', (_, body, expected) => {
    const { refused, observations } = decoded(decodeCms, `${records(good)}${body}${good}`)
    expect(refused).toEqual([expected])
    expect(observations).toHaveLength(2)
  })

  it('leave prototypes alone: an id, a type or a name of theirs is text', () => {
    const body = records(
      record('constructor', call()),
      record('callStart', '<call id="__proto__"/>'),
      record('callLegEnd', leg('<reason>constructor</reason>')),
    )
    const { refused, observations } = decoded(decodeCms, body)
    expect(refused).toEqual([])
    expect(observations.map((one) => one['subjectId'])).toEqual(['instance:__proto__', `instance:${LEG}`])
    expect(observations[1]).toMatchObject({ end_class: 'unknown' })
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('never stand in a refusal: paths are of our schema only', () => {
    const { refused } = decoded(
      decodeCms,
      end('<canary-ada-example>ada@example.org</canary-ada-example><encryptedMedia>ada@example.org</encryptedMedia>'),
    )
    expect(refused).toEqual(['field_invalid callLeg.encryptedMedia'])
  })
})
