import { describe, expect, it } from 'vitest'
import { decodeCms } from '../../../services/ingest/decode/cms/index.ts'
import { decoded, only } from '../shown.ts'
import { BRIDGE, CALL, common, LEG, leg, legBody, OTHER, record, records, TIME_MS } from './fixtures.ts'

const call = (inside: string) => `<call id="${CALL}">${inside}</call>`

describe('calls', () => {
  it('reads a start: a conference with its correlator, and neither its name nor its space', () => {
    const inside = `<name>Weekly of Ada Example</name><ownerName>Ada Example</ownerName><callType>coSpace</callType>
      <coSpace>${OTHER}</coSpace><cdrTag>board</cdrTag><callCorrelator>${LEG}</callCorrelator>`
    const body = records(record('callStart', call(inside)))
    expect(only(decodeCms, body)).toEqual({
      ...common('callStart', CALL),
      subject: 'conference',
      links: [`instance:${LEG}`],
      start_ms: TIME_MS,
      service: 'meeting',
    })
    // name, ownerName, coSpace, cdrTag, recordIndex
    expect(decoded(decodeCms, body).ignored).toBe(5)
  })

  it('reads an end: end and duration, no start', () => {
    const inside = '<callLegsCompleted>3</callLegsCompleted><durationSeconds>3955</durationSeconds>'
    expect(only(decodeCms, records(record('callEnd', call(inside))))).toEqual({
      ...common('callEnd', CALL),
      subject: 'conference',
      end_ms: TIME_MS,
      duration_ms: 3_955_000,
    })
  })

  it.each([
    ['coSpace', 'meeting'],
    ['adHoc', 'meeting'],
    ['forwarding', 'gateway'],
    ['lyncConferencing', 'gateway'],
    ['somethingNew', undefined],
  ])('takes call type %s for service %s', (type, service) => {
    const body = records(record('callStart', call(`<callType>${type}</callType>`)))
    expect(only(decodeCms, body)['service']).toBe(service)
  })
})

describe('callLegStart', () => {
  it('reads who, which way and into which call', () => {
    const body = legBody(
      'callLegStart',
      `<remoteParty>ada@example.org</remoteParty><remoteAddress>ada@192.0.2.4</remoteAddress>
       <localAddress>room@example.net</localAddress><displayName>Ada Example</displayName><type>sip</type>
       <direction>incoming</direction><call>${CALL}</call><groupId>${OTHER}</groupId><sipCallId>x@192.0.2.4</sipCallId>`,
    )
    expect(only(decodeCms, body)).toEqual({
      ...common('callLegStart', LEG),
      subject: 'leg',
      links: [`instance:${OTHER}`],
      inConference: `instance:${CALL}`,
      farEnd: ['address:ada@example.org', 'address:ada@192.0.2.4'],
      start_ms: TIME_MS,
      protocol: 'sip',
      direction: 'in',
    })
    // localAddress, displayName, sipCallId, recordIndex
    expect(decoded(decodeCms, body).ignored).toBe(4)
  })

  it('tells a far end that is not spoken of from one that is empty', () => {
    expect(only(decodeCms, legBody('callLegStart', '<type>sip</type>'))).not.toHaveProperty('farEnd')
    expect(only(decodeCms, legBody('callLegStart', '<remoteParty/>'))['farEnd']).toEqual([])
  })

  it('keeps one of two equal addresses, and decodes entities in them', () => {
    const inside =
      '<remoteParty>o&apos;hara&#64;example.org</remoteParty><remoteAddress>o&#x27;hara@example.org</remoteAddress>'
    expect(only(decodeCms, legBody('callLegStart', inside))['farEnd']).toEqual(["address:o'hara@example.org"])
  })

  it.each([
    ['<type>sip</type>', 'sip'],
    ['<type>sip</type><subType>lync</subType>', 'lync'],
    ['<type>sip</type><subType>distributionLink</subType>', 'sip'],
    ['<type>acano</type>', 'app'],
    ['<type>novel</type>', 'other'],
    ['', undefined],
  ])('takes %s for protocol %s', (inside, protocol) => {
    expect(only(decodeCms, legBody('callLegStart', inside))['protocol']).toBe(protocol)
  })

  it.each([
    ['<subType>distributionLink</subType><guestConnection>true</guestConnection>', 'bridge'],
    ['<recording>true</recording>', 'recorder'],
    ['<streaming>true</streaming>', 'recorder'],
    ['<guestConnection>true</guestConnection>', 'guest'],
    ['<guestConnection>false</guestConnection><recording>false</recording>', undefined],
  ])('takes %s for a %s', (inside, kind) => {
    expect(only(decodeCms, legBody('callLegStart', inside))['kindHint']).toBe(kind)
  })

  it('reads outgoing as out, and an unknown direction as none', () => {
    expect(only(decodeCms, legBody('callLegStart', '<direction>outgoing</direction>'))['direction']).toBe('out')
    expect(only(decodeCms, legBody('callLegStart', '<direction>sideways</direction>'))).not.toHaveProperty('direction')
  })
})

