/** Clients, servers and recorders that are software. */
import type { EquipmentRule } from './rule.ts'

const pexip = { vendor: 'Pexip' } as const
const microsoft = { vendor: 'Microsoft' } as const
const counterpath = { vendor: 'CounterPath', deviceClass: 'desktop', alsoMobile: true } as const

export const SOFTWARE: readonly EquipmentRule[] = [
  {
    ...pexip,
    match: /^pexip (?:infinity )?(?:connect|mobile|web ?app|app)\b/u,
    model: 'Infinity Connect',
    deviceClass: 'desktop',
    version: /^pexip (?:infinity )?(?:connect |mobile |web ?app |app |for |ios |android |desktop |web )+(\d+)\.(\d+)/u,
    alsoMobile: true,
  },
  {
    ...pexip,
    match: /^pexip\b/u,
    model: 'Infinity',
    deviceClass: 'server',
    version: /^pexip(?: [a-z]+)* (\d+)\.(\d+)/u,
  },

  { ...microsoft, match: /\bteams ?rooms?\b|^skype ?room ?system\b/u, model: 'Teams Rooms', deviceClass: 'room' },
  {
    ...microsoft,
    match:
      /^(?:microsoft )?teams\b|^mozilla .*\bteams \d|^mozilla .*\bteams(?:mobile|ios|android)?\b.*\belectron\b|^skypespaces/u,
    model: 'Teams',
    deviceClass: 'desktop',
    version: /\bteams (\d+)\.(\d+)/u,
    alsoMobile: true,
  },
  { ...microsoft, match: /\bocphone\b|^cpe\b|^uccapi .*\bcpe\b/u, model: 'Lync Phone Edition', deviceClass: 'phone' },
  {
    ...microsoft,
    match: /^uccapi 4\b|^uccapi 4\./u,
    model: 'Lync',
    deviceClass: 'desktop',
    version: /^uccapi (\d+)\.(\d+)/u,
  },
  {
    ...microsoft,
    match: /^uccapi\b|^oc \d/u,
    model: 'Skype for Business',
    deviceClass: 'desktop',
    version: /^(?:uccapi|oc) (\d+)\.(\d+)/u,
  },
  {
    ...microsoft,
    match: /^(?:iphone|ipad|android|wp)lync\b/u,
    model: 'Skype for Business',
    deviceClass: 'mobile',
    version: /lync (\d+)\.(\d+)/u,
  },
  {
    ...microsoft,
    match: /^(?:macoc|sfbformac)\b/u,
    model: 'Skype for Business',
    deviceClass: 'desktop',
    version: /^(?:macoc|sfbformac) (\d+)\.(\d+)/u,
  },
  {
    ...microsoft,
    match: /^(?:microsoft )?(?:skype for business|lync)\b/u,
    model: 'Skype for Business',
    deviceClass: null,
  },
  {
    ...microsoft,
    match: /^rtcc\b/u,
    model: 'Skype for Business Server',
    deviceClass: 'server',
    version: /^rtcc (\d+)\.(\d+)/u,
  },

  {
    vendor: 'Zoom',
    match: /\bzoom ?rooms?\b/u,
    model: 'Zoom Rooms',
    deviceClass: 'room',
    version: /\bzoom ?rooms? (\d+)\.(\d+)/u,
  },
  {
    vendor: 'Zoom',
    match: /^zoom\b|^zoomphone\b/u,
    model: 'Zoom',
    deviceClass: 'desktop',
    version: /^zoom(?:phone)? (\d+)\.(\d+)/u,
    alsoMobile: true,
  },
  { vendor: 'Google', match: /^google meet\b/u, model: 'Meet', deviceClass: null },

  { ...counterpath, match: /^bria\b/u, model: 'Bria', version: /\b(?:bria|release) (\d+)\.(\d+)/u },
  { ...counterpath, match: /^x lite\b/u, model: 'X-Lite', version: /\b(?:lite|release) (\d+)\.(\d+)/u },
  { ...counterpath, match: /^eyebeam\b/u, model: 'eyeBeam', version: /\brelease (\d+)\.(\d+)/u },
  {
    vendor: 'Belledonne',
    match: /^linphone ?(?:ios|iphone|android)/u,
    model: 'Linphone',
    deviceClass: 'mobile',
    version: /^linphone ?(?:ios|iphone|android) ?(\d+)\.(\d+)/u,
  },
  {
    vendor: 'Belledonne',
    match: /^linphone/u,
    model: 'Linphone',
    deviceClass: 'desktop',
    version: /^linphone ?(?:desktop )?(\d+)\.(\d+)/u,
  },
  {
    vendor: 'Zoiper',
    match: /^zoiper\b|^z \d\.\d/u,
    model: 'Zoiper',
    deviceClass: 'desktop',
    version: /^(?:zoiper|z) (?:r?v?)?(\d+)\.(\d+)/u,
    alsoMobile: true,
  },
  {
    vendor: 'MicroSIP',
    match: /^microsip\b/u,
    model: 'MicroSIP',
    deviceClass: 'desktop',
    version: /^microsip (\d+)\.(\d+)/u,
  },
  { vendor: 'Jitsi', match: /^jitsi/u, model: 'Jitsi', deviceClass: 'desktop', version: /^jitsi ?(\d+)\.(\d+)/u },
  {
    vendor: 'baresip',
    match: /^baresip\b/u,
    model: 'baresip',
    deviceClass: 'desktop',
    version: /^baresip v?(\d+)\.(\d+)/u,
  },
  {
    vendor: '3CX',
    match: /^3cx ?phone ?system/u,
    model: 'Phone System',
    deviceClass: 'server',
    version: /system (\d+)\.(\d+)/u,
  },

  {
    vendor: 'Asterisk',
    match: /^asterisk\b/u,
    model: 'Asterisk',
    deviceClass: 'server',
    version: /^asterisk (?:pbx )?(?:certified )?(\d+)\.(\d+)/u,
  },
  { vendor: 'Asterisk', match: /^fpbx\b/u, model: 'FreePBX', deviceClass: 'server', version: /^fpbx (\d+)\.(\d+)/u },
  {
    vendor: 'SignalWire',
    match: /^freeswitch\b/u,
    model: 'FreeSWITCH',
    deviceClass: 'server',
    version: /^freeswitch (?:mod sofia )?(\d+)\.(\d+)/u,
  },
  {
    vendor: 'Kamailio',
    match: /^kamailio\b/u,
    model: 'Kamailio',
    deviceClass: 'server',
    version: /^kamailio (\d+)\.(\d+)/u,
  },
  {
    vendor: 'OpenSIPS',
    match: /^opensips\b/u,
    model: 'OpenSIPS',
    deviceClass: 'server',
    version: /^opensips (\d+)\.(\d+)/u,
  },

  { vendor: 'Vbrick', match: /^vbrick\b/u, model: 'Rev', deviceClass: 'server' },
  { vendor: 'Wowza', match: /^wowza\b/u, model: 'Streaming Engine', deviceClass: 'server' },
  { vendor: 'Panopto', match: /^panopto\b/u, model: 'Panopto', deviceClass: 'server' },
  { vendor: 'Kaltura', match: /^kaltura\b/u, model: 'Kaltura', deviceClass: 'server' },
  { vendor: 'Qumu', match: /^qumu\b/u, model: 'Qumu', deviceClass: 'server' },
  { vendor: 'Mediasite', match: /^mediasite\b/u, model: 'Mediasite', deviceClass: 'server' },
  {
    vendor: 'FFmpeg',
    match: /^(?:lavf|ffmpeg)\b/u,
    model: 'FFmpeg',
    deviceClass: 'server',
    version: /^(?:lavf|ffmpeg) ?(\d+)\.(\d+)/u,
  },
]
