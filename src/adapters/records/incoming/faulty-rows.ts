import { createReadStream } from 'node:fs'
import type { RecordFault } from '../../../core/records/record-faults.ts'
import { createWorkFile, type WorkFile } from './work-file.ts'

/** A row that cannot be imported as it stands; cells in the order of the header, fewer or more where the row is ragged. */
export interface FaultyRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly faults: readonly RecordFault[]
}

/** Rows that were found faulty, in the order of the file: there may be as many as it has. */
export interface FaultyRows {
  readonly count: number
  readonly read: () => AsyncIterable<FaultyRow>
}

export interface FaultyRowsFile {
  readonly add: (faulty: FaultyRow) => Promise<void>
  readonly finish: () => Promise<FaultyRows>
  readonly discard: () => Promise<void>
}

/** Keeps faulty rows in the work folder, once there is one. */
export function faultyRowsFile(workFolder: string): FaultyRowsFile {
  let file: WorkFile | null = null
  let count = 0
  return {
    add: async (faulty) => {
      file ??= await createWorkFile(workFolder)
      await file.write(`${JSON.stringify(faulty)}\n`)
      count += 1
    },
    finish: async () => {
      await file?.finish()
      const path = file?.path
      return path === undefined ? NO_FAULTY_ROWS : { count, read: () => rowsIn(path) }
    },
    discard: async () => file?.discard(),
  }
}

export const NO_FAULTY_ROWS: FaultyRows = { count: 0, read: async function* () {} }

/** JSON writes no line feed within a text; readline knows other line ends beside it, which stay as they are in one. */
async function* rowsIn(path: string): AsyncGenerator<FaultyRow> {
  let held = ''
  for await (const piece of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const lines = (held + piece).split('\n')
    held = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as FaultyRow
  }
}
