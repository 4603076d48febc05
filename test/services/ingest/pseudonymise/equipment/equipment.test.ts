import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEVICE_CLASSES } from '../../../../../schemas/states.ts'
import {
  EQUIPMENT_MODELS,
  EQUIPMENT_VENDORS,
  generaliseEquipment,
} from '../../../../../services/ingest/pseudonymise/equipment/index.ts'

const SEED = 20_261_110
const WIN = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

type Expected = [vendor: string | null, model: string | null, software: string | null, deviceClass: string | null]

function seen(userAgent: string): Expected {
  const { vendor, model, software, deviceClass } = generaliseEquipment(userAgent)
  return [vendor, model, software, deviceClass]
}

describe('equipment from user agents', () => {
  it.each<[userAgent: string, expected: Expected]>([
    // Cisco: TANDBERG/<n> is a generation of software, the model stands behind it
    ['TANDBERG/529 (ce9.15.3.abc1234) Cisco-SX20', ['Cisco', 'SX20', '9.15', 'room']],
    ['TANDBERG/529 (ce9.1.4.3ae3106) Cisco-MX700ST', ['Cisco', 'MX700', '9.1', 'room']],
    ['TANDBERG/530 (ce10.19.5.6) Cisco-RoomKitMini', ['Cisco', 'Room Kit Mini', '10.19', 'room']],
    ['TANDBERG/530 (ce10.19.5.6) Cisco-RoomKit', ['Cisco', 'Room Kit', '10.19', 'room']],
    ['TANDBERG/530 (RoomOS 11.5.2.1) Cisco-BoardPro75', ['Cisco', 'Board Pro 75', '11.5', 'room']],
    ['TANDBERG/530 (ce11.1.0) Cisco-DeskPro', ['Cisco', 'Desk Pro', '11.1', 'desktop']],
    ['TANDBERG/530 (ce11.1.0) Cisco-NotYetKnown', ['Cisco', null, '11.1', 'room']],
    ['TANDBERG/518 (TC6.2.0.20b1616)', ['Cisco', null, '6.2', 'room']],
    ['TANDBERG/4131 (X8.11.4)', ['Cisco', 'Expressway', '8.11', 'gateway']],
    ['Cisco Webex Room Kit', ['Cisco', 'Room Kit', null, 'room']],
    ['Cisco TelePresence SX80', ['Cisco', 'SX80', null, 'room']],
    ['Cisco TelePresence EX90', ['Cisco', 'EX90', null, 'desktop']],
    ['Cisco-CP8865/12.5.1', ['Cisco', 'IP Phone 8865', '12.5', 'phone']],
    ['Cisco-CP-DX80/10.2.1', ['Cisco', 'DX80', '10.2', 'desktop']],
    ['Cisco-CSF/12.9', ['Cisco', 'Jabber', '12.9', 'desktop']],
    ['Cisco-TCT/14.1.0', ['Cisco', 'Jabber', '14.1', 'mobile']],
    ['Cisco-CUCM12.5', ['Cisco', 'Unified CM', '12.5', 'server']],
    ['Acano CallBridge', ['Cisco', 'Meeting Server', null, 'server']],
    // Poly
    ['PolycomRealPresenceGroup500/6.2.2', ['Poly', 'RealPresence Group 500', '6.2', 'room']],
    ['Polycom RealPresence Group 310 6.1.0', ['Poly', 'RealPresence Group 310', '6.1', 'room']],
    ['Polycom HDX 7000 HD (Release - 3.1.14-51787)', ['Poly', 'HDX 7000', '3.1', 'room']],
    ['PolycomHDX9004/3.0.5', ['Poly', 'HDX 9004', '3.0', 'room']],
    ['PolyStudioX30/3.5.0', ['Poly', 'Studio X30', '3.5', 'room']],
    ['Poly Studio X52/4.1.0', ['Poly', 'Studio X52', '4.1', 'room']],
    ['PolyG7500/4.0.1', ['Poly', 'G7500', '4.0', 'room']],
    ['PolycomRealPresenceTrio-Trio_8800-UA/5.9.1', ['Poly', 'Trio 8800', '5.9', 'phone']],
    ['PolycomVVX-VVX_1500-UA/5.9.0.9373', ['Poly', 'VVX 1500', '5.9', 'phone']],
    ['Polycom RealPresence Desktop/3.11.0', ['Poly', 'RealPresence Desktop', '3.11', 'desktop']],
    ['PolycomRealPresenceMobile/3.9', ['Poly', 'RealPresence Mobile', '3.9', 'mobile']],
    // other makers
    ['LifeSize Icon 600/2.1.0', ['Lifesize', 'Icon 600', '2.1', 'room']],
    ['Yealink MeetingEye 400 120.43.0.15', ['Yealink', 'MeetingEye 400', '120.43', 'room']],
    ['Yealink VC800 63.345.0.40', ['Yealink', 'VC800', '63.345', 'room']],
    ['Yealink SIP-T46S 66.85.0.5', ['Yealink', 'T46', '66.85', 'phone']],
    ['Yealink MeetingBar A20 133.15.0.10', ['Yealink', 'MeetingBar A20', '133.15', 'room']],
    ['Logitech Rally Bar Mini', ['Logitech', 'Rally Bar Mini', null, 'room']],
    ['HUAWEI TE60', ['Huawei', 'TE60', null, 'room']],
    ['Avaya Scopia XT5000', ['Avaya', 'Scopia XT5000', null, 'room']],
    ['SONY PCS-XG80', ['Sony', 'PCS-XG80', null, 'room']],
    ['StarLeaf', ['StarLeaf', null, null, null]],
    ['VidyoGateway', ['Vidyo', 'VidyoGateway', null, 'gateway']],
    // clients
    [
      'Pexip Infinity Connect/2.0.0-25227.0.0 (Windows NT 6.1; WOW64) nwjs/0.12.2 Chrome/41.0.2272.76',
      ['Pexip', 'Infinity Connect', '2.0', 'desktop'],
    ],
    ['Pexip Infinity Connect for iOS/1.9.1', ['Pexip', 'Infinity Connect', '1.9', 'mobile']],
    [
      'UCCAPI/16.0.4266.1001 OC/16.0.4266.1001 (Skype for Business)',
      ['Microsoft', 'Skype for Business', '16.0', 'desktop'],
    ],
    ['UCCAPI/4.0.7577.4446 OC/4.0.7577.4446 (Microsoft Lync 2010)', ['Microsoft', 'Lync', '4.0', 'desktop']],
    ['RTCC/6.0.0.0 MediationServer', ['Microsoft', 'Skype for Business Server', '6.0', 'server']],
    ['Microsoft Teams Rooms', ['Microsoft', 'Teams Rooms', null, 'room']],
    ['Zoom Rooms 5.16.0', ['Zoom', 'Zoom Rooms', '5.16', 'room']],
    ['Bria 5 release 5.8.3 stamp 99142', ['CounterPath', 'Bria', '5.8', 'desktop']],
    ['X-Lite release 4.9.8 stamp 84253', ['CounterPath', 'X-Lite', '4.9', 'desktop']],
    ['Linphone/5.2.0 (belle-sip/5.2.0)', ['Belledonne', 'Linphone', '5.2', 'desktop']],
    ['Zoiper rv2.10.11.7', ['Zoiper', 'Zoiper', '2.10', 'desktop']],
    ['Asterisk PBX 16.2.1~dfsg-1', ['Asterisk', 'Asterisk', '16.2', 'server']],
    ['FreeSWITCH-mod_sofia/1.10.7-release', ['SignalWire', 'FreeSWITCH', '1.10', 'server']],
    ['VBrick Rev', ['Vbrick', 'Rev', null, 'server']],
    // browsers: each names the ones it descends from
    [`${WIN} Chrome/120.0.0.0 Safari/537.36`, ['Google', 'Chrome', '120.0', 'browser']],
    [`${WIN} Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91`, ['Microsoft', 'Edge', '120.0', 'browser']],
    [`${WIN} Chrome/120.0.0.0 Safari/537.36 OPR/106.0.0.0`, ['Opera', 'Opera', '106.0', 'browser']],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0',
      ['Mozilla', 'Firefox', '121.0', 'browser'],
    ],
    [`${MAC} Version/17.2 Safari/605.1.15`, ['Apple', 'Safari', '17.2', 'browser']],
    [`${IPHONE} Version/17.2 Mobile/15E148 Safari/604.1`, ['Apple', 'Safari', '17.2', 'mobile']],
    [`${IPHONE} CriOS/120.0.6099.119 Mobile/15E148 Safari/604.1`, ['Google', 'Chrome', '120.0', 'mobile']],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.144 Mobile Safari/537.36',
      ['Google', 'Chrome', '120.0', 'mobile'],
    ],
    [
      `${WIN} Teams/1.6.00.1381 Chrome/102.0.5005.167 Electron/19.1.8 Safari/537.36`,
      ['Microsoft', 'Teams', '1.6', 'desktop'],
    ],
  ])('%s', (userAgent, expected) => {
    expect(seen(userAgent)).toEqual(expected)
  })
})

