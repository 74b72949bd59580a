import type { OfficeTable } from '../../app/ports/office-copy.ts'
import { ACCESS_MIGRATIONS } from '../access-log/access-migrations.ts'
import { ANSWER_MIGRATIONS } from '../answers/answer-migrations.ts'
import { JOB_MIGRATIONS } from '../jobs/job-migrations.ts'
import { LEDGER_MIGRATIONS } from '../ledger/ledger-migrations.ts'
import { UPLOAD_MIGRATIONS } from '../objects/upload-migrations.ts'
import { PEOPLE_MIGRATIONS } from '../people/people-migrations.ts'
import { CATALOG_MIGRATIONS } from '../records/catalog-migrations.ts'
import { SAMPLING_MIGRATIONS } from '../sampling/sampling-migrations.ts'
import { integerOf, textOf } from '../sql/row.ts'
import type { Migrations } from '../sql/migrations.ts'
import { openDatabase, type Database } from '../sqlite/open-database.ts'
import { prepare } from '../sqlite/statement.ts'

/** A store of an office: a file in a data folder, tables of this name in a schema. */
export interface OfficeStore {
  readonly name: string
  readonly migrations: Migrations
  /** Made when it is first needed: an office may have none, which is one without rows. */
  readonly isOptional?: boolean
}

export const OFFICE_STORES: readonly OfficeStore[] = [
  { name: 'ledger', migrations: LEDGER_MIGRATIONS },
  { name: 'people', migrations: PEOPLE_MIGRATIONS },
  { name: 'access', migrations: ACCESS_MIGRATIONS },
  { name: 'answers', migrations: ANSWER_MIGRATIONS },
  { name: 'jobs', migrations: JOB_MIGRATIONS },
  { name: 'sampling', migrations: SAMPLING_MIGRATIONS },
  { name: 'records', migrations: CATALOG_MIGRATIONS, isOptional: true },
  { name: 'uploads', migrations: UPLOAD_MIGRATIONS, isOptional: true },
]

/** All tables, as the migrations make them: a table that a later version adds moves without being named here. */
export function officeTables(stores: readonly OfficeStore[] = OFFICE_STORES): readonly OfficeTable[] {
  return stores.flatMap(({ name, migrations }) => {
    const opened = openDatabase(':memory:', migrations)
    if (!opened.ok) throw new Error(opened.refusal.message)
    try {
      return tablesIn(opened.value).map((table) => ({ store: name, ...table }))
    } finally {
      opened.value.close()
    }
  })
}

/** What keeps the rows of a store from being changed: triggers of these names, in either engine. */
export function officeGuards(store: string): readonly string[] {
  return OFFICE_STORES.filter(({ name }) => name === store).flatMap(({ migrations }) => {
    const opened = openDatabase(':memory:', migrations)
    if (!opened.ok) throw new Error(opened.refusal.message)
    try {
      const sql = `SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`
      return prepare(opened.value, sql, (row) => textOf(row, 'name')).all()
    } finally {
      opened.value.close()
    }
  })
}

/** In the order in which they were made: what a table refers to comes before it. */
function tablesIn(database: Database): readonly Omit<OfficeTable, 'store'>[] {
  const names = prepare(database, `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid`, (row) =>
    textOf(row, 'name'),
  )
  const columns = prepare(database, 'SELECT name, pk FROM pragma_table_info(?) ORDER BY cid', (row) => ({
    name: textOf(row, 'name'),
    place: integerOf(row, 'pk'),
  }))
  return names.all().map((name) => {
    const all = columns.all(name)
    const key = all.filter(({ place }) => place > 0).toSorted((one, other) => one.place - other.place)
    if (key.length === 0) throw new Error(`table ${name} has no key to be moved by`)
    return { name, columns: all.map((column) => column.name), key: key.map((column) => column.name) }
  })
}
