/** Room systems and telephones of other makers. */
import { type EquipmentRule, family } from './rule.ts'

const yealink = { vendor: 'Yealink', fourPart: true } as const
/** `Yealink SIP-T46S 66.85.0.5`: the first number is the hardware's, the second the software's. */
const YEALINK_VERSION = /^yealink (?:[a-z]+ )*[a-z]*\d*[a-z]*(?: e2)? (\d+)\.(\d+)/u

const huawei = { vendor: 'Huawei', deviceClass: 'room' } as const
const avaya = { vendor: 'Avaya' } as const
const lifesize = { vendor: 'Lifesize', deviceClass: 'room' } as const
const logitech = { vendor: 'Logitech', deviceClass: 'room' } as const
const vidyo = { vendor: 'Vidyo' } as const

export const ROOMS: readonly EquipmentRule[] = [
  ...family(
    {
      ...yealink,
      pattern: '^yealink (?:[a-z]+ )*?meeting ?eye ?%',
      name: 'MeetingEye %',
      deviceClass: 'room',
      version: YEALINK_VERSION,
    },
    ['400', '500', '600', '800'],
  ),
  ...family(
    {
      ...yealink,
      pattern: '^yealink (?:[a-z]+ )*?(?:meeting ?bar ?)?%',
      name: 'MeetingBar %',
      deviceClass: 'room',
      version: YEALINK_VERSION,
    },
    ['A10', 'A20', 'A30', 'A40', 'A50'],
  ),
  ...family({ ...yealink, pattern: '^yealink vc ?%', name: 'VC%', deviceClass: 'room', version: YEALINK_VERSION }, [
    '110',
    '120',
    '200',
    '210',
    '400',
    '500',
    '800',
    '880',
  ]),
  ...family(
    { ...yealink, pattern: '^yealink (?:sip )?cp ?%', name: 'CP%', deviceClass: 'phone', version: YEALINK_VERSION },
    ['860', '920', '925', '930', '935', '960', '965'],
  ),
  ...family({ ...yealink, pattern: '^yealink (?:sip )?%', name: '%', deviceClass: 'phone', version: YEALINK_VERSION }, [
    'VP59',
  ]),
  ...family(
    { ...yealink, pattern: '^yealink (?:sip )?%', name: '%', deviceClass: 'phone', version: YEALINK_VERSION },
    // prettier-ignore
    [
      'T19', 'T20', 'T21', 'T22', 'T23', 'T26', 'T27', 'T28', 'T29', 'T30', 'T31', 'T32', 'T33', 'T34', 'T38', 'T40',
      'T41', 'T42', 'T43', 'T44', 'T46', 'T48', 'T49', 'T52', 'T53', 'T54', 'T56', 'T57', 'T58',
    ],
  ),
  { ...yealink, match: /^yealink\b/u, model: null, deviceClass: null },

  ...family({ ...lifesize, pattern: '^life ?size icon ?%', name: 'Icon %', version: /\bicon ?\d+ (\d+)\.(\d+)/u }, [
    '300',
    '400',
    '450',
    '500',
    '600',
    '700',
    '800',
  ]),
  ...family({ ...lifesize, pattern: '^life ?size express ?%', name: 'Express %' }, ['200', '220']),
  ...family({ ...lifesize, pattern: '^life ?size room ?%', name: 'Room %' }, ['200', '220']),
  ...family({ ...lifesize, pattern: '^life ?size team ?%', name: 'Team %' }, ['200', '220']),
  { ...lifesize, match: /^life ?size passport\b/u, model: 'Passport' },
  { ...lifesize, match: /^life ?size\b/u, model: null, deviceClass: null },

  { ...logitech, match: /^logitech rally ?bar ?mini\b/u, model: 'Rally Bar Mini' },
  { ...logitech, match: /^logitech rally ?bar ?huddle\b/u, model: 'Rally Bar Huddle' },
  { ...logitech, match: /^logitech rally ?bar\b/u, model: 'Rally Bar' },
  { ...logitech, match: /^logitech room ?mate\b/u, model: 'RoomMate' },
  { ...logitech, match: /^logitech\b/u, model: null, deviceClass: null },

  ...family({ ...huawei, pattern: '^huawei (?:viewpoint )?%', name: '%' }, [
    'TE10',
    'TE20',
    'TE30',
    'TE40',
    'TE50',
    'TE60',
    'DP300',
  ]),
  ...family({ ...huawei, pattern: '^huawei (?:cloudlink )?box ?%', name: 'Box %' }, [
    '300',
    '310',
    '500',
    '600',
    '610',
    '700',
    '900',
  ]),
  ...family({ ...huawei, pattern: '^huawei (?:cloudlink )?bar ?%', name: 'Bar %' }, ['300', '500']),
  { ...huawei, match: /^huawei idea ?hub\b/u, model: 'IdeaHub' },
  { ...huawei, match: /^huawei\b/u, model: null, deviceClass: null },

  ...family(
    {
      ...avaya,
      pattern: '^(?:avaya|radvision) (?:ix )?(?:room )?(?:scopia )?(?:system )?%',
      name: 'Scopia %',
      deviceClass: 'room',
    },
    ['XT1000', 'XT4000', 'XT4200', 'XT4300', 'XT5000', 'XT7000', 'XT7100'],
  ),
  { ...avaya, match: /^(?:avaya|radvision) scopia xt/u, model: 'Scopia XT', deviceClass: 'room' },
  ...family({ ...avaya, pattern: '^avaya %', name: '%', deviceClass: 'phone' }, [
    'J129',
    'J139',
    'J159',
    'J169',
    'J179',
    'J189',
  ]),
  {
    ...avaya,
    match: /^avaya one x deskphone\b/u,
    model: 'one-X Deskphone',
    deviceClass: 'phone',
    version: /\bdeskphone (\d+)\.(\d+)/u,
  },
  { ...avaya, match: /^avaya (?:ix )?workplace\b/u, model: 'Workplace', deviceClass: 'desktop', alsoMobile: true },
  { ...avaya, match: /^avaya equinox\b/u, model: 'Equinox', deviceClass: 'desktop', alsoMobile: true },
  { ...avaya, match: /^avaya communicator\b/u, model: 'Communicator', deviceClass: 'desktop', alsoMobile: true },
  { ...avaya, match: /^(?:avaya|radvision)\b/u, model: null, deviceClass: null },

  ...family({ vendor: 'Sony', pattern: '^sony (?:ipela )?pcs ?%', name: 'PCS-%', deviceClass: 'room' }, [
    'XG55',
    'XG77',
    'XG80',
    'XG100',
    'XA55',
    'XA80',
    'XC1',
    'XL55',
  ]),
  { vendor: 'Sony', match: /^sony\b/u, model: null, deviceClass: null },

  { vendor: 'StarLeaf', match: /^starleaf breeze\b/u, model: 'Breeze', deviceClass: 'desktop', alsoMobile: true },
  { vendor: 'StarLeaf', match: /^starleaf\b/u, model: null, deviceClass: null },

  { ...vidyo, match: /^vidyo ?gateway\b/u, model: 'VidyoGateway', deviceClass: 'gateway' },
  { ...vidyo, match: /^vidyo ?room\b/u, model: 'VidyoRoom', deviceClass: 'room' },
  { ...vidyo, match: /^vidyo ?desktop\b/u, model: 'VidyoDesktop', deviceClass: 'desktop' },
  { ...vidyo, match: /^vidyo ?mobile\b/u, model: 'VidyoMobile', deviceClass: 'mobile' },
  { ...vidyo, match: /^vidyo/u, model: null, deviceClass: null },

  { vendor: 'Neat', match: /^neat ?bar ?pro\b/u, model: 'Bar Pro', deviceClass: 'room' },
  { vendor: 'Neat', match: /^neat ?bar\b/u, model: 'Bar', deviceClass: 'room' },
  { vendor: 'Neat', match: /^neat ?board\b/u, model: 'Board', deviceClass: 'room' },
  { vendor: 'Neat', match: /^neat ?frame\b/u, model: 'Frame', deviceClass: 'desktop' },

  ...family({ vendor: 'Grandstream', pattern: '^grandstream %', name: '%', deviceClass: 'room' }, [
    'GVC3200',
    'GVC3202',
    'GVC3210',
    'GVC3220',
  ]),
  ...family({ vendor: 'Grandstream', pattern: '^grandstream %', name: '%', deviceClass: 'phone' }, [
    'GXV3240',
    'GXV3275',
    'GXV3370',
    'GXV3380',
  ]),
  { vendor: 'Grandstream', match: /^grandstream\b/u, model: null, deviceClass: null },
  { vendor: 'Snom', match: /^snom/u, model: null, deviceClass: 'phone' },
  { vendor: 'AudioCodes', match: /^audiocodes\b/u, model: null, deviceClass: null },
]
