import type { OfficeLedger, OfficeRow, OfficeSource, OfficeTable, OfficeTarget } from '../../app/ports/office-copy.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { parseDigest, type ChainHead, type WholeEntry } from '../../core/ledger/chain.ts'
import { digestIn, headerIn } from '../ledger/ledger-rows.ts'
import { corruption } from '../sql/corruption.ts'
import { integerOf, textOf, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase, type SqlStatement } from '../sql/sql-database.ts'
import { officeTables } from './office-tables.ts'

/** Values that one statement binds at most; both engines take more. */
const MOST_VALUES = 20_000

const HEADERS = query(
  `SELECT headers.*, heads.seq AS head_seq, heads.digest AS head_digest FROM headers
   LEFT JOIN heads ON heads.tenant_id = headers.tenant_id AND heads.assessment_id = headers.assessment_id
   ORDER BY headers.tenant_id, headers.assessment_id`,
  ledgerOf,
)
const ENTRIES = query(
  `SELECT seq, body, body_digest, previous, digest FROM events
   WHERE tenant_id = ? AND assessment_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  entryOf,
)

/** The rows of an office over the databases of its stores, of whichever engine. */
export function copiedRows(
  databaseOf: (store: string) => SqlDatabase,
): Omit<OfficeSource, 'place' | 'records' | 'close'> & Pick<OfficeTarget, 'add'> {
  const tables = officeTables()
  const ledger = databaseOf('ledger')
  const known = new Map(tables.map((table) => [table, statementsOf(table)]))
  const of = (table: OfficeTable) => known.get(table) ?? statementsOf(table)
  return {
    tables,
    count: async (table) =>
      databaseOf(table.store).ask(async (sql) => (await sql.get(of(table).count)) ?? 0, `${table.name}：`),
    rows: async (table, after, limit) =>
      databaseOf(table.store).ask(
        (sql) =>
          after === null
            ? sql.all(of(table).first, limit)
            : sql.all(of(table).next, ...table.key.map((name) => after[table.columns.indexOf(name)] ?? null), limit),
        `${table.name}：`,
      ),
    add: async (table, rows) => {
      const each = Math.max(1, Math.floor(MOST_VALUES / table.columns.length))
      for (let from = 0; from < rows.length; from += each) {
        const batch = rows.slice(from, from + each)
        const added = await addBatch(databaseOf(table.store), of(table).insert(batch.length), batch)
        if (!added.ok) return added
      }
      return accepted(null)
    },
    ledgers: async () => ledger.ask((sql) => sql.all(HEADERS)),
    entries: async ({ tenantId, assessmentId }, afterSeq, limit) =>
      ledger.ask((sql) => sql.all(ENTRIES, tenantId, assessmentId, afterSeq, limit), `考核“${assessmentId}”：`),
  }
}

function addBatch(
  database: SqlDatabase,
  insert: SqlStatement<never>,
  rows: readonly OfficeRow[],
): Promise<Stored<null>> {
  return database.change(async (sql) => {
    await sql.run(insert, ...rows.flat())
    return null
  })
}

function statementsOf({ name, columns, key }: OfficeTable) {
  const quoted = (names: readonly string[]) => names.map((one) => `"${one}"`).join(', ')
  const places = (count: number) => Array.from({ length: count }, () => '?').join(', ')
  const order = `ORDER BY ${quoted(key)} LIMIT ?`
  const read = (row: SqlRow): OfficeRow => columns.map((column) => valueOf(row, column))
  const inserts = new Map<number, SqlStatement<never>>()
  return {
    count: query(`SELECT count(*) AS n FROM "${name}"`, (row) => integerOf(row, 'n')),
    first: query(`SELECT ${quoted(columns)} FROM "${name}" ${order}`, read),
    next: query(
      `SELECT ${quoted(columns)} FROM "${name}" WHERE (${quoted(key)}) > (${places(key.length)}) ${order}`,
      read,
    ),
    insert: (rows: number): SqlStatement<never> => {
      const row = `(${places(columns.length)})`
      const made =
        inserts.get(rows) ??
        command(
          `INSERT INTO "${name}" (${quoted(columns)}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`,
        )
      inserts.set(rows, made)
      return made
    },
  }
}

/** No table of an office has bytes or numbers beyond the safe ones. */
function valueOf(row: SqlRow, column: string): string | number | null {
  const value = row[column]
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw corruption(`column ${column} is ${typeof value}`)
}

function ledgerOf(row: SqlRow): OfficeLedger {
  const header = headerIn(row)
  if (row['head_seq'] === null) return { header, head: null }
  const digest = parseDigest(textOf(row, 'head_digest'))
  if (digest === null) throw corruption(`考核“${header.assessmentId}”末条的记录不是摘要`)
  const head: ChainHead = { seq: integerOf(row, 'head_seq'), digest }
  return { header, head }
}

function entryOf(row: SqlRow): WholeEntry {
  return {
    seq: integerOf(row, 'seq'),
    body: textOf(row, 'body'),
    bodyDigest: digestIn(row, 'body_digest'),
    previous: digestIn(row, 'previous'),
    digest: digestIn(row, 'digest'),
  }
}
