/**
 * Cisco. Room and desk systems say `TANDBERG/<n> (<software>) Cisco-<model>`: the number is a software generation and
 * no model ("SIP user agents for TelePresence", Cisco community document 3146317), the software is tc, ce or RoomOS.
 */
import type { DeviceClass } from '../../../../schemas/states.ts'
import { type EquipmentRule, family } from './rule.ts'

const SOFTWARE =
  /^tandberg \d+ (?:ce|tcnc|tc|roomos) ?(\d+)\.(\d+)|\broomos ?(\d+)\.(\d+)|\b(?:ce|tc) ?(\d+)\.(\d+)|^cisco cp dx ?\d+ (\d+)\.(\d+)/u

/** Models by the word behind "Cisco"; longer words first. */
const SYSTEMS: readonly (readonly [pattern: string, model: string, deviceClass: DeviceClass])[] = [
  ['room ?kit ?mini', 'Room Kit Mini', 'room'],
  ['room ?kit ?plus', 'Room Kit Plus', 'room'],
  ['room ?kit ?pro', 'Room Kit Pro', 'room'],
  ['room ?kit ?eqx', 'Room Kit EQX', 'room'],
  ['room ?kit ?eq', 'Room Kit EQ', 'room'],
  ['room ?kit', 'Room Kit', 'room'],
  ['codec ?plus', 'Codec Plus', 'room'],
  ['codec ?pro', 'Codec Pro', 'room'],
  ['codec ?eq', 'Codec EQ', 'room'],
  ['room ?bar ?pro', 'Room Bar Pro', 'room'],
  ['room ?bar', 'Room Bar', 'room'],
  ['room ?usb', 'Room USB', 'room'],
  ['room ?(?:70 ?)?panorama', 'Room Panorama', 'room'],
  ['room ?70 ?[ds]? ?g2', 'Room 70 G2', 'room'],
  ['room ?70 ?[ds]?', 'Room 70', 'room'],
  ['room ?55 ?d', 'Room 55 Dual', 'room'],
  ['room ?55 ?s?', 'Room 55', 'room'],
  ['board ?pro ?55(?: ?g2)?', 'Board Pro 55', 'room'],
  ['board ?pro ?75(?: ?g2)?', 'Board Pro 75', 'room'],
  ['board ?55 ?s?', 'Board 55', 'room'],
  ['board ?70 ?s?', 'Board 70', 'room'],
  ['board ?85 ?s?', 'Board 85', 'room'],
  ['desk ?pro', 'Desk Pro', 'desktop'],
  ['desk ?mini', 'Desk Mini', 'desktop'],
  ['desk(?! ?(?:top|phone))', 'Desk', 'desktop'],
  ['sx ?10n?', 'SX10', 'room'],
  ['sx ?20n?', 'SX20', 'room'],
  ['sx ?80', 'SX80', 'room'],
  ['mx ?200 ?g2', 'MX200 G2', 'room'],
  ['mx ?300 ?g2', 'MX300 G2', 'room'],
  ['mx ?200', 'MX200', 'room'],
  ['mx ?300', 'MX300', 'room'],
  ['mx ?700 ?(?:st|s)?', 'MX700', 'room'],
  ['mx ?800 ?(?:sd|st|s|d)?', 'MX800', 'room'],
  ['ex ?60', 'EX60', 'desktop'],
  ['ex ?90', 'EX90', 'desktop'],
  ['c ?20', 'C20', 'room'],
  ['c ?40', 'C40', 'room'],
  ['c ?60', 'C60', 'room'],
  ['c ?90', 'C90', 'room'],
  ['(?:cp )?dx ?650', 'DX650', 'phone'],
  ['(?:cp )?dx ?70', 'DX70', 'desktop'],
  ['(?:cp )?dx ?80', 'DX80', 'desktop'],
]

const systems: EquipmentRule[] = SYSTEMS.map(([pattern, model, deviceClass]) => ({
  match: new RegExp(`\\bcisco (?:telepresence |webex |spark )*${pattern}(?![a-z0-9])`, 'u'),
  vendor: 'Cisco',
  model,
  deviceClass,
  version: SOFTWARE,
  fourPart: true,
}))

