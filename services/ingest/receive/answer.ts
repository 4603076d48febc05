/**
 * What a sender is told of a stored delivery. A platform only wants its 200; whoever sends generic records, or asks by
 * `Prefer: return=representation` (RFC 7240; `avesqo import` does), is told which records were refused and why.
 */
import type { FastifyReply } from 'fastify'
import type { ProcessedDelivery, ReceivingSource } from './types.ts'

const WANTS_ALL = /(?:^|[,;\s])return\s*=\s*"?representation\b/iu

/** Whether the sender is told record by record. */
export function wantsRepresentation(source: ReceivingSource, prefer: string | string[] | undefined): boolean {
  return source.platform === 'generic' || WANTS_ALL.test(String(prefer ?? ''))
}

export function acknowledge(
  reply: FastifyReply,
  source: ReceivingSource,
  delivery: ProcessedDelivery,
  representation: boolean,
): FastifyReply {
  void reply.code(200).header('x-avesqo-delivery', delivery.deliveryId)
  if (representation) {
    return reply.send({
      received: delivery.received,
      refused: delivery.refused.map(({ index, code, path }) => ({ index, code, path })),
    })
  }
  // Pexip's event sink reads JSON; Cisco Meeting Server reads the status only.
  return source.platform === 'pexip' ? reply.send({}) : reply.send('')
}
