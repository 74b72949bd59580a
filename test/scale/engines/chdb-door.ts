import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ClickDoor, ClickHow, ClickRows } from '../../../src/adapters/clickhouse/click-door.ts'
import { clickFaultOf, type ClickAnswer } from '../../../src/adapters/clickhouse/click-fault.ts'
import { tabSeparated, type ClickValue } from '../../../src/adapters/clickhouse/tab-separated.ts'

const FOLDER = fileURLToPath(new URL('chdb/', import.meta.url))

interface Session {
  readonly query: (sql: string, format?: string) => string
  readonly insert: (asked: {
    readonly table: string
    readonly columns: readonly string[]
    readonly values: string
    readonly format: 'TabSeparated' | 'CSV'
  }) => Promise<unknown>
  readonly close: () => void
}

/** A current ClickHouse in this process, one after another's statements. Installed where it is missing; one a process. */
export function openChdbDoor(): ClickDoor {
  const session = openSession()
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = async <Value>(how: ClickHow, work: () => Value | Promise<Value>): Promise<ClickAnswer<Value>> => {
    const run = turn.then(async () => {
      how.signal?.throwIfAborted()
      if (how.database) session.session.query(`USE ${how.database}`)
      return work()
    })
    turn = run.catch(() => undefined)
    try {
      return { ok: true, value: await run }
    } catch (error) {
      return { ok: false, fault: clickFaultOf(error, 'chdb', how.signal ?? null) }
    }
  }
  return {
    place: 'chdb',
    ask: async (sql, how = {}) =>
      inTurn(how, (): ClickRows => {
        const settings = Object.entries<string | number>({
          ...how.settings,
          output_format_json_quote_64bit_integers: 1,
        })
          // The session would stay so.
          .filter(([name]) => name !== 'readonly')
          .map(([name, value]) => `${name} = ${typeof value === 'number' ? value : `'${value}'`}`)
        const answer = JSON.parse(session.session.query(`${sql}\nSETTINGS ${settings.join(', ')}`, 'JSONCompact')) as {
          readonly meta: readonly { readonly name: string; readonly type: string }[]
          readonly data: readonly (readonly ClickValue[])[]
        }
        return {
          columns: answer.meta.map(({ name }) => name),
          types: answer.meta.map(({ type }) => type),
          rows: answer.data,
        }
      }),
    download: async (sql, how = {}) =>
      inTurn(how, () => {
        const text = session.session.query(sql, 'CSV')
        return (async function* () {
          yield Buffer.from(text)
        })()
      }),
    command: async (sql, how = {}) =>
      inTurn(how, () => {
        session.session.query(sql)
        return null
      }),
    insert: async (table, columns, rows, how = {}) =>
      inTurn(how, async () => {
        let values = ''
        for await (const piece of tabSeparated(rows)) values += piece
        await session.session.insert({ table: `${how.database}.${table}`, columns, values, format: 'TabSeparated' })
        return null
      }),
    upload: async (table, columns, csv, how = {}) =>
      inTurn(how, async () => {
        const values = (await csv.toArray()).map(String).join('')
        await session.session.insert({ table: `${how.database}.${table}`, columns, values, format: 'CSV' })
        return null
      }),
    upFor: async () => ({ ok: true, value: Infinity }),
    close: async () => session.close(),
  }
}

function openSession() {
  const folder = mkdtempSync(join(tmpdir(), 'mingheng-chdb-'))
  const chdb = installed() as { readonly Session: new (path: string) => Session }
  const session = new chdb.Session(folder)
  return {
    session,
    close: () => {
      session.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function installed(): unknown {
  if (!existsSync(join(FOLDER, 'node_modules', 'chdb')))
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefix', FOLDER], {
      stdio: 'ignore',
    })
  return createRequire(join(FOLDER, 'package.json'))('chdb')
}
