import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openDuckDb, type DuckDbSession } from './duckdb-session.ts'
import type { RecordRoom } from './record-room.ts'

/**
 * A DuckDB for one piece of work, and a folder for what it writes; both are gone afterwards. It costs 15 ms, gives all its
 * memory back, and what breaks in it breaks nothing else.
 */
export async function withDuckDb<Value>(
  { folders, memoryMegabytes, threads }: Pick<RecordRoom, 'folders' | 'memoryMegabytes' | 'threads'>,
  work: (duckDb: DuckDbSession, folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = join(folders.work, `work_${process.pid}_${(works += 1)}`)
  try {
    await mkdir(folder, { recursive: true })
    const duckDb = await openDuckDb({ memoryMegabytes, threads, spill: join(folder, 'spill') })
    try {
      return await work(duckDb, folder)
    } finally {
      duckDb.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

let works = 0
