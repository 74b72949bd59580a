/**
 * What a shard is asked and told, over HTTP, by any version since 18.16: no parameters in queries, no format and no setting
 * that the old one does not know. What goes wrong comes back as a value that names the shard.
 */
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client'
import { clickFaultOf, type ClickAnswer } from './click-fault.ts'
import { tabSeparated, type ClickValue } from './tab-separated.ts'

export interface ClickDoor {
  /** Who it is in sentences for people: its address, without names and passwords. */
  readonly place: string
  /** Runs one statement that answers rows; whole or not at all, whenever it breaks off. Not for millions of rows: see `download`. */
  readonly ask: (sql: string, how?: ClickHow) => Promise<ClickAnswer<ClickRows>>
  /** The rows of one statement as CSV without a header, NULL as `\N`. Answers before they have come: what breaks off later throws. */
  readonly download: (sql: string, how?: ClickHow) => Promise<ClickAnswer<AsyncIterable<Uint8Array>>>
  /** Runs one statement that answers nothing. */
  readonly command: (sql: string, how?: ClickHow) => Promise<ClickAnswer<null>>
  /** Acknowledged once the shard has written all of them. After a fault it is not known how many it has. */
  readonly insert: (
    table: string,
    columns: readonly string[],
    rows: ClickSource,
    how?: ClickHow,
  ) => Promise<ClickAnswer<null>>
  /** As `insert`, of rows that are CSV already, NULL as `\N`. */
  readonly upload: (
    table: string,
    columns: readonly string[],
    csv: Readable,
    how?: ClickHow,
  ) => Promise<ClickAnswer<null>>
  /** For how many whole seconds it has been up; a fault where it does not say so within a few seconds. */
  readonly upFor: () => Promise<ClickAnswer<number>>
  readonly close: () => Promise<void>
}

/** `database` is where tables lie that are named without one, '' for nowhere. When `signal` is aborted, the shard is told to stop too. */
export interface ClickHow {
  readonly database?: string
  readonly settings?: Readonly<Record<string, string | number>>
  readonly signal?: AbortSignal | null
}

/** `types` as the shard names them. 64-bit numbers come as text, and so does whatever is neither a number nor NULL. */
export interface ClickRows {
  readonly columns: readonly string[]
  readonly types: readonly string[]
  readonly rows: readonly (readonly ClickValue[])[]
}

export type ClickSource = Iterable<readonly ClickValue[]> | AsyncIterable<readonly ClickValue[]>

export interface ClickAddress {
  readonly url: string
  readonly user: string
  readonly password: string
  /** Where tables lie that are named without a database. It need not be there yet. */
  readonly database: string
}

