import { DuckDBInstance } from '@duckdb/node-api'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { recordFolders } from '../../src/adapters/records/record-files.ts'
import { quoted, storedColumns, tableColumns } from '../../src/adapters/records/stored-columns.ts'
import { weekdayOf } from '../../src/core/kernel/plain-date.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { BENCH_SETTING } from './bench-detections.ts'
import { BENCH_TENANT, type BenchRecords } from './bench-records.ts'

interface HandDuckDb {
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>
  readonly objects: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly close: () => void
}

/** DuckDB as somebody would use it who has the files and knows the SQL: views over all of a set's months, nothing checked. */
export async function handDuckDb(
  { folder, centers, line }: BenchRecords,
  { memoryMegabytes, threads }: { readonly memoryMegabytes: number; readonly threads: number },
): Promise<HandDuckDb> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMegabytes}MB`,
    threads: String(threads),
    temp_directory: join(folder, '.work', 'hand'),
  })
  const connection = await instance.connect()
  const home = recordFolders(folder).tenant(BENCH_TENANT)
  for (const set of DATA_SETS) {
    const path = join(home, set.name)
    const none = storedColumns(set).map(({ name, type }) => `CAST(NULL AS ${type}) AS ${quoted(name)}`)
    const from = existsSync(path)
      ? `read_parquet('${path}/*/*.parquet', hive_partitioning = false)`
      : `(SELECT ${none.join(', ')} WHERE false)`
    await connection.run(`CREATE VIEW ${set.name} AS SELECT ${tableColumns(set)} FROM ${from}`)
  }
  const { periodFrom, periodTo } = BENCH_SETTING
  const within = line.days.filter(({ day }) => periodFrom <= day && day <= periodTo)
  const days = within.map(
    ({ day, isWorkingDay, start, stop }) =>
      `(DATE '${day}', '${day.slice(0, 7)}', ${weekdayOf(day)}, ${isWorkingDay ? 1 : 0}, ${start}, ${stop})`,
  )
  await connection.run(
    `CREATE TABLE centers AS SELECT * FROM (VALUES ${centers.map((one) => `('${one}')`).join(', ')}) AS c(center_id)`,
  )
  await connection.run(
    `CREATE TABLE days AS SELECT * FROM (VALUES ${days.join(', ')}) AS d(day, month, weekday, is_working_day, start_day, stop_day)`,
  )
  await connection.run(
    'CREATE TABLE months AS SELECT month, min(day) AS first_day, max(day) AS last_day FROM days GROUP BY month',
  )
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJson(),
    objects: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
