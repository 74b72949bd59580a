import type { FileLook, Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { SAMPLE_ROWS } from './csv-shape.ts'
import { INCOMING_LIMITS } from './incoming-limits.ts'
import type { IncomingTable } from './incoming-table.ts'
import { openTable } from './open-table.ts'
import { lookAtParquet } from './parquet-look.ts'
import { recognizeFile } from './recognize-file.ts'
import { takeIn } from './take-in.ts'

/**
 * What a file is: kind, encoding, digest, header and first rows. All of its bytes are read, but only the first rows are looked
 * at: preparing it may still refuse it.
 */
export async function lookAtFile(path: string, fileName: string, limits = INCOMING_LIMITS): Promise<Kept<FileLook>> {
  return takeIn({ path, fileName, workFolder: '', watch: UNWATCHED, limits }, async (incoming) => {
    const recognized = await recognizeFile(incoming)
    if (!recognized.ok) return recognized
    const { kind, digest } = recognized.value
    const { bytes } = incoming
    if (recognized.value.kind === 'parquet') {
      const parquet = await lookAtParquet(incoming, { isReadThrough: false })
      if (!parquet.ok) return parquet
      const { header, sample } = parquet.value
      return accepted({ kind: 'parquet', encoding: null, bytes, digest, header, sample })
    }
    const table = await openTable(incoming, recognized.value)
    if (!table.ok) return table
    const encoding = recognized.value.kind === 'xlsx' ? null : recognized.value.encoding
    const sample = await firstRows(table.value)
    return accepted({ kind, encoding, bytes, digest, header: table.value.header, sample })
  })
}

const UNWATCHED = { onProgress: () => undefined, signal: null }

async function firstRows({ rows }: IncomingTable): Promise<FileLook['sample']> {
  const sample: (readonly string[])[] = []
  for await (const batch of rows) {
    sample.push(...batch.map(({ cells }) => cells))
    if (sample.length >= SAMPLE_ROWS) break
  }
  return sample.slice(0, SAMPLE_ROWS)
}
