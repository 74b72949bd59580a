import { codesOf } from '../../../core/records/code-sets.ts'
import type { DataSet } from '../../../core/records/data-set.ts'
import { findField } from '../../../core/records/data-sets.ts'
import { derivedColumns, type DerivedColumn } from '../../../core/records/derived-columns.ts'
import type { WorkdayLine } from '../../../core/records/workday-line.ts'
import { literal, quoted } from '../stored-columns.ts'

/** Each derived column of a set from the columns of its fields; days as `line` counts them, which must know them all. */
export function derivedSql(set: DataSet, line: WorkdayLine): readonly DerivedSql[] {
  return derivedColumns(set).map((column) => ({ ...column, sql: oneSql(set, column, line) }))
}

export interface DerivedSql extends DerivedColumn {
  readonly sql: string
}

function oneSql(set: DataSet, { field, derivation }: DerivedColumn, line: WorkdayLine): string {
  const column = quoted(field)
  switch (derivation) {
    case 'start':
    case 'stop': {
      // One text: a list of so many numbers takes DuckDB longer to parse than to look up in.
      const ordinals = `CAST('[${line.days.map((day) => day[derivation]).join(', ')}]' AS INTEGER[])`
      return `${ordinals}[CAST(${column} AS DATE) - CAST('${line.from}' AS DATE) + 1]`
    }
    case 'seconds':
      return `epoch_us(CAST(${column} AS TIMESTAMP)) // 1000000 - ${SHANGHAI_SECONDS}`
    case 'rank':
      return rankSql(set, field)
  }
}

/** Times are local, of Asia/Shanghai, which has been eight hours ahead of UTC without a change since 1991. */
const SHANGHAI_SECONDS = 8 * 3600

function rankSql(set: DataSet, name: string): string {
  const kind = findField(set, name)?.kind
  const codes = kind?.kind === 'code' ? codesOf(kind.codes) : []
  const whens = codes.map(({ code, rank }) => `WHEN ${literal(code)} THEN ${rank === null ? 'NULL' : rank}`)
  return `CAST(CASE ${quoted(name)} ${whens.join(' ')} END AS INTEGER)`
}
