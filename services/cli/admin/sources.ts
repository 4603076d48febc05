/** Changes of sources. Each is one transaction; the secret exists outside the platform only while it is printed. */
import { createHash, randomBytes } from 'node:crypto'
import type { Source } from '../../../schemas/control/tables.ts'
import { inEea } from '../../../schemas/control/values.ts'
import type { Control } from '../../shared/control/index.ts'
import { findSource, findTenant, raiseConfigRev, sitesOf } from './find.ts'
import { cannot } from './flags.ts'

export type SourceInput = Omit<Source, 'secret_hash' | 'created_ms'>
export type SourceEdit = Partial<Omit<SourceInput, 'id' | 'tenant_id' | 'platform'>>

export interface SourceWithSecret {
  readonly source: Source
  /** 32 random bytes, base64url. */
  readonly secret: string
}

/** What is stored of a secret: SHA-256 of its text, hex. A random secret of 256 bits needs no slow hash. */
function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** @throws UserError where the id is taken, there is no such tenant, or the transfer has no basis */
export async function addSource(control: Control, now: number, input: SourceInput): Promise<SourceWithSecret> {
  checkTransfer(input)
  const secret = randomBytes(32).toString('base64url')
  const source: Source = { ...input, secret_hash: secretHash(secret), created_ms: now }
  await control.change(async (tx) => {
    await findTenant(tx, input.tenant_id)
    const taken = await tx.selectFrom('sources').select('id').where('id', '=', input.id).executeTakeFirst()
    if (taken !== undefined) {
      throw cannot(
        `There is already a source "${input.id}": the id stands in its address, so it is unique over all tenants. Choose another.`,
      )
    }
    await tx.insertInto('sources').values(source).execute()
  })
  return { source, secret }
}

/** @param rotate whether it gets a new secret; the old one is refused from then on */
export async function editSource(
  control: Control,
  id: string,
  edit: SourceEdit,
  rotate: boolean,
): Promise<{ readonly source: Source; readonly secret: string | null }> {
  const secret = rotate ? randomBytes(32).toString('base64url') : null
  return control.change(async (tx) => {
    const before = await findSource(tx, id)
    const source: Source = {
      ...before,
      ...edit,
      secret_hash: secret === null ? before.secret_hash : secretHash(secret),
    }
    checkTransfer(source)
    await tx.updateTable('sources').set(source).where('id', '=', id).execute()
    return { source, secret }
  })
}

/** @returns the source and the names of the sites that lose a label limited to it */
export async function removeSource(
  control: Control,
  id: string,
): Promise<{ readonly source: Source; readonly sites: readonly string[] }> {
  return control.change(async (tx) => {
    const source = await findSource(tx, id)
    const sites = (await sitesOf(tx, source.tenant_id)).filter((site) =>
      site.labels.some((label) => label.source === id),
    )
    for (const site of sites) {
      const labels = JSON.stringify(site.labels.filter((label) => label.source !== id))
      await tx.updateTable('sites').set({ labels }).where('id', '=', site.id).execute()
    }
    if (sites.length > 0) await raiseConfigRev(tx, source.tenant_id)
    await tx.deleteFrom('sources').where('id', '=', id).execute()
    return { source, sites: sites.map((site) => site.name) }
  })
}

/** GDPR chapter V: a basis that does not fit the country is none. */
function checkTransfer({ supplier_country, transfer_basis, transfer_ref }: SourceInput): void {
  if (transfer_basis === 'eea' && supplier_country !== null && !inEea(supplier_country)) {
    throw cannot(
      `${supplier_country} is outside the European Economic Area, so "eea" cannot be the basis of the transfer. Give --transfer-basis adequacy or clauses, with --transfer-ref.`,
    )
  }
  if ((transfer_basis === 'adequacy' || transfer_basis === 'clauses') && transfer_ref === null) {
    throw cannot(`Transfer basis "${transfer_basis}" needs its document: give --transfer-ref.`)
  }
}
