/** Where everything is. Every link and form of a page is made here. */
import type { Cut } from '../../../schemas/cube.ts'
import type { FileKind } from '../reading/index.ts'

/** In the order in which they are offered, each with what its address ends in. */
const FILES: Readonly<Record<FileKind, string>> = { xlsx: 'xlsx', pdf: 'pdf', csv: 'csv.zip', json: 'json' }
export const FILE_KINDS = Object.keys(FILES) as readonly FileKind[]

export const PATHS = {
  home: '/',
  portfolio: '/portfolio',
  operations: '/operations',
  accounts: '/operations/accounts',
  privacy: '/privacy',
  register: '/privacy/register',
  language: '/language',
  login: '/login',
  logout: '/logout',
  account: '/account',
  password: '/account/password',
  endSessions: '/account/sessions/end',
  tokens: '/account/tokens',
  apiDocs: '/api/docs',
  apiDocument: '/api/v1/openapi.json',
  endToken: (id: string): string => `/account/tokens/${part(id)}/end`,
  welcome: (token: string): string => `/welcome/${part(token)}`,
  months: (tenant: string): string => `/t/${part(tenant)}`,
  report: (tenant: string, month: string): string => `/t/${part(tenant)}/${part(month)}`,
  cut: (tenant: string, month: string, cut: Cut): string => `/t/${part(tenant)}/${part(month)}/cuts/${cut}`,
  /** Two months of a tenant, older first; without them the form that asks for them. */
  compare: (tenant: string, months?: readonly [string, string]): string =>
    `/t/${part(tenant)}/compare${months === undefined ? '' : `?from=${part(months[0])}&to=${part(months[1])}`}`,
  file: (tenant: string, month: string, kind: FileKind): string =>
    `/t/${part(tenant)}/${part(month)}/files/report.${FILES[kind]}`,
  protocol: (tenant: string, month: string): string => `/privacy/${part(tenant)}/${part(month)}`,
  invite: '/operations/accounts/invite',
  /** A form of one account. */
  changeAccount: (id: string, change: 'assign' | 'extend' | 'attest' | 'renew' | 'end'): string =>
    `/operations/accounts/${part(id)}/${change}`,
  finding: (tenant: string, id: string): string => `/t/${part(tenant)}/findings/${part(id)}`,
} as const

function part(text: string): string {
  return encodeURIComponent(text)
}
