/** What a process holds in memory, by the kernel's own account. */
import { readFileSync } from 'node:fs'

export interface Memory {
  /** The most that was ever resident, MB: library, heap and buffers, shared pages among it. */
  readonly vmHwm: number
  /** Resident and of no file, MB: heap, buffers, the engine's own. */
  readonly rssAnon: number
}

const SAMPLE_MS = 200
const KB_A_MB = 1_000

function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return { vmHwm: megabytes(status, 'VmHWM'), rssAnon: megabytes(status, 'RssAnon') }
}

function megabytes(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1] ?? Number.NaN) / KB_A_MB
}

export interface MemoryWatch {
  /** VmHWM now, and the most RssAnon since the last mark. */
  mark(): Memory
  stop(): void
}

export function watchMemory(pid: number): MemoryWatch {
  let most = 0
  const look = (): Memory => {
    const memory = memoryOf(pid)
    most = Math.max(most, memory.rssAnon)
    return memory
  }
  const timer = setInterval(look, SAMPLE_MS)
  return {
    mark() {
      const { vmHwm } = look()
      const rssAnon = most
      most = 0
      return { vmHwm, rssAnon }
    },
    stop: () => clearInterval(timer),
  }
}

/** CPU seconds that a process has used, all threads. */
export function cpuOf(pid: number): number {
  // After the name in brackets: state is field 3, utime and stime are 14 and 15 (proc_pid_stat(5)), in 1/100 s.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