describe('callLegUpdate', () => {
  it('dates the answer by the state connected, and reads what it names without a start before it', () => {
    const inside = `<state>connected</state><call>${CALL}</call><deactivated>false</deactivated>
      <groupId>${OTHER}</groupId><displayName>Bo</displayName><remoteAddress>+31 20 555 0100</remoteAddress>`
    expect(only(decodeCms, legBody('callLegUpdate', inside))).toEqual({
      ...common('callLegUpdate', LEG),
      subject: 'leg',
      links: [`instance:${OTHER}`],
      inConference: `instance:${CALL}`,
      farEnd: ['address:+31 20 555 0100'],
      answer_ms: TIME_MS,
    })
  })

  it('states no answer without a state', () => {
    expect(only(decodeCms, legBody('callLegUpdate', `<call>${CALL}</call>`))).not.toHaveProperty('answer_ms')
  })

  it.each(['<ivr/>', '<ivr></ivr>', '<ivr>true</ivr>'])('knows a voice menu by %s', (ivr) => {
    expect(only(decodeCms, legBody('callLegUpdate', ivr))['service']).toBe('ivr')
  })

  it('takes ivr false for no voice menu', () => {
    expect(only(decodeCms, legBody('callLegUpdate', '<ivr>false</ivr>'))).not.toHaveProperty('service')
  })
})

describe('recordings and streams', () => {
  it.each([
    ['recordingStart', 'recording', { start_ms: TIME_MS }],
    ['recordingEnd', 'recording', { end_ms: TIME_MS }],
    ['streamingStart', 'streaming', { start_ms: TIME_MS, service: 'stream' }],
    ['streamingEnd', 'streaming', { end_ms: TIME_MS, service: 'stream' }],
  ])('reads %s as a recorder tied to its leg, and no path or URL', (type, element, expected) => {
    // texts end in a line feed in some releases, and the id is not always a GUID
    const inside = `<path>spaces/x/2026\n</path><streamUrl>rtmp://stream.example/key\n</streamUrl>
      <call>${CALL}\n</call><callLeg>\n ${LEG}\n</callLeg>`
    const body = records(record(type, `<${element} id="not-a-guid">${inside}</${element}>`))
    expect(only(decodeCms, body)).toEqual({
      ...common(type, 'not-a-guid'),
      subject: 'leg',
      links: [`instance:${LEG}`],
      inConference: `instance:${CALL}`,
      kindHint: 'recorder',
      ...expected,
    })
  })
})

describe('what holds the records', () => {
  it('labels with the call bridge where the records name one', () => {
    const body = `<records session='s' callBridge='${BRIDGE}'>${record('callLegStart', leg(''))}</records>`
    expect(only(decodeCms, body)['label']).toBe(`label:${BRIDGE}`)
  })

  it('accepts a type that is not known, reads nothing of it and counts its values', () => {
    const {
      records: outcomes,
      observations,
      ignored,
    } = decoded(decodeCms, records(record('callLegSomething', '<callLeg id="a"><b>1</b><b>2</b></callLeg>')))
    expect(outcomes.map((one) => one.outcome)).toEqual(['accepted'])
    expect(observations).toEqual([])
    expect(ignored).toBe(7) // four attributes of the record, one id, two texts
  })
})
