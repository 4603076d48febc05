/**
 * The keyring: every tenant's keys, unwrapped, in the memory of this process. Making and loading keys takes time and is
 * done before a delivery is processed (`prepare`); using them is synchronous (`maker`).
 *
 * One independent random key of 256 bits for each tenant, ring and, where the ring rotates, epoch. A key that has been
 * destroyed stays destroyed: its row remains, without the key, and `EpochClosed` is what its users get.
 */
import type { Control } from '../../shared/control/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { type Logger, word } from '../../shared/logger.ts'
import { epochOf } from '../pseudonymise/epoch.ts'
import { createKeyMaker, keyedHash, type KeyedHash } from '../pseudonymise/hmac.ts'
import { type Epoch, type KeyMaker, type KeyRing, ROTATING } from '../pseudonymise/keymaker.ts'
import type { KeyProvider } from './provider.ts'
import { createKeyStore, type KeyRow } from './store.ts'
import { unwrapKey } from './wrap.ts'

export interface KeyringParts {
  readonly control: Control
  readonly provider: KeyProvider
  readonly clock: Clock
  readonly logger: Logger
}

export interface Keyring {
  /**
   * Loads or makes the keys of a tenant: those that do not rotate, and the rotating ones of these epochs. Sees what
   * other processes destroyed before it was called.
   *
   * @throws KeyError when a stored key cannot be unwrapped
   */
  prepare(tenantId: string, epochs: ReadonlySet<Epoch>): Promise<void>
  /** The tenant's key maker; it follows what is prepared and destroyed later. */
  maker(tenantId: string): KeyMaker
  /** Whether persons and names of the epoch can no longer be pseudonymised, as far as `refresh` has seen. */
  isClosed(tenantId: string, epoch: Epoch): boolean
  /** Drops from memory what other processes have destroyed. */
  refresh(): Promise<void>
  /**
   * Destroys an epoch's keys: its persons and names can no longer be recognised. The key of refused records goes with
   * them once the month is over; before that it is still needed to write down refusals.
   *
   * @returns how many keys lived
   */
  destroyEpoch(tenantId: string, epoch: Epoch): Promise<number>
  /** What there is, without the keys; destroyed ones too. */
  list(): readonly Omit<KeyRow, 'wrapped'>[]
}

interface Loaded {
  readonly id: string
  readonly hash: KeyedHash
}

const STANDING = '' as Epoch
const STANDING_RINGS: readonly KeyRing[] = ['leg', 'conference', 'event', 'ledger']
const ROTATING_RINGS: readonly KeyRing[] = [...ROTATING]
const DAY_MS = 86_400_000

/**
 * Opens the keyring and unwraps every key once: a missing or wrong key stops the start.
 *
 * @throws KeyError that names the fault
 */
export async function openKeyring(parts: KeyringParts): Promise<Keyring> {
  const { control, provider, clock, logger } = parts
  const store = createKeyStore(control, provider)
  const rings = new Map<string, Map<Epoch, Loaded | 'closed'>>()
  let revision = control.revision()
  adopt(store.all())

  function slotsOf(tenantId: string, ring: string): Map<Epoch, Loaded | 'closed'> {
    const name = `${tenantId} ${ring}`
    const slots = rings.get(name) ?? new Map<Epoch, Loaded | 'closed'>()
    rings.set(name, slots)
    return slots
  }

  function put(row: KeyRow): void {
    const slots = slotsOf(row.tenantId, row.ring)
    const epoch = row.epoch as Epoch
    if (row.wrapped === null) {
      slots.set(epoch, 'closed')
      return
    }
    const known = slots.get(epoch)
    if (known !== undefined && known !== 'closed' && known.id === row.id) return
    const key = unwrapKey(row.wrapped, provider.kek(row.kekId), row)
    slots.set(epoch, { id: row.id, hash: keyedHash(row.ring as KeyRing, key) })
  }

  /** Takes over the stored state: what has no row any more is forgotten, destroyed keys close. */
  function adopt(rows: readonly KeyRow[]): void {
    const stored = new Set(rows.map((row) => `${row.tenantId} ${row.ring} ${row.epoch}`))
    for (const [name, slots] of rings) {
      for (const epoch of slots.keys()) if (!stored.has(`${name} ${epoch}`)) slots.delete(epoch)
    }
    for (const row of rows) put(row)
  }

  function look(): void {
    const current = control.revision()
    if (current === revision) return
    adopt(store.all())
    revision = current
  }

  async function ensure(tenantId: string, ring: KeyRing, epoch: Epoch): Promise<void> {
    if (slotsOf(tenantId, ring).has(epoch)) return
    const now = clock.now()
    const row = await store.ensure(tenantId, ring, epoch, now)
    if (row.createdMs === now) logger.event('key_created', { tenant: word(tenantId), ring: word(ring) })
    put(row)
  }

  return {
    async prepare(tenantId, epochs) {
      look()
      for (const ring of STANDING_RINGS) await ensure(tenantId, ring, STANDING)
      for (const epoch of epochs) for (const ring of ROTATING_RINGS) await ensure(tenantId, ring, epoch)
    },
    maker(tenantId) {
      const slots = new Map([...STANDING_RINGS, ...ROTATING_RINGS].map((ring) => [ring, slotsOf(tenantId, ring)]))
      return createKeyMaker((ring, epoch) => {
        const slot = slots.get(ring)?.get(epoch)
        return slot === undefined || slot === 'closed' ? slot : slot.hash
      }, ROTATING)
    },
    isClosed: (tenantId, epoch) =>
      slotsOf(tenantId, 'person').get(epoch) === 'closed' || slotsOf(tenantId, 'name').get(epoch) === 'closed',
    async refresh() {
      await Promise.resolve()
      look()
    },
    async destroyEpoch(tenantId, epoch) {
      const over = epoch < epochOf(clock.now() - DAY_MS, 'UTC') // a day later the month is over in every zone
      const gone: readonly KeyRing[] = over ? ROTATING_RINGS : ROTATING_RINGS.filter((ring) => ring !== 'refusal')
      for (const ring of gone) slotsOf(tenantId, ring).set(epoch, 'closed')
      const lived = await store.destroy(tenantId, gone, epoch, clock.now())
      logger.event('key_destroyed', { tenant: word(tenantId), epoch: word(epoch), keys: lived })
      return lived
    },
    list: () =>
      store.all().map(({ id, tenantId, ring, epoch, kekId, createdMs, destroyedMs }) => ({
        id,
        tenantId,
        ring,
        epoch,
        kekId,
        createdMs,
        destroyedMs,
      })),
  }
}
