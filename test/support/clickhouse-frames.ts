/**
 * Reads the compressed frames of a ClickHouse file, so that a scan sees what a naive grep does not: after a merge LZ4
 * hides text, ZSTD hides all of it (reference privacy, section 3, no. 10). Frame: 16 bytes checksum, 1 byte method,
 * u32 compressed size (with the 9 bytes of this header), u32 raw size.
 */
import { zstdDecompressSync } from 'node:zlib'

const CHECKSUM = 16
const HEADER = 9
const LZ4 = 0x82
const NONE = 0x02
const ZSTD = 0x90

/** @returns the raw content of all frames, or null when the file is not made of frames */
export function decompressed(file: Buffer): Buffer | null {
  const parts: Buffer[] = []
  let at = 0
  while (at + CHECKSUM + HEADER <= file.length) {
    const method = file.readUInt8(at + CHECKSUM)
    const size = file.readUInt32LE(at + CHECKSUM + 1)
    const raw = file.readUInt32LE(at + CHECKSUM + 5)
    if (size < HEADER || at + CHECKSUM + size > file.length || raw > 256 * 1024 * 1024) return whole(parts, at)
    const body = file.subarray(at + CHECKSUM + HEADER, at + CHECKSUM + size)
    if (method === NONE) parts.push(body)
    else if (method === LZ4) parts.push(lz4(body, raw))
    else if (method === ZSTD) parts.push(zstdDecompressSync(body))
    else return whole(parts, at)
    at += CHECKSUM + size
  }
  return parts.length === 0 ? null : Buffer.concat(parts)
}

/** A file that begins with frames and then breaks off is a finding of its own: it must not pass as scanned. */
function whole(parts: readonly Buffer[], at: number): null {
  if (parts.length === 0) return null
  throw new Error(`a frame at byte ${at} cannot be read`)
}

/** LZ4 block format: literals and matches that look back at most 65,535 bytes. */
function lz4(source: Buffer, rawSize: number): Buffer {
  const target = Buffer.alloc(rawSize)
  let from = 0
  let to = 0
  while (from < source.length) {
    const token = source.readUInt8(from)
    from += 1
    const literals = length(token >>> 4)
    source.copy(target, to, from, from + literals)
    from += literals
    to += literals
    if (from >= source.length) break
    const back = source.readUInt16LE(from)
    from += 2
    const match = length(token % 16) + 4
    for (let i = 0; i < match; i += 1) target[to + i] = target[to + i - back] ?? 0
    to += match
  }
  return target

  function length(nibble: number): number {
    let total = nibble
    if (nibble < 15) return total
    let more: number
    do {
      more = source.readUInt8(from)
      from += 1
      total += more
    } while (more === 255)
    return total
  }
}
