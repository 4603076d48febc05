/** Names of codecs, as platforms write them, to the closed list of `schemas/states.ts`. */
import { CODECS, type Codec } from '../../../schemas/states.ts'

/** Spellings without case and punctuation. Families are one codec: a profile or annex is not told apart. */
const SPELLINGS: Readonly<Record<string, Codec>> = {
  pcma: 'g711a',
  g711alaw: 'g711a',
  alaw: 'g711a',
  pcmu: 'g711u',
  g711mu: 'g711u',
  g711ulaw: 'g711u',
  g711mulaw: 'g711u',
  ulaw: 'g711u',
  mulaw: 'g711u',
  g72264: 'g722',
  g722124: 'g7221',
  g722132: 'g7221',
  g7221c: 'g7221', // Annex C, 14 kHz
  g7221annexc: 'g7221',
  g729a: 'g729',
  g729b: 'g729',
  g729ab: 'g729',
  aacld: 'aac',
  aaclc: 'aac',
  aaceld: 'aac',
  mp4alatm: 'aac',
  mpeg4generic: 'aac',
  mpeg4aacld: 'aac',
  h263p: 'h263',
  h2631998: 'h263',
  h2632000: 'h263',
  h264svc: 'h264',
  h264uc: 'h264',
  xh264uc: 'h264',
  h264bp: 'h264',
  h264hp: 'h264',
  avc: 'h264',
  hevc: 'h265',
  rtv: 'rtvideo',
  xrtvc1: 'rtvideo',
  av1x: 'av1',
}

/** Words by which a platform says that there is no codec. */
const NONE: ReadonlySet<string> = new Set(['', 'none', 'null', 'unknown', 'off', 'na'])

/** In lower and in upper case: what platforms mostly write is found without being rewritten. */
const KNOWN = new Map<string, Codec>(
  [
    ...CODECS.filter((codec) => codec !== 'other').map((codec): [string, Codec] => [codec, codec]),
    ...Object.entries(SPELLINGS),
  ].flatMap(([name, codec]): [string, Codec][] => [
    [name, codec],
    [name.toUpperCase(), codec],
  ]),
)

/**
 * @param name the platform's word, or nothing
 * @returns the codec, `other` for a name that is not in the list, null where the record names none
 */
export function codecOf(name: string | null | undefined): Codec | null {
  if (name === null || name === undefined || name === '') return null
  const direct = KNOWN.get(name)
  if (direct !== undefined) return direct
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/gu, '')
  if (NONE.has(plain)) return null
  return KNOWN.get(plain) ?? 'other'
}
