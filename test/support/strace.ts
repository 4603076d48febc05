/** The system's watcher of system calls; `preflight.ts` says how to install it. */
export const STRACE = 'strace'
