/** Style, fonts and pictures of the pages: under addresses with a hash of their content, so that a browser keeps them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { type Route, route } from './route.ts'

const DIRECTORY = new URL('../pages/assets/', import.meta.url)
/** Parts of the one style sheet. */
const STYLE = new URL('style/', DIRECTORY)
/** Of the package of the fonts: Latin letters with those of European names, upright. */
const FONTS = ['latin', 'latin-ext'].map((letters) => `source-sans-3-${letters}-wght-normal.woff2`)
const resolve = createRequire(import.meta.url).resolve
const MIMES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}
/** Letters of a hash in an address. */
const HASH_LENGTH = 12
/** Robots and icons are asked for under fixed names: a day, s. */
const DAY_S = 86_400
const YEAR_S = 31_536_000

interface Asset {
  readonly mime: string
  readonly bytes: Uint8Array
}

/** By name in the address, `avesqo.3f0b6c1e77aa.css`. */
const ASSETS = new Map<string, Asset>()
export const assets: ReadonlyMap<string, Asset> = ASSETS
/** Names in the address by names of files. */
const HASHED = new Map<string, string>()

function take(name: string, bytes: Uint8Array): void {
  const ending = extname(name)
  const mime = MIMES[ending]
  if (mime === undefined) return
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH)
  const hashed = `${name.slice(0, -ending.length)}.${hash}${ending}`
  ASSETS.set(hashed, { mime, bytes })
  HASHED.set(name, hashed)
}

for (const name of FONTS) take(name, readFileSync(resolve(`@fontsource-variable/source-sans-3/files/${name}`)))
for (const name of filesOf(DIRECTORY)) take(name, readFileSync(new URL(name, DIRECTORY)))
// Style last: what it names has its address by then.
const sheets = filesOf(STYLE).map((name) => readFileSync(new URL(name, STYLE), 'utf8'))
take('avesqo.css', Buffer.from(withAddresses(sheets.join('\n'))))

/** Names of a folder's files, in order. */
function filesOf(folder: URL): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted()
}

/** `url('./name')` of a style sheet, as the address that has the hash. */
function withAddresses(style: string): string {
  return style.replaceAll(/url\(\s*['"]?\.\/([\w.-]+)['"]?\s*\)/gu, (_all, name: string) => `url('${assetPath(name)}')`)
}

/** @throws Error where there is no such file (a bug) */
export function assetPath(name: string): string {
  const hashed = HASHED.get(name)
  if (hashed === undefined) throw new Error('A page names an asset that there is not.')
  return `/assets/${hashed}`
}

const OPEN = { method: 'GET', permission: 'public', scope: 'none' } as const

export const assetRoutes: readonly Route[] = [
  route({
    ...OPEN,
    url: '/assets/:name',
    params: z.strictObject({ name: z.string().max(100) }),
    handler({ params }) {
      const asset = ASSETS.get(params.name)
      if (asset === undefined) throw new AppError('not_found')
      return { type: 'asset', ...asset, maxAgeS: YEAR_S }
    },
  }),
  route({
    ...OPEN,
    url: '/favicon.ico',
    handler() {
      const icon = ASSETS.get(HASHED.get('favicon.svg') ?? '')
      if (icon === undefined) throw new AppError('not_found')
      return { type: 'asset', ...icon, maxAgeS: DAY_S }
    },
  }),
  route({
    ...OPEN,
    url: '/robots.txt',
    handler: () => ({
      type: 'asset',
      mime: 'text/plain; charset=utf-8',
      bytes: Buffer.from('User-agent: *\nDisallow: /\n'),
      maxAgeS: DAY_S,
    }),
  }),
]
