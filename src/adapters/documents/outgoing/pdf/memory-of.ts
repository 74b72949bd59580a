import { readFileSync } from 'node:fs'

/** The bytes that a process holds in memory; 0 where the system does not tell (not Linux) or the process is gone. */
export function memoryOf(pid: number | undefined): number {
  try {
    const told = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return told === null ? 0 : Number(told[1]) * 1024
  } catch {
    return 0
  }
}
