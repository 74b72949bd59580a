import { readConfiguration } from './configuration.ts'
import type { Configuration } from './configuration-keys.ts'

/** What is usual, for one machine and nobody else: no rates, and a log of faults only. */
export function demoConfiguration(dataFolder: string, port: number): Configuration {
  const read = readConfiguration({}, () => null)
  if (!read.ok) throw new Error('what is usual is no configuration')
  return {
    ...read.value,
    dataFolder,
    port,
    logLevel: 'error',
    requestRate: null,
    signInRateByAddress: null,
    signInRateByAccount: null,
  }
}
