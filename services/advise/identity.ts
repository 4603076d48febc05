/** Ids of findings: the same finding of a later revision has the same one, and keeps its state. */
import { createHash } from 'node:crypto'
import type { Finding } from '../../schemas/finding.ts'

type Named = Pick<Finding, 'tenant_id' | 'month' | 'rule' | 'population' | 'dimension' | 'value' | 'value2' | 'outcome'>

/** @returns a UUID of version 8 (RFC 9562: made as its maker likes), from SHA-256 over what the finding is about */
export function idOf({ tenant_id, month, rule, population, dimension, value, value2, outcome }: Named): string {
  // A JSON array says where each part ends.
  const text = JSON.stringify([tenant_id, month, rule, population, dimension, value, value2, outcome])
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
