/**
 * The embedded product with two customers and a published month each, and somebody of each role signed in. Names of places
 * are hostile: what they would do in a page, a log or a spreadsheet is looked for.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountRole } from '../../schemas/accounts.ts'
import type { Tenant } from '../../schemas/control/tables.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { AccountId, InvitationShown } from '../../services/accounts/index.ts'
import { writeFindings } from '../../services/advise/stored.ts'
import { addRoom } from '../../services/cli/admin/rooms.ts'
import { addSite } from '../../services/cli/admin/sites.ts'
import { addTenant } from '../../services/cli/admin/tenants.ts'
import { type Embedded, startEmbedded } from '../../services/processes/embedded.ts'
import { openDesk } from '../../services/processes/operator.ts'
import { readEmbeddedSettings } from '../../services/processes/settings.ts'
import { type Control, openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { formToken } from '../../services/web/routes/forged.ts'
import type { RateLimits } from '../../services/web/server/index.ts'
import { selfSigned } from '../services/shared/http/certificate.ts'
import { FINDING } from '../services/web/reports/invented.ts'
import { insertObservations } from './observations.ts'
import { meetings } from './publishing.ts'

/** Friday 20 November 2026, 10:00 in the Netherlands. */
const NOW = '2026-11-20T09:00:00Z'
export const MONTH = '2026-10'
/** `OWN` is assigned to the customer and the consultant of the tests; nobody of them has `FOREIGN`. */
export const OWN = 'acme'
export const FOREIGN = 'beta'
export const HOSTILE = '<script>alert("x")</script>\'=1+1'
const ORIGIN_HEADERS = { 'sec-fetch-site': 'same-origin' } as const
export const PASSWORD = 'correct horse battery staple 9'
const DAYS = ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09']

export type Role = AccountRole | 'nobody'

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

