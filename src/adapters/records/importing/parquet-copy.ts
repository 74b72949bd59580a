import type { DuckDBConnection } from '@duckdb/node-api'
import { join } from 'node:path'
import { numberOf, rowsOf, textOf } from '../duckdb-rows.ts'
import type { RecordFile, SourceSpan } from '../record-files.ts'
import { sealFile } from '../seal-file.ts'
import { literal } from '../stored-columns.ts'
import type { ImportJob } from './import-job.ts'

/**
 * Writes what `select` gives, in its order, as a file of the store. The bytes follow from the rows alone. The file is on the
 * disk, its name in the folder not yet.
 */
export async function copyToFile(
  { room, tenantId, folder, made }: Pick<ImportJob, 'room' | 'tenantId' | 'folder' | 'made'>,
  connection: DuckDBConnection,
  { dataSet, part, month }: Pick<RecordFile, 'dataSet' | 'part' | 'month'>,
  select: string,
): Promise<RecordFile> {
  const draft = join(folder, `${dataSet}-${part}-${month}.parquet`)
  await connection.run(`COPY (${select}) TO ${literal(draft)} (${PARQUET})`)
  const spans = await rowsOf(
    connection,
    `SELECT source, count(*) AS n, min(record_id) AS first, max(record_id) AS last
     FROM read_parquet(${literal(draft)}) GROUP BY source ORDER BY source`,
  )
  const sources = spans.map((span): SourceSpan => ({
    source: textOf(span, 'source'),
    records: numberOf(span, 'n'),
    first: textOf(span, 'first'),
    last: textOf(span, 'last'),
  }))
  const seal = await sealFile(draft, ({ digest }) => {
    const place = room.folders.file(tenantId, { dataSet, part, month, digest })
    made.add(place)
    return place
  })
  return { dataSet, part, month, ...seal, sources, records: sources.reduce((sum, { records }) => sum + records, 0) }
}

const PARQUET = 'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1'
