/** A control store and a key directory of a test's own, with two tenants. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeys } from '../../../../services/ingest/keys/file-provider.ts'
import { type Keyring, openKeyring } from '../../../../services/ingest/keys/keyring.ts'
import { type Control, openControl } from '../../../../services/shared/control/index.ts'
import { createLogger } from '../../../../services/shared/logger.ts'

export interface KeyBench {
  readonly data: string
  readonly keys: string
  readonly control: Control
  /** A keyring of its own, as another process would open it; on the same store unless another is given. */
  keyring(control?: Control): Promise<Keyring>
  /** Another connection to the store, as another process would have. */
  connect(): Promise<Control>
  close(): Promise<void>
}

const NOW = Date.parse('2026-11-20T09:00:00Z')
export const clock = { now: () => NOW }
export const logger = createLogger('silent')

export async function createKeyBench(): Promise<KeyBench> {
  const folder = mkdtempSync(join(tmpdir(), 'avesqo-keys-'))
  const data = join(folder, 'data')
  const keys = join(folder, 'keys')
  const opened: Control[] = []
  const connect = async (): Promise<Control> => {
    const control = await openControl(data, clock, logger)
    opened.push(control)
    return control
  }
  const control = await connect()
  await control.change(async (tx) => {
    for (const id of ['acme', 'beta']) {
      await tx
        .insertInto('tenants')
        .values({
          id,
          name: id,
          zone: 'Europe/Amsterdam',
          country: 'NL',
          domains: '["klant.example"]',
          role: 'processor',
          k: 10,
          mode: 'full',
          contract_from: '2026-01-01',
          contract_to: null,
          dpa_ref: 'DPA-1',
          retention: '{"facts":90,"cube_day":396,"intake":396}',
          seal_days: 5,
          config_rev: 1,
          decoder_version: 1,
          created_ms: NOW,
        })
        .execute()
    }
  })
  return {
    data,
    keys,
    control,
    connect,
    keyring: (on = control) => openKeyring({ control: on, provider: openKeys(keys, data), clock, logger }),
    async close() {
      for (const one of opened) await one.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
