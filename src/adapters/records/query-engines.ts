import type { DuckDBConnection } from '@duckdb/node-api'
import { mkdtemp, rm } from 'node:fs/promises'
import { openLockedDuckDb, untilAborted, type DuckDbLimits } from './duckdb-session.ts'

/** A locked DuckDB for the queries over one list of files. */
export interface QueryEngine {
  readonly on: <Value>(signal: AbortSignal, work: (own: QueryConnection) => Promise<Value>) => Promise<Value>
  /** Makes the view that `sql` creates, once, whoever asks first. */
  readonly view: (name: string, sql: string) => Promise<void>
  /** Not to be used for another query: something broke inside. */
  readonly discard: () => void
}

/** What one query runs on, alone. Another one may have run on it before. */
export interface QueryConnection {
  readonly connection: DuckDBConnection
  /** Makes the temporary table that `sql` creates or replaces, unless it is there as another query made it. */
  readonly table: (name: string, sql: string) => Promise<void>
  /** Says that the query was read to its end: the next one may run on it. Without that it is closed. */
  readonly keep: () => void
}

/** Queries in the order in which they were asked, a few at once, over engines of which one lives at a time: one memory limit. */
export interface QueryEngines {
  /** `readable` are the files that the query may read. Null where `signal` was aborted before its turn came. */
  readonly within: <Value>(
    readable: readonly string[],
    signal: AbortSignal,
    work: (engine: QueryEngine) => Promise<Value>,
  ) => Promise<Value | null>
  readonly close: () => void
}

/** Each query holds one of the four threads that Node has for files and passwords: two are left for those. */
const AT_ONCE = 2

/** An engine costs 15 ms to make and holds memory: it is kept for the next query of a run, not for the night. */
const IDLE_MS = 10_000

interface Live {
  readonly key: string
  readonly engine: Promise<QueryEngine & { readonly close: () => Promise<void> }>
  users: number
  isBroken: boolean
}

interface Waiting {
  readonly key: string
  readonly readable: readonly string[]
  readonly start: (live: Live | null) => void
}

/** `spill` is what the names of folders begin with that lie beside each other. */
export function queryEngines(limits: DuckDbLimits): QueryEngines {
  const waiting: Waiting[] = []
  let live: Live | null = null
  let idle: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  const open = (key: string, readable: readonly string[]): Live => {
    const engine = openEngine(limits, readable, () => void (opened.isBroken = true))
    const opened: Live = { key, users: 0, isBroken: false, engine }
    return opened
  }
  const dispose = () => {
    const gone = live
    live = null
    // One that could not be opened has told whoever asked for it.
    gone?.engine.then(
      async (engine) => engine.close(),
      () => undefined,
    )
  }
  const pump = (): void => {
    const [next] = waiting
    if (next === undefined) return
    const isShared = live !== null && live.key === next.key && !live.isBroken
    if (live !== null && live.users > 0 && (!isShared || live.users >= AT_ONCE)) return
    waiting.shift()
    if (!isShared) dispose()
    live ??= open(next.key, next.readable)
    live.users += 1
    clearTimeout(idle)
    next.start(live)
    pump()
  }
  const leave = (own: Live): void => {
    own.users -= 1
    if (own.users === 0 && (isClosed || own.isBroken)) dispose()
    else if (own.users === 0) idle = setTimeout(() => own.users === 0 && own === live && dispose(), IDLE_MS).unref()
    pump()
  }
  const turn = async (readable: readonly string[], signal: AbortSignal): Promise<Live | null> =>
    new Promise((resolve) => {
      const asked: Waiting = {
        key: readable.join('\n'),
        readable,
        start: (granted) => {
          signal.removeEventListener('abort', giveUp)
          resolve(granted)
        },
      }
      function giveUp() {
        waiting.splice(waiting.indexOf(asked), 1)
        asked.start(null)
        pump()
      }
      signal.addEventListener('abort', giveUp)
      waiting.push(asked)
      if (signal.aborted || isClosed) giveUp()
      else pump()
    })
  return {
    within: async (readable, signal, work) => {
      const own = await turn(readable, signal)
      if (own === null) return null
      try {
        const engine = await own.engine.catch((error: unknown) => {
          own.isBroken = true
          throw error
        })
        return await work(engine)
      } finally {
        leave(own)
      }
    },
    close: () => {
      isClosed = true
      for (const one of waiting.splice(0)) one.start(null)
      if (live?.users === 0) dispose()
    },
  }
}

interface OwnConnection {
  readonly connection: DuckDBConnection
  /** By name, the SQL that made each. */
  readonly tables: Map<string, string>
}

async function openEngine(
  limits: DuckDbLimits,
  readable: readonly string[],
  discard: () => void,
): Promise<QueryEngine & { readonly close: () => Promise<void> }> {
  // Of its own: DuckDB names what it spills the same in every engine, and SQL that got past the vetting could read it.
  const spill = await mkdtemp(`${limits.spill}-`)
  const session = await openLockedDuckDb({ ...limits, spill }, readable)
  const views = new Map<string, Promise<void>>()
  const idle: OwnConnection[] = []
  return {
    on: async (signal, work) => {
      const own = idle.pop() ?? { connection: await session.connect(), tables: new Map<string, string>() }
      let isKept = false
      try {
        return await untilAborted(own.connection, signal, async () =>
          work({
            connection: own.connection,
            table: async (name, sql) => {
              if (own.tables.get(name) === sql) return
              await own.connection.run(sql)
              own.tables.set(name, sql)
            },
            keep: () => void (isKept = true),
          }),
        )
      } finally {
        if (isKept) idle.push(own)
        else own.connection.closeSync()
      }
    },
    view: async (name, sql) => {
      const made = views.get(name) ?? session.on(null, async (connection) => void (await connection.run(sql)))
      views.set(name, made)
      // What stood in the way may be mended by the next query.
      made.catch(() => views.delete(name))
      return made
    },
    discard,
    close: async () => {
      for (const { connection } of idle) connection.closeSync()
      session.close()
      await rm(spill, { recursive: true, force: true })
    },
  }
}