/** Immersive systems: `Telepresence-#<n>`, the number is the product (same document). */
const IMMERSIVE: readonly (readonly [number: number, model: string])[] = [
  [620, 'TX9200'],
  [619, 'TX9000'],
  [480, 'CTS 3200'],
  [479, 'CTS 3000'],
  [596, 'CTS 1300'],
  [591, 'CTS 1300'],
  [505, 'CTS 1300'],
  [520, 'CTS 1100'],
  [478, 'CTS 1000'],
]

const phones = family(
  {
    pattern: '\\bcisco (?:cp ?|ip phone )%',
    name: 'IP Phone %',
    vendor: 'Cisco',
    deviceClass: 'phone',
    version: /\bcp ?\d{4}[a-z]* (\d+)\.(\d+)/u,
  },
  // prettier-ignore
  [
    '6821', '6841', '6851', '6861', '6871', '7811', '7821', '7832', '7841', '7861', '8811', '8831', '8832', '8841',
    '8845', '8851', '8861', '8865', '8941', '8945', '8961', '9951', '9971',
  ],
)

const cisco = { vendor: 'Cisco', fourPart: true } as const

export const CISCO: readonly EquipmentRule[] = [
  ...systems,
  ...phones,
  ...IMMERSIVE.map(([number, model]): EquipmentRule => ({
    ...cisco,
    match: new RegExp(`\\btelepresence ${number}\\b`, 'u'),
    model,
    deviceClass: 'room',
  })),
  { ...cisco, match: /^tandberg 25[6-9] te\d/u, model: 'E20', deviceClass: 'desktop', version: /\bte(\d+)\.(\d+)/u },
  { ...cisco, match: /^tandberg (?:81|73|67)\b/u, model: 'MXP', deviceClass: 'room', version: /\bf(\d+)\.(\d+)/u },
  {
    ...cisco,
    match: /^tandberg \d+ mcx/u,
    model: 'Jabber Video',
    deviceClass: 'desktop',
    version: /\bmcx ?(\d+)\.(\d+)/u,
  },
  { ...cisco, match: /^tandberg \d+ x\d/u, model: 'Expressway', deviceClass: 'gateway', version: /\bx(\d+)\.(\d+)/u },
  { ...cisco, match: /^tandberg \d+ (?:ce|tc|tcnc|roomos)\d/u, model: null, deviceClass: 'room', version: SOFTWARE },
  {
    ...cisco,
    match: /^(?:acano|cisco) (?:callbridge|meeting ?server)\b/u,
    model: 'Meeting Server',
    deviceClass: 'server',
  },
  {
    ...cisco,
    match: /^cisco (?:telepresence )?(?:content ?server|tcs)\b/u,
    model: 'Content Server',
    deviceClass: 'server',
  },
  { ...cisco, match: /^cisco cucm/u, model: 'Unified CM', deviceClass: 'server', version: /\bcucm ?(\d+)\.(\d+)/u },
  {
    ...cisco,
    match: /^cisco sipgateway\b/u,
    model: 'IOS Gateway',
    deviceClass: 'gateway',
    version: /\bios (\d+)\.(\d+)/u,
  },
  {
    ...cisco,
    match: /^cisco (?:tct|bot|tab)\b/u,
    model: 'Jabber',
    deviceClass: 'mobile',
    version: /\b(?:tct|bot|tab) (\d+)\.(\d+)/u,
  },
  {
    ...cisco,
    match: /^cisco csf\b|^(?:cisco )?jabber\b/u,
    model: 'Jabber',
    deviceClass: 'desktop',
    version: /\b(?:csf|jabber)(?: for [a-z]+)? (\d+)\.(\d+)/u,
    alsoMobile: true,
  },
  { ...cisco, match: /\broomos\b/u, model: null, deviceClass: 'room', version: SOFTWARE },
  { ...cisco, match: /^(?:cisco )?webex\b/u, model: 'Webex', deviceClass: null, version: /\bwebex (\d+)\.(\d+)/u },
  { ...cisco, match: /^(?:cisco|tandberg)\b/u, model: null, deviceClass: null },
]
