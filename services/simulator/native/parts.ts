/** Which node or call bridge had which part of a meeting. */
import type { Meeting, Participation } from '../model.ts'

export interface Part {
  readonly node: number
  readonly fromMs: number
  readonly untilMs: number
}

/**
 * The nodes of a meeting and how long each had a part of it. That of the first participation has it from the meeting's
 * start to its end; the others for as long as somebody is connected to them.
 */
export function partsOf({ participations, startMs, endMs }: Meeting): Part[] {
  const first = participations.reduce<Participation | null>(
    (first, one) => (first === null || one.joinMs < first.joinMs ? one : first),
    null,
  )
  const home: Part = { node: first?.node ?? 0, fromMs: startMs, untilMs: endMs }
  const parts = new Map<number, Part>([[home.node, home]])
  for (const { node, joinMs, leaveMs } of participations) {
    if (node === home.node) continue
    const part = parts.get(node)
    parts.set(node, {
      node,
      fromMs: Math.min(part?.fromMs ?? joinMs, joinMs),
      untilMs: Math.max(part?.untilMs ?? leaveMs, leaveMs),
    })
  }
  return [...parts.values()]
}
