/**
 * The way of a delivery through the entry: decode, judge, pseudonymise, hand over, and only then answer (I3). One
 * delivery leaves one `intake` row whose sums hold by construction: every record is either accepted or refused (I4).
 */
import { hash, randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Delivery, DeliverySink, ObservationRow } from '../../schemas/delivery.ts'
import type { RefusedRow } from '../../schemas/intake.ts'
import type { Key128 } from '../../schemas/observation.ts'
import type { Refusal } from '../../schemas/refusals.ts'
import type { Platform } from '../../schemas/states.ts'
import { AppError } from '../shared/errors.ts'
import { type Logger, word } from '../shared/logger.ts'
import { DECODERS } from './decode/index.ts'
import type { DecodedRecord, Decoder } from './decode/outcome.ts'
import type { IdentifiedObservation } from './identified.ts'
import { judgeTime, type Periods } from './judge.ts'
import { epochOf, utcDayOf } from './pseudonymise/epoch.ts'
import { type Epoch, EpochClosed, type KeyMaker } from './pseudonymise/keymaker.ts'
import { observe, statedInstant } from './pseudonymise/observe.ts'
import type { ObserveContext } from './pseudonymise/observe-context.ts'
import { rowOf } from './pseudonymise/row.ts'
import type { ProcessedDelivery, ReceivedBody, ReceivingSource } from './receive/types.ts'

/** What processing needs to know of a source; prepared by `entry.ts`, the same until the settings change. */
export interface SourceAtWork {
  readonly context: ObserveContext
  readonly periods: Periods
  /** Loads or makes the keys of these epochs. */
  prepareKeys(epochs: ReadonlySet<Epoch>): Promise<void>
}

export interface ProcessParts {
  readonly sourceAtWork: (source: ReceivingSource) => Promise<SourceAtWork>
  readonly sink: DeliverySink
  readonly logger: Logger
  /** Records a delivery may hold. */
  readonly maxRecords: number
  /** The decoder of each platform; the product's own by default. */
  readonly decoders?: Readonly<Record<Platform, Decoder>>
}

/** Records handled before other requests get their turn. */
const RECORDS_A_TURN = 250

interface Tally {
  readonly observations: ObservationRow[]
  readonly refused: RefusedRow[]
  readonly answer: { index: number; code: Refusal['code']; path: string }[]
  readonly byCode: Record<string, number>
  accepted: number
  dropped: number
  erased: number
  objected: number
  ignored: number
}

export function createProcess(parts: ProcessParts) {
  const { decoders = DECODERS, maxRecords } = parts

  function decode(
    source: ReceivingSource,
    received: { readonly bytes: Buffer; readonly contentType: string | undefined },
  ): readonly DecodedRecord[] {
    try {
      return decoders[source.platform](received.bytes, received.contentType, maxRecords)
    } catch (error) {
      // A platform repeats for ever what is answered with an error: the body is refused, and the stream goes on.
      reportBug(parts.logger, 'decode', error)
      return [wholeBody(received, 'not_processable')]
    }
  }

  return async function processDelivery(
    source: ReceivingSource,
    received: ReceivedBody,
    receivedMs: number,
  ): Promise<ProcessedDelivery> {
    const work = await parts.sourceAtWork(source)
    const records = 'refusal' in received ? [wholeBody(received, received.refusal)] : decode(source, received)
    if (records.length > maxRecords) throw new AppError('too_many_records')
    const judged = records.map((record) => judge(record, work.periods, receivedMs))
    await work.prepareKeys(epochsToPrepare(judged, work.periods, receivedMs))

    const deliveryId = randomUUID() as string as Key128
    const digest = hash('sha256', received.bytes, 'hex')
    const tally: Tally = {
      observations: [],
      refused: [],
      answer: [],
      byCode: {},
      accepted: 0,
      dropped: 0,
      erased: 0,
      objected: 0,
      ignored: 0,
    }
    for (const [index, { record, refusal: ofTime }] of judged.entries()) {
      if (index > 0 && index % RECORDS_A_TURN === 0) await nextTurn()
      tally.ignored += record.ignored
      const refusal = ofTime ?? keep(record, work.context, tally, parts.logger)
      if (refusal === null) tally.accepted += 1
      else refuse(refusal, index, record.bytes)
    }
    const delivery = deliveryOf(source, deliveryId, records.length, received.bytes.length, receivedMs, tally)
    await parts.sink.store(delivery)
    for (const [code, refused] of Object.entries(tally.byCode)) {
      parts.logger.event('records_refused', { source: word(source.id), code: word(code), refused })
    }
    return {
      deliveryId,
      received: records.length,
      accepted: tally.accepted,
      refused: tally.answer,
      observations: tally.observations.length,
      ignored: tally.ignored,
    }

    function refuse(refusal: Refusal, index: number, bytes: number): void {
      tally.byCode[refusal.code] = (tally.byCode[refusal.code] ?? 0) + 1
      tally.answer.push({ index, code: refusal.code, path: refusal.path })
      tally.refused.push({
        tenant_id: source.tenantId,
        day: utcDayOf(receivedMs),
        source_id: source.id,
        delivery_id: deliveryId,
        position: index,
        code: refusal.code,
        path: refusal.path,
        bytes,
        hash: hashOf(work.context.keys, epochOf(receivedMs, work.periods.zone), digest, index),
      })
    }
  }
}

