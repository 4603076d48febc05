/**
 * Key-encryption keys in files: the embedded default. One file a key, `<id>.key`, mode 0600, in a directory of mode
 * 0700 outside the data directory, so that a copy or backup of the data holds no key. The id ends in a fingerprint of
 * the key: a file that was swapped or damaged is noticed by its name.
 *
 * Custody: back the directory up apart from the data, and never together with it. Lost keys cannot be made again: what
 * is stored stays countable, but no person can be recognised any more, neither for counting on nor for erasure. A file
 * with a higher number than the others wraps new keys from then on; older ones must stay while keys wrapped by them
 * live (`avesqo key list` names them).
 */
import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { KeyError, type KeyProvider } from './provider.ts'
import { makeDirectory } from '../../shared/directory.ts'

const HEADER = 'avesqo key-encryption key v1'
const NAME = /^(kek-(\d{1,6})-([0-9a-f]{8}))\.key$/u
const KEY_BYTES = 32
const OTHERS = 0o077

/**
 * Opens the key directory, making it where it does not exist.
 *
 * @param directory of the keys
 * @param data the data directory
 * @throws KeyError when the keys would lie inside the data, or others than the owner may read them
 */
export function openKeys(directory: string, data: string): KeyProvider {
  const folder = realPathOf(directory)
  if (isInside(folder, realPathOf(data))) {
    throw new KeyError(
      'keys_in_data',
      `The key directory ${directory} lies inside the data directory ${data}: a copy of the data would hold its keys. Name another one with --keys or AVESQO_KEYS.`,
    )
  }
  if (isInside(realPathOf(data), folder)) {
    throw new KeyError(
      'keys_in_data',
      `The data directory ${data} lies inside the key directory ${directory}: a copy of the keys would hold the data. Name another one with --data or AVESQO_DATA.`,
    )
  }
  prepareFolder(folder)
  const known = new Map<string, KeyObject>()
  const kek = (id: string): KeyObject => {
    const loaded = known.get(id) ?? readKek(folder, id)
    known.set(id, loaded)
    return loaded
  }
  for (const { id } of listKeks(folder)) kek(id) // an exposed or damaged file stops the start, not a later delivery
  return { kek, currentKekId: () => listKeks(folder).at(-1)?.id ?? makeKek(folder) }
}

function prepareFolder(folder: string): void {
  try {
    makeDirectory(folder)
    if (listKeks(folder).length === 0) chmodSync(folder, 0o700)
  } catch {
    throw new KeyError('keys_unavailable', `The key directory ${folder} cannot be made or read by this user.`)
  }
  if ((statSync(folder).mode & OTHERS) !== 0) {
    throw new KeyError(
      'kek_exposed',
      `Others than its owner may enter the key directory ${folder}. Set it right with: chmod 700 ${folder}`,
    )
  }
}

/** In the order of their numbers, equal numbers by fingerprint. */
function listKeks(folder: string): readonly { readonly id: string; readonly number: number }[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const [, id, number] = NAME.exec(name) ?? []
      return id === undefined ? [] : [{ id, number: Number(number) }]
    })
    .toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
}

function readKek(folder: string, id: string): KeyObject {
  const file = join(folder, `${id}.key`)
  let text: string
  try {
    if (!NAME.test(basename(file)) || dirname(file) !== folder) throw new Error('no name of a key')
    if ((statSync(file).mode & OTHERS) !== 0) {
      throw new KeyError(
        'kek_exposed',
        `Others than its owner may read the key file ${file}. Set it right with: chmod 600 ${file}, and consider the key known.`,
      )
    }
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof KeyError) throw error
    throw new KeyError(
      'kek_missing',
      `The control store holds keys wrapped by ${id}, and ${folder} has no readable file of that name. Restore it from its backup, or name the right directory with --keys.`,
    )
  }
  const [header, body = ''] = text.split('\n')
  const key = Buffer.from(body, 'base64')
  try {
    if (header !== HEADER || key.length !== KEY_BYTES || !id.endsWith(`-${fingerprint(key)}`)) {
      throw new KeyError(
        'kek_invalid',
        `The key file ${file} is damaged or holds another key. Restore it from its backup.`,
      )
    }
    return createSecretKey(key)
  } finally {
    key.fill(0)
  }
}

/** A new key-encryption key, on disk for good before anything is wrapped with it. */
function makeKek(folder: string): string {
  const key = randomBytes(KEY_BYTES)
  const id = `kek-1-${fingerprint(key)}`
  const file = join(folder, `${id}.key`)
  const descriptor = openSync(`${file}.new`, 'wx', 0o600)
  try {
    writeSync(descriptor, `${HEADER}\n${key.toString('base64')}\n`)
    fsyncSync(descriptor)
  } finally {
    key.fill(0)
    closeSync(descriptor)
  }
  renameSync(`${file}.new`, file)
  const parent = openSync(folder, 'r')
  try {
    fsyncSync(parent)
  } finally {
    closeSync(parent)
  }
  return id
}

/** Says nothing about a random key of 256 bits, and tells it from any other. */
function fingerprint(key: Buffer): string {
  return createHash('sha256').update(HEADER).update(key).digest('hex').slice(0, 8)
}

/** The real path, also of what does not exist yet. */
function realPathOf(path: string): string {
  const whole = resolve(path)
  try {
    return realpathSync(whole)
  } catch {
    const parent = dirname(whole)
    return parent === whole ? whole : join(realPathOf(parent), basename(whole))
  }
}

function isInside(inner: string, outer: string): boolean {
  const way = relative(outer, inner)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
