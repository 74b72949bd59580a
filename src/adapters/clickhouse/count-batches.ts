import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import type { RecordFile } from '../records/record-files.ts'
import { shardRefusal } from './click-fault.ts'
import type { ClickCluster, ClickShard } from './click-cluster.ts'
import { clickTable } from './click-schema.ts'
import { clickText, clickTexts } from './click-text.ts'

/** Null where every shard has exactly as many rows of each batch as the files say; otherwise the first that has not is named. */
export async function countBatches(
  { shards }: ClickCluster,
  tenantId: TenantId,
  files: readonly RecordFile[],
  signal: AbortSignal | null,
): Promise<Kept<null>> {
  for (const [at, shard] of shards.entries()) {
    for (const [table, own] of byTable(files)) {
      const found = await countsIn(shard, tenantId, table, own, signal)
      if (!found.ok) return found
      for (const { batch } of own) {
        const [expected, has] = [batch?.spread[at] ?? 0, found.value.get(batch?.id ?? '') ?? 0]
        if (has !== expected)
          return refusedRecords('shard-incomplete', shard.door.place, `${table} 应有 ${expected} 条，实有 ${has} 条`)
      }
    }
  }
  return accepted(null)
}

async function countsIn(
  { door, replicas }: ClickShard,
  tenantId: TenantId,
  table: string,
  files: readonly RecordFile[],
  signal: AbortSignal | null,
): Promise<Kept<ReadonlyMap<string, number>>> {
  const ids = clickTexts(files.map(({ batch }) => batch?.id ?? ''))
  const counted = await door.ask(
    `SELECT batch, count() FROM ${table} WHERE tenant_id = ${clickText(tenantId)} AND batch IN (${ids}) GROUP BY batch`,
    { signal, settings: replicas > 1 ? { select_sequential_consistency: 1 } : {} },
  )
  if (counted.ok) return accepted(new Map(counted.value.rows.map(([batch, n]) => [String(batch), Number(n)])))
  return counted.fault.kind === 'stopped' ? refusedRecords('import-stopped') : shardRefusal(counted.fault)
}

function byTable(files: readonly RecordFile[]): ReadonlyMap<string, readonly RecordFile[]> {
  const tables = new Map<string, RecordFile[]>()
  for (const file of files) {
    const table = clickTable(dataSet(file.dataSet), file.part)
    tables.set(table, [...(tables.get(table) ?? []), file])
  }
  return tables
}
