import type { DuckDBConnection } from '@duckdb/node-api'
import type { ImportProgress, Watch } from '../../../app/ports/record-store.ts'

/** Tells how far a statement is while it runs, as far as DuckDB knows. */
export async function watched<Value>(
  connection: DuckDBConnection,
  watch: Watch,
  { step, total, unit }: Pick<ImportProgress, 'step' | 'unit'> & { readonly total: number },
  work: () => Promise<Value>,
): Promise<Value> {
  watch.onProgress({ step, done: 0, total, unit })
  const tell = () => {
    const share = connection.progress.percentage
    if (share > 0) watch.onProgress({ step, done: Math.floor((total * Math.min(share, 100)) / 100), total, unit })
  }
  const timer = setInterval(tell, INTERVAL)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

const INTERVAL = 300
