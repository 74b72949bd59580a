import type { RecordFault } from '../../../core/records/record-faults.ts'
import type { FaultyRow } from '../incoming/faulty-rows.ts'
import { MOST_FAULTS } from '../incoming/prepared-file.ts'

/** Where faulty rows go, one by one: there may be as many as the file has rows. */
export interface FaultSink {
  readonly add: (faulty: FaultyRow) => Promise<void>
  /** How many rows. */
  readonly count: () => number
  /** The first 1,000 faults, in the order of the file. */
  readonly faults: () => readonly RecordFault[]
}

export function faultSink(also: (faulty: FaultyRow) => Promise<void> = async () => undefined): FaultSink {
  const faults: RecordFault[] = []
  let count = 0
  return {
    add: async (faulty) => {
      count += 1
      if (faults.length < MOST_FAULTS) faults.push(...faulty.faults)
      await also(faulty)
    },
    count: () => count,
    faults: () => faults.slice(0, MOST_FAULTS).sort((one, other) => one.row - other.row),
  }
}
