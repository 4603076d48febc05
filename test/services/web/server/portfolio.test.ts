/** The portfolio of somebody of whose customers one is removed while it is read. */
import { afterEach, expect, it } from 'vitest'
import { AppError } from '../../../../services/shared/errors.ts'
import type { WebParts } from '../../../../services/web/server/index.ts'
import { type Front, newFront, SAME_SITE } from './front.ts'

const SAM = 'sam@adviser.example'
const TENANTS = ['acme', 'beta', 'gamma', 'delta', 'epsilon', 'zeta']
let front: Front
afterEach(() => front.close())

it('shows the others', async () => {
  const source = {
    async months({ tenantId }: { readonly tenantId: string }) {
      if (tenantId === 'beta') throw new AppError('not_found')
      return []
    },
  }
  front = await newFront({ source: source as unknown as WebParts['source'] })
  for (const tenant of TENANTS) await front.house.tenant(tenant)
  await front.house.account('consultant', SAM, { tenants: TENANTS })
  const { cookie } = await front.signIn(SAM)
  const { statusCode, body } = await front.app.inject({ url: '/portfolio', headers: { ...SAME_SITE, cookie } })
  expect(statusCode).toBe(200)
  expect(TENANTS.filter((tenant) => body.includes(tenant))).toEqual(TENANTS.filter((tenant) => tenant !== 'beta'))
})
