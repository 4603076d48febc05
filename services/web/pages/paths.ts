/** Where everything is. Every link and form of a page is made here. */
import type { Cut } from '../../../schemas/cube.ts'

/** Kinds of files of a month. */
export const FILE_KINDS = ['xlsx', 'csv', 'json', 'pdf'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export const PATHS = {
  stylesheet: '/assets/avesqo.css',
  icon: '/assets/avesqo.svg',
  home: '/',
  language: '/language',
  login: '/login',
  logout: '/logout',
  account: '/account',
  password: '/account/password',
  tokens: '/account/tokens',
  apiDocs: '/api/docs',
  endToken: (id: string): string => `/account/tokens/${part(id)}/end`,
  welcome: (token: string): string => `/welcome/${part(token)}`,
  months: (tenant: string): string => `/t/${part(tenant)}`,
  report: (tenant: string, month: string): string => `/t/${part(tenant)}/${part(month)}`,
  cut: (tenant: string, month: string, cut: Cut): string => `/t/${part(tenant)}/${part(month)}/cuts/${cut}`,
  /** Two months of a tenant, older first; without them the form that asks for them. */
  compare: (tenant: string, months?: readonly [string, string]): string =>
    `/t/${part(tenant)}/compare${months === undefined ? '' : `?from=${part(months[0])}&to=${part(months[1])}`}`,
  file: (tenant: string, month: string, kind: FileKind): string =>
    `/t/${part(tenant)}/${part(month)}/files/report.${kind === 'csv' ? 'zip' : kind}`,
  finding: (tenant: string, id: string): string => `/t/${part(tenant)}/findings/${part(id)}`,
} as const

function part(text: string): string {
  return encodeURIComponent(text)
}