describe('what people write into user agents', () => {
  it.each([
    '',
    'Robin van den Berg <robin@example.org>',
    "Robin's laptop",
    'robin@cisco.example',
    '198.51.100.7',
    '+31 20 555 0123',
    'S/N FTT1234567A',
    'constructor',
    '__proto__',
  ])('gives nothing for %j', (userAgent) => {
    expect(seen(userAgent)).toEqual([null, null, null, null])
  })

  it.each<[userAgent: string, expected: Expected]>([
    ['Polycom HDX 7000 HD (robin@example.org, 192.0.2.17)', ['Poly', 'HDX 7000', null, 'room']],
    ['TANDBERG/529 (Room of Robin 192.0.2.17) Cisco-SX20', ['Cisco', 'SX20', null, 'room']],
    ['Yealink SIP-T46S +31205550123', ['Yealink', 'T46', null, 'phone']],
    ['Linphone/0201234567.31 (robin)', ['Belledonne', 'Linphone', null, 'desktop']],
    [`${WIN} Chrome/120.0.0.0 Safari/537.36 Robin/1.2`, ['Google', 'Chrome', '120.0', 'browser']],
  ])('gives only the product of %j', (userAgent, expected) => {
    expect(seen(userAgent)).toEqual(expected)
  })

  const words = constantFrom(
    'TANDBERG/529',
    '(ce9.15.3)',
    'Cisco-',
    'Cisco-SX20',
    'Polycom',
    'HDX',
    '7000',
    'Yealink',
    'SIP-T46S',
    '66.85',
    'Mozilla/5.0',
    'Chrome/120.0',
    'Safari/605',
    'Version/17.2',
    'Teams/1.6',
    'Android',
    'release',
    '-UA/5.9',
    '/',
    'robin@example.org',
    '192.0.2.17',
    '+31205550123',
    'Robin',
    'sip:robin@example.org',
    '2001:db8::1',
    '02:00:5e:00:53:01',
  )

  it(`never gives a word that is not of the table (seed ${SEED})`, () => {
    const userAgents = oneof(
      string({ unit: 'grapheme' }),
      array(oneof({ weight: 4, arbitrary: words }, string())).map((parts) => parts.join(' ')),
      array(words).map((parts) => parts.join('')),
    )
    assert(
      property(userAgents, (userAgent) => {
        const [vendor, model, software, deviceClass] = seen(userAgent)
        expect(vendor === null || EQUIPMENT_VENDORS.has(vendor)).toBe(true)
        expect(model === null || EQUIPMENT_MODELS.has(model)).toBe(true)
        expect(software === null || /^\d{1,3}\.\d{1,4}$/u.test(software)).toBe(true)
        expect(deviceClass === null || (DEVICE_CLASSES as readonly string[]).includes(deviceClass)).toBe(true)
      }),
      { seed: SEED, numRuns: 5_000 },
    )
  })

  it('answers a long hostile user agent at once, and the same again', () => {
    const hostile = [
      `mozilla ${'teams '.repeat(50_000)}`,
      `yealink ${'a '.repeat(50_000)}`,
      `polycom${' '.repeat(99_999)}`,
    ]
    const begin = performance.now()
    for (const userAgent of hostile) expect(seen(userAgent)).toEqual(seen(userAgent))
    expect(performance.now() - begin).toBeLessThan(500)
  })

  it('knows the same equipment after more user agents than it remembers', () => {
    const first = seen('TANDBERG/529 (ce9.15.3) Cisco-SX20')
    for (let i = 0; i < 5_000; i += 1) generaliseEquipment(`unheard of ${i}`)
    expect(seen('TANDBERG/529 (ce9.15.3) Cisco-SX20')).toEqual(first)
  })
})

describe('the table', () => {
  it('holds product names only: letters, digits, spaces and hyphens', () => {
    for (const word of [...EQUIPMENT_VENDORS, ...EQUIPMENT_MODELS])
      expect(word).toMatch(/^[\dA-Za-z][\dA-Za-z -]{1,30}$/u)
  })
})

describe('what stands in the place of a version', () => {
  it.each([
    'Zoom/555.0134 (jan)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/612.3456 Safari/537.36',
    'Linphone-Android 030.1234',
    'Zoom 192.168.17.4',
    'Asterisk PBX 10.20.30.40',
    'Zoom/612.34',
  ])('%s: no part of a number or an address passes', (userAgent) => {
    expect(generaliseEquipment(userAgent).software).toBeNull()
  })
})
