/**
 * A small disk of its own for a data directory: a tmpfs in a mount namespace that only this test's processes see and
 * that is gone with them. Filling it fills no other disk.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, fstatSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface SmallDisk {
  /** Runs a command where the disk is seen, for `newProduct`. */
  through(): readonly string[]
  /** Takes every free byte but `leave`. */
  fill(leave: number): void
  /** Gives back what `fill` took. */
  free(): void
  /** Copies what lies on it to a directory that everybody sees. */
  copyTo(directory: string): void
  close(): Promise<void>
}

/** Programs of util-linux, which every Debian has. */
const UNSHARE = 'unshare'
const NSENTER = 'nsenter'

/** Ends when its input does, so that it does not outlive the test run. */
const HOLD = 'mkdir -p "$1" && mount -t tmpfs -o size="$2" tmpfs "$1" && echo mounted && exec cat'

/**
 * @param directory where the disk is mounted
 * @param size such as `64m`
 * @throws where the system gives no mount namespace
 */
export async function mountSmallDisk(directory: string, size: string): Promise<SmallDisk> {
  const holder: ChildProcess = spawn(UNSHARE, ['--map-root-user', '--mount', 'sh', '-c', HOLD, 'sh', directory, size], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const exited = once(holder, 'exit')
  const mounted = holder.stdout === null ? Promise.resolve() : once(holder.stdout, 'data')
  const refused = exited.then(() => {
    throw new Error('A mount namespace is needed for a small disk: run the tests as root, or allow user namespaces.')
  })
  await Promise.race([mounted, refused])
  const pid = String(holder.pid)
  const seenHere = `/proc/${pid}/root${directory}`
  const filler = join(seenHere, 'filler')
  return {
    through: () => [NSENTER, '--target', pid, '--user', '--mount', '--preserve-credentials'],
    fill(leave) {
      const file = openSync(filler, 'a')
      try {
        for (const block of [Buffer.alloc(65_536, 1), Buffer.alloc(1_024, 1)]) while (wrote(file, block));
        ftruncateSync(file, Math.max(0, fstatSync(file).size - leave))
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler, { force: true }),
    copyTo(to) {
      const { status } = spawnSync('cp', ['-a', `${seenHere}/.`, to])
      if (status !== 0) throw new Error('the small disk cannot be copied')
    },
    async close() {
      holder.stdin?.end()
      await exited
    },
  }
}

/** @returns false when the disk is full */
function wrote(file: number, block: Buffer): boolean {
  try {
    return writeSync(file, block) === block.length
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
    throw error
  }
}