/** A body that is one refused record. */
function wholeBody({ bytes }: { readonly bytes: Buffer }, code: Refusal['code']): DecodedRecord {
  return { outcome: 'refused', refusal: { code, path: '' }, ignored: 0, bytes: bytes.length }
}

interface Judged {
  readonly record: DecodedRecord
  readonly refusal: Refusal | null
}

/** A record is refused as a whole when one of its observations is. */
function judge(record: DecodedRecord, periods: Periods, now: number): Judged {
  if (record.outcome === 'refused') return { record, refusal: record.refusal }
  for (const identified of record.observations) {
    const refusal = judgeTime(statedInstant(identified), now, periods)
    if (refusal !== null) return { record, refusal }
  }
  return { record, refusal: null }
}

/** Only of records that are not refused: a forged time must not make keys. */
function epochsToPrepare(judged: readonly Judged[], periods: Periods, receivedMs: number): ReadonlySet<Epoch> {
  const epochs = new Set<Epoch>([epochOf(receivedMs, periods.zone)])
  for (const { record, refusal } of judged) {
    if (record.outcome === 'refused' || refusal !== null) continue
    for (const identified of record.observations) epochs.add(epochOf(statedInstant(identified), periods.zone))
  }
  return epochs
}

/** Puts what is kept of a record into the tally, or says why the whole record is refused. */
function keep(record: DecodedRecord, context: ObserveContext, tally: Tally, logger: Logger): Refusal | null {
  if (record.outcome === 'refused') return record.refusal
  try {
    keepAll(record.observations, context, tally)
    return null
  } catch (error) {
    if (error instanceof EpochClosed) return { code: 'epoch_closed', path: '' }
    // A bug of ours: the record is refused so that the stream goes on, and the operator sees that it happened.
    reportBug(logger, 'observe', error)
    return { code: 'not_processable', path: '' }
  }
}

/** Only the error's name: its text can quote the record. */
function reportBug(logger: Logger, where: string, error: unknown): void {
  logger.event('bug', { where: word(where), error: word(error instanceof Error ? error.name : 'unknown') })
}

/** All observations of a record are made before the first is kept: a record is kept whole or not at all. */
function keepAll(observations: readonly IdentifiedObservation[], context: ObserveContext, tally: Tally): void {
  const rows: ObservationRow[] = []
  let erased = 0
  let objected = 0
  for (const identified of observations) {
    const observed = observe(identified, context)
    if (observed.outcome === 'dropped') continue
    if (observed.observation.mark === 'erased') erased += 1
    if (observed.observation.mark === 'objected') objected += 1
    rows.push(rowOf(observed.observation))
  }
  tally.observations.push(...rows)
  tally.erased += erased
  tally.objected += objected
  if (rows.length === 0) tally.dropped += 1
}

function hashOf(keys: KeyMaker, epoch: Epoch, digest: string, index: number): Key128 {
  return keys.key('refusal', epoch, 'refused', `${digest}:${index}`)
}

function deliveryOf(
  source: ReceivingSource,
  deliveryId: Key128,
  records: number,
  bytes: number,
  receivedMs: number,
  tally: Tally,
): Delivery {
  return {
    observations: tally.observations,
    refused: tally.refused,
    intake: {
      tenant_id: source.tenantId,
      day: utcDayOf(receivedMs),
      source_id: source.id,
      delivery_id: deliveryId,
      hour_ms: receivedMs - (receivedMs % 3_600_000),
      records,
      accepted: tally.accepted,
      refused: tally.answer.length,
      refused_by_code: tally.byCode,
      observations: tally.observations.length,
      dropped: tally.dropped,
      erased: tally.erased,
      objected: tally.objected,
      ignored: tally.ignored,
      bytes,
    },
  }
}
