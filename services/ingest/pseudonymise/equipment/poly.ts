/** Poly, formerly Polycom. */
import { type EquipmentRule, family } from './rule.ts'

const START = '^poly(?:com)? ?'
const poly = { vendor: 'Poly' } as const

/** Video systems say `Polycom<Product>/<version>`, HDX also `(Release - <version>)`. */
const AFTER_MODEL = /^poly[a-z ]*\d{0,5}(?: ?hd)?(?: release)? (\d+)\.(\d+)/u

/** Telephones say `Polycom<Line>-<MODEL>-UA/<version>`. */
const AFTER_UA = /\bua (\d+)\.(\d+)/u

export const POLY: readonly EquipmentRule[] = [
  ...family(
    {
      ...poly,
      pattern: `${START}real ?presence ?group ?(?:series )?%`,
      name: 'RealPresence Group %',
      deviceClass: 'room',
      version: AFTER_MODEL,
    },
    ['300', '310', '500', '550', '700'],
  ),
  ...family({ ...poly, pattern: `${START}hdx ?%`, name: 'HDX %', deviceClass: 'room', version: AFTER_MODEL }, [
    '4000',
    '4500',
    '6000',
    '7000',
    '8000',
    '9000',
    '9001',
    '9002',
    '9004',
    '9006',
  ]),
  ...family({ ...poly, pattern: `${START}studio ?%`, name: 'Studio %', deviceClass: 'room', version: AFTER_MODEL }, [
    'X30',
    'X32',
    'X50',
    'X52',
    'X70',
    'X72',
    'E60',
    'E70',
  ]),
  ...family({ ...poly, pattern: `${START}%`, name: '%', deviceClass: 'room', version: AFTER_MODEL }, ['G7500', 'G62']),
  ...family({ ...poly, pattern: `${START}vsx ?%`, name: 'VSX %', deviceClass: 'room' }, [
    '3000',
    '5000',
    '7000',
    '8000',
  ]),
  ...family({ ...poly, pattern: `${START}qdx ?%`, name: 'QDX %', deviceClass: 'room' }, ['6000']),
  ...family(
    { ...poly, pattern: '^poly(?:com)?[a-z ]*\\btrio ?%', name: 'Trio %', deviceClass: 'phone', version: AFTER_UA },
    ['8300', '8500', '8800', 'C60'],
  ),
  ...family(
    { ...poly, pattern: '^poly(?:com)? ?vvx (?:vvx )?%', name: 'VVX %', deviceClass: 'phone', version: AFTER_UA },
    // prettier-ignore
    [
      '101', '150', '201', '250', '300', '301', '310', '311', '350', '400', '401', '410', '411', '450', '500', '501',
      '600', '601', '1500',
    ],
  ),
  ...family(
    { ...poly, pattern: '^poly(?:com)? ?ccx (?:ccx )?%', name: 'CCX %', deviceClass: 'phone', version: AFTER_UA },
    ['350', '400', '500', '505', '600', '700'],
  ),
  ...family(
    { ...poly, pattern: '^poly(?:com)? ?edge (?:edge )?%', name: 'Edge %', deviceClass: 'phone', version: AFTER_UA },
    ['E100', 'E220', 'E300', 'E320', 'E350', 'E400', 'E450', 'E500', 'E550'],
  ),
  ...family(
    {
      ...poly,
      pattern: '^poly(?:com)? ?soundstation ?ip (?:ssip )?%',
      name: 'SoundStation IP %',
      deviceClass: 'phone',
      version: AFTER_UA,
    },
    ['5000', '6000', '7000'],
  ),
  { ...poly, match: /^polycom ?soundpoint/u, model: 'SoundPoint IP', deviceClass: 'phone', version: AFTER_UA },
  { ...poly, match: /^poly(?:com)? ?hdx/u, model: 'HDX', deviceClass: 'room', version: AFTER_MODEL },
  { ...poly, match: /^polycom ?vsx/u, model: 'VSX', deviceClass: 'room' },
  {
    ...poly,
    match: /^polycom ?real ?presence ?group/u,
    model: 'RealPresence Group',
    deviceClass: 'room',
    version: AFTER_MODEL,
  },
  {
    ...poly,
    match: /^polycom ?real ?presence ?debut/u,
    model: 'RealPresence Debut',
    deviceClass: 'room',
    version: AFTER_MODEL,
  },
  {
    ...poly,
    match: /^polycom ?real ?presence ?centro/u,
    model: 'RealPresence Centro',
    deviceClass: 'room',
    version: AFTER_MODEL,
  },
  {
    ...poly,
    match: /^polycom ?real ?presence ?mobile/u,
    model: 'RealPresence Mobile',
    deviceClass: 'mobile',
    version: AFTER_MODEL,
  },
  {
    ...poly,
    match: /^polycom ?real ?presence ?desktop/u,
    model: 'RealPresence Desktop',
    deviceClass: 'desktop',
    version: AFTER_MODEL,
  },
  { ...poly, match: /^polycom ?(?:telepresence )?m100\b/u, model: 'Telepresence m100', deviceClass: 'desktop' },
  { ...poly, match: /^polycom ?(?:rmx|real ?presence ?collaboration)/u, model: 'RMX', deviceClass: 'server' },
  { ...poly, match: /^polycom ?(?:real ?presence )?dma\b/u, model: 'DMA', deviceClass: 'gateway' },
  { ...poly, match: /^(?:poly\b|polycom)/u, model: null, deviceClass: null },
]
