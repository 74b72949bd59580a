import { readFileSync } from 'node:fs'

/** What another process has used so far, as Linux tells it. */
export interface ProcessUsage {
  readonly processorMs: number
  readonly megabytes: number
  readonly peakMegabytes: number
}

const TICK_MS = 10

export function processUsage(pid: number): ProcessUsage {
  const words = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return {
    processorMs: (Number(words[11]) + Number(words[12])) * TICK_MS,
    megabytes: megabytes('VmRSS'),
    peakMegabytes: megabytes('VmHWM'),
  }
}
