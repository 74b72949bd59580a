import { literal, quoted, storedColumns } from '../stored-columns.ts'
import { derivedSql } from './derived-sql.ts'
import type { ImportJob } from './import-job.ts'

/** Rows of the job as they are stored, for `SELECT … FROM` a table with their fields; `month` and `version` are expressions. */
export function recordColumns({ set, asked }: ImportJob, month: string, version: string): string {
  const common = new Map([
    ['source', literal(asked.profile.source)],
    ['version', `CAST(${version} AS INTEGER)`],
    ['month', month],
  ])
  const isMapped = (name: string) => asked.profile.columns[name] !== undefined
  const known = derivedSql(set, asked.line).filter(({ field }) => isMapped(field))
  const derived = new Map(known.map(({ name, sql }) => [name, sql]))
  const columns = storedColumns(set).map(({ name, type }) => {
    // What has few values is no text in the job's tables.
    const own = common.get(name) ?? (isMapped(name) ? `CAST(${quoted(name)} AS ${type})` : derived.get(name))
    return `${own ?? `CAST(NULL AS ${type})`} AS ${quoted(name)}`
  })
  return columns.join(', ')
}
