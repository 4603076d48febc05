/** Who is at work on a place, for as long as that process lives: a symbolic link that leads nowhere and names it. */
import { readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'

/** The text of a link is there as soon as the link is: nobody reads half a lock. */
const HOLDER = /^(?<pid>\d+):(?<began>\d+)$/u

/**
 * Takes the lock, also from a process that was killed and left it.
 *
 * @param path nothing else lies there; the directory above it exists
 * @returns null when it was taken, else the number of the process that holds it
 */
export function takeLock(path: string): number | null {
  const mine = `${process.pid}:${beganOf(process.pid) ?? ''}`
  for (;;) {
    try {
      symlinkSync(mine, path)
      return null
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const pid = holderOf(path)
    if (pid !== null) return pid
    rmSync(path, { force: true })
  }
}

export function leaveLock(path: string): void {
  rmSync(path, { force: true })
}

/** @returns null where nobody that lives holds it */
function holderOf(path: string): number | null {
  try {
    const { pid, began } = HOLDER.exec(readlinkSync(path))?.groups ?? {}
    return pid !== undefined && beganOf(Number(pid)) === began ? Number(pid) : null
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null // left in between
    throw error
  }
}

/** When a process began, in ticks since the machine did (proc(5), stat, field 22): its number may be given again. */
function beganOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
