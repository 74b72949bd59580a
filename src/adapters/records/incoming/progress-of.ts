import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Watch } from '../../../app/ports/record-store.ts'
import { halt } from './halt.ts'
import type { Progress } from './incoming.ts'

/** Tells the person how far a file of so many bytes is, and halts once they want to stop. */
export function progressOf(watch: Watch, bytes: number): Progress {
  let looked = 0
  let decoded = 0
  let toldAt = Number.NEGATIVE_INFINITY
  const tell = () => {
    if (watch.signal?.aborted === true) halt(refusedRecords('import-stopped'))
    const now = performance.now()
    if (now - toldAt < INTERVAL) return
    toldAt = now
    watch.onProgress({ step: 'decoding', done: Math.floor((looked + decoded) / 2), total: bytes, unit: 'bytes' })
  }
  return {
    looked: (done) => {
      looked = Math.max(looked, done)
      tell()
    },
    decoded: (done) => {
      decoded = Math.max(decoded, done)
      tell()
    },
  }
}

const INTERVAL = 250
