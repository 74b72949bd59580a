import type { Kept, RecordRow } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import type { RecordKey } from '../records/month-shelf.ts'
import type { RecordFile } from '../records/record-files.ts'
import { storedColumns, type StoredColumn } from '../records/stored-columns.ts'
import { shardsOf, type ClickCluster } from './click-cluster.ts'
import type { ClickDoor } from './click-door.ts'
import { shardRefusal } from './click-fault.ts'
import { clickTable, type BatchPart } from './click-schema.ts'
import { clickText, clickTexts } from './click-text.ts'
import { holdsBatches } from './count-batches.ts'
import { readyColumns } from './shard-columns.ts'
import type { ClickValue } from './tab-separated.ts'

/** Versions of one record. A correction may have moved it to another center, so that every shard is asked. */
export async function batchVersions(
  cluster: ClickCluster,
  tenantId: TenantId,
  set: DataSet,
  files: readonly RecordFile[],
  key: RecordKey,
): Promise<Kept<readonly RecordRow[]>> {
  const columns = storedColumns(set)
  const names = columns.map(({ name }) => `\`${name}\``).join(', ')
  const parts = (['current', 'superseded'] as const).flatMap((part) => {
    const ids = files.filter((file) => file.part === part).flatMap(({ batch }) => (batch === null ? [] : [batch.id]))
    return ids.length === 0 ? [] : [{ part, sql: `SELECT ${names} FROM ${whereIn(tenantId, set, part, ids, key)}` }]
  })
  const listed = files.filter(({ batch }) => batch !== null)
  const rows: RecordRow[] = []
  const asked = shardsOf(cluster, set).map(async (shard, at) =>
    shard.ask(async (replica) => {
      const whole = await holdsBatches(replica, at, { tenantId, files: listed, signal: null })
      if (!whole.ok) return whole
      for (const { part } of parts) {
        const ready = await readyColumns(replica, cluster.database, set, part, null)
        if (!ready.ok) return ready
      }
      return allRows(
        replica,
        parts.map(({ sql }) => sql),
      )
    }),
  )
  for (const found of await Promise.all(asked)) {
    if (!found.ok) return found
    rows.push(...found.value.map((row) => recordOf(set, columns, row)))
  }
  return accepted(rows.toSorted((one, other) => Number(one['version']) - Number(other['version'])))
}

async function allRows(
  replica: ClickDoor,
  statements: readonly string[],
): Promise<Kept<readonly (readonly ClickValue[])[]>> {
  const rows: (readonly ClickValue[])[] = []
  for (const sql of statements) {
    const answer = await replica.ask(sql)
    if (!answer.ok) return shardRefusal(answer.fault)
    rows.push(...answer.value.rows)
  }
  return accepted(rows)
}

function whereIn(
  tenantId: TenantId,
  set: DataSet,
  part: BatchPart,
  ids: readonly string[],
  { source, recordId, version }: RecordKey,
): string {
  const only = version === null ? '' : `AND version = ${version}`
  return `${clickTable(set, part)} WHERE tenant_id = ${clickText(tenantId)} AND batch IN (${clickTexts(ids)})
    AND source = ${clickText(source)} AND record_id = ${clickText(recordId)} ${only}`
}

/** With the columns that follow from the others, as `tableColumns` has them. */
function recordOf(set: DataSet, columns: readonly StoredColumn[], row: readonly ClickValue[]): RecordRow {
  const record: Record<string, string | number | null> = {}
  for (const [at, { name, type }] of columns.entries()) {
    const value = row[at] ?? null
    record[name] = value !== null && type === 'BIGINT' ? Number(value) : value
  }
  const recordKey = `${record['source']}/${record['record_id']}`
  return { ...record, record_key: recordKey, record_ref: `${set.name}/${recordKey}@${record['version']}` }
}
