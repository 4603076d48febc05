/** Who looks at the demo: accounts whose passwords nobody knows, each behind a link that signs in. */
import { randomBytes } from 'node:crypto'
import type { AccountRole } from '../../../schemas/accounts.ts'
import type { Accounts } from '../../accounts/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Door, Language } from '../../web/index.ts'
import { LARGE, SMALL } from './organisation.ts'

interface Person {
  readonly login: string
  readonly name: string
  readonly role: AccountRole
  readonly tenants: readonly string[]
  /** What the link is for. */
  readonly says: string
}

const PEOPLE: readonly Person[] = [
  {
    login: 'customer@voorbeeld.example',
    name: 'Customer',
    role: 'customer_viewer',
    tenants: [LARGE.tenantId],
    says: `Customer: the monthly report of ${LARGE.name}`,
  },
  {
    login: 'consultant@avesqo.example',
    name: 'Consultant',
    role: 'consultant',
    tenants: [LARGE.tenantId, SMALL.tenantId],
    says: 'Consultant: all customers side by side, and the follow-up of advice',
  },
  {
    login: 'officer@avesqo.example',
    name: 'Privacy officer',
    role: 'privacy_officer',
    tenants: [],
    says: 'Privacy officer: what was withheld, and what is kept and why',
  },
  {
    login: 'operator@avesqo.example',
    name: 'Operator',
    role: 'operator',
    tenants: [],
    says: 'Operator: sources, deliveries, freshness, accounts',
  },
]

interface Link {
  readonly says: string
  /** Path of the link. */
  readonly path: string
}

/** The doors of a demo: those it makes are open as long as it runs. */
export interface Doors {
  readonly open: (token: string) => Door | null
  /** @throws AppError `unavailable`; `internal` where an account cannot be made, which is a defect of the demo */
  make(accounts: Accounts, language: Language): Promise<readonly Link[]>
}

export function createDoors(): Doors {
  const doors = new Map<string, Door>()
  return {
    open: (token) => doors.get(token) ?? null,
    async make(accounts, language) {
      const links: Link[] = []
      for (const { login, name, role, tenants, says } of PEOPLE) {
        const asked = { login, name, role, tenants, language, appointedBy: 'operator', expiresDay: null } as const
        const invited = await accounts.invite(asked)
        if (invited.outcome !== 'invited') throw new AppError('internal')
        const password = secret()
        const accepted = await accounts.accept(invited.token, password)
        if (accepted.outcome !== 'accepted') throw new AppError('internal')
        const token = secret()
        doors.set(token, { login, password })
        links.push({ says, path: `/demo/${token}` })
      }
      return links
    },
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}
