/** Valid payloads of the three platforms, from which the fuzz begins: every kind of record, in every form of a body. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Platform } from '../../schemas/states.ts'
import { manyBodies } from '../support/stories.ts'
import { bodyOf, cmsRecord, genericRecord, soundRecord, TOOK_PLACE } from './support-valid.ts'

export interface Payload {
  readonly platform: Platform
  readonly form: 'json' | 'lines' | 'csv' | 'xml'
  readonly text: string
}

const CONTRACTS = new URL('../contracts/pexip/cases/', import.meta.url)

/** The bodies of the contracts: each event in both versions, bulks, and lines. */
function pexipContracts(): Payload[] {
  return readdirSync(CONTRACTS).map((file): Payload => {
    const one = JSON.parse(readFileSync(new URL(file, CONTRACTS), 'utf8')) as { body?: unknown; lines?: unknown[] }
    if (one.lines === undefined) return { platform: 'pexip', form: 'json', text: JSON.stringify(one.body) }
    const lines = one.lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
    return { platform: 'pexip', form: 'lines', text: lines.join('\n') }
  })
}

function cmsPayloads(): Payload[] {
  const head = `time="${TOOK_PLACE}" recordIndex="9" correlatorIndex="8"`
  const legs =
    `<record type="callLegStart" ${head}><callLeg id="fuzz-leg"><displayName>Ada Example</displayName>` +
    '<remoteParty>ada&#64;example.org</remoteParty><remoteAddress>ada@192.0.2.4</remoteAddress><type>sip</type>' +
    '<subType>lync</subType><direction>incoming</direction><call>fuzz-call</call><guestConnection>true</guestConnection>' +
    '<recording>false</recording><groupId>fuzz-group</groupId></callLeg></record>' +
    `<record type="callLegUpdate" ${head}><callLeg id="fuzz-leg"><state>connected</state><ivr/></callLeg></record>`
  const others =
    `<record type="callStart" ${head}><call id="fuzz-call"><name>Week start</name><callType>coSpace</callType>` +
    '<callCorrelator>fuzz-correlator</callCorrelator></call></record>' +
    `<record type="recordingStart" ${head}><recording id="r"><path>x/y</path><call>fuzz-call</call></recording></record>` +
    `<record type="streamingEnd" ${head}><streaming id="s"><callLeg>fuzz-leg</callLeg></streaming></record>`
  const texts = [
    bodyOf('cms', [legs]).body.toString(),
    bodyOf('cms', [
      others,
      cmsRecord('fuzz-end', '<alarm type="excessiveJitter" durationPercentage="0.5"/>'),
    ]).body.toString(),
    `${legs}<?xml version="1.0"?>${others}`,
  ]
  return texts.map((text) => ({ platform: 'cms', form: 'xml', text }))
}

function genericPayloads(): Payload[] {
  const conference = { subject: 'conference', zone: 'Europe/Amsterdam', start: '2026-11-10T10:00:00', end: null }
  const records = [genericRecord('fuzz-1'), genericRecord('fuzz-2', conference), genericRecord('fuzz-3', { media: [] })]
  const csv =
    'leg_id,start,end,address,duration_s,encrypted,links,audio_up_loss_pct,video_down_codec,unknown column\n' +
    `fuzz-4,${TOOK_PLACE},,"ada, ""A""",99.9,yes,a|b,9.9,H264,x\nfuzz-5,${TOOK_PLACE},,+31201234567,,no,,,,\n`
  return [
    { platform: 'generic', form: 'json', text: JSON.stringify(records[0]) },
    { platform: 'generic', form: 'json', text: JSON.stringify(records, null, 1) },
    { platform: 'generic', form: 'lines', text: records.map((one) => JSON.stringify(one)).join('\n') },
    { platform: 'generic', form: 'csv', text: csv },
    { platform: 'generic', form: 'csv', text: csv.replaceAll(',', ';') },
  ]
}

/** @param seed of the meetings among them */
export function validPayloads(seed: number): Readonly<Record<Platform, readonly Payload[]>> {
  const stories = manyBodies(seed, 60).map(({ platform, body }): Payload => ({
    platform,
    form: platform === 'cms' ? 'xml' : 'json',
    text: body,
  }))
  const sound = (['pexip', 'cms'] as const).map((platform): Payload => {
    const body = bodyOf(platform, [soundRecord(platform, 'fuzz-a'), soundRecord(platform, 'fuzz-b')]).body.toString()
    return { platform, form: platform === 'cms' ? 'xml' : 'json', text: body }
  })
  const all = [...stories, ...sound, ...pexipContracts(), ...cmsPayloads(), ...genericPayloads()]
  const of = (platform: Platform): Payload[] => all.filter((one) => one.platform === platform)
  return { pexip: of('pexip'), cms: of('cms'), generic: of('generic') }
}
