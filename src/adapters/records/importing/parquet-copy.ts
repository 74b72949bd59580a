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
  await connection.run(`COPY (${select}) TO ${literal(draft)} (${STORED_PARQUET})`)
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
  return {
    dataSet,
    part,
    month,
    ...seal,
    sources,
    batch: null,
    records: sources.reduce((sum, { records }) => sum + records, 0),
  }
}

/**
 * How files of the store are written, for `COPY … (…)`. The encodings of version 2 take less time and fewer bytes: ids and
 * times differ little from row to row. Columns of ids are no dictionaries, which a writer that may make larger ones
 * finds out late; and what detections look for is in every row group, so that bloom filters tell them nothing.
 */
export const STORED_PARQUET =
  'FORMAT parquet, PARQUET_VERSION v2, COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 1000, WRITE_BLOOM_FILTER false'