export interface Visit {
  readonly method?: string
  readonly form?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Served {
  readonly url: string
  readonly embedded: Embedded
  readonly control: Control
  /** Accounts by role. */
  readonly accounts: Readonly<Record<AccountRole, { readonly id: AccountId; readonly login: string }>>
  /** Id of the finding of a tenant's month. */
  readonly finding: Readonly<Record<string, string>>
  readonly logged: () => string
  /** Value of the session cookie of a role, which is signed in where it is not. */
  session(role: AccountRole): Promise<string>
  /** The role's session is over. */
  ended(role: AccountRole): void
  /** Invites somebody, who takes a password. */
  person(role: AccountRole, login: string, tenants?: readonly string[]): Promise<AccountId>
  signIn(login: string): Promise<string>
  /** Asks as a browser does that shows a page of ours; a form has the session's token. */
  visit(session: string | null, path: string, visit?: Visit): Promise<Answered>
  /** Sets our clock. @param instant ISO 8601 with zone */
  at(instant: string): void
  audited(): Promise<readonly { readonly actor: string; readonly action: string; readonly tenant_id: string | null }[]>
  close(): Promise<void>
}

function tenant(id: string, change: Partial<Tenant> = {}): Parameters<typeof addTenant>[2] {
  return {
    id,
    name: `${HOSTILE} ${id}`,
    zone: 'Europe/Amsterdam',
    country: 'NL',
    domains: [],
    role: 'processor',
    k: 10,
    mode: 'full',
    contract_from: '2026-01-01',
    contract_to: null,
    dpa_ref: 'DPA-1',
    retention: { facts: 90, cube_day: 396, intake: 396 },
    seal_days: 5,
    ...change,
  }
}

export function findingOf(tenantId: string, id: string): Finding {
  return { ...FINDING, id, tenant_id: tenantId, month: MONTH }
}

interface Choice {
  /** More sites of OWN, of forty people each. */
  readonly sites?: number
  readonly rates?: Partial<RateLimits>
  /** How a browser reaches it: in clear text by default. */
  readonly reached?: 'with its own certificate' | 'behind a proxy'
}

export async function startServed({ sites = 0, rates, reached }: Choice = {}): Promise<Served> {
  const home = mkdtempSync(join(tmpdir(), 'avesqo-served-'))
  const data = join(home, 'data')
  let now = Date.parse(NOW)
  const clock = { now: () => now }
  const lines: string[] = []
  const logger = createLogger('debug', { write: (line) => void lines.push(line) })
  const control = await openControl(data, clock, logger)
  const settings = { ...readEmbeddedSettings(settingsOf(home, reached)), port: 0, rollupEveryMs: 0 }
  const embedded = await startEmbedded({
    data,
    keys: join(home, 'keys'),
    control,
    clock,
    logger,
    settings,
    ...(rates && { rates }),
  })
  const { accounts, url } = embedded
  const finding: Readonly<Record<string, string>> = {
    [OWN]: '00000000-0000-8000-8000-00000000000a',
    [FOREIGN]: '00000000-0000-8000-8000-00000000000b',
  }

  for (const id of [OWN, FOREIGN]) {
    await addTenant(control, now, tenant(id))
    const site = await addSite(control, id, { name: `${HOSTILE} 1`, ranges: [], labels: [] })
    const other = await addSite(control, id, { name: 'Assen', ranges: [], labels: [] })
    await addRoom(control, id, { name: `${HOSTILE} 2`, aliases: [`r1@${id}.example`], site: null, capacity: null }, now)
    const groups = [
      { name: 'north', persons: 14, site: site.site.id },
      { name: 'south', persons: 12, site: other.site.id },
    ]
    for (let more = 1; more <= (id === OWN ? sites : 0); more += 1) {
      const { site } = await addSite(control, id, { name: `Site ${more}`, ranges: [], labels: [] })
      groups.push({ name: `site${more}`, persons: 40, site: site.id })
    }
    await insertObservations(embedded.engine, meetings({ tenant: id, days: DAYS, groups }))
  }
  await embedded.rollup.run()
  const desk = await openDesk({ data, control, clock, logger })
  try {
    for (const id of [OWN, FOREIGN]) {
      const sealed = await desk.seal(id, MONTH)
      if ('refused' in sealed) throw new Error(`The month of the test cannot be sealed: ${sealed.refused}`)
      const findings = [findingOf(id, finding[id] ?? '')]
      await writeFindings(control, { tenantId: id, month: MONTH, findings, now })
    }
  } finally {
    await desk.close()
  }

  const setUp = await accounts.setupToken()
  const first = { login: 'operator@adviser.example', name: 'Olga', language: 'en', password: PASSWORD } as const
  const made = await accounts.setUp(setUp?.token ?? '', first)
  if (made.outcome !== 'accepted') throw new Error(`The first account was not made: ${made.outcome}`)

  async function person(role: AccountRole, login: string, tenants: readonly string[] = []): Promise<AccountId> {
    const appointedBy = made.outcome === 'accepted' ? made.accountId : 'operator'
    const invited = await accounts.invite({
      login,
      name: HOSTILE,
      role,
      tenants,
      language: 'en',
      appointedBy,
      expiresDay: null,
    })
    if (invited.outcome !== 'invited') throw new Error(`${login} is not invited: ${JSON.stringify(invited)}`)
    const shown: InvitationShown | null = await accounts.invitation(invited.token)
    if (shown === null) throw new Error('The invitation is not open.')
    await accounts.accept(invited.token, PASSWORD)
    return invited.accountId
  }
  async function signIn(login: string): Promise<string> {
    const done = await accounts.login({ login, password: PASSWORD, address: '192.0.2.1' })
    if (done.outcome !== 'signed_in') throw new Error(`${login} cannot sign in: ${done.outcome}`)
    return done.session
  }

  const people = {
    operator: { id: made.accountId, login: first.login },
    consultant: { id: await person('consultant', 'c@adviser.example', [OWN]), login: 'c@adviser.example' },
    customer_viewer: { id: await person('customer_viewer', 'v@acme.example', [OWN]), login: 'v@acme.example' },
    privacy_officer: { id: await person('privacy_officer', 'p@adviser.example'), login: 'p@adviser.example' },
  }
  const sessions = new Map<AccountRole, string>()

  const served: Served = {
    url,
    embedded,
    control,
    accounts: people,
    finding,
    logged: () => lines.join(''),
    person,
    signIn,
    async session(role) {
      const session = sessions.get(role) ?? (await signIn(people[role].login))
      sessions.set(role, session)
      return session
    },
    ended: (role) => void sessions.delete(role),
    async visit(session, path, { method, form, json, headers = {} } = {}) {
      const unsafe = method !== undefined && method !== 'GET'
      const csrf = session === null || !unsafe ? null : await tokenOf(embedded, session)
      const body =
        form === undefined ? undefined : new URLSearchParams({ ...(csrf !== null && { _csrf: csrf }), ...form })
      const response = await fetch(new URL(path, url), {
        method: method ?? 'GET',
        redirect: 'manual',
        headers: {
          accept: path.startsWith('/api/') ? 'application/json' : 'text/html',
          ...(unsafe && ORIGIN_HEADERS),
          ...(session !== null && { cookie: `avesqo=${session}` }),
          ...(json !== undefined && {
            'content-type': 'application/json',
            ...(csrf !== null && { 'x-csrf-token': csrf }),
          }),
          ...headers,
        },
        ...(body !== undefined && { body }),
        ...(json !== undefined && { body: JSON.stringify(json) }),
      })
      const text = await response.text()
      const back = response.headers.get('location') ?? ''
      // As a browser does: a form that is to be mended comes back by a request of its own.
      if (response.status === 303 && /[?]form=/u.test(back)) return served.visit(session, back, { headers })
      return { status: response.status, headers: response.headers, text }
    },
    at(instant) {
      now = Date.parse(instant)
    },
    audited: () => control.db.selectFrom('audit').select(['actor', 'action', 'tenant_id']).orderBy('seq').execute(),
    async close() {
      await embedded.close()
      await control.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
  return served
}

/** A page without the tokens of its forms, which are random, whatever is asked for; each is as long as another. */
export function withoutTokens(html: string): string {
  return html.replaceAll(/name="_csrf" value="([^"]+)"/gu, (_all, token: string) => `token of ${token.length}`)
}

function settingsOf(home: string, reached: Choice['reached']): Parameters<typeof readEmbeddedSettings>[0] {
  if (reached === undefined) return {}
  if (reached === 'behind a proxy') return { AVESQO_BEHIND_PROXY: 'true' }
  const { cert, key } = selfSigned()
  const files = { AVESQO_TLS_CERT: join(home, 'cert.pem'), AVESQO_TLS_KEY: join(home, 'key.pem') }
  writeFileSync(files.AVESQO_TLS_CERT, cert)
  writeFileSync(files.AVESQO_TLS_KEY, key)
  return files
}

/** As a page has it; '' of a session that is over. */
async function tokenOf({ accounts }: Embedded, session: string): Promise<string> {
  const signedIn = await accounts.session(session)
  return signedIn === null ? '' : formToken(signedIn.csrfSecret)
}
