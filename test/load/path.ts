/** The product's way of an event from its bytes to its finished row, with the product's own keys. */
import { createContext } from '../../services/ingest/context.ts'
import { decodePexip } from '../../services/ingest/decode/pexip/index.ts'
import type { KeyMaker, Epoch } from '../../services/ingest/pseudonymise/keymaker.ts'
import { observe } from '../../services/ingest/pseudonymise/observe.ts'
import type { ObserveContext } from '../../services/ingest/pseudonymise/observe-context.ts'
import { rowOf } from '../../services/ingest/pseudonymise/row.ts'
import type { ObservationRow } from '../../schemas/delivery.ts'
import { createKeyBench } from '../services/ingest/keys/store.ts'
import type { Organisation } from './organisation.ts'

export interface ProductKeys {
  readonly keys: KeyMaker
  close(): Promise<void>
}

/** The keyring of a control store of its own, with the keys of the events' month. */
export async function productKeys(tenantId: string): Promise<ProductKeys> {
  const bench = await createKeyBench()
  const keyring = await bench.keyring()
  await keyring.prepare(tenantId, new Set(['2026-11' as Epoch]))
  return { keys: keyring.maker(tenantId), close: () => bench.close() }
}

export function contextOf(organisation: Organisation, keys: KeyMaker): ObserveContext {
  return createContext({ settings: organisation.settings, keys, ledger: null, sourceId: 'acme-pexip' })
}

/** @returns the rows of a body */
export function rowsOf(body: Buffer, context: ObserveContext): ObservationRow[] {
  const rows: ObservationRow[] = []
  for (const record of decodePexip(body, 'application/json')) {
    if (record.outcome === 'refused') throw new Error(`refused: ${record.refusal.code}`)
    for (const identified of record.observations) {
      const observed = observe(identified, context)
      if (observed.outcome === 'kept') rows.push(rowOf(observed.observation))
    }
  }
  return rows
}
