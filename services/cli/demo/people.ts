/** Who looks at the demo: accounts behind links that sign in, with one password that was made for this run. */
import { randomBytes } from 'node:crypto'
import type { AccountRole } from '../../../schemas/accounts.ts'
import type { Accounts } from '../../accounts/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Door } from '../../web/index.ts'
import type { Language } from '../language.ts'
import type { DemoWords } from '../words/demo.ts'
import { LARGE, SMALL } from './organisation.ts'

interface Person {
  readonly login: string
  readonly name: string
  readonly role: AccountRole
  readonly tenants: readonly string[]
}

const PEOPLE: readonly Person[] = [
  {
    login: 'jo.bakker@voorbeeld.example',
    name: 'Jo Bakker',
    role: 'customer_viewer',
    tenants: [LARGE.tenantId],
  },
  {
    login: 'sam.dewit@avesqo.example',
    name: 'Sam de Wit',
    role: 'consultant',
    tenants: [LARGE.tenantId, SMALL.tenantId],
  },
  {
    login: 'robin.mulder@avesqo.example',
    name: 'Robin Mulder',
    role: 'privacy_officer',
    tenants: [],
  },
  {
    login: 'kim.visser@avesqo.example',
    name: 'Kim Visser',
    role: 'operator',
    tenants: [],
  },
]

interface Reader extends Pick<Person, 'login' | 'name' | 'role'> {
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
      for (const { login, name, role, tenants } of PEOPLE) {
        const asked = { login, name, role, tenants, language, appointedBy: 'operator', expiresDay: null } as const
        const invited = await accounts.invite(asked)
        if (invited.outcome !== 'invited') throw new AppError('internal')
        const accepted = await accounts.accept(invited.token, password)
        if (accepted.outcome !== 'accepted') throw new AppError('internal')
        const token = randomBytes(TOKEN_BYTES).toString('base64url')
        doors.set(token, { login, password })
        readers.push({ login, name, role, path: `/demo/${token}` })
      }
      return { readers, password }
    },
  }
}

/** @param url of the demo */
export function readersText({ readers, password }: Readers, url: string, words: DemoWords): string {
  const customer = words.invented(LARGE.name)
  const lines = readers.map(
    ({ login, name, role, path }) =>
      `  ${words.readers[role](name, customer)}\n    ${url}${path}\n    ${words.login(login)}\n`,
  )
  const below = words.password(password).map((line) => `  ${line}\n`)
  return `${lines.join('\n')}\n${below.join('')}`
}
