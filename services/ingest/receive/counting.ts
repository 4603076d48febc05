/** What the operator can see of the receivers: counts by source, outcome and refusal code, never of a record. */
import type { ErrorCode } from '../../shared/errors.ts'
import type { Metrics } from '../../shared/http/metrics.ts'
import type { ProcessedDelivery, ReceivingSource } from './types.ts'

export interface ReceiveCounting {
  stored(source: ReceivingSource, bytes: number, delivery: ProcessedDelivery): void
  /** @param source null where the request named none that exists */
  rejected(source: ReceivingSource | null, code: ErrorCode): void
}

export function createReceiveCounting(metrics: Metrics): ReceiveCounting {
  const deliveries = metrics.counter('avesqo_deliveries_total', 'Deliveries by source and what became of them.', [
    'source',
    'outcome',
  ])
  const records = metrics.counter('avesqo_records_total', 'Records by source; `accepted` or the code of the refusal.', [
    'source',
    'outcome',
  ])
  const observations = metrics.counter('avesqo_observations_total', 'Observations stored by source.', ['source'])
  const ignored = metrics.counter('avesqo_ignored_values_total', 'Values of records that were not read.', ['source'])
  const bytes = metrics.counter('avesqo_received_bytes_total', 'Bytes of stored deliveries, as they arrived.', [
    'source',
  ])
  return {
    stored(source, size, delivery) {
      const labels = { source: source.id }
      deliveries({ ...labels, outcome: 'stored' })
      records({ ...labels, outcome: 'accepted' }, delivery.accepted)
      for (const { code } of delivery.refused) records({ ...labels, outcome: code })
      observations(labels, delivery.observations)
      ignored(labels, delivery.ignored)
      bytes(labels, size)
    },
    rejected(source, code) {
      deliveries({ source: source?.id ?? 'unknown', outcome: code })
    },
  }
}
