import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stored } from '../../../app/ports/store-fault.ts'
import { writeWhole } from '../../evidence/durable-files.ts'
import { createWorkFile } from '../incoming/work-file.ts'
import { ABOUT_FILE, ERRORS_FILE, ROWS_FILE } from '../refused-place.ts'
import { literal } from '../stored-columns.ts'
import { errorHeader, errorLine } from './error-file.ts'
import { faultSink, type FaultSink } from './fault-sink.ts'
import type { ImportJob } from './import-job.ts'
import { rowSegments, withRows } from './row-segments.ts'
import { numberOf, rowOf } from '../duckdb-rows.ts'

/** What a correction has to know of the file that it corrects. */
export interface RefusedFile {
  readonly header: readonly string[]
  readonly fileName: string
}

/** What becomes the folder of a refused import, should there be a fault: gathered in the job's own folder. */
export interface RefusedDraft {
  readonly sink: FaultSink
  /** Ends the error file and puts it in its place with the rows of the whole file; answers where it lies. */
  readonly keep: (job: ImportJob) => Promise<Stored<string>>
  readonly discard: () => Promise<void>
}

export async function refusedDraft(importId: string, folder: string, header: readonly string[]): Promise<RefusedDraft> {
  const draft = join(folder, 'refused')
  await mkdir(draft)
  const errors = await createWorkFile(draft)
  const rows = await createWorkFile(draft)
  await errors.write(errorHeader(header))
  await rows.write('row\n')
  const sink = faultSink(async (faulty) => {
    await errors.write(errorLine(importId, faulty))
    await rows.write(`${faulty.row}\n`)
  })
  return {
    sink,
    discard: async () => {
      await errors.discard()
      await rows.discard()
    },
    keep: async (job) => {
      await errors.finish()
      await rows.finish()
      await rename(errors.path, join(draft, ERRORS_FILE))
      await keepRows(job, rows.path, join(draft, ROWS_FILE))
      await rows.discard()
      await writeWhole(
        draft,
        ABOUT_FILE,
        JSON.stringify({ header, fileName: job.asked.fileName } satisfies RefusedFile),
      )
      for (const name of [ERRORS_FILE, ROWS_FILE]) await syncFile(join(draft, name))
      return job.room.refused.keep(job.tenantId, importId, draft)
    },
  }
}

/**
 * All rows of the file as they were written, each with its number and whether it was at fault. Rows that could not be read are
 * there with their number only.
 */
async function keepRows({ connection, source }: ImportJob, faultyRows: string, path: string): Promise<void> {
  const faulty = `read_csv(${literal(faultyRows)}, auto_detect = false, header = true, delim = ',', columns = {row: 'BIGINT'})`
  const count = numberOf(await rowOf(connection, `SELECT count(*) AS n FROM ${source.from}`), 'n')
  const all = count === 0 ? null : withRows(source.fromInOrder, rowSegments(source.rowOf, count))
  const columns = source.columns.join(', ')
  const empty = source.columns.map((column) => `CAST(NULL AS VARCHAR) AS ${column}`).join(', ')
  const read =
    all === null ? '' : `SELECT row, row IN (SELECT row FROM f) AS is_faulty, ${columns} FROM ${all} UNION ALL`
  const unread = `SELECT row, true AS is_faulty, ${empty} FROM f ${all === null ? '' : `WHERE row NOT IN (SELECT row FROM ${all})`}`
  await connection.run(
    `COPY (WITH f AS (SELECT DISTINCT row FROM ${faulty}) ${read} ${unread}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`,
  )
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
