import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { mkdir } from 'node:fs/promises'

export interface DuckDbLimits {
  readonly memoryMegabytes: number
  readonly threads: number
  /** Where DuckDB puts what does not fit into memory. Made where it is missing. */
  readonly spill: string
}

/** One DuckDB in memory. Jobs share its memory and its threads, and nothing else: each has its own connection. */
export interface DuckDbSession {
  /** `work` on a connection of its own. When `signal` is aborted, what runs on it throws and `isInterrupted` knows it. */
  readonly on: <Value>(
    signal: AbortSignal | null,
    work: (connection: DuckDBConnection) => Promise<Value>,
  ) => Promise<Value>
  readonly close: () => void
}

/** Loads no extension from anywhere: all that is needed is built in. */
export async function openDuckDb({ memoryMegabytes, threads, spill }: DuckDbLimits): Promise<DuckDbSession> {
  await mkdir(spill, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMegabytes}MB`,
    threads: String(threads),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  return {
    on: async (signal, work) => {
      const connection = await instance.connect()
      const interrupt = () => connection.interrupt()
      signal?.addEventListener('abort', interrupt)
      try {
        signal?.throwIfAborted()
        return await work(connection)
      } finally {
        signal?.removeEventListener('abort', interrupt)
        connection.closeSync()
      }
    },
    close: () => instance.closeSync(),
  }
}
