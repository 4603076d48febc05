/** What people and rooms join with: user agents as platforms write them, and what must be known of each. */
import type { Device } from './model.ts'

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'

type Words = readonly [
  agent: string,
  vendor: string | null,
  model: string | null,
  software: string | null,
  deviceClass: Device['deviceClass'],
]

const device = ([agent, vendor, model, software, deviceClass]: Words): Device => ({
  agent,
  vendor,
  model,
  software,
  deviceClass,
})

/** The old software is on some of the SX20 only, so that software and model are told apart. */
export const OLD_SOFTWARE = '9.15'
export const BAD_MODEL = 'Studio X50'

/** In the order in which rooms get them: each that a fault is about is among the first six. */
export const ROOM_DEVICES: readonly Device[] = [
  device(['TANDBERG/530 (RoomOS 11.9.2.4 a1b2c3d4e5f) Cisco-RoomKit', 'Cisco', 'Room Kit', '11.9', 'room']),
  device(['TANDBERG/529 (ce9.15.3.26dd8c8) Cisco-SX20', 'Cisco', 'SX20', OLD_SOFTWARE, 'room']),
  device(['PolyStudioX50/4.1.0.383020', 'Poly', BAD_MODEL, '4.1', 'room']),
  device(['TANDBERG/529 (ce10.19.5.6.26dd8c8) Cisco-SX20', 'Cisco', 'SX20', '10.19', 'room']),
  device(['PolycomRealPresenceGroup500/6.2.2', 'Poly', 'RealPresence Group 500', '6.2', 'room']),
  device(['Yealink MeetingBar A20 133.45.0.65', 'Yealink', 'MeetingBar A20', '133.45', 'room']),
]

export const DESK_DEVICES: readonly [Device, ...Device[]] = [
  device(['TANDBERG/530 (RoomOS 11.9.2.4 a1b2c3d4e5f) Cisco-DeskPro', 'Cisco', 'Desk Pro', '11.9', 'desktop']),
  device(['Cisco-CSF/14.1.2', 'Cisco', 'Jabber', '14.1', 'desktop']),
  device(['Bria 6 release 6.5.1 stamp 112233', 'CounterPath', 'Bria', '6.5', 'desktop']),
  device(['Linphone/5.2.1 (anna-laptop)', 'Belledonne', 'Linphone', '5.2', 'desktop']),
]

export const ACCOUNT_DEVICES: readonly [Device, ...Device[]] = [
  device(['Pexip Infinity Connect/1.12.0 (Windows)', 'Pexip', 'Infinity Connect', '1.12', 'desktop']),
  device(['Pexip Infinity Connect/1.13.2 (iPhone; iOS 18.1)', 'Pexip', 'Infinity Connect', '1.13', 'mobile']),
  device([`${WINDOWS} ${CHROME} Safari/537.36`, 'Google', 'Chrome', '142.0', 'browser']),
]

export const BROWSER_DEVICES: readonly [Device, ...Device[]] = [
  device([`${WINDOWS} ${CHROME} Safari/537.36`, 'Google', 'Chrome', '142.0', 'browser']),
  device([`${WINDOWS} ${CHROME} Safari/537.36 Edg/142.0.0.0`, 'Microsoft', 'Edge', '142.0', 'browser']),
  device([`${WINDOWS} Gecko/20100101 Firefox/144.0`, 'Mozilla', 'Firefox', '144.0', 'browser']),
  device([
    `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`,
    'Apple',
    'Safari',
    '18.1',
    'browser',
  ]),
  device(['Knutselwerk van Jan, thuis', null, null, null, null]),
]

export const TRUNK: Device = device(['Cisco-SIPGateway/IOS-15.4.3.M5', 'Cisco', 'IOS Gateway', '15.4', 'gateway'])

/** Records without a user agent. */
export const NAMELESS: Device = device(['', null, null, null, null])
