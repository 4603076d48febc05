/**
 * User agents to equipment: a closed table. Whatever is written in a user agent (they hold computer names, room names,
 * even mail addresses), only words of the table and two numbers of a version come out; an unknown one gives nulls.
 */
import type { DeviceClass } from '../../../../schemas/states.ts'
import { Recent } from '../recent.ts'
import { BROWSERS } from './browsers.ts'
import { CISCO } from './cisco.ts'
import { POLY } from './poly.ts'
import { ROOMS } from './rooms.ts'
import type { EquipmentRule } from './rule.ts'
import { SOFTWARE } from './software.ts'

export interface Equipment {
  readonly vendor: string | null
  readonly model: string | null
  /** `major.minor` */
  readonly software: string | null
  readonly deviceClass: DeviceClass | null
}

/** First match wins: products before the browsers that they are built on. */
const RULES: readonly EquipmentRule[] = [...CISCO, ...POLY, ...ROOMS, ...SOFTWARE, ...BROWSERS]

/** Every vendor and model that can come out. */
export const EQUIPMENT_VENDORS: ReadonlySet<string> = new Set(RULES.map((rule) => rule.vendor))
export const EQUIPMENT_MODELS: ReadonlySet<string> = new Set(RULES.flatMap((rule) => rule.model ?? []))

const UNKNOWN: Equipment = { vendor: null, model: null, software: null, deviceClass: null }

/** Longer user agents are not read further: every product says what it is before this. */
const LONGEST = 400

/** User agents that are remembered (two generations of this size): bounded, whatever is sent. */
const remembered = new Recent<Equipment>(2_000)

/** @param userAgent as the platform writes it; text of anybody */
export function generaliseEquipment(userAgent: string): Equipment {
  const text = userAgent.length > LONGEST ? userAgent.slice(0, LONGEST) : userAgent
  const known = remembered.get(text)
  if (known !== undefined) return known
  const equipment = lookUp(text)
  remembered.set(text, equipment)
  return equipment
}

function lookUp(userAgent: string): Equipment {
  const plain = userAgent
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/gu, ' ')
    .trim()
  const rule = RULES.find((candidate) => candidate.match.test(plain))
  if (rule === undefined) return UNKNOWN
  const mobile = rule.alsoMobile === true && /\b(?:iphone|ipad|ipod|ios|android|mobile)\b/u.test(plain)
  return {
    vendor: rule.vendor,
    model: rule.model,
    software: rule.version === undefined ? null : versionOf(rule.version, plain, rule.fourPart === true),
    deviceClass: mobile ? 'mobile' : rule.deviceClass,
  }
}

/** No product of the table has a higher major version; browsers are the highest. */
const HIGHEST_MAJOR = 299

/**
 * Two small numbers without leading zeros, so that no part of a telephone or serial number passes as a version, and
 * nothing of what reads as an IP address. (`142.0.0.0`, as browsers write it, has a zero behind the first number.)
 */
function versionOf(pattern: RegExp, plain: string, fourPart: boolean): string | null {
  const match = pattern.exec(plain)
  const [major, minor] = (match?.slice(1) ?? []).filter((group) => group !== undefined)
  if (match === null || major === undefined || minor === undefined) return null
  if (!/^(?:0|[1-9]\d{0,2})$/u.test(major) || !/^(?:0|[1-9]\d{0,2})$/u.test(minor)) return null
  if (fourPart) return `${major}.${minor}`
  if (minor.length > 2) return null
  if (Number(major) > HIGHEST_MAJOR) return null
  const behind = plain.slice(match.index + match[0].length)
  const quad = /^\.\d{1,3}\.\d{1,3}(?![\d.])/u.test(behind) && minor !== '0'
  return quad && looksLikeAddress(Number(major), Number(minor)) ? null : `${major}.${minor}`
}

/** Ranges of private and shared addresses, and any first octet above what four-part versions of equipment begin with. */
function looksLikeAddress(first: number, second: number): boolean {
  return first === 10 || first > 130 || (first === 100 && second >= 64) || first === 127
}
