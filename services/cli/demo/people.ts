/** Who looks at the demo: accounts behind links that sign in, with one password that was made for this run. */
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
    login: 'jo.bakker@voorbeeld.example',
    name: 'Jo Bakker',
    role: 'customer_viewer',
    tenants: [LARGE.tenantId],
    says: `Jo Bakker, customer: the months of ${LARGE.name}, each with its report`,
  },
  {
    login: 'sam.dewit@avesqo.example',
    name: 'Sam de Wit',
    role: 'consultant',
    tenants: [LARGE.tenantId, SMALL.tenantId],
    says: 'Sam de Wit, consultant: all customers side by side, and the follow-up of advice',
  },
  {
    login: 'robin.mulder@avesqo.example',
    name: 'Robin Mulder',
    role: 'privacy_officer',
    tenants: [],
    says: 'Robin Mulder, privacy officer: what was withheld, and what is kept and why',
  },
  {
    login: 'kim.visser@avesqo.example',
    name: 'Kim Visser',
    role: 'operator',
    tenants: [],
    says: 'Kim Visser, operator: sources, deliveries, freshness, accounts',
  },
]

interface Reader {
  readonly says: string
  readonly login: string
  /** Path of the link that signs in. */
  readonly path: string
}

/** Everybody who may look, and what all of them sign in with where they do it by hand. */
interface Readers {
  readonly readers: readonly Reader[]
  readonly password: string
}

/** Of a password that is typed off the screen. */
const PASSWORD_BYTES = 10
const TOKEN_BYTES = 24

/** The doors of a demo: those it makes are open as long as it runs. */
export interface Doors {
  readonly open: (token: string) => Door | null
  /** @throws AppError `unavailable`; `internal` where an account cannot be made, which is a defect of the demo */
  make(accounts: Accounts, language: Language): Promise<Readers>
}

export function createDoors(): Doors {
  const doors = new Map<string, Door>()
  return {
    open: (token) => doors.get(token) ?? null,
    async make(accounts, language) {
      const readers: Reader[] = []
      const password = randomBytes(PASSWORD_BYTES).toString('hex')
      for (const { login, name, role, tenants, says } of PEOPLE) {
        const asked = { login, name, role, tenants, language, appointedBy: 'operator', expiresDay: null } as const
        const invited = await accounts.invite(asked)
        if (invited.outcome !== 'invited') throw new AppError('internal')
        const accepted = await accounts.accept(invited.token, password)
        if (accepted.outcome !== 'accepted') throw new AppError('internal')
        const token = randomBytes(TOKEN_BYTES).toString('base64url')
        doors.set(token, { login, password })
        readers.push({ says, login, path: `/demo/${token}` })
      }
      return { readers, password }
    },
  }
}

/** @param url of the demo */
export function readersText({ readers, password }: Readers, url: string): string {
  const lines = readers.map(({ says, login, path }) => `  ${says}\n    ${url}${path}\n    login: ${login}\n`)
  return (
    `${lines.join('\n')}\n` +
    `  Password of all four, made for this demo only: ${password}\n` +
    '  The links need none. You need it to sign in by hand, and to make an API token on the page of an account.\n'
  )
}
