/**
 * The leak scan (attack A1): looks for canaries in every form in which they could have slipped through, in every file
 * of a directory, decompressing ClickHouse parts, and in texts such as logs and answers.
 */
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decompressed } from './clickhouse-frames.ts'

export interface Leak {
  readonly where: string
  readonly canary: string
  readonly form: string
}

interface Needle {
  readonly canary: string
  readonly form: string
  readonly bytes: Buffer
  /** Letters in any case count. */
  readonly anyCase: boolean
}

/** Every form of every canary that the scan looks for. */
export function needles(canaries: readonly string[]): readonly Needle[] {
  return canaries.flatMap((canary) => {
    const bytes = Buffer.from(canary, 'utf8')
    const texts: Record<string, string> = {
      raw: canary,
      'url-escaped': encodeURIComponent(canary),
      'every byte url-escaped': [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
      'json-escaped': JSON.stringify(canary).slice(1, -1),
      'unicode-escaped': [...canary].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      'xml-escaped': canary.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('@', '&#64;'),
      'xml-escaped in hex': canary.replaceAll('@', '&#x40;'),
      hex: bytes.toString('hex'),
    }
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
      for (const text of new Set([canary, canary.toLowerCase()])) {
        const digest = createHash(algorithm).update(text).digest()
        texts[`${algorithm} ${text === canary ? '' : 'of lower case '}in hex`] = digest.toString('hex')
      }
    }
    const found: Needle[] = Object.entries(texts).map(([form, text]) => ({
      canary,
      form,
      bytes: Buffer.from(text.toLowerCase(), 'utf8'),
      anyCase: true,
    }))
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
      const digest = createHash(algorithm).update(canary).digest()
      found.push({ canary, form: `${algorithm} as bytes`, bytes: digest, anyCase: false })
      found.push({
        canary,
        form: `${algorithm} in base64`,
        bytes: Buffer.from(digest.toString('base64').slice(0, 20)),
        anyCase: false,
      })
    }
    for (const [alignment, text] of base64Alignments(bytes).entries()) {
      found.push({ canary, form: `base64, alignment ${alignment}`, bytes: Buffer.from(text), anyCase: false })
    }
    found.push({ canary, form: 'UTF-16 LE', bytes: Buffer.from(canary.toLowerCase(), 'utf16le'), anyCase: true })
    found.push({
      canary,
      form: 'UTF-16 BE',
      bytes: Buffer.from(canary.toLowerCase(), 'utf16le').swap16(),
      anyCase: true,
    })
    return found
  })
}

/** The part of a base64 text that is the same whatever stands before and behind, for each of the three alignments. */
function base64Alignments(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/u, '')
    return text.slice(Math.ceil((before * 8) / 6), -2)
  })
}

/** Looks for the needles in one piece of content. */
export function scanBytes(where: string, content: Buffer, wanted: readonly Needle[]): Leak[] {
  const lower = Buffer.from(
    content.toString('latin1').replace(/[A-Z]/gu, (letter) => letter.toLowerCase()),
    'latin1',
  )
  return wanted
    .filter((needle) => (needle.anyCase ? lower : content).includes(needle.bytes))
    .map(({ canary, form }) => ({ where, canary, form }))
}

export interface Scanned {
  readonly leaks: readonly Leak[]
  readonly files: number
  /** Files in which compressed frames were read. */
  readonly compressed: number
}

/** Scans every regular file below `directory`; symbolic links are skipped, what they lead to is scanned where it lies. */
export function scanDirectory(directory: string, wanted: readonly Needle[]): Scanned {
  const leaks: Leak[] = []
  let files = 0
  let compressed = 0
  for (const file of filesBelow(directory)) {
    const content = readFileSync(file)
    files += 1
    leaks.push(...scanBytes(`${file} (name)`, Buffer.from(file), wanted), ...scanBytes(file, content, wanted))
    const raw = decompressed(content)
    if (raw === null) continue
    compressed += 1
    leaks.push(...scanBytes(`${file} (decompressed)`, raw, wanted))
  }
  return { leaks, files, compressed }
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name)
    const stat = lstatSync(path)
    if (stat.isDirectory()) return filesBelow(path)
    return stat.isFile() ? [path] : []
  })
}
