import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { mkdir } from 'node:fs/promises'
import { literal } from './stored-columns.ts'

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
  /** A connection for several jobs one after another, each `untilAborted`. Whoever asks for it closes it. */
  readonly connect: () => Promise<DuckDBConnection>
  readonly close: () => void
}

/** Loads no extension from anywhere: all that is needed is built in. */
export async function openDuckDb(limits: DuckDbLimits): Promise<DuckDbSession> {
  return sessionOf(await openInstance(limits, {}))
}

/** One for SQL from outside: of all files it reads `readable` and its own spill folder, and nothing that runs in it can change that. */
export async function openLockedDuckDb(limits: DuckDbLimits, readable: readonly string[]): Promise<DuckDbSession> {
  const instance = await openInstance(limits, {
    // A query that spills must not fill the disk that the ledger lies on.
    max_temp_directory_size: `${limits.memoryMegabytes * SPILL_FACTOR}MB`,
    enable_external_file_cache: 'false',
    allow_community_extensions: 'false',
  })
  const session = sessionOf(instance)
  await session.on(null, async (connection) => {
    await connection.run(`SET allowed_paths = [${readable.map(literal).join(', ')}]`)
    await connection.run('SET enable_external_access = false')
    await connection.run('SET lock_configuration = true')
  })
  return session
}

const SPILL_FACTOR = 8

const INTERRUPT_MS = 50

async function openInstance(
  { memoryMegabytes, threads, spill }: DuckDbLimits,
  more: Readonly<Record<string, string>>,
): Promise<DuckDBInstance> {
  await mkdir(spill, { recursive: true })
  return DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMegabytes}MB`,
    threads: String(threads),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...more,
  })
}

/** What runs on the connection throws when `signal` is aborted. */
export async function untilAborted<Value>(
  connection: DuckDBConnection,
  signal: AbortSignal | null,
  work: () => Promise<Value>,
): Promise<Value> {
  // DuckDB forgets an interrupt that comes between two statements, so it is told again.
  let again: ReturnType<typeof setInterval> | undefined
  const interrupt = () => {
    connection.interrupt()
    again = setInterval(() => connection.interrupt(), INTERRUPT_MS)
  }
  signal?.addEventListener('abort', interrupt)
  try {
    signal?.throwIfAborted()
    return await work()
  } finally {
    signal?.removeEventListener('abort', interrupt)
    clearInterval(again)
  }
}

function sessionOf(instance: DuckDBInstance): DuckDbSession {
  return {
    on: async (signal, work) => {
      const connection = await instance.connect()
      try {
        return await untilAborted(connection, signal, async () => work(connection))
      } finally {
        connection.closeSync()
      }
    },
    connect: async () => instance.connect(),
    close: () => instance.closeSync(),
  }
}
