/** Defects of Cisco Meeting Server's call-detail records, each with what is expected of it (attacks A39, A40, A43). */
import { BEYOND, type BodyDefect, BROKEN, type RecordDefect, withBytes } from './support-defects.ts'
import { cmsRecord, TOOK_PLACE } from './support-valid.ts'

const ID = 'cms-defect'
const call = (inside = ''): string => `<call id="${ID}">${inside}</call>`
const record = (type: string, inside: string, head = `time="${TOOK_PLACE}" correlatorIndex="3"`): string =>
  `<record type="${type}" ${head}>${inside}</record>`
const end = (inside: string): string => record('callLegEnd', `<callLeg id="${ID}">${inside}</callLeg>`)
const start = (inside: string): string => record('callLegStart', `<callLeg id="${ID}">${inside}</callLeg>`)
const at = (time: string): string => record('callStart', call(), `time="${time}" correlatorIndex="3"`)
const records = (inside: string): string => `<?xml version="1.0"?><records session="session-1">${inside}</records>`
const nested = (levels: number): string => `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`

const RECORDS: readonly (readonly [name: string, record: string, refused: string | null, observations?: number])[] = [
  ['1,001 alarms', end('<alarm/>'.repeat(1_001)), 'too_long callLeg.alarm'],
  ['a duration of NaN', end('<durationSeconds>NaN</durationSeconds>'), 'field_invalid callLeg.durationSeconds'],
  ['a duration of 1e999', end('<durationSeconds>1e999</durationSeconds>'), 'field_invalid callLeg.durationSeconds'],
  ['a negative duration', end('<durationSeconds>-5</durationSeconds>'), 'value_out_of_range callLeg.durationSeconds'],
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
  ['year 0', at('0000-01-01T00:00:00Z'), 'time_invalid @time'],
  ['year 9999', at('9999-12-31T00:00:00Z'), 'time_invalid @time'],
  ['an epoch number', at('1794301200'), 'time_invalid @time'],
  ['no time', record('callStart', call(), 'correlatorIndex="3"'), 'field_missing @time'],
  ['no order', record('callStart', call(), `time="${TOOK_PLACE}"`), 'field_missing @correlatorIndex'],
  [
    'a negative order',
    record('callStart', call(), `time="${TOOK_PLACE}" correlatorIndex="-1"`),
    'value_out_of_range @correlatorIndex',
  ],
  ['no type', `<record time="${TOOK_PLACE}" correlatorIndex="3">${call()}</record>`, 'field_missing @type'],
  ['an unknown type', record('callLegLevitated', call()), null, 0],
  ['a type named like a prototype', record('constructor', call()), null, 0],
  ['no id', record('callStart', '<call><name>x</name></call>'), 'field_missing call.@id'],
  ['no object', record('callLegEnd', ''), 'field_missing callLeg'],
  ['two objects', record('callEnd', call() + call()), 'field_invalid call'],
  ['an element twice', end('<reason>error</reason><reason>timeout</reason>'), 'field_invalid callLeg.reason'],
  [
    'an element where text is due',
    end('<durationSeconds><a>5</a></durationSeconds>'),
    'field_invalid callLeg.durationSeconds',
  ],
  ['a flag that is neither', end('<encryptedMedia>maybe</encryptedMedia>'), 'field_invalid callLeg.encryptedMedia'],
  ['a text of 3 MB', start(`<remoteParty>${'a'.repeat(3_000_000)}</remoteParty>`), 'field_invalid callLeg.remoteParty'],
  ['another element than a record', '<leg id="a"/>', 'not_a_record'],
  ['an id named like a prototype', cmsRecord('__proto__'), null, 1],
  [
    'a reason named like a prototype',
    record('callLegEnd', '<callLeg id="cms-reason"><reason>constructor</reason></callLeg>'),
    null,
    1,
  ],
  ['a time in the future', at(BEYOND.future), 'time_in_future'],
  ['a time before the contract', at(BEYOND.beforeContract), 'before_contract'],
  ['a time of a frozen period', at(BEYOND.frozen), 'period_frozen'],
]

export const CMS_RECORDS: readonly RecordDefect[] = RECORDS.map(([name, record, refused, observations]) => ({
  name,
  platform: 'cms',
  record,
  refused,
  ...(observations === undefined ? {} : { observations }),
}))

const GOOD = cmsRecord(ID)
const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')

const BODIES: readonly (readonly [name: string, body: string | Buffer, refused: string])[] = [
  ['an empty body', '', 'xml_invalid'],
  ['white space', ' \r\n\t', 'xml_invalid'],
  ['JSON', '{"records":[]}', 'xml_invalid'],
  ['truncated XML', records(GOOD).slice(0, -20), 'xml_invalid'],
  ['truncated in a tag', records(GOOD).slice(0, 80), 'xml_invalid'],
  ['crossed tags', '<records session="s"><record></records></record>', 'xml_invalid'],
  ['an attribute twice', '<records session="a" session="b"/>', 'xml_invalid'],
  ['an element named __proto__', records(record('callStart', `<__proto__>1</__proto__>${call()}`)), 'xml_invalid'],
  ['NUL', records(GOOD).replace(ID, 'a\u0000b'), 'xml_invalid'],
  ['NUL as a reference', records(GOOD).replace(ID, 'a&#0;b'), 'xml_invalid'],
  ['a lone surrogate as a reference', records(GOOD).replace(ID, 'a&#xD800;b'), 'xml_invalid'],
  ['not UTF-8', withBytes(records(GOOD), ID, BROKEN), 'text_invalid'],
  ['UTF-16', Buffer.from(`\uFEFF${records(GOOD)}`, 'utf16le'), 'text_invalid'],
  ['a DOCTYPE', `<!DOCTYPE records>${records(GOOD)}`, 'xml_doctype'],
  ['an entity bomb', `<!DOCTYPE r [<!ENTITY l0 "lol">${lol}]>${records(GOOD.replace(ID, '&l9;'))}`, 'xml_doctype'],
  [
    'an external entity',
    `<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>${records(GOOD.replace(ID, '&a;'))}`,
    'xml_doctype',
  ],
  ['40 elements deep', records(record('callStart', nested(40))), 'too_deep'],
  ['100,000 elements deep', records(record('callStart', nested(100_000))), 'too_deep'],
  ['1,000,000 participants', records(`<record>${'<a/>'.repeat(1_000_000)}</record>`), 'too_long'],
  ['600,000 attributes', `<records ${Array.from({ length: 600_000 }, (_, i) => `a${i}=""`).join(' ')}/>`, 'too_long'],
  ['another root', '<calls/>', 'not_a_record'],
  ['records without a session', `<records>${GOOD}</records>`, 'field_missing @session'],
]

export const CMS_BODIES: readonly BodyDefect[] = [
  ...BODIES.map(([name, body, refused]): BodyDefect => ({ name, platform: 'cms', body, refused: [`0 ${refused}`] })),
  {
    name: 'a body that is not gzip',
    platform: 'cms',
    body: records(GOOD),
    headers: { 'content-encoding': 'gzip' },
    refused: ['0 encoding_invalid'],
  },
]
