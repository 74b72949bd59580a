import type { Kept } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import type { QueryEngines } from '../records/query-engines.ts'
import type { Stop } from '../records/query-stop.ts'
import { parsedSelect, readSelect } from '../records/read-select.ts'
import { selectColumns } from '../records/run-select.ts'
import { queryTables, referenceTables, viewOf } from '../records/tables-for-query.ts'
import { recordsHeld } from './click-room.ts'
import type { ClickScene } from './click-views.ts'
import { proveSpread, type Proven, type ToProve } from './proof/prove-spread.ts'
import { partedQuery, type Gathering } from './query-parts.ts'

/** What is known of a query before any shard is asked. */
export interface QueryPlan {
  readonly used: ReadonlySet<string>
  /** What it answers, by DuckDB. */
  readonly columns: readonly string[]
  readonly proven: Proven
  /** What to fetch where the shards cannot answer: what they answer parts of, if they can, and then all that it reads. */
  readonly gatherings: readonly Gathering[]
}

/** Vets the text and has DuckDB make out its columns over no records, so that it is refused as it would be without a cluster. */
export async function planQuery(engines: QueryEngines, scene: ClickScene, stop: Stop): Promise<Kept<QueryPlan> | null> {
  const { asked, batches } = scene
  return engines.within([], stop.signal, async (engine) => {
    stop.startClock()
    return engine.on(stop.signal, async (own): Promise<Kept<QueryPlan>> => {
      const used = await readSelect(own.connection, asked.sql, queryTables(asked.dataSets))
      if (!used.ok) return used
      for (const name of asked.dataSets) if (used.value.has(name)) await engine.view(name, viewOf(name, []))
      for (const { name, sql } of referenceTables(used.value, asked)) await own.table(name, sql)
      const columns = await selectColumns(own.connection, asked.sql)
      if (!columns.ok) return columns
      const node = await parsedSelect(own.connection, asked.sql)
      const toProve: ToProve = {
        dataSets: asked.dataSets,
        centers: asked.centers,
        from: asked.from,
        to: asked.to,
        rows: (name) => recordsHeld(batches, dataSet(name)),
      }
      const proven = proveSpread(asked.sql, node, toProve)
      const parted = proven.kind === 'doubted' ? await partedQuery(own.connection, asked, toProve) : null
      own.keep()
      const whole: Gathering = { sql: asked.sql, node, used: used.value, parts: [] }
      const gatherings = parted === null ? [whole] : [parted, whole]
      return accepted({ used: used.value, columns: columns.value, proven, gatherings })
    })
  })
}
