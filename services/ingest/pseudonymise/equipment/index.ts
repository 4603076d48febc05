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
    software: rule.version === undefined ? null : versionOf(rule.version, plain),
    deviceClass: mobile ? 'mobile' : rule.deviceClass,
  }
}

/** Numbers of at most three digits: a version, and too short to be a telephone number or a serial number. */
function versionOf(pattern: RegExp, plain: string): string | null {
  const [major, minor] = (pattern.exec(plain)?.slice(1) ?? []).filter((group) => group !== undefined)
  if (major === undefined || minor === undefined || major.length > 3 || minor.length > 4) return null
  return `${Number(major)}.${Number(minor)}`
}
