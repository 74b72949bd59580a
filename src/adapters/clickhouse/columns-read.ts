import type { DataSet } from '../../core/records/data-set.ts'
import { storedColumns } from '../records/stored-columns.ts'
import { nodeOf, type SqlNode } from '../records/vetting.ts'

/** Which stored columns of a data set a query can need, by their names alone; never none. */
export function columnsRead(query: SqlNode, set: DataSet): readonly string[] {
  const named = new Set<string>()
  collect(query, named)
  if (named.has('record_ref')) named.add('version')
  if (named.has('record_ref') || named.has('record_key')) for (const part of ['source', 'record_id']) named.add(part)
  const read = storedColumns(set).flatMap(({ name }) => (named.has(name) ? [name] : []))
  return read.length > 0 ? read : ['month']
}

function collect(value: unknown, named: Set<string>): void {
  if (Array.isArray(value)) return value.forEach((one) => collect(one, named))
  if (typeof value !== 'object' || value === null) return
  const node = nodeOf(value)
  const names: unknown = node['column_names']
  if (Array.isArray(names)) named.add(String(names.at(-1)))
  Object.values(node).forEach((one) => collect(one, named))
}