/** Connects to nothing, and loads nothing, before it is asked. */
export function openClickDoor(address: ClickAddress): ClickDoor {
  const place = shown(address.url)
  const client = lazyClient(address)

  const asking = async <Value>(
    signal: AbortSignal | null,
    work: (client: ClickHouseClient) => Promise<Value>,
  ): Promise<ClickAnswer<Value>> => {
    try {
      signal?.throwIfAborted()
      return { ok: true, value: await work(await client.get()) }
    } catch (error) {
      return { ok: false, fault: clickFaultOf(error, place, signal) }
    }
  }

  /** Runs `work` under a name, and tells the shard to stop what bears it where nobody waits for it any longer. */
  const stoppable = async <Value>(
    { signal = null }: ClickHow,
    work: (client: ClickHouseClient, queryId: string) => Promise<Value>,
  ): Promise<ClickAnswer<Value>> =>
    asking(signal, async (client) => {
      const queryId = randomUUID()
      try {
        return await work(client, queryId)
      } catch (error) {
        if (signal?.aborted) await stopQuery(client, queryId)
        throw error
      }
    })

  const settings = (
    { database = address.database, settings: own = {} }: ClickHow,
    isBuffered: boolean,
  ): ClickHouseSettings => ({
    ...own,
    ...(database === '' ? {} : { database }),
    // The status of an answer is known at its end: without that, what breaks off in the middle looks like a shorter answer.
    ...(isBuffered ? { wait_end_of_query: 1 } : {}),
  })

  return {
    place,
    ask: async (sql, how = {}) =>
      stoppable(how, async (client, queryId) => {
        const answer = await client.query({
          query: sql,
          format: 'JSONCompact',
          query_id: queryId,
          clickhouse_settings: { ...settings(how, true), output_format_json_quote_64bit_integers: 1 },
          ...(how.signal ? { abort_signal: how.signal } : {}),
        })
        return readRows(await answer.text())
      }),
    download: async (sql, how = {}) =>
      stoppable(how, async (client, queryId) => {
        const answer = await client.exec({
          query: `${sql}\nFORMAT CSV`,
          query_id: queryId,
          clickhouse_settings: settings(how, true),
          ...(how.signal ? { abort_signal: how.signal } : {}),
        })
        return answer.stream
      }),
    command: async (sql, how = {}) =>
      stoppable(how, async (client, queryId) => {
        await client.command({
          query: sql,
          query_id: queryId,
          clickhouse_settings: settings(how, true),
          ...(how.signal ? { abort_signal: how.signal } : {}),
        })
        return null
      }),
    insert: async (table, columns, rows, how = {}) =>
      stoppable(how, async (client, queryId) => {
        await client.insert({
          table,
          columns: nonEmpty(columns.map((name) => `\`${name}\``)),
          values: Readable.from(tabSeparated(rows), { objectMode: false }),
          format: 'TabSeparated',
          query_id: queryId,
          clickhouse_settings: settings(how, false),
          ...(how.signal ? { abort_signal: how.signal } : {}),
        })
        return null
      }),
    upload: async (table, columns, csv, how = {}) => {
      const answer = await stoppable(how, async (client, queryId) => {
        await client.insert({
          table,
          columns: nonEmpty(columns.map((name) => `\`${name}\``)),
          values: csv,
          format: 'CSV',
          query_id: queryId,
          clickhouse_settings: settings(how, false),
          ...(how.signal ? { abort_signal: how.signal } : {}),
        })
        return null
      })
      // Nobody has begun to read it where it was stopped, or the driver could not be loaded, before.
      csv.destroy()
      return answer
    },
    upFor: async () => {
      const signal = AbortSignal.timeout(PROMPT_MS)
      return asking(signal, async (client) => {
        const answer = await client.query({ query: 'SELECT uptime()', format: 'JSONCompact', abort_signal: signal })
        return Number(readRows(await answer.text()).rows[0]?.[0])
      })
    },
    close: client.close,
  }
}

/** A server that is there says it at once; a network that swallows packets never does. */
const PROMPT_MS = 5_000

/** Longer than any query may take: those who wait stop it themselves. */
const REQUEST_MS = 3_600_000

function lazyClient({ url, user, password }: ClickAddress) {
  let client: Promise<ClickHouseClient> | null = null
  return {
    get: async () =>
      (client ??= import('@clickhouse/client').then(({ createClient, ClickHouseLogLevel }) =>
        createClient({
          url,
          username: user,
          password,
          request_timeout: REQUEST_MS,
          // Old servers close a connection after three seconds.
          keep_alive: { enabled: true, idle_socket_ttl: 1_500 },
          log: { level: ClickHouseLogLevel.OFF },
        }),
      )),
    close: async () => (await client)?.close(),
  }
}

/** An old shard does not notice that nobody listens. Whether it could be told changes nothing for whoever has left. */
async function stopQuery(client: ClickHouseClient, queryId: string): Promise<void> {
  await client.command({ query: `KILL QUERY WHERE query_id = '${queryId}' ASYNC` }).catch(() => undefined)
}

interface CompactAnswer {
  readonly meta: readonly { readonly name: string; readonly type: string }[]
  readonly data: readonly (readonly ClickValue[])[]
}

function readRows(text: string): ClickRows {
  const { meta, data } = JSON.parse(text) as CompactAnswer
  return { columns: meta.map(({ name }) => name), types: meta.map(({ type }) => type), rows: data }
}

function shown(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

function nonEmpty(names: readonly string[]): [string, ...string[]] {
  const [name, ...others] = names
  if (name === undefined) throw new Error('rows without columns')
  return [name, ...others]
}
