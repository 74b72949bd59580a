import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import { COMMON_COLUMNS, type DataSet } from '../../core/records/data-set.ts'
import { findDataSet } from '../../core/records/data-sets.ts'
import { derivedColumns } from '../../core/records/derived-columns.ts'
import type { RecordRow, RecordStore } from '../ports/record-store.ts'
import type { AtDesk } from './desk-refusals.ts'

/** `record` is null for what is no record: a measure, or one that ought to be and is not. */
export interface ShownRecord {
  readonly ref: string
  readonly record: RecordRow | null
  /** Whether it is still the version that holds. */
  readonly isCurrent: boolean
}

/**
 * The rows of the refs, in their order: one query for each data set finds those that still hold, and only what was corrected
 * since is looked for among the earlier versions.
 */
export async function showRecords(
  records: Pick<RecordStore, 'query' | 'record'>,
  tenantId: TenantId,
  line: WorkdayLine,
  refs: readonly string[],
): Promise<AtDesk<readonly ShownRecord[]>> {
  const current = new Map<string, RecordRow>()
  for (const [set, own] of bySet(refs)) {
    const found = await records.query(tenantId, {
      sql: sqlFor(set, own),
      dataSets: [set.name],
      centers: [],
      line,
      from: line.from,
      to: line.to,
      maxRows: own.length,
      signal: null,
    })
    if (!found.ok) return found
    const { columns, rows } = found.value
    for (const row of rows) {
      const record = Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null]))
      current.set(String(record['record_ref']), record)
    }
  }
  const shown: ShownRecord[] = []
  for (const ref of refs) {
    const record = current.get(ref)
    const earlier = record === undefined && setOf(ref) !== null ? await records.record(tenantId, ref) : accepted(null)
    if (!earlier.ok) return earlier
    shown.push({ ref, record: record ?? earlier.value, isCurrent: earlier.value === null })
  }
  return accepted(shown)
}

function bySet(refs: readonly string[]): ReadonlyMap<DataSet, readonly string[]> {
  const sets = new Map<DataSet, string[]>()
  for (const ref of refs) {
    const set = setOf(ref)
    if (set !== null) sets.set(set, [...(sets.get(set) ?? []), ref])
  }
  return sets
}

/** `null` where the ref names no record. */
function setOf(ref: string): DataSet | null {
  return findDataSet(/^([a-z_]+)\/.+@\d+$/.exec(ref)?.[1] ?? '')
}

function sqlFor(set: DataSet, refs: readonly string[]): string {
  const names = [...set.fields, ...derivedColumns(set)].map(({ name }) => name)
  const texts = refs.map((ref) => `'${ref.replaceAll("'", "''")}'`)
  const columns = [...names, ...Object.keys(COMMON_COLUMNS)].join(', ')
  return `SELECT ${columns} FROM ${set.name} WHERE record_ref IN (${texts.join(', ')})`
}
