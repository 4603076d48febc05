/** Which decoder reads which platform. A new platform is one line here and a folder beside this file. */
import type { Platform } from '../../../schemas/states.ts'
import { decodeCms } from './cms/index.ts'
import { decodeGeneric } from './generic/index.ts'
import type { Decoder } from './outcome.ts'
import { decodePexip } from './pexip/index.ts'

export const DECODERS: Readonly<Record<Platform, Decoder>> = {
  pexip: decodePexip,
  cms: decodeCms,
  generic: decodeGeneric,
}
