/** Archives of which the bytes do not tell when they were made. */
import { type Unzipped, unzipSync, zipSync } from 'fflate'

/** The earliest time that a zip can say, in the local time that it says. */
const NO_TIME = new Date(1980, 0, 1)

/** @param files by name, in the order in which they stand */
export function zipOf(files: Unzipped): Uint8Array {
  return zipSync(files, { mtime: NO_TIME })
}

/** An archive that somebody else made, without its times. */
export function withoutTimes(archive: Uint8Array): Uint8Array {
  return zipOf(unzipSync(archive))
}
